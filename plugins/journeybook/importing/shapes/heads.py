"""Headings of a list over two rows, of which the upper groups those below it, and once more."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from journeybook.importing.lanes import Reading
from journeybook.importing.shapes.groups import NAMING
from journeybook.importing.sheets import LOOKED_AT, Sheet, cell_at
from journeybook.sources.records.headings import groups, over


def with_one_head(sheet: Sheet, is_head: Callable[[Sequence[str]], bool]) -> Sheet:
    """Give a sheet whose headings stand in one row, below the names of their groups."""
    for at, (upper, lower) in enumerate(zip(sheet.rows[:LOOKED_AT], sheet.rows[1:], strict=False)):
        grouped, both = groups(upper, lower), tuple(over(upper, lower))
        if grouped and is_head(both):
            names = tuple(cell_at(upper, one) if one in grouped else "" for one in range(len(both)))
            return replace(sheet, rows=(*sheet.rows[:at], names, both, *sheet.rows[at + 2 :]))
    return sheet


def repeats(
    row: Sequence[str], heads: Sequence[str], said: Mapping[str, int], columns: Mapping[str, int]
) -> bool:
    """Tell whether a row says the headings again, be it in other words or another language.

    `said` are the columns by the keys that it would name as headings, `columns` those that count.
    """
    filled = {at: cell.casefold() for at, cell in enumerate(row) if cell}
    others = {at for at, cell in filled.items() if cell != cell_at(heads, at).casefold()}
    known = {at for key, at in said.items() if columns.get(key) == at}
    return len(filled) > 1 and others <= known


def in_group(key: str, cell: str, heading: str, reading: Reading) -> str:
    """Give what a cell says below one of a group: its heading where it is only ticked."""
    ticked = reading.tick(cell) if key in NAMING else None
    return cell if ticked is None else heading if ticked else ""


def is_ticked(sheet: Sheet, head: int, column: int, reading: Reading) -> bool:
    """Tell whether all cells below a heading only say yes or no, and one says yes."""
    cells = [cell for row in sheet.rows[head + 1 :] if (cell := cell_at(row, column))]
    ticks = [reading.tick(cell) for cell in cells]
    return any(ticks) and None not in ticks
