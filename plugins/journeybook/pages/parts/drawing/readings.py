"""Draws what a figure was, day by day: a line with its scale, the target, and what was done."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from journeybook.pages.parts.drawing.svg import drawing, element, number, shortened

_WIDTH = 300
_LEFT, _RIGHT, _TOP, _BOTTOM = 46, 78, 16, 90
_DATES = 112
_HEIGHT = 118
_APART = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A reading: the days since the first one, its value, and how it is written."""

    day: int
    value: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingsChart:
    """A figure over time; `name` makes the ids of the drawing, `marks` are days of what was done.

    The `scale` from low to high stands at the left, target and last value at the right, the first
    and the last day below.
    """

    name: str
    title: str
    description: str
    points: tuple[Point, ...]
    first_day: str
    last_day: str
    scale: tuple[str, str]
    target: float | None = None
    target_label: str = ""
    marks: tuple[int, ...] = ()


class _Scale:
    # Values as heights, whatever their size: halves of the largest numbers still have a difference.

    def __init__(self, values: Sequence[float], days: int) -> None:
        self.low, self.high = min(values), max(values)
        self._size = max(abs(self.low), abs(self.high)) or 1.0
        self._days = days or 1

    def y(self, value: float) -> float:
        span = self.high / self._size - self.low / self._size
        share = (value / self._size - self.low / self._size) / span if span else 0.5
        return _BOTTOM - share * (_BOTTOM - _TOP)

    def x(self, day: int) -> float:
        return _LEFT + (_WIDTH - _LEFT - _RIGHT) * day / self._days


def draw_readings(chart: ReadingsChart) -> Markup:
    """Draw a figure over time; nothing where it was not read twice."""
    if len(chart.points) < 2:  # noqa: PLR2004 - a line has two ends
        return Markup("")
    values = [one.value for one in chart.points]
    targets = [] if chart.target is None else [chart.target]
    scale = _Scale([*values, *targets], chart.points[-1].day)
    return drawing(
        chart.name,
        chart.title,
        chart.description,
        *_grid(chart, scale),
        *(_done(scale.x(day)) for day in chart.marks),
        *(_target(chart, scale) if targets else ()),
        _line(chart.points, scale),
        *_ends(chart, scale),
        class_="jb-readings",
        viewBox=f"0 0 {_WIDTH} {_HEIGHT}",
        width=_WIDTH,
        height=_HEIGHT,
    )


def _grid(chart: ReadingsChart, scale: _Scale) -> Iterator[Markup]:
    for value, label in zip((scale.low, scale.high), chart.scale, strict=True):
        yield _level(scale.y(value), "jb-readings-grid")
        yield _text(shortened(label, _LEFT - 6), _LEFT - 6, scale.y(value) + 4, "jb-readings-scale")
        if scale.low == scale.high:
            return


def _level(height: float, class_: str) -> Markup:
    return element(
        "path", d=f"M{_LEFT} {number(height)}H{_WIDTH - _RIGHT}", class_=class_, fill="none"
    )


def _done(at: float) -> Markup:
    path = f"M{number(at)} {_TOP - 6}V{_BOTTOM}"
    return element("path", d=path, class_="jb-readings-done", fill="none")


def _target(chart: ReadingsChart, scale: _Scale) -> tuple[Markup, ...]:
    return (_level(scale.y(chart.target or 0), "jb-readings-target"),)


def _line(points: Sequence[Point], scale: _Scale) -> Markup:
    places = (f"{number(scale.x(one.day))} {number(scale.y(one.value))}" for one in points)
    return element("path", d="M" + "L".join(places), class_="jb-now", fill="none")


def _ends(chart: ReadingsChart, scale: _Scale) -> Iterator[Markup]:
    for one in chart.points:
        x, y = scale.x(one.day), scale.y(one.value)
        yield element("circle", cx=x, cy=y, r=3, class_="jb-now-dot")
    yield from _behind(chart, scale)
    first = chart.points[0]
    # What the line begins with is told below it, where nothing else stands whatever it is.
    half = _WIDTH / 2 - 6
    begins = shortened(f"{chart.first_day}: {first.label}", half)
    yield _text(begins, 0, _DATES, "jb-readings-day")
    ends = shortened(chart.last_day, half)
    yield _text(ends, _WIDTH, _DATES, "jb-readings-day jb-readings-end")


def _behind(chart: ReadingsChart, scale: _Scale) -> Iterator[Markup]:
    # Labels that would stand on each other move apart, the last value keeping its place.
    last, x = chart.points[-1], _WIDTH - _RIGHT + 6
    height = scale.y(last.value) + 4
    if chart.target is not None:
        wanted = scale.y(chart.target) + 4
        if abs(wanted - height) < _APART:
            # Above or below, but never beyond the drawing.
            is_room_below = height + _APART <= _BOTTOM + 4
            is_below = is_room_below and (wanted >= height or height - _APART < _TOP + 4)
            wanted = height + (_APART if is_below else -_APART)
        yield _text(shortened(chart.target_label, _RIGHT - 6), x, wanted, "jb-readings-aim")
    yield _text(shortened(last.label, _RIGHT - 6), x, height, "jb-readings-last")


def _text(text: str, x: float, y: float, class_: str) -> Markup:
    return element("text", text, x=x, y=y, class_=class_ or None)
