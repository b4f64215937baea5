"""Draws the flow: touchpoints downwards and from phase to phase, drop-offs branching off."""

from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from journeybook.pages.journeys.journey_flow import FlowColumn, FlowView
from journeybook.pages.parts.drawing.svg import element, number, shortened, wrapped
from journeybook.pages.parts.drawing.svg_boxes import (
    LINE,
    PAD,
    ROUND,
    Box,
    arrow,
    boxed,
    drawn_box,
    in_steps,
    step,
)

# The columns of most journeys fit into a laptop's window, two of them into a telephone's.
_WINDOW = 1204
_NARROWEST, _WIDEST = 132, 144
_BETWEEN = 28
_MARGIN = 6
_HEAD = 34
_HEAD_WITH_TITLE = 64
_TITLE_LINES = 2
_GAP = 24
_LEAVE_GAP = 14
_MOST_LINES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    box: float
    head: int

    @property
    def pitch(self) -> float:
        return self.box + _BETWEEN


def draw_flow(view: FlowView) -> Markup:
    """Draw the flow; its words are those of the view."""
    frame = _frame(view)
    columns = [_boxes(column, at, frame) for at, column in enumerate(view.columns)]
    ways = _ways(columns, view.name)
    steps = [
        _step(at, boxes, frame, _heading(column, at, frame), *ways[at], *map(drawn_box, boxes))
        for at, (column, boxes) in enumerate(zip(view.columns, columns, strict=True))
    ]
    return in_steps(view.name, view.title, view.description, *steps)


def _step(at: int, boxes: list[Box], frame: _Frame, *drawn: Markup) -> Markup:
    bottom = max((box.bottom for box in boxes), default=frame.head) + _MARGIN
    return step(at * frame.pitch, frame.pitch, bottom, *drawn)


def _frame(view: FlowView) -> _Frame:
    titled = any(column.title != column.phase for column in view.columns)
    fitting = _WINDOW / max(len(view.columns), 1) - _BETWEEN
    return _Frame(
        box=int(max(_NARROWEST, min(_WIDEST, fitting))), head=_HEAD_WITH_TITLE if titled else _HEAD
    )


def _boxes(column: FlowColumn, at: int, frame: _Frame) -> list[Box]:
    x, y = at * frame.pitch + _MARGIN, float(frame.head + _MARGIN)
    boxes: list[Box] = []
    for node in (*column.nodes, *column.leaving):
        leaving = node.kind == "leave"
        inset = 2 * PAD if leaving else 0
        boxes.append(boxed(node, x + inset, y, frame.box - inset, _MOST_LINES))
        y = boxes[-1].bottom + (_LEAVE_GAP if leaving else _GAP)
    return boxes


def _heading(column: FlowColumn, at: int, frame: _Frame) -> Markup:
    x = at * frame.pitch + _MARGIN
    phase = element("text", shortened(column.phase, frame.box), x=x, y=15, class_="jb-flow-phase")
    if column.title == column.phase:
        return phase
    lines = wrapped(column.title, frame.box, _TITLE_LINES)
    texts = [
        element("tspan", line, x=x, dy=LINE - 2 if nth else None) for nth, line in enumerate(lines)
    ]
    return element("g", phase, element("text", *texts, x=x, y=32, class_="jb-flow-label"))


def _ways(columns: list[list[Box]], name: str) -> list[list[Markup]]:
    # What leads on from a column is drawn with it.
    roads = [[box for box in boxes if box.node.kind != "leave"] for boxes in columns]
    ways: list[list[Markup]] = []
    for road, boxes in zip(roads, columns, strict=True):
        down = [
            arrow(f"M{number(one.x + one.width / 2)} {number(one.bottom)}V{number(other.y)}", name)
            for one, other in pairwise(road)
        ]
        ways.append([*down, *_branches(road, [box for box in boxes if box not in road], name)])
    full = [at for at, road in enumerate(roads) if road]
    for at, after in pairwise(full):
        ways[at].append(arrow(_onward(roads[at][-1], roads[after][0]), name))
    return ways


def _onward(one: Box, other: Box) -> str:
    middle = other.x - _BETWEEN / 2
    height, y = other.middle, one.middle
    start = f"M{number(one.x + one.width)} {number(y)}"
    if abs(height - y) <= 2 * ROUND:
        return f"{start}L{number(other.x)} {number(height)}"
    turn = ROUND if height > y else -ROUND
    return (
        f"{start}H{number(middle - ROUND)}Q{number(middle)} {number(y)} {number(middle)} "
        f"{number(y + turn)}V{number(height - turn)}Q{number(middle)} {number(height)} "
        f"{number(middle + ROUND)} {number(height)}H{number(other.x)}"
    )


def _branches(road: list[Box], leaving: list[Box], name: str) -> list[Markup]:
    if not road or not leaving:
        return []
    last = road[-1]
    x = last.x + PAD
    return [
        arrow(
            f"M{number(x)} {number(last.bottom)}V{number(box.middle)}H{number(box.x)}",
            name,
            "jb-flow-branch",
        )
        for box in leaving
    ]
