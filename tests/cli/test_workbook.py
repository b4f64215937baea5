"""`journeybook export --format xlsx`, on a handbook on disk."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path
from textwrap import dedent
from zipfile import ZipFile

from click.testing import CliRunner
from python_calamine import CalamineWorkbook

from journeybook.adapters.cli import main
from journeybook.exports.office.workbook import sheets_of
from journeybook.pages.parts.table import Column, Table, Value
from tests.unit.tables.warehouse import FILES

DAY = date(2026, 11, 21)
TODAY = ("--today", "2026-11-21")


def write(folder: Path) -> Path:
    for path, text in FILES.items():
        file = folder / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
    return folder


def test_a_workbook_of_the_whole_handbook(tmp_path: Path) -> None:
    book, target = write(tmp_path / "book"), tmp_path / "book.xlsx"
    options = ("--format", "xlsx", "--output", str(target), *TODAY)
    done = CliRunner().invoke(main, ("export", str(book), *options))
    assert done.exit_code == 0, done.output
    first = target.read_bytes()
    assert CliRunner().invoke(main, ("export", str(book), *options)).exit_code == 0
    assert target.read_bytes() == first
    with ZipFile(target) as package:
        made = package.read("docProps/core.xml").decode()
    assert re.findall(r">(2026-[^<]*)", made) == ["2026-11-21T10:00:00Z"] * 2
    assert CalamineWorkbook.from_path(str(target)).sheet_names == [
        "Figures",
        "Channel matrix",
        "Channels by persona",
        "Coverage",
        "Questions",
        "Touchpoints",
        "Content",
        "Types by phase",
        "Languages by phase",
        "Gaps",
        "Edit content",
        "Edit personas",
        "Edit phases",
        "Edit channels",
        "Edit journeys",
        "Edit steps",
        "Edit actions",
        "Edit research",
        "Edit statements",
        "journeybook",
        "Words",
    ]


def test_a_mark_that_is_typed_is_one_of_those_to_choose_from() -> None:
    column = Column(title="A", choices=("1", "2", "none"))
    data = sheets_of([Table(title="T", columns=(column,), rows=())], title="", words="W", day=DAY)
    with ZipFile(BytesIO(data)) as package:
        words = package.read("xl/worksheets/sheet2.xml").decode()
    assert re.findall(r'<c r="A(\d)"(?: s="\d+")?( t="s")?>', words) == [
        *(("1", ""), ("2", ""), ("3", ' t="s"')),
    ]


def test_a_workbook_needs_a_file_to_be_written_to(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ("export", str(write(tmp_path)), "--format", "xlsx", *TODAY))
    assert done.exit_code == 2
    assert "--output" in done.output


def test_a_text_longer_than_a_cell_is_cut_and_nothing_else_is() -> None:
    longest = 32767
    rows = (
        ("x" * longest + "y", 1.5, date(2026, 3, 1)),
        ("x" * longest, 0, None),
        ("", None, None),
    )
    table = Table(
        title="Long", columns=tuple(Column(title=head) for head in ("A", "B", "C")), rows=rows
    )
    book = CalamineWorkbook.from_filelike(
        BytesIO(sheets_of([table], title="T", words="W", day=DAY))
    )
    _, first, second, *_ = book.get_sheet_by_name("Long").to_python()
    assert first == ["x" * longest, 1.5, date(2026, 3, 1)]
    assert second == ["x" * longest, 0, ""]


def test_a_sheet_can_be_read_on_a_screen_and_on_paper() -> None:
    columns = (Column(title="What is missing", width=8), *[Column(title="Step", width=60)] * 7)
    rows: list[tuple[Value, ...]] = [
        ("a text that is much longer than its column", *["short"] * 6, 1),
        ("short", *[None] * 7),
    ]
    data = BytesIO(
        sheets_of(
            [Table(title="T", columns=columns, rows=tuple(rows))], title="", words="W", day=DAY
        )
    )
    with ZipFile(data) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
        book = package.read("xl/workbook.xml").decode()
    # Programs that do not measure texts make a row as high as it says, and those that do go on.
    assert re.findall(r'<row r="(\d)"[^>]* ht="(\d+)"', sheet) == [("1", "30"), ("2", "60")]
    assert "customHeight" not in sheet
    assert '<col min="1" max="1" width="11.' in sheet
    assert 'paperSize="9"' in sheet
    assert 'orientation="landscape"' in sheet
    assert 'fitToWidth="2" fitToHeight="0"' in sheet
    assert "T!$A:$A,T!$1:$1</definedName>" in book


def test_what_is_typed_into_a_sheet_to_edit_stays_so() -> None:
    columns = (Column(title="A", keeps=True), Column(title="B"))
    table = Table(title="T", columns=columns, rows=(("85", date(2026, 3, 1)),))
    with ZipFile(BytesIO(sheets_of([table], title="", words="W", day=DAY))) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
        styles = package.read("xl/styles.xml").decode()
    # The format of texts, in which no spreadsheet makes 0.85 of 85%.
    looks = re.findall(r'<xf numFmtId="(\d+)"', styles.partition("<cellXfs")[2])
    (column, cell) = re.findall(r'<col min="1"[^>]* style="(\d+)"|r="A2" s="(\d+)"', sheet)
    assert {looks[int("".join(column))], looks[int("".join(cell))]} == {"49"}
    assert not re.search(r'<col min="2"[^>]* style=', sheet)
    # Nor does one call the figures there a mistake.
    assert 'numberStoredAsText="1"' in sheet
