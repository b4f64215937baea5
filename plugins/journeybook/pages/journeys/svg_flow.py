"""Draws the flow: touchpoints downwards and from phase to phase, drop-offs branching off."""

from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from journeybook.pages.journeys.journey_flow import FlowColumn, FlowNode, FlowView
from journeybook.pages.parts.svg import drawing, element, number, shortened, wrapped

# All columns of a journey fit into a laptop's window, as long as words can be read in them.
_WINDOW = 1190
_NARROWEST, _WIDEST = 132, 168
_BETWEEN = 38
_MARGIN = 6
_PAD = 10
_HEAD = 34
_HEAD_WITH_TITLE = 58
_TITLE_LINES = 2
_LINE = 16
_GAP = 24
_LEAVE_GAP = 14
_ROUND = 7
_MOST_LINES = 5
_SIGNS = 26
_SMALLER = 12 / 11
_MARKS = {"delight": "▲", "pain": "▼"}
_MOMENT = "◆"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    box: float
    head: int

    @property
    def pitch(self) -> float:
        return self.box + _BETWEEN


@dataclass(frozen=True, slots=True, kw_only=True)
class _Box:
    node: FlowNode
    x: float
    y: float
    width: float
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        return len(self.lines) * _LINE + _LINE + 2 * _PAD - 5

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


def draw_flow(view: FlowView) -> Markup:
    """Draw the flow; its words are those of the view."""
    frame = _frame(view)
    columns = [_boxes(column, at, frame) for at, column in enumerate(view.columns)]
    bottom = max((box.bottom for boxes in columns for box in boxes), default=frame.head)
    width = len(columns) * frame.pitch - _BETWEEN + 2 * _MARGIN
    drawn = [_heading(column, at, frame) for at, column in enumerate(view.columns)]
    drawn.extend(_arrows(columns, view.name))
    drawn.extend(_box(box) for boxes in columns for box in boxes)
    return drawing(
        view.name,
        view.title,
        view.description,
        _arrowhead(view.name),
        *drawn,
        role="group",
        class_="jb-flow",
        viewBox=f"0 0 {number(width)} {number(bottom + _MARGIN)}",
        width=width,
        height=bottom + _MARGIN,
    )


def _frame(view: FlowView) -> _Frame:
    titled = any(column.title != column.phase for column in view.columns)
    fitting = (_WINDOW + _BETWEEN) / max(len(view.columns), 1) - _BETWEEN
    return _Frame(
        box=int(max(_NARROWEST, min(_WIDEST, fitting))),
        head=_HEAD_WITH_TITLE if titled else _HEAD,
    )


def _boxes(column: FlowColumn, at: int, frame: _Frame) -> list[_Box]:
    x, y = at * frame.pitch + _MARGIN, float(frame.head + _MARGIN)
    boxes: list[_Box] = []
    for node in (*column.nodes, *column.leaving):
        leaving = node.kind == "leave"
        inset = 2 * _PAD if leaving else 0
        width = frame.box - inset
        lines = wrapped(node.text, width - 2 * _PAD, _MOST_LINES)
        boxes.append(_Box(node=node, x=x + inset, y=y, width=width, lines=lines))
        y = boxes[-1].bottom + (_LEAVE_GAP if leaving else _GAP)
    return boxes


def _heading(column: FlowColumn, at: int, frame: _Frame) -> Markup:
    x = at * frame.pitch + _MARGIN
    phase = element("text", shortened(column.phase, frame.box), x=x, y=15, class_="jb-flow-phase")
    if column.title == column.phase:
        return phase
    lines = wrapped(column.title, frame.box, _TITLE_LINES)
    texts = [
        element("tspan", line, x=x, dy=_LINE - 2 if nth else None) for nth, line in enumerate(lines)
    ]
    return element("g", phase, element("text", *texts, x=x, y=32, class_="jb-flow-label"))


def _arrows(columns: list[list[_Box]], name: str) -> list[Markup]:
    found = []
    roads = [[box for box in boxes if box.node.kind != "leave"] for boxes in columns]
    for road, boxes in zip(roads, columns, strict=True):
        for one, other in pairwise(road):
            x = number(one.x + one.width / 2)
            found.append(_arrow(f"M{x} {number(one.bottom)}V{number(other.y)}", name))
        found.extend(_branches(road, [box for box in boxes if box.node.kind == "leave"], name))
    for before, after in pairwise([road for road in roads if road]):
        found.append(_arrow(_onward(before[-1], after[0]), name))
    return found


def _onward(one: _Box, other: _Box) -> str:
    middle = other.x - _BETWEEN / 2
    height, y = other.middle, one.middle
    start = f"M{number(one.x + one.width)} {number(y)}"
    if abs(height - y) <= 2 * _ROUND:
        return f"{start}L{number(other.x)} {number(height)}"
    turn = _ROUND if height > y else -_ROUND
    return (
        f"{start}H{number(middle - _ROUND)}Q{number(middle)} {number(y)} {number(middle)} "
        f"{number(y + turn)}V{number(height - turn)}Q{number(middle)} {number(height)} "
        f"{number(middle + _ROUND)} {number(height)}H{number(other.x)}"
    )


def _branches(road: list[_Box], leaving: list[_Box], name: str) -> list[Markup]:
    if not road or not leaving:
        return []
    last = road[-1]
    x = last.x + _PAD
    return [
        _arrow(
            f"M{number(x)} {number(last.bottom)}V{number(box.middle)}H{number(box.x)}",
            name,
            "jb-flow-branch",
        )
        for box in leaving
    ]


def _arrow(path: str, name: str, classes: str = "jb-flow-way") -> Markup:
    return element("path", d=path, class_=classes, fill="none", marker_end=f"url(#{name}-tip)")


def _arrowhead(name: str) -> Markup:
    tip = element("path", d="M0 0L7 3.5 0 7z", class_="jb-flow-tip")
    marker = element(
        "marker",
        tip,
        id=f"{name}-tip",
        viewBox="0 0 7 7",
        refX=6,
        refY=3.5,
        markerWidth=7,
        markerHeight=7,
        orient="auto",
    )
    return element("defs", marker)


def _box(box: _Box) -> Markup:
    node = box.node
    leaving = node.kind == "leave"
    frame = element("rect", x=box.x, y=box.y, width=box.width, height=box.height, rx=_ROUND)
    x = number(box.x + _PAD)
    sign = _MOMENT if node.moment else ""
    signs = " ".join(part for part in (_MARKS.get(node.kind, ""), sign) if part)
    texts = [
        element("tspan", line, x=x, dy=_LINE if at else None) for at, line in enumerate(box.lines)
    ]
    words = element("text", *texts, x=x, y=box.y + _PAD + 7 + _LINE)
    classes = f"jb-flow-box jb-flow-{node.kind}"
    if leaving:
        classes += " jb-flow-countered" if node.countered else " jb-flow-open"
    parts = [element("title", node.text), frame, words]
    if node.label:
        label = shortened(node.label, (box.width - 2 * _PAD - _SIGNS * bool(signs)) * _SMALLER)
        parts.append(element("text", label, x=x, y=box.y + _PAD + 7, class_="jb-flow-label"))
    if signs:
        parts.append(_sign(signs, box))
    return element("a", element("g", *parts, class_=classes), **{"xlink:href": node.href})


def _sign(signs: str, box: _Box) -> Markup:
    x = number(box.x + box.width - _PAD)
    y = box.y + _PAD + 7
    return element("text", signs, x=x, y=y, text_anchor="end", class_="jb-flow-sign")
