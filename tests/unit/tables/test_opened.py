"""All that is read of a workbook or a text with rows, and why nothing is."""

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import islice
from typing import Any
from zipfile import ZipFile

import pytest
from xlsxwriter import Workbook

from journeybook.sources.document import SourceFile
from journeybook.sources.tables import workbook
from journeybook.sources.tables.tables import Unread, open_table
from journeybook.sources.tables.workbook import (
    _NEEDED,
    WorkbookError,
    columns_before,
    read_book,
    read_sheets,
    read_workbook,
)
from tests.unit.held import hold

MOST_ROWS = 6
FAR = ("A90000", "AZ96153", "AZ96154", "XFD305", "XFD306")


def book_of(write: Callable[[Any], None]) -> bytes:
    made = BytesIO()
    book = Workbook(made)
    write(book)
    book.close()
    return made.getvalue()


def some_sheets(book: Any) -> None:  # noqa: ANN401 - as xlsxwriter has it
    book.add_worksheet("Empty")
    full = book.add_worksheet("Full")
    for row, cells in enumerate((("A", "B", "C"), (1, 2.5, True), ("x", "", "é"))):
        full.write_row(row + 1, 2, cells)
    full.write_formula("C6", "=1+1", None, 2)
    full.write_formula("D6", "=NA()", None, "#N/A")
    merged = book.add_worksheet("Merged")
    merged.merge_range("B2:B4", "down")
    merged.merge_range("C2:D2", "across")
    merged.write_row("C3", ("one", "two"))
    merged.write_row("B5", ("after", "x", "y"))
    hidden = book.add_worksheet("Hidden")
    hidden.write("A1", "secret")
    hidden.hide()
    helper = book.add_worksheet("Helper")
    helper.write("A1", "list")
    helper.very_hidden()


def unnamed(*rows: str) -> bytes:
    # Some programs write no addresses; a row may have a number all the same.
    made, plain = BytesIO(), ZipFile(BytesIO(book_of(one_cell("A1"))))
    with ZipFile(made, "w") as book:
        for one in plain.namelist():
            data = plain.read(one)
            if "worksheets/" in one and one.endswith(".xml"):
                data = re.sub(rb"(?s)<row.*</row>", "".join(rows).encode(), data)
            book.writestr(one, data)
    return made.getvalue()


def one_cell(place: str) -> Callable[[Any], None]:
    return lambda book: book.add_worksheet("S").write(place, "far")


BOOKS = {
    "some": book_of(some_sheets),
    "nothing": book_of(lambda book: book.add_worksheet("S")),
    "broken": b"PK\x03\x04 and no more",
}
TEXTS = (
    *("a;b\n1;2\n", "a,b\n1,2\n", "a\tb\n1\t2\n", "a|b\n1|2\n", "sep=;\na;b\n", "sep=|\r\na|b\r\n"),
    *('a;"b;c"\n1;"2\n3"\n', 'a;"b\n1;2\n', 'a;b"\n1;2\n', "\ufeffa;b\n", "a\n1\n"),
    *("a;b,c\n1;2,3\n", "", " \n", "a\0b", "a;b\r1;2\r", "a; b ;c\n ;\n\n1;2;3\n"),
    *('"a","b"\n"1","2"\n', "a,b,c\n1;2\n3;4\n5;6\n", "a,b\n1;2\n1;2;3\n4;5;6\n"),
)  # fmt: skip
LONG = (f"a,b\n{'x' * 200_000},1\n", f'a,b\n"{"x" * 200_000}",1\n', f"a\n{'x' * 1_000_001}\n")
NAMES = ("a.csv", "a.tsv", "a.tab", "a.txt", "a.xlsx", "a.xlsm", "a.xls", "a.pdf")


def told(make: Callable[..., Any], *of: Any) -> str:  # noqa: ANN401 - whatever it takes
    try:
        return str(make(*of))
    except WorkbookError as error:
        return f"{error.what} {error.values}"


def shown(rows: Callable[[], Iterator[Any]]) -> list[Any]:
    return list(islice((one for one in rows() if any(one)), MOST_ROWS))


def test_what_is_read() -> None:
    lines = []
    for name, data in BOOKS.items():
        lines += [f"== {name}", f"first: {told(first_of, data)}"]
        lines += [f"before: {told(columns_before, data)}", f"sheets: {told(names_in, data)}"]
        for sheet in (None, "full ", "MERGED", "Hidden", "Nowhere") if name == "some" else (None,):
            lines.append(f"{sheet}: {told(read_all, data, sheet)}")
    lines += limits()
    for text in TEXTS:
        lines.append(f"== {text!r}")
        for encoding, delimiter in (("utf-8", None), ("utf-16", None), ("utf-8", ",")):
            found = open_table(
                SourceFile(path="a.csv", data=text.encode(encoding)), delimiter=delimiter
            )
            lines.append(f"{encoding} {delimiter}: {table(found)}")
    for path in NAMES:
        lines.append(f"{path}: {table(open_table(SourceFile(path=path, data=b'a;b')))}")
        lines.append(f"{path}: {table(open_table(SourceFile(path=path, data=BOOKS['some'])))}")
    hold("opened", lines)


def test_a_workbook_is_unpacked_as_far_as_a_limit_and_never_a_part_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = book_of(one_cell("A1"))
    needed = sum(
        one.file_size
        for one in ZipFile(BytesIO(data)).infolist()
        if _NEEDED.fullmatch(one.filename)
    )
    monkeypatch.setattr(workbook, "_MOST_UNPACKED", needed)
    whole = told(first_of, data)
    assert "unpacked" not in whole
    for less in (1, 200):
        monkeypatch.setattr(workbook, "_MOST_UNPACKED", needed - less)
        assert told(first_of, data).startswith("unpacked")


def limits() -> Iterator[str]:
    # More than five million places are too many, wherever the one cell stands.
    for place in FAR:
        yield f"{place}: {told(columns_before, book_of(one_cell(place)))}"
    cell = "<c><v>1</v></c>"
    for rows in (
        [f"<row>{cell * 3}</row>"] * 3_000,
        [f"<row>{cell * 300}</row>", f'<row r="30000">{cell}</row>'],
        [f"<row>{cell}</row>", f'<row r="30000">{cell * 300}</row>'],
        [f'<row r="1">{cell}</row>', f'<row r="30000">{cell * 300}</row>'],
    ):
        yield f"{len(rows)} rows: {told(columns_before, unnamed(*rows))}"
    wide = f"{'a;b' * 60}\n{'Ж' * 900}\n"
    for encoding in ("utf-16-le", "utf-16-be", "cp1251"):
        found = open_table(SourceFile(path="a.csv", data=wide.encode(encoding)))
        yield f"{encoding}: {table(found)[:20]}"
    for text in LONG:
        found = open_table(SourceFile(path="a.csv", data=text.encode()))
        yield table(found).replace("x" * 200_000, "…")


def first_of(data: bytes) -> list[Any]:
    return shown(read_workbook(data, None))


def names_in(data: bytes) -> list[str]:
    return list(read_sheets(data))


def read_all(data: bytes, sheet: str | None) -> list[str]:
    return [
        f"{name}{' hidden' * one.is_hidden}{' filled' * one.is_filled} {shown(one.rows)}"
        for name, one in read_book(data, sheet).items()
    ]


def table(found: Any) -> str:  # noqa: ANN401 - a table, or why there is none
    if isinstance(found, Unread):
        return f"unread {found.what} {found.values}"
    return f"{found.guessed} {found.has_sheets} {shown(found.rows)}"
