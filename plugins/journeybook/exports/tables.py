"""Tables as CSV that a spreadsheet shows as it is: no cell is taken for a formula."""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO

from journeybook.pages.parts.site import Site
from journeybook.pages.parts.table import Table, Value
from journeybook.pages.tables import page_tables
from journeybook.wording import Wording

# A spreadsheet takes a cell for a formula by its first sign; the wide forms count for some too.
_FORMULA = "=+\\-@\t\r\n＝＋－＠"  # noqa: RUF001 - these are the signs meant
_NEUTRALISE = re.compile(f"'*[{_FORMULA}]")
_SUSPECT = frozenset((*_FORMULA.replace("\\", ""), "'"))
_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


def neutral(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would calculate."""
    return f"'{text}" if _NEUTRALISE.match(text) else text


def plain(cell: str) -> str:
    """Give the text that was made neutral."""
    return cell[1:] if cell.startswith("'") and _NEUTRALISE.match(cell) else cell


def write_table(head: Sequence[str], rows: Iterable[Sequence[Value]], wording: Wording) -> bytes:
    """Write a table in UTF-8, marked so that spreadsheets know it is.

    A number stays a number, a date stands as year, month and day, and nothing as nothing. Where a
    language writes numbers with a comma, its spreadsheets part cells by semicolons.
    """
    text = StringIO(newline="")
    point, parting = (",", ";") if "," in wording.number(0.5) else (".", ",")
    writer = csv.writer(text, delimiter=parting, lineterminator="\r\n")
    writer.writerows([_cell(one, point) for one in row] for row in (head, *rows))
    return f"{_MARK}{text.getvalue()}".encode("utf-8", "replace")


def _cell(value: Value, point: str) -> Value:
    # Most cells begin with a letter.
    if isinstance(value, str):
        return neutral(value) if value[:1] in _SUSPECT else value
    if isinstance(value, float):
        return str(int(value) if value.is_integer() else value).replace(".", point)
    return value


def table_files(site: Site) -> Mapping[str, bytes]:
    """Give the files by their path inside the site."""
    return {path: csv_of(table, site.wording) for path, table in page_tables(site)}


def csv_of(table: Table, wording: Wording) -> bytes:
    """Write one table."""
    return write_table([column.title for column in table.columns], table.rows, wording)
