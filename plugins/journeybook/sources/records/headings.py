"""Which row of a table holds its headings, and what the columns are called."""

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise, zip_longest

from journeybook.sources.records.record import plain_name
from journeybook.sources.tables.cells import cell_text
from journeybook.sources.tables.workbook import Row

_ENOUGH = 2
_LETTERS = 26
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_NUMBER = re.compile(r"[-+]?[\d.,\s]*\d[\s%]*")


def is_comment(row: Row) -> bool:
    """Tell whether a row only says something about the file."""
    first = cell_text(row[0]) if row else ""
    return first.startswith("#") and not any(map(cell_text, row[1:]))


def row_of_headings(top: Sequence[Row], names: Collection[str]) -> int | None:
    """Find the row of headings among the first ones: where two known names stand.

    Where none does, it is the first that is as full as a row of a table, and holds no number; -1
    where that is an address, as in a list that has no headings; None where no row holds anything.
    """
    known = {plain_name(name) for name in names}
    rows = [[cell_text(cell) for cell in row] for row in top]
    for at, row in enumerate(rows):
        if len(known & {plain_name(cell) for cell in row if cell}) >= _ENOUGH:
            return at
    filled = [0 if is_comment(row) else sum(map(bool, row)) for row in rows]
    most = max(filled, default=0)
    full = (at for at, number in enumerate(filled) if 2 * number > most and _are_words(rows[at]))
    found = next(full, next((at for at, number in enumerate(filled) if number), None))
    return -1 if found is not None and any(map(_ADDRESS.match, rows[found])) else found


def headings_in(
    top: Sequence[Row], at: int, names: Collection[str]
) -> tuple[Sequence[str], int, int]:
    """Give the headings that stand in a row or two around one, and the first and last such row.

    Where the row below holds names as well, and nothing else, the upper one groups them: what is
    below counts, or what is above where nothing is. So does a name above a cell that is empty.
    """
    if at < 0:
        return (), at, at
    known = set(map(plain_name, names))
    if at + 1 < len(top):
        both = over(top[at], top[at + 1])
        is_grouped = len(known & set(map(plain_name, both))) >= _ENOUGH
        if _are_headings(top[at + 1], names) or (is_grouped and groups(top[at], top[at + 1])):
            return both, at, at + 1
    above = [cell if plain_name(cell) in known else "" for cell in map(cell_text, top[at - 1])]
    both = over(above, top[at]) if at else ()
    own = over((), top[at])
    return (both, at - 1, at) if sum(map(bool, both)) > sum(map(bool, own)) else (own, at, at)


def has_names(top: Sequence[Row], names: Collection[str], subjects: Collection[str]) -> bool:
    """Tell whether a row among the first ones holds two known names, one of them of `subjects`."""
    known, needed = set(map(plain_name, names)), set(map(plain_name, subjects or names))
    rows = ({plain_name(cell_text(cell)) for cell in row} - {""} for row in top)
    return any(len(known & row) >= _ENOUGH and needed & row for row in rows)


def groups(upper: Row, lower: Row) -> frozenset[int]:
    """Give the columns that the upper of two rows of headings groups; none where it does not.

    Each word of the lower one stands in a group: below a heading that has empty cells to its right,
    where the lower row says something in the first two columns at least.
    """
    above, below = [*map(cell_text, upper)], [*map(cell_text, lower)]
    filled = [at for at, cell in enumerate(above) if cell]
    spans = pairwise((*filled, max(len(above), len(below))))
    found = frozenset(
        at
        for start, end in spans
        if end - start > 1 and len(below) > start + 1 and below[start] and below[start + 1]
        for at in range(start, end)
    )
    said = [cell for cell in below if cell]
    is_inside = all(at in found for at, cell in enumerate(below) if cell)
    is_text = _are_words(said) and not any("://" in cell or cell[0] == "/" for cell in said)
    # The title of a sheet groups nothing.
    return found if len(filled) > 1 and is_inside and is_text else frozenset()


def over(upper: Row, lower: Row) -> Sequence[str]:
    """Give what each of two rows of headings says, the lower one first."""
    pairs = zip_longest(upper, lower, fillvalue="")
    return tuple(cell_text(below) or cell_text(above) for above, below in pairs)


def _are_headings(row: Row, names: Collection[str]) -> bool:
    known = set(map(plain_name, names))
    filled = [cell for one in row if (cell := cell_text(one))]
    told = sum(plain_name(cell) in known for cell in filled)
    plain = _are_words(filled) and not any("://" in cell or cell[0] == "/" for cell in filled)
    return plain and told >= _ENOUGH and 2 * told >= len(filled)


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
