"""How a handbook differs from what it was on earlier days, for the first page."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from journeybook.counts.moves import moves
from journeybook.history.history import traces_of
from journeybook.history.points import PERSONA, WHOLE, Point
from journeybook.pages.parts.past import Past
from journeybook.pipeline import Judged

_TOLD = (WHOLE, PERSONA)
MOST_DAYS = 12
"""How many earlier days are told at most: the last ones."""


def with_earlier_days(now: Judged, points: Sequence[Point]) -> Judged:
    """Give a handbook that knows how it was on the days of some points of its past."""
    past = tuple(_pasts(now, points))[-MOST_DAYS:]
    return replace(now, site=replace(now.site, past=past)) if past else now


def _pasts(now: Judged, points: Sequence[Point]) -> Iterator[Past]:
    today = traces_of(now) if points else ()
    for point in points:
        if point.measures and point.day < now.handbook.today:
            yield Past(
                day=point.day,
                answered={one.id: one.answered for one in point.measures if one.scope in _TOLD},
                published=frozenset(point.published),
                moves=moves(point.traces, today),
            )
