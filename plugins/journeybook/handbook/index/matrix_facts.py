"""What is known of a channel in a phase: who uses it, what serves it, and whether it works."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Asset
from journeybook.handbook.index.coverage import Used, coming, published, touchpoints_used
from journeybook.handbook.journeys import Touchpoint

Item = TypeVar("Item", Asset, Touchpoint)

ENOUGH = 2
"""From so many published assets on, a channel is served in a phase."""


class CellState(StrEnum):
    """How use and supply of a channel in a phase meet."""

    SERVED = "served"
    THIN = "thin"
    MISSING = "missing"
    WASTED = "wasted"
    UNUSED = "unused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Whom and when a matrix is about; with a journey, only its touchpoints count as use."""

    personas: tuple[str, ...]
    phases: tuple[str, ...]
    journey: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CellFacts:
    """A channel in a phase.

    `users` have a touchpoint here; `lookers` rank the channel and are offered something here;
    `unserved` are the users for whom nothing is published here.
    """

    channel: str
    phase: str
    users: tuple[str, ...]
    lookers: tuple[str, ...]
    unserved: tuple[str, ...]
    touchpoints: tuple[Touchpoint, ...]
    published: tuple[Asset, ...]
    coming: tuple[Asset, ...]

    @property
    def state(self) -> CellState:
        """Served, thin, missing, wasted or not used."""
        if not (self.users or self.lookers):
            return CellState.WASTED if self.published else CellState.UNUSED
        if len(self.published) >= ENOUGH:
            return CellState.SERVED
        if self.published or (self.coming and self.users):
            return CellState.THIN
        return CellState.MISSING if self.users else CellState.UNUSED

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


def use_and_supply(channel: str, cells: Mapping[tuple[str, str], CellFacts]) -> tuple[int, ...]:
    """Count a channel's touchpoints and the personas who use it, and what is there and coming."""
    own = [cell for (where, _), cell in cells.items() if where == channel]
    return (
        len({one.id for cell in own for one in cell.touchpoints}),
        len({one for cell in own for one in cell.users}),
        len({one.id for cell in own for one in cell.published}),
        len({one.id for cell in own for one in cell.coming}),
    )


def cells_by_persona(book: Handbook) -> Mapping[str, Mapping[tuple[str, str], CellFacts]]:
    """Give, for each persona, what is known of every channel in every phase."""
    phases = tuple(book.phases)
    return {one: cells_of(book, Scope(personas=(one,), phases=phases)) for one in book.personas}


def _used(book: Handbook, scope: Scope) -> Used:
    # A journey of the future has touchpoints too, which count in its own matrix only.
    return touchpoints_used([book.journeys[scope.journey]]) if scope.journey else book.coverage.used


def _cell(  # noqa: PLR0917 - a cell of a table that is made row by row
    book: Handbook,
    scope: Scope,
    ranked: set[tuple[str, str]],
    used: Used,
    channel: str,
    phase: str,
) -> CellFacts:
    supply = {one: book.coverage.assets_on(one, phase, channel) for one in scope.personas}
    use = {one: used.get((one, phase, channel), ()) for one in scope.personas}
    users = tuple(one for one in scope.personas if use[one])
    served = {one for one in scope.personas if any(each.is_published for each in supply[one])}
    assets = _distinct(each for found in supply.values() for each in found)
    return CellFacts(
        channel=channel,
        phase=phase,
        users=users,
        lookers=tuple(
            one
            for one in scope.personas
            if one in served and not use[one] and (one, channel) in ranked
        ),
        unserved=tuple(one for one in users if one not in served),
        touchpoints=_distinct(each for found in use.values() for each in found),
        published=published(assets),
        coming=coming(assets),
    )


def _distinct(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple({one.id: one for one in items}.values())
