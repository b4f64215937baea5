"""Draws a journey at a glance, or its curve, as a picture that stands by itself in any document."""

from dataclasses import dataclass

from markupsafe import Markup

from journeybook.pages.journeys.drawings.svg_curve import SMALL, draw_curve, shape
from journeybook.pages.journeys.journey_glance import GlanceCell, GlanceView
from journeybook.pages.journeys.journey_glance import Point as Told
from journeybook.pages.parts.drawing.svg import element, shortened, wrapped
from journeybook.pages.parts.words.states import SIGNS

_NAMES, _COLUMN = 110, 170
_PAD, _LINE, _TITLE, _HEAD = 10, 17, 56, 74
_MOST = 6
_LEAST, _HEAD_LETTERS, _KEY = 510, 0.55, 12
"""How wide a picture is at least, how much narrower text is for its title, and a sign of a line."""
_STYLE = """\
text { font: 12px system-ui, sans-serif; fill: #16181b; }
.jb-title { font-size: 20px; font-weight: 700; } .jb-phase { font-size: 14px; font-weight: 600; }
.jb-quiet, .jb-curve-score, .jb-curve-count { fill: #5a6068; } .jb-open { fill: #b3261e; }
.jb-answered { fill: #12724a; } .jb-wait { fill: #855000; } .jb-curve-word { font-weight: 600; }
.jb-curve text { stroke: #fff; stroke-width: 4; paint-order: stroke; }
.jb-grid, .jb-curve-zero, .jb-curve-border { stroke: #e3e5e8; fill: none; }
.jb-line-0 { --own: #2b4bd8; } .jb-line-1 { --own: #a0307c; } .jb-line-2 { --own: #0d757d; }
.jb-line-3 { --own: #855000; } .jb-now { stroke: var(--own, #2b4bd8); stroke-width: 2.5; }
.jb-later { stroke: var(--own, #2b4bd8); stroke-width: 1.5; stroke-dasharray: 2 4; }
.jb-line-key path { fill: var(--own, #2b4bd8); }
.jb-curve-area { fill: #2b4bd8; opacity: 0.07; }
.jb-point { fill: var(--own, #2b4bd8); stroke: #fff; }
.jb-curve-moment { fill: #fff; stroke: var(--own, #2b4bd8); stroke-width: 1.5; }
"""
_TONES = {"answered": "jb-answered", "lacking": "jb-wait", "filling": "jb-wait", "open": "jb-open"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    # A line of a cell: pieces of text, each with its class.
    pieces: tuple[tuple[str, str], ...]


def standing_curve(view: GlanceView, title: str) -> Markup:
    """Draw the curve alone, with the names of its phases below."""
    curve, below = _curve(view, 0, _TITLE), _TITLE + _high(view) + 24
    names = _phases(view, 0, below)
    keys = _keys(view, 0, below + 2 * _PAD, len(view.map.steps) * _COLUMN)
    height = below + _PAD + len(keys) * _LINE
    return _picture(view, title, len(view.map.steps) * _COLUMN, height, curve, *names, *keys)


def standing_map(view: GlanceView, title: str) -> Markup:
    """Draw phases, steps, the curve, and what stands in each lane."""
    columns = len(view.map.steps)
    width = _NAMES + columns * _COLUMN
    parts = [*_phases(view, _NAMES, _TITLE + 16), *_steps(view)]
    top = _TITLE + (_HEAD if view.map.has_steps else _HEAD - 2 * _LINE)
    keys = _keys(view, 0, top + 20, _NAMES)
    parts.extend((_curve(view, _NAMES, top), *keys))
    top += max(_high(view), len(keys) * _LINE + 20) + _PAD
    # How people feel stands on the curve.
    for lane in view.lanes[1:]:
        cells = [_lines(cell) for cell in lane.cells]
        parts.append(element("path", d=f"M0 {top}H{width}", class_="jb-grid"))
        parts.append(_text(lane.label, 0, top + 20, "jb-phase"))
        for at, lines in enumerate(cells):
            parts.extend(_written(lines, _NAMES + at * _COLUMN + _PAD, top + 20))
        top += max((len(lines) for lines in cells), default=0) * _LINE + 2 * _PAD
    return _picture(view, title, width, top, *parts)


def _picture(view: GlanceView, title: str, width: float, height: float, *parts: Markup) -> Markup:
    width = max(width, _LEAST)
    head = shortened(title, width * _HEAD_LETTERS)
    return element(
        "svg",
        element("title", title),
        element("desc", view.map.curve.description),
        element("style", Markup(_STYLE)),  # noqa: S704 - our own
        element("rect", width="100%", height="100%", fill="#fff"),
        element("g", _text(head, 0, 24, "jb-title"), *parts, transform=f"translate({_PAD} {_PAD})"),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width + 2 * _PAD} {height + 2 * _PAD}",
        width=width + 2 * _PAD,
        height=height + 2 * _PAD,
        role="img",
    )


def _high(view: GlanceView) -> int:
    return SMALL.height if view.map.curve.is_drawn else 0


def _curve(view: GlanceView, x: float, y: float) -> Markup:
    if not view.map.curve.is_drawn:
        return Markup("")
    width = len(view.map.steps) * _COLUMN
    return element(
        "svg", draw_curve(view.map.curve, SMALL), x=x, y=y, width=width, height=SMALL.height
    )


def _keys(view: GlanceView, x: float, y: float, width: float) -> list[Markup]:
    # Whose line is whose, where there are several.
    lines = view.map.curve.lines if view.map.curve.is_drawn else ()
    if len(lines) == 1:
        return []
    keys = []
    for at, line in enumerate(lines):
        sign = element("svg", shape(at), x=x, y=y - _KEY, width=_KEY, height=_KEY)
        for number, text in enumerate(wrapped(line.persona, width - 2 * _PAD, 2)):
            keys.append(element("g", "" if number else sign, _text(text, x + 20, y, "jb-quiet")))
            y += _LINE
    return keys


def _phases(view: GlanceView, x: float, y: float) -> list[Markup]:
    found = []
    for phase in view.map.phases:
        (line, *_) = wrapped(phase.label, phase.span * _COLUMN - 2 * _PAD, 1)
        found.append(_text(line, x + _PAD, y, "jb-phase"))
        x += phase.span * _COLUMN
    return found


def _steps(view: GlanceView) -> list[Markup]:
    if not view.map.has_steps:
        return []
    return [
        _text(line, _NAMES + at * _COLUMN + _PAD, _TITLE + 34 + number * _LINE, "jb-quiet")
        for at, step in enumerate(view.map.steps)
        for number, line in enumerate(wrapped(step.title, _COLUMN - 2 * _PAD, 2))
    ]


def _lines(cell: GlanceCell) -> list[_Line]:
    lines = []
    signs = [(SIGNS[one.kind], _TONES.get(one.kind, "")) for one in cell.signs if one.kind in SIGNS]
    if signs:
        lines.append(_Line(pieces=tuple((f"{sign} ", tone) for sign, tone in signs)))
    lines.extend(line for one in cell.points for line in _told(one))
    others = (cell.more.text if cell.more else "", cell.rest)
    lines.extend(_Line(pieces=((text, "jb-quiet"),)) for text in others if text)
    return lines


def _told(point: Told) -> list[_Line]:
    mark = "◆ " if point.kind == "moment" else "⇥ " if point.kind == "leave" else ""
    tone = "jb-open" if point.tone == "open" else ""
    texts = wrapped(f"{mark}{point.link.text}", _COLUMN - 2 * _PAD, _MOST)
    lines = [_Line(pieces=((text, tone),)) for text in texts]
    if point.mark:
        lines.append(_Line(pieces=(("●" * point.mark + "○" * (5 - point.mark), "jb-quiet"),)))
    if point.missing:
        lines.append(_Line(pieces=((point.missing, "jb-open"),)))
    return lines


def _written(lines: list[_Line], x: float, y: float) -> list[Markup]:
    return [
        element(
            "text",
            *(element("tspan", text, class_=tone or None) for text, tone in line.pieces),
            x=x,
            y=y + number * _LINE,
        )
        for number, line in enumerate(lines)
    ]


def _text(text: str, x: float, y: float, class_: str) -> Markup:
    return element("text", text, x=x, y=y, class_=class_)
