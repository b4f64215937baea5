"""The tables of an export: one, or those of all members and sheets."""

from collections.abc import Callable, Iterable
from functools import partial

from journeybook.sources.document import SourceFile
from journeybook.sources.records.archive import is_meant, unpacked
from journeybook.sources.records.packed import ZIP, is_workbook
from journeybook.sources.records.record import Options, Records
from journeybook.sources.records.rows import read_table, records_of
from journeybook.sources.tables.tables import Table, Unread
from journeybook.sources.tables.workbook import WorkbookError, read_book

Tables = list[tuple[str, Records]]


def tables_of(file: SourceFile, options: Options) -> Tables | Unread:
    """Open all tables of a file, each by its name: members of a ZIP, sheets of a workbook."""
    if not file.data.startswith(ZIP):
        return _tables_in((("", file),), options)
    if is_workbook(file.data):
        return _sheets(file, options)
    members = unpacked(file)
    if isinstance(members, Unread):
        return members
    chosen = (
        (one.path, one)
        for one in members
        if is_meant(one.path, options.member or "*.csv") and one.data.strip()
    )
    return _tables_in(chosen, options)


def _tables_in(files: Iterable[tuple[str, SourceFile]], options: Options) -> Tables | Unread:
    return _opened((name, partial(read_table, file, options)) for name, file in files)


def _sheets(file: SourceFile, options: Options) -> Tables | Unread:
    try:
        book = read_book(file.data, options.sheet)
    except WorkbookError as error:
        return Unread(what=error.what, values=error.values)
    return _opened(
        (name, partial(records_of, Table(rows=sheet.rows, has_sheets=True), options))
        for name, sheet in book.items()
    )


def _opened(tables: Iterable[tuple[str, Callable[[], Records | Unread]]]) -> Tables | Unread:
    # A sheet with nothing in it is none that is missed.
    found: list[tuple[str, Records]] = []
    wrong: Unread | None = None
    for name, read in tables:
        records = read()
        if isinstance(records, Records):
            found.append((name, records))
        elif records.what != "empty":
            wrong = records
    return wrong or found or Unread(what="empty")
