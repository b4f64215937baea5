"""How we stand beside others in the eyes of customers: behind, level or ahead.

Only what is known on both sides is compared: where nobody knows how content customers are with
somebody else, or with us, nobody stands anywhere.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from journeybook.grouping import grouped
from journeybook.handbook.ids import folded
from journeybook.handbook.journeys import Other, Step

_APART = 0.5
"""From here on two marks differ; that of a whole step is the mean of several."""


class Standing(StrEnum):
    """How we stand beside somebody else."""

    BEHIND = "behind"
    LEVEL = "level"
    AHEAD = "ahead"


_FROM_WORST = tuple(Standing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """Somebody else in some steps, and how we stand; `is_assumed` where no research shows it."""

    name: str
    standing: Standing
    is_assumed: bool


def standing_of(other: Other, own: float | None) -> Standing | None:
    """Tell how we stand beside another; None where one of both is not known."""
    if other.satisfaction is None or own is None:
        return None
    apart = own - other.satisfaction
    if abs(apart) < _APART:
        return Standing.LEVEL
    return Standing.AHEAD if apart > 0 else Standing.BEHIND


def own_mark(step: Step, persona: str | None = None) -> float | None:
    """Give how content a persona, or everybody, is with us in a step: the mean of what is known."""
    marks = [
        one.satisfaction
        for one in step.touchpoints
        if one.satisfaction is not None and (persona is None or persona in one.personas)
    ]
    return sum(marks) / len(marks) if marks else None


def rivals(steps: Iterable[Step], persona: str) -> tuple[Rival, ...]:
    """Give all others that a persona sees beside us in some steps, those we are behind first.

    Beside one we are behind where that is so in one place at least, and ahead where it is nowhere.
    """
    seen = grouped(
        (folded(other.name), (other, standing))
        for other, own in (pair for step in steps for pair in _compared(step, persona))
        if (standing := standing_of(other, own))
    )
    found = [_rival(places) for places in seen.values()]
    return tuple(sorted(found, key=lambda one: _FROM_WORST.index(one.standing)))


def not_compared(steps: Sequence[Step], persona: str) -> tuple[tuple[Other, float | None], ...]:
    """Give each other beside whom nobody knows how we stand, and how content they are with us."""
    compared = {folded(one.name) for one in rivals(steps, persona)}
    seen = {
        folded(other.name): (other, own)
        for step in steps
        for other, own in _compared(step, persona)
        if folded(other.name) not in compared
    }
    return tuple(seen.values())


def worst(rivals_: Iterable[Rival]) -> Standing | None:
    """Tell how we stand beside the one that customers like best; None where nobody knows."""
    return min((one.standing for one in rivals_), key=_FROM_WORST.index, default=None)


def _compared(step: Step, persona: str) -> Iterator[tuple[Other, float | None]]:
    yield from ((one, own_mark(step, persona)) for one in step.others)
    for touchpoint in step.touchpoints:
        if persona in touchpoint.personas:
            yield from ((one, touchpoint.satisfaction) for one in touchpoint.others)


def _rival(places: Sequence[tuple[Other, Standing]]) -> Rival:
    standings = {standing for _, standing in places}
    whole = Standing.AHEAD if Standing.AHEAD in standings else Standing.LEVEL
    standing = Standing.BEHIND if Standing.BEHIND in standings else whole
    return Rival(
        name=places[0][0].name,
        standing=standing,
        is_assumed=not any(one.evidence for one, each in places if each is standing),
    )
