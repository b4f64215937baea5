"""Draws a walk: what there is in each phase, the ways that lead on, and where there is none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from journeybook.handbook.index.walk import Stage, Walk
from journeybook.pages.parts.drawing.svg import element, number, shortened
from journeybook.pages.parts.drawing.svg_boxes import (
    Box,
    FlowNode,
    arrow,
    boxed,
    drawn_box,
    in_steps,
    step,
)
from journeybook.pages.parts.ways.links import Here
from journeybook.rules.engine.lacks import lack_names

_WINDOW = 1204
_NARROWEST, _WIDEST = 128, 168
_BETWEEN = 44
_MARGIN = 24
_HEAD = 36
_CALL = 24
_GAP = 12
_LINES = 3
_MOST = 6
_NAME = "walk"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    stage: Stage
    x: float
    width: float
    boxes: dict[str, Box]
    left: int

    @property
    def end(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return max((box.bottom for box in self.boxes.values()), default=_HEAD)


def draw_walk(walk: Walk, title: str, description: str, here: Here) -> Markup:
    """Draw a walk under a title; the description says the same in words."""
    fitting = _WINDOW / len(walk.stages) - _BETWEEN
    width = int(max(_NARROWEST, min(_WIDEST, fitting)))
    columns = [
        _column(stage, at * (width + _BETWEEN), width, here) for at, stage in enumerate(walk.stages)
    ]
    drawn = [_step(columns, at, here) for at in range(len(columns))]
    return in_steps(_NAME, title, description, *drawn)


def _step(columns: Sequence[_Column], at: int, here: Here) -> Markup:
    # What leads on from a column is drawn with it. A barrier is as high as what it stands between.
    column, ahead = columns[at], columns[at + 1 :]
    before = columns[at - 1] if at and column.stage.obstacles else column
    bottom = max(column.bottom, before.bottom) + _MARGIN
    return step(
        column.x - _BETWEEN / 2,
        column.width + _BETWEEN,
        bottom,
        _heading(column, here),
        *(_calls(column, ahead[0]) if ahead else ()),
        *_roads(column, ahead),
        *(_barrier(column, bottom) if column.stage.obstacles else ()),
        *map(drawn_box, column.boxes.values()),
        *([_rest(column, here)] if column.left else []),
    )


def _column(stage: Stage, x: float, width: float, here: Here) -> _Column:
    boxes: dict[str, Box] = {}
    y = float(_HEAD)
    nodes = list(_nodes(stage, here))
    for asset, node in nodes[:_MOST]:
        boxes[asset] = boxed(node, x, y, width, _LINES)
        y = boxes[asset].bottom + _GAP
    return _Column(stage=stage, x=x, width=width, boxes=boxes, left=len(nodes) - len(boxes))


def _nodes(stage: Stage, here: Here) -> Iterator[tuple[str, FlowNode]]:
    # First what leads on; where there is no way, what could be one.
    book, wording = here.site.handbook, here.site.wording

    def node(asset: str, kind: str, label: str) -> tuple[str, FlowNode]:
        known = book.assets[asset]
        href = here.asset(known).href or ""
        return asset, FlowNode(text=known.title, label=label, kind=kind, href=href)

    for way in sorted(stage.ways, key=lambda one: not any(lead.phases for lead in one.leads)):
        channels = wording.both(book.channels[one].title for one in way.channels)
        yield node(way.asset, "neutral" if stage.is_reached else "away", channels)
    if not stage.ways:
        for shut in stage.shut:
            yield node(shut.asset, "leave", lack_names(shut.lacks, wording))
        for asset in stage.coming:
            yield node(asset, "leave", book.assets[asset].status_label)


def _heading(column: _Column, here: Here) -> Markup:
    title = here.site.handbook.phases[column.stage.phase].title
    sign = "✓" if column.stage.is_reached else "✕"
    words = f"{sign} {shortened(title, column.width - _CALL)}"
    classes = "jb-flow-phase" if column.stage.is_reached else "jb-flow-phase jb-walk-away"
    return element("text", words, x=column.x, y=17, class_=classes)


def _calls(column: _Column, after: _Column) -> Iterator[Markup]:
    # Calls to action meet in the space between, and lead to the phase as a whole.
    found = [
        column.boxes[way.asset]
        for way in column.stage.ways
        if way.asset in column.boxes
        and any(not lead.to and after.stage.phase in lead.phases for lead in way.leads)
    ]
    if not found:
        return
    x = number(column.end + _BETWEEN / 3)
    for box in found:
        path = f"M{number(column.end)} {number(box.middle)}H{x}"
        yield element("path", d=path, class_="jb-flow-way", fill="none")
    low = max(box.middle for box in found)
    yield arrow(f"M{x} {number(low)}V12H{number(after.x - 4)}", _NAME)


def _roads(column: _Column, ahead: Sequence[_Column]) -> Iterator[Markup]:
    for way in column.stage.ways:
        for lead, after in ((lead, one) for lead in way.leads for one in ahead):
            box, there = column.boxes.get(way.asset), after.boxes.get(lead.to or "")
            if box and there and after.stage.phase in lead.phases:
                yield arrow(_road(box, there), _NAME, "jb-walk-road")


def _road(box: Box, there: Box) -> str:
    start, end = box.x + box.width, there.x - 2
    bend = _BETWEEN * 0.6
    return (
        f"M{number(start)} {number(box.middle)}C{number(start + bend)} {number(box.middle)} "
        f"{number(end - bend)} {number(there.middle)} {number(end)} {number(there.middle)}"
    )


def _barrier(column: _Column, bottom: float) -> Iterator[Markup]:
    x = column.x - _MARGIN / 2
    yield element("path", d=f"M{number(x)} 4V{number(bottom - 6)}", class_="jb-walk-barrier")
    yield element("text", "✕", x=x, y=_HEAD + _GAP, text_anchor="middle", class_="jb-walk-stop")


def _rest(column: _Column, here: Here) -> Markup:
    words = here.site.wording.and_more(column.left)
    return element("text", words, x=column.x, y=column.bottom + 16, class_="jb-flow-label")
