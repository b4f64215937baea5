"""A file that is brought in, as sheets of cells: of a workbook, a CSV, or the tables of a text."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import unescape
from itertools import islice
from pathlib import PurePosixPath

from journeybook.importing.heard import Part, Place, Remark, Spot
from journeybook.importing.lanes import Reading, Words
from journeybook.sources.document import SourceFile
from journeybook.sources.prose import lines_of_prose
from journeybook.sources.records.headings import letters_of
from journeybook.sources.tables.cells import with_lines
from journeybook.sources.tables.tables import Unread, open_table
from journeybook.sources.tables.workbook import Row, WorkbookError, columns_before, read_sheets
from journeybook.sources.tables.workbook_notes import (
    Layout,
    hidden_sheets_of,
    layouts_of,
    notes_of,
    sheets_of_choices,
)

MOST_ROWS = 20_000
"""No map and no list of content that people keep by hand has more rows."""
LOOKED_AT = 15
"""Headings stand among so many first rows."""

_HEADING = re.compile(r"(#{1,6})\s(.*)")

_BOOKS = (".xlsx", ".xlsm")
_MARKDOWN = (".md", ".markdown")
# Signs that a wiki shows as they were typed.
_SIGN = re.compile(r"&(?:#\d{2,3}|amp|lt|gt|quot|nbsp);")
_RULE = re.compile(r"\s*(?:\|\s*)?(?::?-+:?\s*\|\s*)+(?::?-+:?\s*)?")
_CELL = re.compile(r"(?<!\\)\|")
_LETTERED = re.compile(r"\\([!-/:-@\[-`{-~])")
_BREAK = re.compile(r"(?<!\s)\s*<br\s*/?>\s*")
_EMPHASIS = re.compile(r"\*\*(.+?)\*\*|__(.+?)__")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table of texts by row; `first` is the row of the file in which it begins.

    `is_of_choices` where the cells of other sheets are chosen from it, `is_ruled` where a line that
    is no row stands below the first one, as in Markdown. Around that, a text may say for which
    `persona` it is. So many columns lie to the `left` of its first, and `notes` are at its cells.
    Of a workbook it has the `layout`, and tells whether the sheet `is_hidden`.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    first: int = 1
    is_of_choices: bool = False
    left: int = 0
    notes: Mapping[str, str] = field(default_factory=dict)
    layout: Layout = field(default_factory=Layout)
    is_ruled: bool = False
    persona: str = ""
    is_hidden: bool = False

    def place(self, row: int, column: int) -> Place:
        """Give the place of a cell, its row and column counted from 0."""
        return Place(sheet=self.name, row=self._line(row), column=letters_of(self.left + column))

    @property
    def lines(self) -> range:
        """The lines of its file that it takes, counted from 0."""
        return range(self.first - 1, self._line(len(self.rows)) - 1)

    def across(self, start: int, end: int) -> "Sheet":
        """Give the columns from one up to another, each where it stands."""
        rows = (("",) * start + row[start:end] for row in self.rows)
        return replace(self, rows=tuple(rows))

    def below(self, start: int, end: int) -> "Sheet":
        """Give the rows from one on to before another as a sheet of their own."""
        ruled = self.is_ruled and not start
        first = self._line(start)
        return replace(self, rows=self.rows[start:end], first=first, is_ruled=ruled)

    def merged_at(self, row: int, column: int) -> int:
        """Give the last row that a cell is merged with, counted as the cell is; else its own."""
        above = self.first - 1
        last = self.layout.merged.get((row + above, column + self.left))
        return row if last is None else last - above

    def merges(self, column: int, below: int) -> bool:
        """Tell whether some cells of a column are merged with each other below a row."""
        below, at = below + self.first - 1, column + self.left
        return any(row > below and across == at for row, across in self.layout.merged)

    def _line(self, row: int) -> int:
        return self.first + row + bool(self.is_ruled and row)


def lonely_heads(
    sheet: Sheet, head: int, known: Container[int | None], words: Words
) -> Iterator[tuple[int, str]]:
    """Give the headings that say nothing to us and have nothing below them.

    A sheet that nobody has filled in says nothing by the headings of our own templates.
    """
    below = sheet.rows[head + 1 :]
    used = {at for row in below for at, cell in enumerate(row) if cell}
    for at, cell in enumerate(sheet.rows[head]):
        is_ours = not used and words.has(cell)
        if cell and at not in used and at not in known and not is_ours:
            yield at, cell


def cell_at(row: Sequence[str], column: int | None) -> str:
    """Give what stands in a column of a row; nothing where the row is shorter."""
    return row[column] if column is not None and column < len(row) else ""


def is_markdown(path: str) -> bool:
    """Tell whether a file is a text whose tables are drawn with signs."""
    return PurePosixPath(path).suffix.casefold() in _MARKDOWN


def sheets_in(file: SourceFile) -> tuple[Sheet, ...] | Unread:
    """Give the sheets of a file, or why it cannot be read."""
    ending = PurePosixPath(file.path).suffix.casefold()
    if ending in _BOOKS:
        try:
            sheets = read_sheets(file.data)
            choices = sheets_of_choices(file.data)
            before, notes = columns_before(file.data), notes_of(file.data)
            layouts, hidden = layouts_of(file.data), hidden_sheets_of(file.data)
            made = (
                _sheet(name, rows(), is_of_choices=name in choices) for name, rows in sheets.items()
            )
            return tuple(
                replace(
                    one,
                    left=before.get(one.name, 0),
                    notes=notes.get(one.name, {}),
                    layout=layouts.get(one.name, Layout()),
                    is_hidden=one.name in hidden,
                )
                for one in made
            )
        except WorkbookError as error:
            return Unread(what=error.what, values=error.values)
    if is_markdown(file.path):
        return tuple(_tables(file.data.decode("utf-8-sig", "replace")))
    table = open_table(file)
    return table if isinstance(table, Unread) else (_sheet("", table.rows()),)


def _sheet(name: str, rows: Iterator[Row], *, is_of_choices: bool = False) -> Sheet:
    texts = tuple(tuple(map(with_lines, row)) for row in islice(rows, MOST_ROWS))
    return Sheet(name=name, rows=texts, is_of_choices=is_of_choices)


def _tables(text: str) -> Iterator[Sheet]:
    # A table begins with its head and a rule, and ends at the first line that is no row.
    heading, before, rows, first = "", "", list[tuple[str, ...]](), 0
    for at, line in (*lines_of_prose(text.replace("\r\n", "\n")), (-1, "")):
        if rows and "|" in line and at == first + len(rows):
            rows.append(_cells(line))
            continue
        if rows:
            yield Sheet(name=heading, rows=tuple(rows), first=first, is_ruled=True)
            rows = []
        if found := heading_in(line):
            _, heading = found
        if _RULE.fullmatch(line) and "|" in before:
            rows, first = [_cells(before)], at
        before = line


def heading_in(line: str) -> tuple[int, str] | None:
    """Give the level and the text of a heading of Markdown; None where a line is none."""
    found = _HEADING.fullmatch(line)
    return (len(found[1]), found[2].rstrip().rstrip("#").strip()) if found else None


def _cells(line: str) -> tuple[str, ...]:
    inner = line.strip().removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return tuple(_plain(cell) for cell in _CELL.split(inner))


def _plain(cell: str) -> str:
    text = _EMPHASIS.sub(lambda found: found[1] or found[2], cell)
    text = _LETTERED.sub(r"\1", text)
    lines = _BREAK.sub("\n", text).strip()
    return _SIGN.sub(lambda found: unescape(found[0]), lines)


def columns_in(row: Sequence[str], reading: Reading, keys: Sequence[str]) -> dict[str, int]:
    """Give the column of each key that a row of headings names, the first where several do."""
    found: dict[str, int] = {}
    for at, cell in enumerate(row):
        meant = reading.words.meant(cell, keys) if cell else ()
        if len(meant) == 1:
            found.setdefault(meant[0], at)
    return found


def columns_of_content(row: Sequence[str], reading: Reading, keys: Sequence[str]) -> dict[str, int]:
    """Likewise, also by what other tools call a key where our own words leave it out."""
    found = columns_in(row, reading, keys)
    for at, cell in enumerate(row):
        key = reading.words.column(cell)
        if key in keys and at not in found.values():
            found.setdefault(key, at)
    return found


def above_heads(
    sheet: Sheet, head: int, spot: Spot, columns: Mapping[str, int], reading: Reading
) -> Iterator[Part]:
    """Keep what stands above a row of headings, and headings that say nothing to us."""
    for across, text in lonely_heads(sheet, head, columns.values(), reading.words):
        yield Remark(spot=spot, text=text, place=sheet.place(head, across))
    for at, row in enumerate(sheet.rows[:head]):
        for across, cell in enumerate(row):
            if cell:
                place = sheet.place(at, across)
                yield Remark(spot=spot, text=cell, place=place)


def remarks_of(
    sheet: Sheet, row: int, heads: Sequence[str], cells: Mapping[int, str], spot: Spot
) -> Iterator[Part]:
    """Keep the cells of a row that no key has a place for, under their headings."""
    for across, cell in cells.items():
        if cell:
            place = sheet.place(row, across)
            yield Remark(spot=spot, heading=cell_at(heads, across), text=cell, place=place)
