"""The tables beside the pages and the workbook, read back by another library."""

import csv
from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO, StringIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from journeybook.exports.formats import FOLDER_EXPORTS
from journeybook.exports.gap_files import gap_files
from journeybook.exports.office.workbook import sheets_of, write_workbook
from journeybook.exports.tables import csv_of, table_files
from journeybook.pages.parts.table import Column, Table, Value
from journeybook.pages.tables import workbook_tables
from journeybook.wording import Wording
from tests.reading_back import read_rows, read_table
from tests.unit.handbooks import judged
from tests.unit.tables.warehouse import FILES, site

FORMULAS = ("=1+1", "+31 20", "-2", "@sum", "\tx", "\rx")


def sheets(data: bytes) -> dict[str, Sequence[Sequence[object]]]:
    """Every sheet of a workbook, cell by cell."""
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def seen(value: Value) -> object:
    """A value as a spreadsheet gives it back: empty for nothing, every number a float."""
    if value is None:
        return ""
    return float(value) if isinstance(value, int) else value


def plain(value: object) -> object:
    return value.date() if isinstance(value, datetime) else value


def test_the_export_holds_every_table_of_the_site() -> None:
    book = judged(FILES)
    tables = {*gap_files(book.site), *table_files(book.site)}
    # The table of all gaps stands beside two pages.
    wanted = {one for one in tables if one.endswith(".csv")} - {"gaps/gaps.csv"}
    assert set(FOLDER_EXPORTS["csv"].write(book)) == wanted


def test_every_page_with_a_table_has_its_file() -> None:
    assert set(table_files(site())) == {
        "assets/content.csv",
        "matrix/channel-matrix.csv",
        "matrix/channel-matrix-use-and-supply.csv",
        "matrix/cfo.csv",
        "matrix/cfo-use-and-supply.csv",
        "matrix/clerk.csv",
        "matrix/clerk-use-and-supply.csv",
        "matrix/journeys/both.csv",
        "matrix/journeys/both-use-and-supply.csv",
        "coverage/coverage-by-phase.csv",
        "coverage/figures.csv",
        "coverage/types-by-phase.csv",
        "coverage/languages-by-phase.csv",
        "coverage/both.csv",
        "research/test-plan.csv",
        "research/workshop/both.csv",
    }


def test_a_table_as_text_holds_numbers_days_and_words() -> None:
    table = Table(
        title="T",
        columns=(Column(title="a"), Column(title="b"), Column(title="c"), Column(title="d")),
        rows=((-1, 2.5, date(2026, 1, 2), None),),
    )
    assert read_table(csv_of(table, Wording())) == (
        ("a", "b", "c", "d"),
        ("-1", "2.5", "2026-01-02", ""),
    )


def test_a_table_is_parted_as_spreadsheets_of_its_language_part_it() -> None:
    table = Table(
        title="T",
        columns=(Column(title="a"), Column(title="b"), Column(title="c")),
        rows=(("x, y; z", 3.5, 4.0),),
    )
    english = csv_of(table, Wording()).decode("utf-8-sig")
    assert english == 'a,b,c\r\n"x, y; z",3.5,4\r\n'
    dutch = csv_of(table, Wording(language="nl")).decode("utf-8-sig")
    assert dutch == 'a;b;c\r\n"x, y; z";3,5;4\r\n'


def test_titles_that_stand_in_one_cell_are_told_apart() -> None:
    files = {
        "personas/cfo.md": "# CFO",
        "phases/buy.md": "# Buy",
        "journeys/cfo/index.md": "---\npersona: cfo\n---\n",
        "journeys/cfo/buy.md": (
            "---\nquestions:\n  - {text: How?, evidence: [a, b]}\n"
            "  - {text: Why?, evidence: [b, c]}\n---\n"
        ),
        "research/a.md": "# Talks, June 2026",
        "research/b.md": "# Survey",
        "research/c.md": "# Figures",
    }
    rows = read_rows(table_files(judged(files).site)["coverage/cfo.csv"])
    assert [row["Evidence"] for row in rows] == ["Talks, June 2026; Survey", "Survey, Figures"]


@pytest.mark.parametrize("text", FORMULAS)
def test_what_looks_like_a_formula_stays_text(text: str) -> None:
    table = Table(title="T", columns=(Column(title="a"),), rows=((text,),))
    raw = csv.reader(StringIO(csv_of(table, Wording()).decode(), newline=""))
    assert list(raw)[1] == [f"'{text}"]
    assert read_table(csv_of(table, Wording()))[1] == (text,)
    assert sheets(sheets_of((table,), title="T", words="W", day=date(2026, 3, 1)))["T"] == [
        ["a"],
        [text],
    ]


def test_an_apostrophe_of_the_author_stays() -> None:
    texts = ("'tis", "'", "'=1")
    table = Table(title="T", columns=(Column(title="a"),), rows=tuple((text,) for text in texts))
    assert read_table(csv_of(table, Wording())) == (("a",), *((text,) for text in texts))


def test_sheets_of_one_name_are_told_apart() -> None:
    one = Table(title="A/B", columns=(Column(title="x"), Column(title="X")), rows=((1, 2),))
    found = sheets(sheets_of((one, one), title="T", words="a b", day=date(2026, 3, 1)))
    assert list(found) == ["A B", "A B 2", "a b 3"]
    assert found["A B"] == [["x", "X 2"], [1.0, 2.0]]


def test_names_and_texts_are_cut_to_what_a_spreadsheet_takes() -> None:
    table = Table(title="n" * 40, columns=(Column(title="a"),), rows=(("t" * 40_000,),))
    found = sheets(sheets_of((table, table), title="T", words="W", day=date(2026, 3, 1)))
    assert list(found) == ["n" * 31, f"{'n' * 29} 2", "W"]
    assert found["n" * 31][1] == ["t" * 32_767]


def test_the_workbook_holds_every_table_cell_by_cell() -> None:
    found = sheets(write_workbook(site()))
    for table in workbook_tables(site()):
        head, *rows = found[table.title]
        assert head == [column.title for column in table.columns]
        assert [[plain(cell) for cell in row] for row in rows] == [
            [seen(value) for value in row] for row in table.rows
        ]


def test_the_gaps_are_a_sheet_too() -> None:
    rows = sheets(write_workbook(site()))["Gaps"]
    assert len(rows) == 1 + len(site().gaps)


def test_the_name_of_a_gap_stays_text_when_a_cell_is_edited() -> None:
    data = write_workbook(site())
    with ZipFile(BytesIO(data)) as package:
        at = list(sheets(data)).index("Gaps") + 1
        cells = ET.fromstring(package.read(f"xl/worksheets/sheet{at}.xml"))  # noqa: S314
        styles = ET.fromstring(package.read("xl/styles.xml"))  # noqa: S314
    looks = styles.findall("{*}cellXfs/{*}xf")
    (cell,) = [one for one in cells.iter() if one.get("r") == "A2"]
    assert looks[int(cell.get("s", ""))].get("numFmtId") == "49"


def test_only_sheets_of_the_program_are_hidden() -> None:
    shown, also, kept = (Table(title=name, columns=(), rows=()) for name in ("A", "a", "Kept"))
    data = sheets_of([shown, also], title="T", words="Words", day=date(2026, 3, 1), hidden=[kept])
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    assert {one.name: str(one.visible).rpartition(".")[2] for one in book.sheets_metadata} == {
        "A": "Visible",
        "a 2": "Visible",
        "Kept": "Hidden",
        "Words": "VeryHidden",
    }


def test_two_workbooks_are_the_same_to_the_byte() -> None:
    assert write_workbook(site()) == write_workbook(judged(FILES).site)


def test_an_empty_handbook_makes_a_workbook_too() -> None:
    empty = judged({"index.md": "# Nothing"}).site
    assert sheets(write_workbook(empty))["Content"][0][0] == "Title"
