"""The channel matrix: channels by phases, with the state of every cell and what is behind it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from journeybook.handbook.entities import Channel
from journeybook.handbook.index.matrix_facts import CellFacts, CellState, Scope, cells_of
from journeybook.pages.matrix.matrix_words import (
    GROUPS,
    flags,
    group_word,
    state_meaning,
    state_word,
    supply_count,
    supply_words,
    use_words,
)
from journeybook.pages.matrix.view import (
    Band,
    Flag,
    Matrix,
    MatrixCell,
    MatrixGroup,
    MatrixRow,
    PhaseTotal,
    StateCount,
)
from journeybook.pages.parts.links import Here
from journeybook.pages.parts.states import Figure

Cells = Mapping[tuple[str, str], CellFacts]
_ROWS_OF_A_WINDOW = 14


def make_matrix(here: Here, scope: Scope, caption: str) -> tuple[Matrix, Cells]:
    """Make the matrix of a scope, and give the facts of its cells with it."""
    site = here.site
    cells = cells_of(site.handbook, scope)
    matrix = Matrix(
        caption=caption,
        bands=tuple(bands(here, scope.phases)),
        phases=tuple(here.phase(one) for one in scope.phases),
        groups=tuple(_groups(here, scope, cells)),
        totals=tuple(
            _phase_total(here, [cell for cell in cells.values() if cell.phase == phase])
            for phase in scope.phases
        ),
        total=_supply(here, cells.values()),
        states=_states(here, cells.values()),
        figures=tuple(_figures(here, tuple(cells.values()))),
        is_tall=len(site.handbook.channels) > _ROWS_OF_A_WINDOW,
    )
    return matrix, cells


def make_cell(here: Here, scope: Scope, cell: CellFacts) -> MatrixCell:
    """Say the state of a channel in a phase."""
    book = here.site.handbook
    return MatrixCell(
        state=cell.state.value,
        word=state_word(here.site, cell.state),
        supply=supply_words(here.site, cell),
        use=use_words(here.site, cell, scope),
        moment_of_truth=cell.is_moment_of_truth,
        flags=tuple(Flag(kind=kind, words=words) for kind, words in flags(here.site, cell, scope)),
        panel=here.site.addresses.cell_anchor(cell.channel, cell.phase) if has_panel(cell) else "",
        name=here.site.wording.text(
            "{channel} in {phase}",
            channel=book.channels[cell.channel].title,
            phase=book.phases[cell.phase].title,
        ),
    )


def bands(here: Here, phases: Sequence[str]) -> Iterator[Band]:
    """Group phases by the journey they belong to; nothing where no phase says."""
    known = [here.site.handbook.phases[one].stage for one in phases]
    if not any(known):
        return
    say = here.site.wording.text
    titles = {"buyer": say("Buyer journey"), "customer": say("Customer journey")}
    for stage, members in groupby(known):
        yield Band(stage=stage or "", title=titles.get(stage or "", ""), span=len(list(members)))


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
    own = [cells[channel.id, phase] for phase in scope.phases]
    users = {one for cell in own for one in cell.users}
    say, count = here.site.wording.text, here.site.wording.count
    alone = say("used") if users else ""
    return MatrixRow(
        channel=here.channel(channel.id),
        cells=tuple(make_cell(here, scope, one) for one in own),
        supply=_supply(here, own),
        use=count("used by {n}", "used by {n}", len(users))
        if users and len(scope.personas) > 1
        else alone,
    )


def _supply(here: Here, cells: Iterable[CellFacts]) -> str:
    published = {one.id for cell in cells for one in cell.published}
    coming = {one.id for cell in cells for one in cell.coming}
    return supply_count(here.site, len(published), len(coming))


def _phase_total(here: Here, cells: Iterable[CellFacts]) -> PhaseTotal:
    return PhaseTotal(
        supply=_supply(here, cells),
        states=tuple(one for one in _states(here, cells) if one.count != "0"),
    )


def _states(here: Here, cells: Iterable[CellFacts]) -> tuple[StateCount, ...]:
    found = [cell.state for cell in cells]
    return tuple(
        StateCount(
            state=state.value,
            word=state_word(here.site, state),
            meaning=state_meaning(here.site, state),
            count=here.site.wording.number(found.count(state)),
        )
        for state in CellState
        if state is not CellState.UNUSED
    )


def _figures(here: Here, cells: Sequence[CellFacts]) -> Iterator[Figure]:
    wording = here.site.wording
    places = [state for cell in cells for state in cell.states.values()]
    served = places.count(CellState.SERVED)
    share = served / len(places) if places else None
    yield Figure(
        figure="–" if share is None else wording.percent(share),
        words=wording.count(
            "of {n} place in use is served", "of {n} places in use are served", len(places)
        ),
        share=share,
        explanation=wording.text(
            "A place is a persona on a channel in a phase. It is served where two or more assets "
            "are published that reach the persona and lack nothing."
        ),
    )
    missing, thin = places.count(CellState.MISSING), places.count(CellState.THIN)
    yield Figure(
        figure=wording.number(missing),
        words=wording.count("place with nothing", "places with nothing", missing),
        tone="open" if missing else "",
    )
    yield Figure(
        figure=wording.number(thin),
        words=wording.count("thin place", "thin places", thin),
        tone="wait" if thin else "",
    )
    wasted = sum(cell.state is CellState.WASTED for cell in cells)
    yield Figure(
        figure=wording.number(wasted),
        words=state_meaning(here.site, CellState.WASTED),
    )
    moments = [(cell, persona) for cell in cells for persona in cell.deciding]
    bare = sum(persona in cell.unserved for cell, persona in moments)
    yield Figure(
        figure=wording.number(bare),
        words=wording.count(
            "of {n} place with a moment of truth has nothing published",
            "of {n} places with a moment of truth have nothing published",
            len(moments),
        ),
        tone="open" if bare else "",
    )
