"""The channel matrix: channels by phases, with the state of every cell and what is behind it."""

from collections.abc import Iterator, Mapping

from journeybook.counts.counted import Counted
from journeybook.counts.within import Within
from journeybook.handbook.entities import Channel
from journeybook.handbook.index.matrix_facts import CellFacts, CellState, Scope, cells_of
from journeybook.pages.matrix.matrix_words import (
    GROUPS,
    flags,
    group_word,
    state_meaning,
    state_word,
    supply,
    use,
    use_words,
    within_of,
)
from journeybook.pages.matrix.view import (
    Flag,
    Matrix,
    MatrixCell,
    MatrixGroup,
    MatrixRow,
    PhaseTotal,
    StateCount,
)
from journeybook.pages.parts.tallies import figure, tallies, tally
from journeybook.pages.parts.ways.links import Here
from journeybook.pages.parts.words.bands import bands

FIGURES = (Counted.SERVED, Counted.MISSING, Counted.THIN, Counted.WASTED, Counted.BARE)
STATES = {
    CellState.SERVED: Counted.SERVED,
    CellState.THIN: Counted.THIN,
    CellState.MISSING: Counted.MISSING,
    CellState.WASTED: Counted.WASTED,
}
Cells = Mapping[tuple[str, str], CellFacts]
_ROWS_OF_A_WINDOW = 14


def make_matrix(here: Here, scope: Scope, caption: str) -> tuple[Matrix, Cells]:
    """Make the matrix of a scope, and give the facts of its cells with it."""
    site = here.site
    cells = cells_of(site.handbook, scope)
    states, seen = _states(here, within_of(scope)), {one.state.value for one in cells.values()}
    matrix = Matrix(
        caption=caption,
        bands=tuple(bands(here, ((site.handbook.phases[one].stage, 1) for one in scope.phases))),
        phases=tuple(here.phase(one) for one in scope.phases),
        groups=tuple(_groups(here, scope, cells)),
        totals=tuple(_phase_total(here, within_of(scope, phase=phase)) for phase in scope.phases),
        total=supply(here, within_of(scope)),
        rowless=_rowless(here, scope, cells),
        states=states,
        unseen=tuple(one for one in states if one.count.number and one.state not in seen),
        figures=tuple(figure(here, what, within_of(scope)) for what in FIGURES),
        is_tall=len(site.handbook.channels) > _ROWS_OF_A_WINDOW,
    )
    return matrix, cells


def _rowless(here: Here, scope: Scope, cells: Cells) -> str:
    # The totals hold it, and nobody who adds up the rows would find it.
    shown = {one.id for cell in cells.values() for one in (*cell.published, *cell.coming)}
    live = (
        one
        for one in here.site.counts.assets(within_of(scope))
        if one.is_published or one.status.is_coming
    )
    number = sum(one.id not in shown for one in live)
    words = here.site.wording.count(
        "{n} piece counts in all and stands in no row: nobody says on which channel, or when.",
        "{n} pieces count in all and stand in no row: nobody says on which channel, or when.",
        number,
    )
    return words if number else ""


def make_cell(here: Here, scope: Scope, cell: CellFacts) -> MatrixCell:
    """Say the state of a channel in a phase."""
    book = here.site.handbook
    return MatrixCell(
        state=cell.state.value,
        word=state_word(here.site, cell.state),
        supply=supply(here, within_of(scope, cell.channel, cell.phase)),
        use=use(here, cell, scope),
        use_words=use_words(here, cell, scope),
        moment_of_truth=cell.is_moment_of_truth,
        flags=tuple(Flag(kind=kind, words=words) for kind, words in flags(here.site, cell, scope)),
        panel=here.site.addresses.cell_anchor(cell.channel, cell.phase) if has_panel(cell) else "",
        name=here.site.wording.text(
            "{channel} in {phase}",
            channel=book.channels[cell.channel].title,
            phase=book.phases[cell.phase].title,
        ),
    )


def has_panel(cell: CellFacts) -> bool:
    """Whether there is anything behind a cell."""
    return bool(cell.touchpoints or cell.published or cell.coming)


def _groups(here: Here, scope: Scope, cells: Cells) -> Iterator[MatrixGroup]:
    channels = here.site.handbook.channels.values()
    for group in (*GROUPS, None):
        members = [one for one in channels if _group(one) == group]
        rows = tuple(_row(here, scope, one, cells) for one in members)
        if rows:
            yield MatrixGroup(title=group_word(here.site, group), rows=rows)


def _group(channel: Channel) -> str | None:
    return channel.type if channel.type in GROUPS else None


def _row(here: Here, scope: Scope, channel: Channel, cells: Cells) -> MatrixRow:
    within = within_of(scope, channel.id)
    return MatrixRow(
        channel=here.channel(channel.id),
        cells=tuple(make_cell(here, scope, cells[channel.id, phase]) for phase in scope.phases),
        supply=supply(here, within),
        use=tallies(here, (Counted.USERS,), within) if len(scope.personas) > 1 else (),
    )


def _phase_total(here: Here, within: Within) -> PhaseTotal:
    states = _states(here, within)
    return PhaseTotal(
        supply=supply(here, within), states=tuple(one for one in states if one.count.number)
    )


def _states(here: Here, within: Within) -> tuple[StateCount, ...]:
    return tuple(
        StateCount(
            state=state.value,
            word=state_word(here.site, state),
            meaning=state_meaning(here.site, state),
            count=tally(here, what, within),
        )
        for state, what in STATES.items()
    )
