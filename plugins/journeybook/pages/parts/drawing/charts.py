"""Charts: what they show, and how they are drawn."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from math import sqrt

from markupsafe import Markup

from journeybook.pages.parts.drawing.svg import drawing, element, number, wrapped


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A part of a bar: its kind (answered, filling, open, use, published, coming) and length."""

    kind: str
    value: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar with its label and its parts; `total` stands behind it."""

    label: str
    stretches: tuple[Stretch, ...]
    total: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """What a kind of stretch means."""

    kind: str
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarChart:
    """Bars under each other; `name` makes the ids of the drawing."""

    name: str
    title: str
    description: str
    bars: tuple[Bar, ...]
    keys: tuple[Key, ...]

    @property
    def longest(self) -> int:
        """The length of the longest bar."""
        return max((sum(one.value for one in bar.stretches) for bar in self.bars), default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two bars from one line outwards: what is used to the left, what is supplied to the right."""

    label: str
    left: int
    right: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairChart:
    """Pairs of bars under each other, with the words over both sides."""

    name: str
    title: str
    description: str
    left: str
    right: str
    pairs: tuple[Pair, ...]
    keys: tuple[Key, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bubble:
    """Two counts at one place: what is published and what is on its way."""

    published: int
    coming: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BubbleRow:
    """A row of bubbles."""

    label: str
    bubbles: tuple[Bubble, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BubbleChart:
    """A grid of bubbles whose areas are counts."""

    name: str
    title: str
    description: str
    columns: tuple[str, ...]
    rows: tuple[BubbleRow, ...]
    keys: tuple[Key, ...]


_WIDTH = 760
_LABEL = 130
_ROW = 34
_BAR = 20
_GAP = 2
_ROOM_FOR_NUMBER = 15
_BUBBLE_ROW = 40
_SMALLEST, _LARGEST = 6.5, 17
_HEAD = 24
_LINE = 14
_LABEL_LINES, _HEAD_LINES = 2, 3
# Those of a label, by which lines are broken, are larger.
_HEAD_LETTERS = 12 / 14


def draw_bars(chart: BarChart) -> Markup:
    """Draw bars under each other, all to one scale."""
    scale = (_WIDTH - _LABEL - 40) / max(chart.longest, 1)
    rows = [part for at, bar in enumerate(chart.bars) for part in _bar(bar, at * _ROW, scale)]
    return _chart(chart.name, chart.title, chart.description, rows, len(chart.bars) * _ROW)


def draw_pairs(chart: PairChart) -> Markup:
    """Draw pairs of bars from a middle line outwards, both sides to one scale."""
    longest = max((max(one.left, _length(one.right)) for one in chart.pairs), default=0)
    middle = (_WIDTH + _LABEL) / 2
    scale = (middle - _LABEL - 24) / max(longest, 1)
    rows = [
        _text(middle - 8, 14, chart.left, "end", "jb-chart-head"),
        _text(middle + 8, 14, chart.right, "start", "jb-chart-head"),
    ]
    for at, pair in enumerate(chart.pairs):
        rows.extend(_pair(pair, _HEAD + at * _ROW, middle, scale))
    height = _HEAD + len(chart.pairs) * _ROW
    line = element("path", d=f"M{number(middle)} {_HEAD - 4}V{height}", class_="jb-chart-line")
    return _chart(chart.name, chart.title, chart.description, [*rows, line], height)


def draw_bubbles(chart: BubbleChart) -> Markup:
    """Draw a grid of bubbles: full ones are published, rings around them are on their way."""
    most = max((_count(one) for row in chart.rows for one in row.bubbles), default=1)
    step = (_WIDTH - _LABEL) / max(len(chart.columns), 1)
    broken = [wrapped(label, (step - 4) / _HEAD_LETTERS, _HEAD_LINES) for label in chart.columns]
    head = _HEAD + _LINE * (max(map(len, broken), default=1) - 1)
    heads = [
        part
        for at, (label, lines) in enumerate(zip(chart.columns, broken, strict=True))
        for part in _lines(
            _LABEL + (at + 0.5) * step, head - 10, label, lines, part="head", anchor="middle"
        )
    ]
    rows = [
        part
        for at, row in enumerate(chart.rows)
        for part in _bubbles(row, head + at * _BUBBLE_ROW, step, most)
    ]
    height = head + len(chart.rows) * _BUBBLE_ROW
    return _chart(chart.name, chart.title, chart.description, [*heads, *rows], height)


def _chart(name: str, title: str, description: str, parts: list[Markup], height: float) -> Markup:
    box = f"0 0 {_WIDTH} {number(height)}"
    return drawing(name, title, description, *parts, viewBox=box, class_="jb-chart")


def _bar(bar: Bar, top: float, scale: float) -> Iterator[Markup]:
    yield from _label(bar.label, top)
    yield from _stretches(bar.stretches, _LABEL, top, scale)
    end = _LABEL + _length(bar.stretches) * scale + 8
    yield _text(end, top + _ROW / 2 + 4, bar.total, "start", "jb-chart-total")


def _pair(pair: Pair, top: float, middle: float, scale: float) -> Iterator[Markup]:
    yield from _label(pair.label, top)
    start = middle - pair.left * scale
    yield from _stretches((Stretch(kind="use", value=pair.left),), start, top, scale)
    yield from _stretches(pair.right, middle, top, scale)


def _stretches(
    stretches: tuple[Stretch, ...], start: float, top: float, scale: float
) -> Iterator[Markup]:
    begins = accumulate((one.value for one in stretches), initial=0)
    for one, begin in zip(stretches, begins, strict=False):
        if not one.value:
            continue
        left, width = start + begin * scale, max(one.value * scale - _GAP, 1)
        yield element(
            "rect",
            x=left + _GAP / 2,
            y=top + (_ROW - _BAR) / 2,
            width=width,
            height=_BAR,
            rx=3.0,
            class_=f"jb-chart-{one.kind}",
        )
        if width >= _ROOM_FOR_NUMBER:
            middle = left + _GAP / 2 + width / 2
            words = f"jb-chart-number jb-chart-number--{one.kind}"
            yield _text(middle, top + _ROW / 2 + 4, str(one.value), "middle", words)


def _bubbles(row: BubbleRow, top: float, step: float, most: int) -> Iterator[Markup]:
    yield from _label(row.label, top, _BUBBLE_ROW)
    yield element("path", d=f"M{_LABEL} {number(top)}H{_WIDTH}", class_="jb-chart-rule")
    for at, one in enumerate(row.bubbles):
        if _count(one):
            yield from _bubble(one, _LABEL + (at + 0.5) * step, top + _BUBBLE_ROW / 2, most)


def _bubble(one: Bubble, x: float, y: float, most: int) -> Iterator[Markup]:
    radius = max(_SMALLEST, _LARGEST * sqrt(_count(one) / most))
    kind = "published" if one.published else "coming"
    yield element("circle", cx=x, cy=y, r=radius, class_=f"jb-chart-{kind}")
    if one.published and one.coming:
        yield element("circle", cx=x, cy=y, r=radius + 2.5, class_="jb-chart-ring")
    words = f"jb-chart-number jb-chart-number--{kind}"
    yield _text(x, y + 4, str(one.published or one.coming), "middle", words)
    if one.published and one.coming:
        yield _text(x + radius + 6, y + 4, f"+{one.coming}", "start", "jb-chart-total")


def _label(label: str, top: float, row: float = _ROW) -> Iterator[Markup]:
    lines = wrapped(label, _LABEL - 12, _LABEL_LINES)
    last = top + row / 2 + 4 + _LINE * (len(lines) - 1) / 2
    yield from _lines(0, last, label, lines, part="label")


def _lines(
    x: float, last: float, label: str, lines: tuple[str, ...], *, part: str, anchor: str = "start"
) -> Iterator[Markup]:
    # A label that is too long for its lines is told as a whole to who points at it.
    whole = [element("title", label)] if lines[-1].endswith("…") else []
    for at, line in enumerate(lines, start=1 - len(lines)):
        yield _text(x, last + at * _LINE, line, anchor, f"jb-chart-{part}", *whole)


def _text(x: float, y: float, words: str, anchor: str, class_: str, *more: Markup) -> Markup:
    return element("text", words, *more, x=x, y=y, text_anchor=anchor, class_=class_)


def _length(stretches: tuple[Stretch, ...]) -> int:
    return sum(one.value for one in stretches)


def _count(one: Bubble) -> int:
    return one.published + one.coming
