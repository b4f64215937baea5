"""The files beside the gap reports: their rows as tables, and every owner's dates as a calendar."""

from collections.abc import Iterable, Iterator, Mapping

from journeybook.exports.calendar_text import DayEntry, write_calendar
from journeybook.exports.table_files import csv_of
from journeybook.gaps.ledger import Entry
from journeybook.pages.gaps.agenda import Dated, agenda_of
from journeybook.pages.gaps.rows import GapRows
from journeybook.pages.parts.site import Site


def gap_files(site: Site) -> Mapping[str, bytes]:
    """Give the files by their path inside the site."""
    rows = GapRows(site=site)
    tables = {
        site.addresses.table_beside(report): csv_of(rows.table(entries))
        for report, entries in _reports(site)
    }
    calendars = {
        site.addresses.calendar_beside(site.addresses.gaps_of_owner(name)): owner_calendar(
            owner, site
        )
        for owner, name in site.ledger.owner_slugs.items()
    }
    return {**tables, **calendars}


def owner_calendar(owner: str, site: Site) -> bytes:
    """Write an owner's dates as a calendar."""
    wording = site.wording
    entries = (_day_entry(one) for one in agenda_of(owner, site))
    name = wording.text("Content dates of {owner}", owner=owner)
    return write_calendar(name, entries, site.handbook.today)


def _day_entry(dated: Dated) -> DayEntry:
    # The address stays the same from build to build, so that a calendar moves an entry whose day
    # changed instead of showing it twice.
    return DayEntry(
        uid=f"{dated.key}@journeybook",
        day=dated.day,
        summary=f"{dated.title}: {dated.words}",
        description=dated.uri.removesuffix(".md"),
    )


def _reports(site: Site) -> Iterator[tuple[str, Iterable[Entry]]]:
    book = site.handbook
    yield site.addresses.gaps, site.ledger.entries
    yield site.addresses.all_gaps, site.ledger.entries
    yield from (
        (site.addresses.gaps_of(one), site.ledger.by_phase.get(one, ())) for one in book.phases
    )
    yield from (
        (site.addresses.gaps_of_persona(one), site.ledger.by_persona.get(one, ()))
        for one in book.personas
    )
    yield from (
        (site.addresses.gaps_of_channel(one), site.ledger.by_channel.get(one, ()))
        for one in book.channels
    )
    for owner, name in site.ledger.owner_slugs.items():
        yield site.addresses.gaps_of_owner(name), site.ledger.by_owner.get(owner, ())
