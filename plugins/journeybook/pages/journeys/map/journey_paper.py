"""How small a map has to be printed to fit on one sheet of A3."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

from journeybook.pages.journeys.map.journey_items import Group, Item

# Pixels of a sheet of A3 on its side within its margins, less the heads, the curve and the legend.
_WIDTH = 1500
_HEIGHT = 985
_HEADS = 385
_LANE_NAMES = 120
_PADDING = 22
_MARGIN = 13
_INDENT = 21
_LINE = 18.4
_LETTER = 6.9
_BETWEEN = 5
_PART = 200
_SIGN = 3

_SCALES = (0.8, 0.75, 0.7, 0.65, 0.6, 0.58, 0.56, 0.54, 0.52, 0.5, 0.48, 0.46, 0.44, 0.42, 0.4)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cell:
    """What a cell holds: titles of groups, and per item its indent and the lengths of its texts."""

    titles: int
    items: tuple[tuple[float, tuple[int, ...]], ...]
    span: int


def paper_scale(lanes: Iterable[Iterable[tuple[tuple[Group, ...], int]]], columns: int) -> float:
    """Estimate the scale; `lanes` gives for each cell what stands in it and its columns."""
    rows = [tuple(_cell(groups, span) for groups, span in lane) for lane in lanes]

    def fits(scale: float) -> bool:
        return _height(rows, columns, scale) * scale <= _HEIGHT

    # From the largest scale on, none fits until all do.
    first = bisect_left(_SCALES, True, key=fits)  # noqa: FBT003
    return _SCALES[min(first, len(_SCALES) - 1)]


def _cell(groups: tuple[Group, ...], span: int) -> _Cell:
    return _Cell(
        titles=sum(group.title is not None for group in groups),
        items=tuple(
            (_INDENT if item.kind else 0, tuple(len(text) for text in _texts(item) if text))
            for group in groups
            for item in group.items
        ),
        span=span,
    )


def _texts(item: Item) -> tuple[str, ...]:
    note = " · ".join(part for part in (item.moment, item.note) if part)
    sign = "-" * _SIGN if item.strength else ""
    text = f"{item.text} {sign} {' '.join(item.personas)}"
    return (
        *((f"{text} {note}",) if item.href else (text, note)),
        f"{sign} {item.strength.loud}" if item.strength and item.strength.loud else "",
        item.why,
        item.missing,
        *(f"“{one.text}” {one.who}" for one in item.voices),
        *(f"{one.link.text} · {one.note}" for one in item.references),
    )


def _height(lanes: list[tuple[_Cell, ...]], columns: int, scale: float) -> float:
    column = (_WIDTH / scale - _LANE_NAMES) / max(columns, 1)
    return _HEADS + sum(max(_cell_height(cell, column) for cell in lane) for lane in lanes if lane)


def _cell_height(cell: _Cell, column: float) -> float:
    width = column * cell.span - _PADDING
    # Where phases have several steps, what belongs to the phase stands in columns of its own.
    beside = max(1, int(width // _PART)) if cell.span > 1 else 1
    lines = 0
    for indent, lengths in cell.items:
        room = max(width / beside - indent, _LETTER)
        lines += sum(ceil(length * _LETTER / room) for length in lengths)
    return (
        _MARGIN + (lines / beside + 1.5 * cell.titles) * _LINE + len(cell.items) / beside * _BETWEEN
    )
