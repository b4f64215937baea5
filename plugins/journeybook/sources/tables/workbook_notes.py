"""What a workbook says beside its cells: notes, and sheets of choices."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatch
from html import unescape
from io import BytesIO
from posixpath import basename, dirname, join, normpath
from zipfile import ZipFile

from journeybook.sources.tables.workbook import column_number

_MOST = 5_000_000
_MOST_OF_SHEET = 150_000_000
_MOST_COLUMNS = 16_384
_SHEET = re.compile(rb"<sheet\b[^>]*>")
_RELATION = re.compile(rb"<Relationship\b[^>]*>")
_LINK = re.compile(rb"<hyperlink\b[^>]*>")
_COMMENT = re.compile(
    rb'<comment\b[^>]*?\bref="([A-Z]{1,3}\d{1,7})"[^>]*>(.*?)</comment>', re.DOTALL
)
_TEXT = re.compile(rb"<t\b[^>]*>([^<]*)</t>")
# Since several people can answer each other, an older program is told so before what they say.
_THREAD = re.compile(r"^\[Threaded comment\].*?\n\s*\w+:\s*\n", re.DOTALL)


def notes_of(data: bytes) -> Mapping[str, Mapping[str, str]]:
    """Give the notes of a workbook that opens, by the name of the sheet and that of the cell.

    Where a cell leads is one too.
    """
    with ZipFile(BytesIO(data)) as book:
        return {name: _behind(book, sheet) for name, sheet in _sheets(book).items()}


def hidden_sheets_of(data: bytes) -> frozenset[str]:
    """Give the names of the sheets that a workbook hides and its menu shows."""
    with ZipFile(BytesIO(data)) as book:
        sheets = _SHEET.findall(_read(book, "xl/workbook.xml"))
    return frozenset(_value(one, "name") for one in sheets if _value(one, "state") == "hidden")


def links_of(data: bytes) -> Mapping[str, Mapping[str, str]]:
    """Give where cells of a workbook lead, by the name of the sheet and that of the cell."""
    with ZipFile(BytesIO(data)) as book:
        return {name: dict(_links(book, sheet)) for name, sheet in _sheets(book).items()}


def _sheets(book: ZipFile) -> Mapping[str, str]:
    # Where each sheet stands in the book, by its name; nowhere where the book does not tell.
    places = _related(book, "xl/workbook.xml")
    return {
        _value(one, "name"): places.get(_value(one, "r:id"), "")
        for one in _SHEET.findall(_read(book, "xl/workbook.xml"))
    }


def _behind(book: ZipFile, sheet: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for cell, text in (*_notes(book, sheet), *_links(book, sheet)):
        found[cell] = f"{found[cell]}\n{text}" if cell in found else text
    return found


def _links(book: ZipFile, sheet: str) -> Iterator[tuple[str, str]]:
    leading = {
        _value(one, "Id"): _value(one, "Target")
        for one in _RELATION.findall(_read(book, _relations(sheet)))
        if _value(one, "TargetMode") == "External"
    }
    for link in _LINK.findall(_read(book, sheet)) if leading else ():
        if target := leading.get(_value(link, "r:id")):
            yield _value(link, "ref").partition(":")[0], target


def _notes(book: ZipFile, sheet: str) -> Iterator[tuple[str, str]]:
    for target in _related(book, sheet).values() if sheet else ():
        if basename(target).startswith("comments") or "/comments/" in target:
            for cell, said in _COMMENT.findall(_read(book, target)):
                text = "".join(unescape(_text(one)) for one in _TEXT.findall(said))
                if plain := _THREAD.sub("", text).strip():
                    yield cell.decode(), plain


def _related(book: ZipFile, part: str) -> Mapping[str, str]:
    folder = dirname(part)
    relations = _read(book, _relations(part))
    return {
        _value(one, "Id"): normpath(join(f"/{folder}", _value(one, "Target"))).lstrip("/")
        for one in _RELATION.findall(relations)
    }


def _relations(part: str) -> str:
    return join(dirname(part), "_rels", f"{basename(part)}.rels")


def _read(book: ZipFile, name: str, most: int = _MOST) -> bytes:
    known = {one.filename: one for one in book.infolist()}
    found = known.get(name)
    return book.read(name) if found and found.file_size <= most else b""


def _value(element: bytes, name: str) -> str:
    found = re.search(rf'\s{name}="([^"]*)"'.encode(), element)
    return unescape(_text(found[1])) if found else ""


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


_COLUMNS = re.compile(rb"<col\b[^>]*>")
_ROWS = re.compile(rb"<row\b[^>]*>")
_YES = frozenset(("1", "true"))
_MERGED = re.compile(rb'<mergeCell\b[^>]*\bref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a sheet is laid out, all counted from 0.

    Which columns are `hidden`, and which rows, by hand or by a filter; and the last row of each
    cell that is `merged` with those below it, by its row and column.
    """

    hidden: frozenset[int] = frozenset()
    hidden_rows: frozenset[int] = frozenset()
    merged: Mapping[tuple[int, int], int] = field(default_factory=dict)


def layouts_of(data: bytes) -> Mapping[str, Layout]:
    """Give the layout of each sheet of a workbook that opens."""
    with ZipFile(BytesIO(data)) as book:
        texts = {name: _read(book, sheet, _MOST_OF_SHEET) for name, sheet in _sheets(book).items()}
    return {
        name: Layout(
            hidden=frozenset(_hidden(text)),
            hidden_rows=frozenset(_hidden_rows(text)),
            merged=dict(_merged(text)),
        )
        for name, text in texts.items()
    }


def _hidden_rows(sheet: bytes) -> Iterator[int]:
    number = 0
    for one in _ROWS.findall(sheet) if b"hidden=" in sheet else ():
        said = _value(one, "r")
        number = int(said) if said.isdecimal() else number + 1
        if _value(one, "hidden") in _YES:
            yield number - 1


def _merged(sheet: bytes) -> Iterator[tuple[tuple[int, int], int]]:
    for letters, top, bottom in _MERGED.findall(sheet):
        if int(bottom) > int(top):
            yield (int(top) - 1, column_number(letters) - 1), int(bottom) - 1


def _hidden(sheet: bytes) -> Iterator[int]:
    for one in _COLUMNS.findall(sheet):
        first, last = _value(one, "min"), _value(one, "max")
        if _value(one, "hidden") in _YES and first.isdecimal() and last.isdecimal():
            # No sheet has more columns, whatever its file says.
            yield from range(int(first) - 1, min(int(last), _MOST_COLUMNS))


_FORMULA = re.compile(rb"<formula1>(?:<xm:f>)?([^<]+)<|<x14:formula1>\s*<xm:f>([^<]+)<")
_NAMED = re.compile(rb'<definedName\b[^>]*?\bname="([^"]+)"[^>]*>([^<]+)<')
_PLACE = re.compile(r"(?:'((?:[^']|'')+)'|([^'!,(]+))!\$?[A-Z]")


def sheets_of_choices(data: bytes) -> frozenset[str]:
    """Give the names of the sheets that lists to choose from lie in, of a workbook that opens."""
    with ZipFile(BytesIO(data)) as book:
        names = book.namelist()
        settings = book.read("xl/workbook.xml") if "xl/workbook.xml" in names else b""
        named = _NAMED.finditer(settings)
        places = {unescape(_text(one[1])): _formula(one[2]) for one in named}
        formulas = {
            _formula(found[1] or found[2])
            for name in names
            if fnmatch(name, "xl/worksheets/*.xml")
            for found in _FORMULA.finditer(book.read(name))
        }
    return frozenset(name for one in formulas for name in _sheets_in(places.get(one, one)))


def _formula(data: bytes) -> str:
    return unescape(_text(data)).lstrip("=")


def _sheets_in(formula: str) -> Iterator[str]:
    for quoted, plain in _PLACE.findall(formula):
        yield quoted.replace("''", "'") or plain.strip()
