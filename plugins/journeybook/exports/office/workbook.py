"""The whole handbook as one workbook: a sheet per view, the same bytes on every run."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from math import ceil
from textwrap import wrap

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from journeybook.exports.office.editable import editable_tables
from journeybook.exports.office.packed import made_on, same_each_time
from journeybook.pages.gaps.table import GapRows
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.table import LONGEST_NAME, Column, Table, Value, sheet_name
from journeybook.pages.tables import workbook_tables
from journeybook.schema import Entity
from journeybook.sources.document import Document

_LONGEST_TEXT = 32767
_A4 = 9
_LETTERS_OF_A_PAGE = 230
"""So many letters of A4 on its side can be read when they are printed smaller."""
_BUTTON = 4
"""So many letters are covered by the button that filters a column."""
_LINE, _HIGHEST = 15, 409
"""How high a line is in points, and how high a row may be."""
_NARROW = 1.1
"""Letters are narrower than figures, in which the width of a column is told."""
_APART = {"valign": "top", "align": "right", "indent": 1}
"""How a figure keeps off the text in the next column."""
_FIXED = re.compile(rb'(<row [^>]*) customHeight="1"')
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Book:
    # The sheet of a workbook that holds the words of drop-downs, and how its cells look.
    words: Worksheet
    day: Format
    number: Format
    wrapped: Format
    kept: Format
    head: Format
    lists: dict[tuple[str, ...], str]


def write_workbook(site: Site, documents: Sequence[Document[Entity]] = ()) -> bytes:
    """Write the matrix, coverage, questions, touchpoints, content and gaps of a handbook.

    Behind them stand its files, in sheets that may be edited and brought back.
    """
    say = site.wording.text
    edited, base = editable_tables(site, documents)
    tables = (*workbook_tables(site), GapRows(site=site).table(site.ledger.entries), *edited)
    title, day = say("Journey handbook"), site.handbook.today
    return sheets_of(tables, title=title, words=say("Words"), day=day, hidden=base)


def sheets_of(
    tables: Sequence[Table], *, title: str, words: str, day: dt.date, hidden: Sequence[Table] = ()
) -> bytes:
    """Write tables as the sheets of a workbook that is made on a day.

    `words` names the sheet behind the drop-downs.
    """
    data = BytesIO()
    book = Workbook(data, _OPTIONS)
    book.set_properties({"title": title, "created": made_on(day)})
    *named, last = _named((*tables, *hidden, Table(title=words, columns=(), rows=())))
    sheets = [book.add_worksheet(table.title) for table in named]
    made = _Book(
        words=book.add_worksheet(last.title),
        day=book.add_format({"num_format": "yyyy-mm-dd", **_APART}),
        number=book.add_format(_APART),
        wrapped=book.add_format({"text_wrap": True, "valign": "top"}),
        kept=book.add_format({"text_wrap": True, "valign": "top", "num_format": 49}),
        head=book.add_format({"text_wrap": True, "valign": "top", "bold": True}),
        lists={},
    )
    for at, (sheet, table) in enumerate(zip(sheets, named, strict=True)):
        _fill(made, sheet, table, f"Table{at + 1}")
    for sheet in sheets[len(tables) :]:
        sheet.hide()
    made.words.very_hidden()
    book.close()
    return same_each_time(data, _growing)


def _growing(part: bytes) -> bytes:
    # A row is as high as its texts and still grows with what is written into it.
    return _FIXED.sub(rb"\1", part)


def _named(tables: Sequence[Table]) -> tuple[Table, ...]:
    # Sheets of one name, in whatever case, cannot stand in one workbook.
    taken: set[str] = set()
    named = []
    for table in tables:
        name, at = sheet_name(table.title), 2
        while name.casefold() in taken:
            ending = f" {at}"
            name, at = f"{sheet_name(table.title)[: LONGEST_NAME - len(ending)]}{ending}", at + 1
        taken.add(name.casefold())
        named.append(replace(table, title=name))
    return tuple(named)


def _fill(made: _Book, sheet: Worksheet, table: Table, name: str) -> None:
    widths = [*map(_width, table.columns)]
    _lay_out(sheet, sum(widths))
    for at, row in enumerate(table.rows, start=1):
        for across, value in enumerate(row):
            look = made.kept if table.columns[across].keeps else made.wrapped
            _write(made, sheet, (at, across), value, look)
        _set_height(sheet, at, row, widths)
    _set_height(sheet, 0, [one.title for one in table.columns], [one - _BUTTON for one in widths])
    last = max(len(table.rows), 1)
    options = {
        "name": name,
        "style": "Table Style Light 1",
        "columns": [{"header": head, "header_format": made.head} for head in _heads(table)],
    }
    sheet.add_table(0, 0, last, len(table.columns) - 1, options)
    sheet.freeze_panes(1, 1)
    # A figure that stays as it was typed is no mistake.
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    for at, column in enumerate(table.columns):
        sheet.set_column(at, at, widths[at], made.kept if column.keeps else None)
        if column.choices:
            source = {"validate": "list", "source": _list_of(made, column.choices)}
            sheet.data_validation(1, at, last, at, {**source, "error_type": "warning"})


def _width(column: Column) -> int:
    # No word of a head is cut, nor covered.
    return max(column.width, *(len(word) + _BUTTON for word in column.title.split()), 0)


def _set_height(sheet: Worksheet, at: int, row: Sequence[Value], widths: Sequence[int]) -> None:
    # Not every program that opens a workbook measures its texts.
    lines = (
        sum(len(wrap(line, round(width * _NARROW))) or 1 for line in value.splitlines())
        for value, width in zip(row, widths, strict=True)
        if isinstance(value, str)
    )
    if (most := max(lines, default=1)) > 1:
        sheet.set_row(at, min(most * _LINE, _HIGHEST))


def _lay_out(sheet: Worksheet, letters: int) -> None:
    # On paper, a row stays on one sheet while it can be read there; every sheet says what it shows.
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.7)
    sheet.fit_to_pages(ceil(letters / _LETTERS_OF_A_PAGE), 0)
    sheet.repeat_rows(0)
    sheet.repeat_columns(0)
    sheet.set_footer("&L&A&R&P / &N")


def _heads(table: Table) -> Iterator[str]:
    # A table of a workbook wants every head once.
    seen: dict[str, int] = {}
    for column in table.columns:
        times = seen[column.title.casefold()] = seen.get(column.title.casefold(), 0) + 1
        yield column.title if times == 1 else f"{column.title} {times}"


def _write(
    made: _Book, sheet: Worksheet, place: tuple[int, int], value: Value, look: Format | None
) -> None:
    if value is None or value == "":
        return
    if isinstance(value, str):
        sheet.write_string(*place, value[:_LONGEST_TEXT], look)
    elif isinstance(value, dt.date):
        sheet.write_datetime(*place, value, made.day)
    else:
        sheet.write_number(*place, value, made.number)


def _list_of(made: _Book, choices: tuple[str, ...]) -> str:
    # A drop-down names a range, because its own words may not be longer than 255 letters.
    if choices not in made.lists:
        column = len(made.lists)
        for at, word in enumerate(choices):
            # A mark that is typed is a number, and no text that looks like one.
            _write(made, made.words, (at, column), int(word) if word.isdecimal() else word, None)
        letter = xl_col_to_name(column)
        sheet = made.words.get_name()
        made.lists[choices] = f"='{sheet}'!${letter}$1:${letter}${len(choices)}"
    return made.lists[choices]
