"""Lines through scores from -2 to 2, bent softly from column to column."""

from dataclasses import dataclass
from itertools import pairwise

from journeybook.pages.parts.svg import number

COLUMN = 100
_BEND = 0.45

Run = list[tuple[float, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heights:
    """Where scores stand: the height of 0, and how far the next score is."""

    middle: float
    step: float

    def of(self, score: int) -> float:
        """Give the height of a score."""
        return self.middle - score * self.step


def runs(scores: list[int | None], heights: Heights) -> list[Run]:
    """Give the places of the scores; one that nobody knows interrupts the line."""
    found: list[Run] = [[]]
    for at, score in enumerate(scores):
        if score is None:
            found.append([])
        else:
            found[-1].append(((at + 0.5) * COLUMN, heights.of(score)))
    return [run for run in found if run]


def bent(run: Run) -> str:
    """Write the path of a line through its places."""
    start = f"M{number(run[0][0])} {number(run[0][1])}"
    return start + "".join(_bend(one, other) for one, other in pairwise(run))


def _bend(one: tuple[float, float], other: tuple[float, float]) -> str:
    reach = (other[0] - one[0]) * _BEND
    places = (one[0] + reach, one[1], other[0] - reach, other[1], other[0], other[1])
    return "C" + " ".join(number(place) for place in places)
