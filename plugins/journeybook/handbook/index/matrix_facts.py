"""What is known of a channel in a phase: who uses it, what serves it, and whether it works."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import TypeVar

from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Asset
from journeybook.handbook.fitting.coverage import (
    Coverage,
    Used,
    coming,
    published,
    touchpoints_used,
)
from journeybook.handbook.journeys import Touchpoint

Item = TypeVar("Item", Asset, Touchpoint)

ENOUGH = 2
"""From so many published assets without a lack on, a persona is served on a channel in a phase."""


class CellState(StrEnum):
    """How use and supply of a channel in a phase meet; of who comes there, the best first."""

    SERVED = "served"
    THIN = "thin"
    MISSING = "missing"
    WASTED = "wasted"
    UNUSED = "unused"


_FROM_BEST = tuple(CellState)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Whom and when a matrix is about; with a journey, only its touchpoints count as use."""

    personas: tuple[str, ...]
    phases: tuple[str, ...]
    journey: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CellFacts:
    """A channel in a phase.

    `state` is that of the user who is served worst; without users that of the looker; else wasted
    or not used. `users` have a touchpoint here; `lookers` rank the channel and find something
    here. `states` tells how each of them is served, `unserved` are the users for whom nothing is
    published here that they can read. `published` and `coming` is what any persona in scope finds.
    """

    channel: str
    phase: str
    state: CellState
    states: Mapping[str, CellState]
    users: tuple[str, ...]
    unserved: tuple[str, ...]
    touchpoints: tuple[Touchpoint, ...]
    published: tuple[Asset, ...]
    coming: tuple[Asset, ...]

    @property
    def lookers(self) -> tuple[str, ...]:
        """Those who look here first, next or rarely, and have no touchpoint here."""
        return tuple(persona for persona in self.states if persona not in self.users)

    @property
    def served(self) -> tuple[str, ...]:
        """Those who find enough here."""
        states = self.states.items()
        return tuple(persona for persona, state in states if state is CellState.SERVED)

    @property
    def deciding(self) -> tuple[str, ...]:
        """The users who decide here to go on or to leave."""
        moments = [one for one in self.touchpoints if one.moment_of_truth]
        return tuple(user for user in self.users if any(user in one.personas for one in moments))

    @property
    def is_moment_of_truth(self) -> bool:
        """Whether a customer decides here to go on or to leave."""
        return any(one.moment_of_truth for one in self.touchpoints)

    @property
    def importance(self) -> int | None:
        """How much the most important touchpoint matters, 1 to 5."""
        return max((one.importance for one in self.touchpoints if one.importance), default=None)

    @property
    def satisfaction(self) -> float | None:
        """How well its touchpoints go on average, 1 to 5."""
        marks = [one.satisfaction for one in self.touchpoints if one.satisfaction]
        return sum(marks) / len(marks) if marks else None

    @property
    def emotion(self) -> float | None:
        """How its touchpoints feel on average, -2 to 2."""
        felt = [one.emotion for one in self.touchpoints if one.emotion is not None]
        return sum(felt) / len(felt) if felt else None


def cells_of(book: Handbook, scope: Scope) -> Mapping[tuple[str, str], CellFacts]:
    """Give what is known of every channel in every phase of a scope."""
    ranked = {
        (persona, channel)
        for persona in scope.personas
        for channel in book.personas[persona].channels.all
    }
    used = _used(book, scope)
    return {
        (channel, phase): _cell(book, scope, ranked, used, channel, phase)
        for channel in book.channels
        for phase in scope.phases
    }


def cells_by_persona(book: Handbook) -> Mapping[str, Mapping[tuple[str, str], CellFacts]]:
    """Give, for each persona, what is known of every channel in every phase."""
    phases = tuple(book.phases)
    return {one: cells_of(book, Scope(personas=(one,), phases=phases)) for one in book.personas}


def _used(book: Handbook, scope: Scope) -> Used:
    # A journey of the future has touchpoints too, which count in its own matrix only.
    return touchpoints_used([book.journeys[scope.journey]]) if scope.journey else book.coverage.used


def _cell(  # noqa: PLR0917 - a cell of a table that is made row by row
    book: Handbook, scope: Scope, ranked: set[tuple[str, str]], used: Used, channel: str, phase: str
) -> CellFacts:
    supply = {one: book.coverage.assets_on(one, phase, channel) for one in scope.personas}
    use = {one: used.get((one, phase, channel), ()) for one in scope.personas}
    users = tuple(one for one in scope.personas if use[one])
    found = {one: book.coverage.found_on(one, phase, channel) for one in scope.personas}
    present = (one for one in scope.personas if use[one] or (one, channel) in ranked)
    assets = _distinct(each for own in supply.values() for each in own)
    live = published(assets)
    states = {
        one: _served(book.coverage, one, phase, found[one], supply[one])
        for one in present
        if use[one] or found[one]
    }
    return CellFacts(
        channel=channel,
        phase=phase,
        state=_worst([states[one] for one in users or states], is_empty=not live),
        states=states,
        users=users,
        unserved=tuple(one for one in users if not found[one]),
        touchpoints=_distinct(each for own in use.values() for each in own),
        published=live,
        coming=coming(assets),
    )


def _served(
    coverage: Coverage,
    persona: str,
    phase: str,
    found: tuple[Asset, ...],
    assets: tuple[Asset, ...],
) -> CellState:
    if len(found) >= ENOUGH:
        whole = (asset for asset in found if not coverage.lacks_on(persona, phase, asset))
        if len(tuple(islice(whole, ENOUGH))) == ENOUGH:
            return CellState.SERVED
    return CellState.THIN if found or coming(assets) else CellState.MISSING


def _worst(states: Sequence[CellState], *, is_empty: bool) -> CellState:
    if states:
        return max(states, key=_FROM_BEST.index)
    return CellState.UNUSED if is_empty else CellState.WASTED


def _distinct(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple({one.id: one for one in items}.values())
