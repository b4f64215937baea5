"""Which row of a table holds its headings, and what the columns are called."""

import re
from collections.abc import Collection, Iterable, Sequence

from journeybook.sources.records.record import plain_name
from journeybook.sources.tables.cells import cell_text
from journeybook.sources.tables.workbook import Row

_ENOUGH = 2
_LETTERS = 26
_NUMBER = re.compile(r"[-+]?[\d.,\s]*\d[\s%]*")


def is_comment(row: Row) -> bool:
    """Tell whether a row only says something about the file."""
    first = cell_text(row[0]) if row else ""
    return first.startswith("#") and not any(map(cell_text, row[1:]))


def row_of_headings(top: Sequence[Row], names: Collection[str]) -> int | None:
    """Find the row of headings among the first ones: where two known names stand.

    Where none does, it is the first that is as full as a row of a table, and holds no number; None
    where no row holds anything.
    """
    known = {plain_name(name) for name in names}
    rows = [[cell_text(cell) for cell in row] for row in top]
    for at, row in enumerate(rows):
        if len(known & {plain_name(cell) for cell in row if cell}) >= _ENOUGH:
            return at
    filled = [0 if is_comment(row) else sum(map(bool, row)) for row in rows]
    most = max(filled, default=0)
    full = (at for at, number in enumerate(filled) if 2 * number > most and _are_words(rows[at]))
    return next(full, next((at for at, number in enumerate(filled) if number), None))


def names_of(row: Row, width: int) -> tuple[str, ...]:
    """Give every column a name of its own: its heading, or its letter where it has none."""
    names: dict[str, None] = {}
    for at in range(width):
        heading = cell_text(row[at]).removeprefix("\ufeff") if at < len(row) else ""
        names.setdefault(free_name(heading or letters_of(at), names), None)
    return tuple(names)


def free_name(name: str, taken: Collection[str]) -> str:
    """Give a name that is not taken: with a number behind it where it is."""
    plain, number = name, 1
    while name in taken:
        number += 1
        name = f"{plain} ({number})"
    return name


def letters_of(column: int) -> str:
    """Give the letters by which a spreadsheet calls a column, counted from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def _are_words(cells: Iterable[str]) -> bool:
    return not any(_NUMBER.fullmatch(cell) for cell in cells)
