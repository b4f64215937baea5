"""The channel matrix as a table, and how much each channel is used against what is on it."""

from collections.abc import Iterator

from journeybook.handbook.index.matrix_facts import CellFacts, CellState, Scope, cells_of
from journeybook.pages.matrix.matrix_extras import SUPPLY
from journeybook.pages.matrix.matrix_words import GROUPS, group_word, state_word, within_of
from journeybook.pages.parts.entity_parts import titles
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.table import Column, Table, Value, listed
from journeybook.pages.parts.ways.links import Here


def channel_table(site: Site, scope: Scope) -> Table:
    """Give every cell of the matrix of a scope."""
    cells = cells_of(site.handbook, scope).values()
    return Table(
        title=site.wording.text("Channel matrix"),
        columns=_columns(site),
        rows=tuple(_row(site, one) for one in cells),
    )


def supply_table(site: Site, scope: Scope) -> Table:
    """Give how often each channel is used and how much is on it, one row for each channel."""
    say, book = site.wording.text, site.handbook
    return Table(
        title=say("Use against supply"),
        columns=(
            Column(title=say("Channel"), width=20),
            Column(title=say("Touchpoints"), width=12),
            Column(title=say("Personas"), width=10),
            Column(title=say("Published"), width=10),
            Column(title=say("Coming"), width=10),
        ),
        rows=tuple(
            (one.title, *(site.counts.of(what, within_of(scope, one.id)) for what in SUPPLY))
            for one in book.channels.values()
        ),
    )


def persona_channel_table(site: Site) -> Table:
    """Give every used cell of the matrices of all personas, under each other."""
    persona = Column(title=site.wording.text("Persona"), width=24)
    return Table(
        title=site.wording.text("Channels by persona"),
        columns=(persona, *_columns(site)),
        rows=tuple(_by_persona(site)),
    )


def _by_persona(site: Site) -> Iterator[tuple[Value, ...]]:
    phases = tuple(site.handbook.phases)
    for persona in site.handbook.personas.values():
        cells = cells_of(site.handbook, Scope(personas=(persona.id,), phases=phases))
        for one in cells.values():
            if one.state is not CellState.UNUSED:
                yield (persona.title, *_row(site, one))


def _columns(site: Site) -> tuple[Column, ...]:
    say = site.wording.text
    groups = tuple(group_word(site, one) for one in (*GROUPS, None))
    states = tuple(state_word(site, one) for one in CellState)
    return (
        Column(title=say("Kind of channel"), choices=groups),
        Column(title=say("Channel"), width=20),
        Column(title=say("Phase"), width=18),
        Column(title=say("State"), choices=states),
        Column(title=say("Published"), width=10),
        Column(title=say("Coming"), width=10),
        Column(title=say("Touchpoints"), width=12),
        Column(title=say("Used by"), width=30),
        Column(title=say("Looked at by"), width=24),
        Column(title=say("Served"), width=24),
        Column(title=say("Nothing for"), width=24),
        Column(title=say("Moment of truth"), choices=(say("yes"), say("no"))),
        Column(title=say("Importance"), width=12),
        Column(title=say("Satisfaction"), width=12),
        Column(title=say("Emotion"), width=10),
        Column(title=say("Content"), width=50),
    )


def _row(site: Site, cell: CellFacts) -> tuple[Value, ...]:
    book, say = site.handbook, site.wording.text
    channel, here = book.channels[cell.channel], Here(site=site, uri="")
    known = channel.type if channel.type in GROUPS else None
    return (
        group_word(site, known),
        channel.title,
        book.phases[cell.phase].title,
        state_word(site, cell.state),
        len(cell.published),
        len(cell.coming),
        len(cell.touchpoints),
        titles(here, cell.users),
        titles(here, cell.lookers),
        titles(here, cell.served),
        titles(here, cell.unserved),
        say("yes") if cell.is_moment_of_truth else say("no"),
        cell.importance,
        None if cell.satisfaction is None else round(cell.satisfaction, 2),
        None if cell.emotion is None else round(cell.emotion, 2),
        listed(one.title for one in (*cell.published, *cell.coming)),
    )
