"""Tables as spreadsheets and survey tools save them: rows of cells, whatever the file is like."""

import csv
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from journeybook.sources.document import SourceFile
from journeybook.sources.tables.workbook import Row, WorkbookError, read_workbook

MOST_BYTES = 50_000_000
"""No file with responses is larger."""

READ = (".csv", ".tsv", ".tab", ".txt", ".xlsx", ".xlsm")
"""The endings of the files whose rows can be read."""

_BOOKS = (".xlsx", ".xlsm")
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_DELIMITERS = ";,\t|"
_LOOKED_AT = 20
_LONGEST_CELL = 1_000_000
_LOCKED = b"\xd0\xcf\x11\xe0"
POINTER = b"version https://git-lfs.github.com/spec/"
_ZIP = b"PK\x03\x04"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table whose rows can be gone through again and again; `guessed` is its encoding, if so."""

    rows: Callable[[], Iterator[Row]]
    guessed: str = ""
    has_sheets: bool = False

    @property
    def top(self) -> list[Row]:
        """The first rows, among which the headings stand."""
        return list(islice(self.rows(), _LOOKED_AT))


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """Why nothing was read: `what` it is, and the names that go with it."""

    what: str
    values: dict[str, str] = field(default_factory=dict)


def open_table(
    file: SourceFile,
    sheet: str | None = None,
    *,
    encoding: str | None = None,
    delimiter: str | None = None,
) -> Table | Unread:
    """Open a file of rows by what it holds, not by what it is called.

    What it holds tells encoding and delimiter too, where they are not given.
    """
    data = file.data
    if not data.strip():
        return Unread(what="empty" if file.refused is None else "refused")
    if data.startswith(POINTER):
        return Unread(what="pointer")
    if data.startswith(_LOCKED) or not file.path.casefold().endswith(READ):
        return Unread(what="format")
    if data.startswith(_ZIP) or file.path.casefold().endswith(_BOOKS):
        return _workbook(data, sheet)
    try:
        text, guessed = read_text(data, encoding)
    except LookupError:
        return Unread(what="encoding", values={"encoding": encoding or ""})
    return _table(text, delimiter, guessed)


def _table(text: str, delimiter: str | None, guessed: str) -> Table | Unread:
    if "\0" in text:
        return Unread(what="format")
    csv.field_size_limit(max(csv.field_size_limit(), _LONGEST_CELL))
    sign, start = _delimiter(text)
    rows, sign = text[start:] if start else text, delimiter or sign
    if wrong := _unclosed(rows, sign):
        return wrong
    return Table(rows=_rows_of(rows, sign, told=start > 0), guessed=guessed)


def _workbook(data: bytes, sheet: str | None) -> Table | Unread:
    try:
        book = read_workbook(data, sheet)
    except WorkbookError as error:
        return Unread(what=error.what, values=error.values)
    return Table(rows=book, has_sheets=True)


def read_text(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """Give bytes as text, and the encoding where it was guessed.

    Raises:
        LookupError: where nobody knows the encoding that is said.
    """
    # What a file says of itself comes first; a text in UTF-8 is hardly ever anything else.
    if encoding is None and data.startswith(BOM_UTF8):
        encoding = "utf-8-sig"
    elif encoding is None and data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        encoding = "utf-16"
    if encoding:
        return data.decode(encoding, "replace"), ""
    for start, code in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = data[start:400:2]
        if half.count(0) > len(half) // 2:
            return data.decode(code, "replace"), "UTF-16"
    try:
        return data.decode(), ""
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), "Windows-1252"


def _unclosed(text: str, delimiter: str) -> Unread | None:
    # A quotation mark that is open swallows the rows after it; a cell without an end does too.
    if '"' not in text and all(len(line) <= _LONGEST_CELL for line in _lines(text)):
        return None
    reader = csv.reader(_lines(text), delimiter=delimiter, strict=True)
    rows = 0
    try:
        for _ in reader:
            rows += 1
    except csv.Error as error:
        is_long = "field larger" in str(error) and '"' not in text
        return Unread(what="cell" if is_long else "quotes", values={"row": str(rows + 1)})
    return None


def _rows_of(text: str, delimiter: str, *, told: bool) -> Callable[[], Iterator[Row]]:
    def rows() -> Iterator[Row]:
        # A row that only tells the delimiter stands above the others in the file all the same.
        if told:
            yield ()
        try:
            yield from csv.reader(_lines(text), delimiter=delimiter)
        except csv.Error:
            return

    return rows


def _lines(text: str) -> Iterator[str]:
    # A file in memory would hold every letter in four bytes.
    return (found.group() for found in _LINE.finditer(text))


def _delimiter(text: str) -> tuple[str, int]:
    # The sign that parts most of the first rows into most cells, and where the rows begin.
    if text[:4].casefold() == "sep=" and text[4:5] in _DELIMITERS:
        return text[4], text.find("\n") + 1
    widths = {sign: _width(text, sign) for sign in _DELIMITERS}
    return max(_DELIMITERS, key=lambda sign: widths[sign]), 0


def _width(text: str, delimiter: str) -> tuple[int, int]:
    # How many rows have the same number of cells, the number that most have, and that number.
    reader = csv.reader(_lines(text[:200_000]), delimiter=delimiter)
    try:
        widths = Counter(len(row) for row in islice(reader, _LOOKED_AT) if len(row) > 1)
    except csv.Error:
        return (0, 0)
    return max(((rows, width) for width, rows in widths.items()), default=(0, 0))
