"""Counts everything that is counted, in the whole handbook or somewhere in it."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import product

from journeybook.counts.assets import assets_within, is_stale
from journeybook.counts.counted import Counted
from journeybook.counts.definitions import DEFINITIONS
from journeybook.counts.gap_counts import GAP_STATES
from journeybook.counts.places import scope_within, states_of
from journeybook.counts.steps import asking_within, scores_within
from journeybook.counts.within import EVERYTHING, Within
from journeybook.gaps.ledger import CUTS, Entry, Ledger
from journeybook.gaps.state import GapState
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Asset
from journeybook.handbook.index.coverage import coming, published
from journeybook.handbook.index.matrix_facts import CellFacts, CellState, cells_of
from journeybook.handbook.index.scores import Scores, Share
from journeybook.handbook.strength import Shortcoming, Strength


@dataclass(frozen=True, kw_only=True)
class Counts:
    """The numbers of a handbook; whatever is asked twice is counted once."""

    handbook: Handbook
    ledger: Ledger

    def of(self, what: Counted, within: Within = EVERYTHING) -> int:
        """Count something somewhere.

        Raises:
            ValueError: when it is not counted by what is named.
        """
        key = (what, within)
        if key not in self._known:
            if unknown := {name for name, _ in within.named} - DEFINITIONS[what].by:
                raise ValueError(f"{what} is not counted by {', '.join(sorted(unknown))}")
            self._known[key] = _WAYS[what](self, within)
        return self._known[key]

    def whole_of(self, what: Counted, within: Within = EVERYTHING) -> int | None:
        """Count what something is a part of; None where it is a part of nothing."""
        whole = DEFINITIONS[what].whole
        return None if whole is None else self.of(whole, within)

    def share_of(self, what: Counted, within: Within = EVERYTHING) -> Share:
        """Count something with what it is a part of, and its score where it has one."""
        if what in _SCORED:
            return _SCORED[what](self.scores(within))
        part, whole = self.of(what, within), self.whole_of(what, within) or 0
        return Share(part=part, whole=whole, value=None)

    def scores(self, within: Within) -> Scores:
        """Score the steps somewhere."""
        if within not in self._scores:
            self._scores[within] = scores_within(self.handbook, within)
        return self._scores[within]

    def cells(self, within: Within) -> tuple[CellFacts, ...]:
        """Give the cells of the channel matrix somewhere."""
        whose = (within.journey, within.persona)
        if whose not in self._matrices:
            scope = scope_within(self.handbook, within)
            self._matrices[whose] = cells_of(self.handbook, scope)
        cells, book = self._matrices[whose], self.handbook
        channels = book.channels if within.channel is None else (within.channel,)
        phases = book.phases if within.phase is None else (within.phase,)
        return tuple(cells[place] for place in product(channels, phases) if place in cells)

    def assets(self, within: Within) -> tuple[Asset, ...]:
        """Give the assets somewhere, each once; on channels, those that are there or coming."""
        if within not in self._assets:
            cells = self.cells(within) if within.channel is not None else ()
            there = (one for cell in cells for one in (*cell.published, *cell.coming))
            self._assets[within] = (
                assets_within(self.handbook, within)
                if within.channel is None
                else tuple({one.id: one for one in there}.values())
            )
        return self._assets[within]

    def gaps(self, within: Within) -> tuple[Entry, ...]:
        """Give the gaps somewhere, in whatever state, the one to close first at the head."""
        return self.ledger.of(**{cut: name for cut, name in within.named if cut in CUTS})

    def gap_states(self, within: Within) -> Counter[GapState]:
        """Count the gaps somewhere by their state."""
        if within not in self._states:
            self._states[within] = Counter(one.state for one in self.gaps(within))
        return self._states[within]

    @cached_property
    def stale(self) -> frozenset[str]:
        """Published content that has gone without a review for too long, by id."""
        every = self.handbook.assets.values()
        return frozenset(one.id for one in every if is_stale(one, self.handbook))

    # What is counted is asked for on many pages.
    @cached_property
    def _known(self) -> dict[tuple[Counted, Within], int]:
        return {}

    @cached_property
    def _assets(self) -> dict[Within, tuple[Asset, ...]]:
        return {}

    @cached_property
    def _scores(self) -> dict[Within, Scores]:
        return {}

    @cached_property
    def _matrices(
        self,
    ) -> dict[tuple[str | None, str | None], Mapping[tuple[str, str], CellFacts]]:
        return {}

    @cached_property
    def _states(self) -> dict[Within, Counter[GapState]]:
        return {}


_SCORED: Mapping[Counted, Callable[[Scores], Share]] = {
    Counted.ANSWERED: lambda one: one.answered,
    Counted.RESEARCHED: lambda one: one.researched,
    Counted.LIKED: lambda one: one.positive,
}
"""What has a score beside its count."""

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

_Way = Callable[[Counts, Within], int]


def _gaps(state: GapState, counts: Counts, within: Within) -> int:
    return counts.gap_states(within)[state]


def _score(count: Callable[[Scores], int], counts: Counts, within: Within) -> int:
    return count(counts.scores(within))


def _of_strength(strength: Strength, counts: Counts, within: Within) -> int:
    return counts.scores(within).strengths[strength]


def _with_shortcoming(lack: Shortcoming, counts: Counts, within: Within) -> int:
    return counts.scores(within).shortcomings[lack]


def _asked(counts: Counts, within: Within) -> int:
    return asking_within(counts.handbook, within).part


def _to_ask(counts: Counts, within: Within) -> int:
    return asking_within(counts.handbook, within).whole


def _published(counts: Counts, within: Within) -> int:
    return len(published(counts.assets(within)))


def _coming(counts: Counts, within: Within) -> int:
    return len(coming(counts.assets(within)))


def _stale(counts: Counts, within: Within) -> int:
    return sum(one.id in counts.stale for one in counts.assets(within))


def _formats(counts: Counts, within: Within) -> int:
    return len({one.type for one in published(counts.assets(within)) if one.type})


def _reaching(counts: Counts, within: Within) -> int:
    book = counts.handbook
    personas = book.personas if within.persona is None else (within.persona,)
    phases = book.phases if within.phase is None else (within.phase,)
    places = product(personas, phases)
    return len({asset.id for place in places for asset in book.coverage.reaching(*place)})


def _places(state: CellState | None, counts: Counts, within: Within) -> int:
    states = states_of(counts.cells(within), within)
    return sum(state is None or one is state for one in states)


def _wasted(counts: Counts, within: Within) -> int:
    return sum(cell.state is CellState.WASTED for cell in counts.cells(within))


def _deciding(counts: Counts, within: Within) -> int:
    return sum(
        within.persona in {None, one} for cell in counts.cells(within) for one in cell.deciding
    )


def _bare(counts: Counts, within: Within) -> int:
    return sum(
        one in cell.unserved and within.persona in {None, one}
        for cell in counts.cells(within)
        for one in cell.deciding
    )


def _distinct(pick: Callable[[CellFacts], tuple[str, ...]], counts: Counts, within: Within) -> int:
    return len({one for cell in counts.cells(within) for one in pick(cell)})


_WAYS: Mapping[Counted, _Way] = {
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
    Counted.PERSONAS: lambda counts, _: len(counts.handbook.personas),
    Counted.PHASES: lambda counts, _: len(counts.handbook.phases),
}
