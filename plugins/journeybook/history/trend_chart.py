"""The history of a handbook drawn: a row of small charts for the whole and each of its parts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from markupsafe import Markup

from journeybook.counts.moves import Move, Moves
from journeybook.history.history import Row, scopes
from journeybook.history.points import COLUMNS, GAP_COLUMNS, PART, WHOLE, Measure, Point
from journeybook.pages.parts.drawing.svg import drawing, element, number
from journeybook.wording import Wording, marked

_WIDTH, _HEIGHT = 200, 64
_LETTER = 5.5
_LEFT, _TOP, _GAP, _ROW, _HEAD = 48, 60, 60, 144, 26
_ALONE = (_LEFT + _WIDTH + 24, 116)
_ABOUT = marked("The same figures stand in the table and the CSV of this history.")
_DRAWN = marked(
    "The lines of shares follow a score, a mean over all places in which silence never looks "
    "better; the gaps closed are added up."
)
_MOST_ROWS = 60
_MOST_DOTS = 60
_STYLE = (
    "text{font:12px system-ui,sans-serif;fill:#1b1f2a}.jb-trend-soft{fill:#5b6272}"
    ".jb-trend-head{font-weight:600}.jb-trend-axis{stroke:#c3c8d4;fill:none}"
    ".jb-trend-line{stroke:#2b4bd8;stroke-width:2;fill:none}.jb-trend-dot{fill:#2b4bd8}"
    ".jb-trend-bad{stroke:#b3261e;stroke-width:2;fill:none}.jb-trend-paper{fill:#fff}"
    "@media(prefers-color-scheme:dark){text{fill:#e8eaf0}.jb-trend-soft{fill:#a9afbe}"
    ".jb-trend-paper{fill:#14161c}.jb-trend-axis{stroke:#4a5060}.jb-trend-line{stroke:#9db2ff}"
    ".jb-trend-dot{fill:#9db2ff}.jb-trend-bad{stroke:#ff9a92}}"
)
_AMOUNTS = tuple(each for each in GAP_COLUMNS if each[0] in {"lacking", "gaps", Move.CLOSED})
_NUMBERS = frozenset(name for name, _ in _AMOUNTS)


def trend_svg(points: Sequence[Point], wording: Wording) -> bytes:
    """Draw the whole, every journey and every phase as a file that stands alone."""
    style = element("style", Markup(_STYLE))  # noqa: S704 - our own, above
    paper = element("rect", width="100%", height="100%", class_="jb-trend-paper")
    rows = list(scopes(points))[:_MOST_ROWS]
    title = wording.text("How the handbook did")
    return f"{_drawn(points, wording, title, rows, (style, paper))}\n".encode()


def trend_of(points: Sequence[Point], wording: Wording, title: str, rows: Sequence[Row]) -> Markup:
    """Draw the whole, or some journeys or phases, for a page of the site, in its colours.

    Each figure is a drawing of its own, so that in a narrow window those that do not fit stand in
    the next row, as words do.
    """
    width, height = _ALONE
    parts = [element("p", _span(points, wording), class_="jb-note")]
    for scope, identifier, name in rows[:_MOST_ROWS]:
        if scope != WHOLE:
            parts.append(element("b", name, class_="jb-line"))
        for key, label in _panels(wording):
            drawn = _panel(points, (scope, identifier, key), label, (_LEFT, 8), wording)
            parts.append(
                element(
                    "svg",
                    *drawn,
                    viewBox=f"0 0 {width} {height}",
                    width=width,
                    height=height,
                    class_="jb-trend",
                    role="presentation",
                )
            )
    about = wording.text(_ABOUT)
    return element("div", *parts, role="group", aria_label=f"{title}. {about}")


def _drawn(
    points: Sequence[Point],
    wording: Wording,
    title: str,
    rows: Sequence[Row],
    ground: Sequence[Markup],
) -> Markup:
    say = wording.text
    panels = _panels(wording)
    width = _LEFT * 2 + len(panels) * _WIDTH + (len(panels) - 1) * _GAP
    height = _TOP + max(len(rows), 1) * _ROW
    parts = [*ground, _text(_LEFT, 26, title, "head"), _text(_LEFT, 44, _span(points, wording))]
    for at, (scope, identifier, name) in enumerate(rows):
        top = _TOP + at * _ROW
        shown = say("The whole handbook") if scope == WHOLE else name
        parts.append(_text(_LEFT, top + 14, shown, "head"))
        for column, (key, label) in enumerate(panels):
            left = _LEFT + column * (_WIDTH + _GAP)
            parts += _panel(points, (scope, identifier, key), label, (left, top + _HEAD), wording)
    return drawing(
        "history",
        title,
        say(_ABOUT),
        *parts,
        class_="jb-trend",
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
    )


def _panels(wording: Wording) -> list[tuple[str, str]]:
    say = wording.text
    labels = {name: say(each.name) for name, each in (*COLUMNS, *_AMOUNTS)}
    labels[Move.CLOSED] = say("{name}, in all", name=labels[Move.CLOSED])
    return list(labels.items())


def _span(points: Sequence[Point], wording: Wording) -> str:
    if not points:
        return wording.text("No commit to look at.")
    days = f"{wording.day(points[0].day)} – {wording.day(points[-1].day)}"
    return f"{days} · {wording.text(_DRAWN)}"


def _panel(
    points: Sequence[Point],
    key: tuple[str, str, str],
    label: str,
    corner: tuple[int, int],
    wording: Wording,
) -> Iterator[Markup]:
    left, top = corner
    scope, identifier, name = key
    points = [point.alone(scope, identifier) for point in points]
    measures = [point.at(scope, identifier) for point in points]
    if name == Move.CLOSED:
        measures = list(_added_up(measures))
    values = [_value(measure, name) for measure in measures]
    known = [value for value in values if value is not None]
    most = max([*known, 1.0]) if name in _NUMBERS else 1.0
    last = next((one.told(name, wording) for one in reversed(measures) if one), "–")
    yield _text(left, top + 8, f"{label}: {last}")
    base = top + 16 + _HEIGHT
    yield from _scale(left, base, wording.percent(1) if name not in _NUMBERS else str(int(most)))
    yield from _ends(measures, name, (left, base + 15), wording)
    places: list[tuple[float, float] | None] = []
    for point, value in zip(points, values, strict=True):
        x = left + _along(point.day, points) * _WIDTH
        places.append(None if value is None else (x, base - value / most * _HEIGHT))
        # Said once, beside the whole; in every row it would drown the lines.
        if not point.is_sound and (scope in {WHOLE, PART} or value is None):
            yield _cross(x, base, f"{point.day.isoformat()}: {point.remark(wording)}")
    yield from _line(places)
    for point, measure, place in zip(points, measures, places, strict=True):
        if place is not None and measure is not None:
            told = f"{point.day.isoformat()}: {_told(measure, name, wording)}"
            # Many points stand so close that dots would hide the line.
            radius = 2.5 if len(points) <= _MOST_DOTS else 1
            told_at = {"cx": place[0], "cy": place[1], "r": radius}
            yield element("circle", element("title", told), **told_at, class_="jb-trend-dot")


def _added_up(measures: Iterable[Measure | None]) -> Iterator[Measure | None]:
    # What is closed between two points says nothing beside another two of which one is longer.
    closed = 0
    for one in measures:
        closed += one.moves.closed if one and one.moves else 0
        yield one and replace(one, moves=Moves(opened=0, filled=0, closed=closed))


def _told(measure: Measure, name: str, wording: Wording) -> str:
    told = measure.told(name, wording)
    if name in _NUMBERS:
        return told
    return f"{told}, {_called_value(measure, name, wording)}"


def _scale(left: int, base: int, most: str) -> Iterator[Markup]:
    for y, told in ((base - _HEIGHT, most), (base, "0")):
        yield element("path", d=f"M{left} {y}h{_WIDTH}", class_="jb-trend-axis")
        yield _text(left - 4, y + 4, told, anchor="end")


def _ends(
    measures: Sequence[Measure | None], name: str, corner: tuple[int, int], wording: Wording
) -> Iterator[Markup]:
    """Say what it was at first and at last, and by how much it changed."""
    told = [one for one in measures if one and _value(one, name) is not None]
    if not told[1:]:
        return
    (left, y), (first, last) = corner, (told[0], told[-1])
    before, after = _called_value(first, name, wording), _drawn_value(last, name, wording)
    yield _text(left, y, before)
    yield _text(left + _WIDTH, y, after, anchor="end")
    middle = left + (_WIDTH + _LETTER * (len(before) - len(after))) / 2
    yield _text(middle, y, _change(first, last, name, wording), "head", anchor="middle")


def _drawn_value(measure: Measure, name: str, wording: Wording) -> str:
    # What the line shows, which weighs a share by how well each part of it is met.
    value = _value(measure, name) or 0.0
    return wording.number(int(value)) if name in _NUMBERS else wording.percent(value)


def _called_value(measure: Measure, name: str, wording: Wording) -> str:
    value = _drawn_value(measure, name, wording)
    return value if name in _NUMBERS else wording.text("score {share}", share=value)


def _change(first: Measure, last: Measure, name: str, wording: Wording) -> str:
    scale = 1 if name in _NUMBERS else 100
    before, after = (round((_value(one, name) or 0.0) * scale) for one in (first, last))
    size = after - before
    if not size:
        return wording.text("unchanged")
    sign = "+" if size > 0 else "−"
    if name in _NUMBERS:
        return f"{sign}{wording.number(abs(size))}"
    return wording.count("{sign}{n} point", "{sign}{n} points", abs(size), sign=sign)


def _line(places: Sequence[tuple[float, float] | None]) -> Iterator[Markup]:
    for one, other in pairwise(places):
        if one is not None and other is not None:
            start, end = ((number(x), number(y)) for x, y in (one, other))
            yield element(
                "path", d=f"M{start[0]} {start[1]}L{end[0]} {end[1]}", class_="jb-trend-line"
            )


def _cross(x: float, y: float, told: str) -> Markup:
    left, top = number(x - 3), number(y - 3)
    return element(
        "path", element("title", told), d=f"M{left} {top}l6 6m0 -6l-6 6", class_="jb-trend-bad"
    )


def _along(day: date, points: Sequence[Point]) -> float:
    first, last = points[0].day, points[-1].day
    days = (last - first).days
    return (day - first).days / days if days > 0 else 0.5


def _value(measure: Measure | None, name: str) -> float | None:
    if measure is None:
        return None
    return measure.amount(name) if name in _NUMBERS else measure.scores[name]


def _text(x: float, y: float, text: str, kind: str = "soft", anchor: str | None = None) -> Markup:
    return element("text", text, x=x, y=y, class_=f"jb-trend-{kind}", text_anchor=anchor)
