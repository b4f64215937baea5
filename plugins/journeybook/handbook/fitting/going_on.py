"""How personas go on from phase to phase: how many, how long, and where that is weakest."""

from collections.abc import Iterator
from dataclasses import dataclass

from journeybook.handbook.journeys import Journey, Step
from journeybook.schema.transition import MovesOn


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    """The way from a phase to the next, with its figures."""

    step: Step
    figures: tuple[MovesOn, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weakest:
    """The figure of going on that is weakest of so many that are `measured`, of all there are.

    It `misses` its target; where none does, it is the one by which the fewest go on.
    """

    figure: MovesOn
    misses: bool
    measured: int
    all: int


def transitions(journey: Journey) -> Iterator[Transition]:
    """Give the way on from every phase of a journey but the last, that of its last step."""
    for phase in journey.scope[:-1]:
        steps = journey.steps_in(phase)
        figures = tuple(one for step in steps for one in step.moves_on)
        if steps:
            yield Transition(step=steps[-1], figures=figures)


def weakest(journey: Journey) -> Weakest | None:
    """Give the weakest way on: the one furthest from its target, or by which the fewest go on.

    Of a single one nobody can tell that it is the weakest, unless it misses its target.
    """
    ways = tuple(transitions(journey))
    measured = [one for one in ways if any(each.actual is not None for each in one.figures)]
    figures = [(one, each) for one in measured for each in one.figures if each.actual is not None]
    missing = [each for _, each in figures if each.misses]
    shares = [each for _, each in figures if each.is_share]
    if not missing and len({one.step.id for one, each in figures if each.is_share}) < 2:  # noqa: PLR2004 - one is no comparison
        return None
    figure = min(missing, key=_shortfall) if missing else min(shares, key=_share)
    return Weakest(
        figure=figure,
        misses=bool(missing),
        measured=len(measured),
        all=max(len(journey.scope) - 1, 0),
    )


def _shortfall(figure: MovesOn) -> float:
    # How much of what it should be it is, whichever way is better.
    actual, target = figure.actual or 0, figure.target or 0
    best, worst = (target, actual) if figure.wants_less else (actual, target)
    return best / worst if worst else 0


def _share(figure: MovesOn) -> float:
    return figure.actual or 0
