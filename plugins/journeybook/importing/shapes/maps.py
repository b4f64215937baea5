"""Several maps in one sheet, one below the other, each on its own."""

from collections.abc import Iterator
from dataclasses import replace

from journeybook.importing.asked import Reading
from journeybook.importing.names import name_in
from journeybook.importing.shapes.map_cells import HEADS
from journeybook.importing.sheets import Sheet

Row = tuple[str, ...]
_FEWEST = 2
_NEAR = 3
"""So many rows below the name of its persona a map has its phases."""


def maps_in(sheet: Sheet, reading: Reading) -> tuple[Sheet, ...]:
    """Part a sheet where a further map begins; what holds one map, or none, stays whole."""
    starts = [0, *_further(sheet, reading)]
    if len(starts) == 1:
        return (sheet,)
    ends = [*starts[1:], len(sheet.rows)]
    parts = (sheet.below(start, end) for start, end in zip(starts, ends, strict=True))
    return tuple(map(_with_persona, parts))


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


def _with_persona(part: Sheet) -> Sheet:
    # A name that stands alone above each of several maps is that of its persona.
    first = next((at for at, row in enumerate(part.rows) if any(row)), 0)
    cells = [cell for cell in part.rows[first] if cell]
    if len(cells) != 1 or ":" in cells[0] or name_in(cells[0]):
        return part
    named = (f"persona: {cells[0]}", *part.rows[first][1:])
    return replace(part, rows=(*part.rows[:first], named, *part.rows[first + 1 :]))
