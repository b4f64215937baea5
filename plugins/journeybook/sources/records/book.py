"""A workbook: all of its sheets that list content, as one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from journeybook.sources.document import SourceFile
from journeybook.sources.records.entries import together
from journeybook.sources.records.headings import has_names, letters_of
from journeybook.sources.records.record import (
    Hidden,
    LeftOut,
    Options,
    Reason,
    Record,
    Records,
    plain_name,
)
from journeybook.sources.records.rows import begins_address, records_of, shown
from journeybook.sources.tables.cells import cell_text
from journeybook.sources.tables.tables import Table, Unread
from journeybook.sources.tables.workbook import BookSheet, Row, WorkbookError, read_book
from journeybook.sources.tables.workbook_notes import Layout, layouts_of, links_of

_LINK = "Link"
Sheets = Mapping[str, tuple[BookSheet, Table]]


def read_sheets_of_book(file: SourceFile, options: Options) -> Records | Unread:
    """Read the sheet that is named, or else every one whose headings name content.

    Where none does, it is the first that holds anything. The others are told of, and hidden ones
    are not read unless they are named.
    """
    try:
        book = read_book(file.data, options.sheet)
    except WorkbookError as error:
        return Unread(what=error.what, values=error.values)
    sheets = {
        name: (sheet, Table(rows=sheet.rows, has_sheets=True))
        for name, sheet in book.items()
        if sheet.is_filled
    }
    chosen = _chosen(sheets, options)
    if not chosen:
        return Unread(what="empty")
    found = {name: records_of(sheets[name][1], options) for name in chosen}
    wrong = next((one for one in found.values() if isinstance(one, Unread)), None)
    layouts = {name.casefold(): one for name, one in layouts_of(file.data).items()}
    links = {name.casefold(): one for name, one in links_of(file.data).items()}
    found = {
        name: one if isinstance(one, Unread) else _linked(one, links.get(name.casefold()), options)
        for name, one in found.items()
    }
    parts = [
        (name, _with_hidden(one, layouts.get(name.casefold(), Layout())))
        for name, one in found.items()
        if isinstance(one, Records)
    ]
    others = () if options.sheet else tuple(_others(sheets, chosen))
    if wrong or (len(parts) == 1 and not others):
        return wrong or parts[0][1]
    return together(parts, others)


def _with_hidden(records: Records, layout: Layout) -> Records:
    columns = frozenset(name for at, name in enumerate(records.headers) if at in layout.hidden)
    rows = frozenset(at + 1 for at in layout.hidden_rows)
    hidden = {"": Hidden(columns=columns, rows=rows)} if columns or rows else {}
    return replace(records, hidden=hidden)


def _linked(records: Records, links: Mapping[str, str] | None, options: Options) -> Records:
    # People write a title, or words such as `Read it here`, and put the address behind them.
    plain = {name: plain_name(name) for name in records.headers}
    addresses, subjects = (
        [name for name, one in plain.items() if one in frozenset(map(plain_name, known))]
        for known in (options.addresses, options.subjects)
    )
    letters = {name: letters_of(records.headers.index(name)) for name in (*addresses, *subjects)}
    leading = {one.rstrip("0123456789") for one in links or ()}
    if links is None or not leading & {*letters.values()}:
        return records
    named = next(iter(addresses), _LINK)

    def entries() -> Iterator[Record | LeftOut]:
        for entry in records.entries():
            said = "" if isinstance(entry, LeftOut) else entry.cells.get(named, "")
            found = (links.get(f"{letter}{entry.row}") for letter in letters.values())
            link = next(filter(None, found), None)
            if isinstance(entry, LeftOut) or not link or begins_address(said):
                yield entry
            else:
                yield replace(entry, cells={**entry.cells, named: link})

    headers = records.headers if named in plain else (*records.headers, named)
    return replace(records, headers=headers, entries=entries)


def _chosen(sheets: Sheets, options: Options) -> tuple[str, ...]:
    if options.sheet:
        return tuple(sheets)
    shown_ones = tuple(name for name, (sheet, _) in sheets.items() if not sheet.is_hidden)
    listing = tuple(name for name in shown_ones if _lists(sheets[name][1].top, options))
    # A sheet of personas has names as well, and may tell of nothing else that content has.
    others = frozenset(map(plain_name, options.others))
    listing = tuple(name for name in listing if plain_name(name) not in others) or listing
    return listing or shown_ones[:1] or tuple(sheets)[:1]


def _lists(top: Sequence[Row], options: Options) -> bool:
    lists = options.lists
    return has_names(top, options.names, options.subjects) or (
        lists is not None and any(lists([*map(cell_text, row)]) for row in top)
    )


def _others(sheets: Sheets, chosen: tuple[str, ...]) -> Iterator[LeftOut]:
    for name, (_, table) in sheets.items():
        if name not in chosen:
            filled = (row for row in table.top if any(map(cell_text, row)))
            text = shown([cell_text(cell) for cell in next(filled, ())])
            yield LeftOut(row=1, member=name, reason=Reason.NOT_READ, text=text)
