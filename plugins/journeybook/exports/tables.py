"""Tables as CSV that a spreadsheet shows as it is: no cell is taken for a formula."""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from io import StringIO

from journeybook.pages.parts.site import Site
from journeybook.pages.parts.table import Table, Value
from journeybook.pages.tables import page_tables

# A spreadsheet takes a cell for a formula by its first sign; the wide forms count for some too.
_FORMULA = "=+\\-@\t\r\n＝＋－＠"  # noqa: RUF001 - these are the signs meant
_NEUTRALISE = re.compile(f"'*[{_FORMULA}]")
_SUSPECT = frozenset((*_FORMULA.replace("\\", ""), "'"))
_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


def neutral(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would calculate."""
    # Most cells begin with a letter.
    return f"'{text}" if text[:1] in _SUSPECT and _NEUTRALISE.match(text) else text


def plain(cell: str) -> str:
    """Give the text that was made neutral."""
    return cell[1:] if cell.startswith("'") and _NEUTRALISE.match(cell[1:]) else cell


def write_table(head: Sequence[str], rows: Iterable[Sequence[str | float]]) -> bytes:
    """Write a table in UTF-8, marked so that spreadsheets know it is; a number stays a number."""
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    for row in (head, *rows):
        writer.writerow([neutral(cell) if isinstance(cell, str) else cell for cell in row])
    return f"{_MARK}{text.getvalue()}".encode()


def read_table(data: bytes) -> tuple[tuple[str, ...], ...]:
    """Read a table back, cell by cell as it was written."""
    text = data.decode().removeprefix(_MARK)
    return tuple(
        tuple(plain(cell) for cell in row) for row in csv.reader(StringIO(text, newline=""))
    )


def table_files(site: Site) -> Mapping[str, bytes]:
    """Give the files by their path inside the site."""
    return {path: csv_of(table) for path, table in page_tables(site)}


def csv_of(table: Table) -> bytes:
    """Write one table; dates as year, month and day, numbers as numbers."""
    head = [column.title for column in table.columns]
    return write_table(head, ([_cell(value) for value in row] for row in table.rows))


def _cell(value: Value) -> str | float:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else value
