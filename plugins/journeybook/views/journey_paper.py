"""How small a map has to be printed to fit on one sheet of A3."""

from collections.abc import Iterable
from math import ceil

from journeybook.views.journey_items import Group, Item

# Pixels of a sheet of A3 on its side within its margins, less the heads, the curve and the legend.
_WIDTH = 1500
_HEIGHT = 985
_HEADS = 385
_LANE_NAMES = 120
_PADDING = 22
_MARGIN = 13
_INDENT = 21
_LINE = 17.7
_LETTER = 6.6
_BETWEEN = 5
_PART = 200

_SCALES = (0.8, 0.75, 0.7, 0.65, 0.6, 0.58, 0.56, 0.54, 0.52, 0.5, 0.48, 0.46, 0.44, 0.42, 0.4)


def paper_scale(lanes: Iterable[Iterable[tuple[tuple[Group, ...], int]]], columns: int) -> float:
    """Estimate the scale; `lanes` gives for each cell what stands in it and its columns."""
    rows = [tuple(lane) for lane in lanes]
    fitting = (scale for scale in _SCALES if _height(rows, columns, scale) * scale <= _HEIGHT)
    return next(fitting, _SCALES[-1])


def _height(
    lanes: list[tuple[tuple[tuple[Group, ...], int], ...]], columns: int, scale: float
) -> float:
    column = (_WIDTH / scale - _LANE_NAMES) / max(columns, 1)
    rows = (max(_cell(groups, column, span) for groups, span in lane) for lane in lanes if lane)
    return _HEADS + sum(rows)


def _cell(groups: tuple[Group, ...], column: float, span: int) -> float:
    titles = sum(group.title is not None for group in groups)
    items = [item for group in groups for item in group.items]
    width = column * span - _PADDING
    # Where phases have several steps, what belongs to the phase stands in columns of its own.
    beside = max(1, int(width // _PART)) if span > 1 else 1
    lines = sum(_lines(item, width / beside) for item in items) / beside
    return _MARGIN + (lines + 1.5 * titles) * _LINE + len(items) / beside * _BETWEEN


def _lines(item: Item, width: float) -> int:
    room = max(width - (_INDENT if item.kind else 0), _LETTER)
    note = " · ".join(part for part in (item.moment, item.note) if part)
    text = f"{item.text} {' '.join(item.personas)}"
    texts = [
        *((f"{text} {note}",) if item.href else (text, note)),
        item.why,
        item.missing,
        *(f"{one.link.text} · {one.note}" for one in item.references),
    ]
    return sum(ceil(len(text) * _LETTER / room) for text in texts if text)
