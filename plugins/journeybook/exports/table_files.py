"""The tables beside the pages of matrices, coverage and catalogue, as CSV."""

from collections.abc import Mapping
from datetime import date

from journeybook.exports.table_text import write_table
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.table import Table, Value
from journeybook.pages.tables import page_tables


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
