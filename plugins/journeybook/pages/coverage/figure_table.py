"""Every figure as a table: what it counts, for what, and how much it is."""

from collections.abc import Iterator

from journeybook.counts.definitions import DEFINITIONS
from journeybook.counts.listing import everything_counted
from journeybook.counts.within import Within
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.table import Column, Table, Value


def figure_table(site: Site) -> Table:
    """Give everything that is counted, in the whole handbook and for all that is in it."""
    say = site.wording.text
    return Table(
        title=say("Figures"),
        columns=(
            Column(title=say("Figure"), width=34),
            Column(title=say("Journey"), width=24),
            Column(title=say("Persona"), width=24),
            Column(title=say("Phase"), width=18),
            Column(title=say("Channel"), width=20),
            Column(title=say("Owner"), width=20),
            Column(title=say("Number"), width=10),
            Column(title=say("Of"), width=10),
        ),
        rows=tuple(_rows(site)),
    )


def _rows(site: Site) -> Iterator[tuple[Value, ...]]:
    for what, within in everything_counted(site.counts):
        yield (
            site.wording.text(DEFINITIONS[what].name),
            *_names(site, within),
            site.counts.of(what, within),
            site.counts.whole_of(what, within),
        )


def _names(site: Site, within: Within) -> Iterator[Value]:
    book = site.handbook
    yield book.journeys[within.journey].title if within.journey else None
    yield book.personas[within.persona].title if within.persona else None
    yield book.phases[within.phase].title if within.phase else None
    yield book.channels[within.channel].title if within.channel else None
    yield within.owner
