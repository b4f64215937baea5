"""Workbooks: the rows of a sheet, behind a guard against those that would take all memory."""

import re
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, TypeVar
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from journeybook.grouping import grouped

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook, SheetMetadata

Taken = TypeVar("Taken")
Row = Sequence[object]
Rows = Callable[[], Iterator[Row]]

_MOST_UNPACKED = 150_000_000
_MOST_PLACES = 5_000_000
_MOST_MEMBERS = 2_000
_NEEDED = re.compile(r"\[Content_Types\]\.xml|_rels/.*|xl/[^/]+\.xml|xl/(?:_rels|worksheets)/.*")
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_LETTERS = re.compile(rb'<c\b[^>]*?\br="([A-Z]{1,3})\d')
_ROW = re.compile(rb'<row\b[^>]*?\br="(\d{1,9})"')
# The library gives nothing for an error, such as #N/A, nor for a formula that no program has
# worked out yet; an author sees both, and would lose what stood there.
_ERROR = re.compile(rb'(<c\b[^>]*?\st=")e(")')
_UNTOLD = re.compile(
    rb"<c\b((?:(?!\st=)[^>])*)><f\b[^>]*>([^<]+)</f>(?:<v\s*/>|<v>\s*</v>)?\s*</c>"
)
_A = ord("A") - 1


class WorkbookError(Exception):
    """Says what keeps a workbook from being read."""

    def __init__(self, what: str, **values: str) -> None:
        """Take what it is, and the names that go with it."""
        self.what = what
        self.values = values


def read_workbook(data: bytes, sheet: str | None) -> Rows:
    """Open a sheet by its name, or the first one that holds anything.

    Raises:
        WorkbookError: when it is broken, locked or too large, has no such sheet, or when the
            library that reads it is not installed.
    """

    def rows(book: "CalamineWorkbook") -> Rows:
        found = _sheet(list(book.sheet_names), sheet)
        sheets = (book.get_sheet_by_name(name) for name in found)
        chosen = next((one for one in sheets if one.total_height), None)
        if chosen is None:
            raise WorkbookError("empty")
        return chosen.iter_rows

    return _taken(data, rows)


def read_sheets(data: bytes) -> Mapping[str, Rows]:
    """Open all sheets by their names, in the order in which they stand, hidden ones too.

    One that no menu shows is a helper of the program that wrote it, and no sheet of anybody.

    Raises:
        WorkbookError: as when a sheet is opened.
    """

    def rows(book: "CalamineWorkbook") -> Mapping[str, Rows]:
        shown = (one.name for one in book.sheets_metadata if not _is_helper(one))
        return {name: book.get_sheet_by_name(name).iter_rows for name in shown}

    return _taken(data, rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class BookSheet:
    """A sheet as its reader sees it: every cell in its column, and a merged one in all its rows."""

    rows: Rows
    is_hidden: bool
    is_filled: bool


def read_book(data: bytes, sheet: str | None = None) -> Mapping[str, BookSheet]:
    """Open the sheet of a name, or all that a menu shows, in the order in which they stand.

    Raises:
        WorkbookError: as when a sheet is opened.
    """

    def sheets(book: "CalamineWorkbook") -> Mapping[str, BookSheet]:
        hidden = {one.name: _is_hidden(one) for one in book.sheets_metadata if not _is_helper(one)}
        names = hidden if sheet is None else _sheet(list(book.sheet_names), sheet)
        opened = {name: book.get_sheet_by_name(name) for name in names}
        return {
            name: BookSheet(
                rows=partial(_laid_out, one),
                is_hidden=hidden.get(name, True),
                is_filled=one.start is not None,
            )
            for name, one in opened.items()
        }

    return _taken(data, sheets)


def _laid_out(sheet: "CalamineSheet") -> Iterator[Row]:
    # The library begins with the first column that holds anything, and has the text of cells
    # that were merged in the first of them alone.
    left = sheet.start[1] if sheet.start else 0
    below = grouped(
        (top, (column, bottom))
        for (top, column), (bottom, _) in sheet.merged_cell_ranges or ()
        if bottom > top
    )
    running: dict[int, tuple[object, int]] = {}
    for number, row in enumerate(sheet.iter_rows()):
        cells: Row = (*[""] * left, *row) if left else row
        if running:
            cells = [
                running[at][0] if at in running and cell in ("", None) else cell
                for at, cell in enumerate(cells)
            ]
        running |= {at: (cells[at], last) for at, last in below.get(number, ()) if at < len(cells)}
        running = {at: (cell, last) for at, (cell, last) in running.items() if last > number}
        yield cells


def _is_hidden(sheet: "SheetMetadata") -> bool:
    return not str(sheet.visible).endswith(".Visible")


def columns_before(data: bytes) -> Mapping[str, int]:
    """Give how many columns of each sheet are empty before its first, which no row shows.

    Raises:
        WorkbookError: as when a sheet is opened.
    """

    def starts(book: "CalamineWorkbook") -> Mapping[str, int]:
        sheets = ((name, book.get_sheet_by_name(name).start) for name in book.sheet_names)
        return {name: start[1] if start else 0 for name, start in sheets}

    return _taken(data, starts)


def _is_helper(sheet: "SheetMetadata") -> bool:
    return str(sheet.visible).endswith("VeryHidden")


def _taken(data: bytes, take: "Callable[[CalamineWorkbook], Taken]") -> Taken:
    try:
        from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as error:
        raise WorkbookError("extra") from error
    try:
        return take(CalamineWorkbook.from_filelike(BytesIO(_unpacked(data))))
    except (
        BadZipFile,
        CalamineError,
        NotImplementedError,
        RuntimeError,
        ValueError,
        zlib.error,
        EOFError,
    ) as error:
        raise WorkbookError("broken") from error


def _sheet(names: list[str], wanted: str | None) -> list[str]:
    if wanted is None:
        return names
    found = [name for name in names if name.casefold().strip() == wanted.casefold().strip()]
    if not found:
        raise WorkbookError("sheet", sheet=wanted, known=", ".join(names))
    return found


def _unpacked(data: bytes) -> bytes:
    # What is read is unpacked here, where it can be counted, and handed on as it is: the library
    # lays a sheet out as a rectangle, and one cell far away would take hundreds of gigabytes. It
    # is packed again meanwhile, a little, as a large sheet would lie in memory twice.
    made = BytesIO()
    left = _MOST_UNPACKED
    with ZipFile(BytesIO(data)) as book, ZipFile(made, "w", ZIP_DEFLATED, compresslevel=1) as plain:
        members = [one for one in book.infolist() if _NEEDED.fullmatch(one.filename)]
        if len(members) > _MOST_MEMBERS:
            raise WorkbookError("unpacked")
        for member in members:
            with book.open(member) as opened:
                content = opened.read(left + 1)
            left -= len(content)
            if left < 0:
                raise WorkbookError("unpacked")
            if _SHEET.fullmatch(member.filename):
                if _places(content) > _MOST_PLACES:
                    raise WorkbookError("stray")
                content = _as_seen(content)
            plain.writestr(member.filename, content)
    return made.getvalue()


def _as_seen(sheet: bytes) -> bytes:
    if b't="e"' in sheet:
        sheet = _ERROR.sub(rb"\1str\2", sheet)
    if b"<f" in sheet:
        sheet = _UNTOLD.sub(rb'<c\1 t="str"><v>=\2</v></c>', sheet)
    return sheet


def _places(sheet: bytes) -> int:
    rows = max((int(found[1]) for found in _ROW.finditer(sheet)), default=0)
    columns = max(map(column_number, {found[1] for found in _LETTERS.finditer(sheet)}), default=0)
    # Cells that do not say where they are stand one behind the other.
    unnamed = max((part.count(b"<c") for part in _rows_of(sheet)), default=0)
    return max(rows, sheet.count(b"<row")) * max(columns, unnamed)


def _rows_of(sheet: bytes) -> Iterator[bytes]:
    # One after the other, since all of them at once would take as much memory again.
    start = 0
    while (end := sheet.find(b"<row", start + 1)) >= 0:
        yield sheet[start:end]
        start = end
    yield sheet[start:]


def column_number(letters: bytes) -> int:
    """Give the number of a column by its letters, counted from 1."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - _A
    return number
