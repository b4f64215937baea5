"""Finds what is counted, in the whole handbook or somewhere in it; all that is asked for once."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from journeybook.counts.assets import assets_within, is_stale, scope_within
from journeybook.counts.steps import scores_within
from journeybook.counts.within import Within
from journeybook.gaps.ledger import CUTS, Entry, Ledger
from journeybook.gaps.state import GapState
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Asset
from journeybook.handbook.index.matrix_facts import CellFacts, cells_of
from journeybook.handbook.index.scores import Scores


@dataclass(frozen=True, kw_only=True)
class Found:
    """What of a handbook is counted; whatever is asked twice is looked up once."""

    handbook: Handbook
    ledger: Ledger

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
    def _assets(self) -> dict[Within, tuple[Asset, ...]]:
        return {}

    @cached_property
    def _scores(self) -> dict[Within, Scores]:
        return {}

    @cached_property
    def _matrices(self) -> dict[tuple[str | None, str | None], Mapping[tuple[str, str], CellFacts]]:
        return {}

    @cached_property
    def _states(self) -> dict[Within, Counter[GapState]]:
        return {}
