"""Sheets as lists of cells, and what bringing them in comes to."""

import csv
from collections.abc import Mapping, Sequence
from io import BytesIO, StringIO

from xlsxwriter import Workbook

from journeybook.adapters.disk.language import wording_in
from journeybook.importing.bringing import Asked, bring
from journeybook.importing.plan import Plan
from journeybook.pipeline import Judged
from journeybook.sources.document import SourceFile
from tests.unit.handbooks import judged

Rows = Sequence[Sequence[object]]
EMPTY: dict[str, str] = {"index.md": "# Nothing yet"}


def book_of(sheets: Mapping[str, Rows], notes: Mapping[str, Mapping[str, str]] = {}) -> bytes:
    """A workbook with these sheets, and with notes at cells of some."""
    data = BytesIO()
    book = Workbook(data, {"in_memory": True})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
        for cell, note in notes.get(name, {}).items():
            sheet.write_comment(cell, note)
    book.close()
    return data.getvalue()


def csv_of(rows: Rows, delimiter: str = ";") -> bytes:
    """The same as text, as a spreadsheet in Dutch writes it."""
    text = StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode()


def brought(
    data: bytes,
    name: str = "map.xlsx",
    files: dict[str, str] | Judged | None = None,
    *,
    persona: str = "",
    scale: tuple[float, float] | None = None,
) -> Plan:
    """What bringing a file into a handbook comes to."""
    book = files if isinstance(files, Judged) else judged(files or EMPTY)
    asked = Asked(persona=persona, scale=scale)
    plan = bring(SourceFile(path=name, data=data), book, asked, wording_in)
    assert isinstance(plan, Plan), plan
    return plan


def text_of(plan: Plan, path: str) -> str:
    """A new file, without its folder `content`."""
    return plan.new[f"content/{path}"]
