"""Several maps in one sheet, one below the other, each on its own."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from journeybook.importing.lanes import LANES, Reading
from journeybook.importing.shapes.lists import heads_list
from journeybook.importing.shapes.map_cells import HEADS
from journeybook.importing.sheets import Sheet, cell_at
from journeybook.schema.kind import FOLDER_OF

Row = tuple[str, ...]
_FEWEST = 2
_OF_CONTENT = ("title", "url", "type", "status", "personas", "phases", "channels", "owner")
_NEAR = 3
"""So many rows below the name of its persona a map has its phases."""


def maps_in(sheet: Sheet, reading: Reading) -> tuple[Sheet, ...]:
    """Part a sheet where a further map or list begins; what holds one, or none, stays whole."""
    return tuple(part for side in _sides(sheet, reading) for part in _below(side, reading))


def _sides(sheet: Sheet, reading: Reading) -> tuple[Sheet, ...]:
    # Maps that stand beside each other have an empty column between them, and each its own lanes.
    width = max(map(len, sheet.rows), default=0)
    columns = [[cell_at(row, at) for row in sheet.rows] for at in range(width)]
    lanes = [at for at in range(width) if _are_lanes(columns[at], reading)]
    starts = [at for at in lanes[1:] if not any(columns[at - 1])]
    if not starts:
        return (sheet,)
    ends = [0, *starts, width]
    return tuple(_with_persona(sheet.across(start, end), reading) for start, end in pairwise(ends))


def _are_lanes(column: Sequence[str], reading: Reading) -> bool:
    return sum(1 for cell in column if cell and reading.words.meant(cell, LANES)) >= _FEWEST


def _below(sheet: Sheet, reading: Reading) -> tuple[Sheet, ...]:
    lists = _lists(sheet, reading)
    starts = sorted({0, *_further(sheet, reading), *lists})
    if len(starts) == 1:
        return (sheet,)
    ends = pairwise((*starts, len(sheet.rows)))
    parts = [_without_kind(sheet.below(at, end), reading) for at, end in ends]
    are_lists = (any(heads_list(row, reading) for row in part.rows[:_NEAR]) for part in parts)
    pairs = zip(starts, parts, are_lists, strict=True)
    return tuple(
        part if at in lists or is_list else _with_persona(part, reading)
        for at, part, is_list in pairs
    )


def _lists(sheet: Sheet, reading: Reading) -> frozenset[int]:
    # A list of content below a map has headings of its own, after an empty row or a title; and so
    # has any list below another one.
    found: list[int] = []
    is_list = False
    for at, row in enumerate(sheet.rows):
        heads = sum(map(bool, row)) >= _FEWEST and heads_list(row, reading)
        if is_list and heads and (start := _after_gap(sheet, at)):
            found.append(start)
            continue
        is_list = is_list or heads
        keys = {key for cell in row if cell for key in reading.words.meant(cell, _OF_CONTENT)}
        before = sheet.rows[max(at - _NEAR, 0) : at]
        is_apart = any(not any(one) for one in before)
        if is_apart and keys & {"title", "url"} and len(keys) > _FEWEST:
            found.append(at)
    return frozenset(found)


def _after_gap(sheet: Sheet, at: int) -> int:
    # The row of headings behind an empty one, or that of the title between them.
    filled = [sum(map(bool, row)) for row in sheet.rows[max(at - 2, 0) : at]]
    if filled[-1:] == [0]:
        return at
    return at - 1 if filled == [0, 1] else 0


def _without_kind(part: Sheet, reading: Reading) -> Sheet:
    # What says no more than that these are channels says nothing.
    first, *rest = part.rows
    cells = [cell for cell in first if cell]
    is_alone = len(cells) == 1 and ":" not in cells[0]
    is_kind = is_alone and reading.words.meant(cells[0], FOLDER_OF.values())
    return replace(part, rows=((), *rest)) if is_kind else part


def _further(sheet: Sheet, reading: Reading) -> Iterator[int]:
    phases: set[Row] = set()
    last = -1
    for at, row in enumerate(sheet.rows):
        if not _has_phases(row, reading):
            continue
        # A map begins with the name of its persona, or with the same phases as one above it.
        start = next(
            (up for up in range(max(at - _NEAR, last + 1), at) if _names(sheet, up, reading)), at
        )
        if phases and (start < at or row[1:] in phases):
            yield start
        phases.add(row[1:])
        last = at


def _has_phases(row: Row, reading: Reading) -> bool:
    own, *beyond = row or ("",)
    is_head = not own or "phase" in reading.words.meant(own, HEADS)
    lanes = [cell for cell in beyond if cell and reading.words.meant(cell, HEADS)]
    return is_head and sum(map(bool, beyond)) >= _FEWEST and not lanes


def _names(sheet: Sheet, at: int, reading: Reading) -> bool:
    cells = [cell for cell in sheet.rows[at] if cell]
    if not cells or not sheet.rows[at][0]:
        return False
    is_called = "persona" in reading.words.meant(cells[0].partition(":")[0], HEADS)
    is_alone = len(cells) == 1 and (not at or not any(sheet.rows[at - 1]))
    return is_called or is_alone


def _with_persona(part: Sheet, reading: Reading) -> Sheet:
    # A name that stands alone above each of several maps is that of its persona.
    first = next((at for at, row in enumerate(part.rows) if any(row)), 0)
    cells = [cell for cell in part.rows[first] if cell]
    if len(cells) != 1 or ":" in cells[0] or reading.words.name_in(cells[0]):
        return part
    # It stays where it stands, as whatever is told of it says where that is.
    named = tuple(f"persona: {cell}" if cell else "" for cell in part.rows[first])
    return replace(part, rows=(*part.rows[:first], named, *part.rows[first + 1 :]))
