"""The one way to count each figure."""

from collections.abc import Callable, Mapping
from functools import partial
from itertools import product

from journeybook.counts.assets import states_of
from journeybook.counts.counted import Counted
from journeybook.counts.found import Found
from journeybook.counts.gap_counts import GAP_STATES
from journeybook.counts.steps import asking_within
from journeybook.counts.within import Within
from journeybook.gaps.state import GapState
from journeybook.handbook.fitting.coverage import coming, published
from journeybook.handbook.index.matrix_facts import CellFacts, CellState
from journeybook.handbook.index.scores import Scores
from journeybook.handbook.strength import Shortcoming, Strength

STRENGTHS: Mapping[Counted, Strength] = {
    Counted.ASSUMPTIONS: Strength.ASSUMPTION,
    Counted.ONE_SOURCE: Strength.ONE_SOURCE,
    Counted.SEVERAL_SOURCES: Strength.SEVERAL_SOURCES,
    Counted.VALIDATED: Strength.VALIDATED,
    Counted.CONTRADICTED: Strength.CONTRADICTED,
}
SHORTCOMINGS: Mapping[Counted, Shortcoming] = {
    Counted.OLD_EVIDENCE: Shortcoming.OLD,
    Counted.ABOUT_OTHERS: Shortcoming.ABOUT_OTHERS,
    Counted.FEW_ASKED: Shortcoming.FEW,
}

Way = Callable[[Found, Within], int]


def _gaps(state: GapState, found: Found, within: Within) -> int:
    return found.gap_states(within)[state]


def _score(count: Callable[[Scores], int], found: Found, within: Within) -> int:
    return count(found.scores(within))


def _of_strength(strength: Strength, found: Found, within: Within) -> int:
    return found.scores(within).strengths[strength]


def _with_shortcoming(lack: Shortcoming, found: Found, within: Within) -> int:
    return found.scores(within).shortcomings[lack]


def _asked(found: Found, within: Within) -> int:
    return asking_within(found.handbook, within).part


def _to_ask(found: Found, within: Within) -> int:
    return asking_within(found.handbook, within).whole


def _published(found: Found, within: Within) -> int:
    return len(published(found.assets(within)))


def _coming(found: Found, within: Within) -> int:
    return len(coming(found.assets(within)))


def _stale(found: Found, within: Within) -> int:
    return sum(one.id in found.stale for one in found.assets(within))


def _formats(found: Found, within: Within) -> int:
    return len({one.type for one in published(found.assets(within)) if one.type})


def _reaching(found: Found, within: Within) -> int:
    book = found.handbook
    personas = book.personas if within.persona is None else (within.persona,)
    phases = book.phases if within.phase is None else (within.phase,)
    places = product(personas, phases)
    return len({asset.id for place in places for asset in book.coverage.reaching(*place)})


def _places(state: CellState | None, found: Found, within: Within) -> int:
    states = states_of(found.cells(within), within)
    return sum(state is None or one is state for one in states)


def _wasted(found: Found, within: Within) -> int:
    return sum(cell.state is CellState.WASTED for cell in found.cells(within))


def _deciding(found: Found, within: Within) -> int:
    return sum(
        within.persona in {None, one} for cell in found.cells(within) for one in cell.deciding
    )


def _bare(found: Found, within: Within) -> int:
    return sum(
        one in cell.unserved and within.persona in {None, one}
        for cell in found.cells(within)
        for one in cell.deciding
    )


def _distinct(pick: Callable[[CellFacts], tuple[str, ...]], found: Found, within: Within) -> int:
    return len({one for cell in found.cells(within) for one in pick(cell)})


WAYS: Mapping[Counted, Way] = {
    **{what: partial(_gaps, state) for what, state in GAP_STATES.items()},
    Counted.QUESTIONS: partial(_score, lambda one: one.answered.whole),
    Counted.ANSWERED: partial(_score, lambda one: one.answered.part),
    Counted.LACKING: partial(_score, lambda one: one.lacking),
    Counted.WAITING: partial(_score, lambda one: one.filling),
    Counted.UNANSWERED: partial(_score, lambda one: one.unanswered),
    Counted.STATEMENTS: partial(_score, lambda one: one.researched.whole),
    Counted.RESEARCHED: partial(_score, lambda one: one.researched.part),
    **{what: partial(_of_strength, strength) for what, strength in STRENGTHS.items()},
    **{what: partial(_with_shortcoming, lack) for what, lack in SHORTCOMINGS.items()},
    Counted.FELT: partial(_score, lambda one: one.positive.whole),
    Counted.LIKED: partial(_score, lambda one: one.positive.part),
    Counted.MOMENTS: partial(_score, lambda one: one.moments),
    Counted.UNSUPPORTED: partial(_score, lambda one: one.unsupported_moments),
    Counted.UNCOUNTERED: partial(_score, lambda one: one.uncountered_drop_offs),
    Counted.ASKED: _asked,
    Counted.TO_ASK: _to_ask,
    Counted.PUBLISHED: _published,
    Counted.COMING: _coming,
    Counted.STALE: _stale,
    Counted.REACHING: _reaching,
    Counted.FORMATS: _formats,
    Counted.PLACES: partial(_places, None),
    Counted.SERVED: partial(_places, CellState.SERVED),
    Counted.THIN: partial(_places, CellState.THIN),
    Counted.MISSING: partial(_places, CellState.MISSING),
    Counted.DECIDING: _deciding,
    Counted.BARE: _bare,
    Counted.WASTED: _wasted,
    Counted.TOUCHPOINTS: partial(_distinct, lambda cell: tuple(one.id for one in cell.touchpoints)),
    Counted.USERS: partial(_distinct, lambda cell: cell.users),
    Counted.LOOKERS: partial(_distinct, lambda cell: cell.lookers),
    Counted.PERSONAS: lambda found, _: len(found.handbook.personas),
    Counted.PHASES: lambda found, _: len(found.handbook.phases),
}
"""The one way to count each figure."""
