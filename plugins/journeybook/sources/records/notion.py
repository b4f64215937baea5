"""What Notion exports: a table for every database, and a page of Markdown for every row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase

from journeybook.sources.document import SourceFile
from journeybook.sources.records.entries import together
from journeybook.sources.records.record import Cell, LeftOut, Options, Reason, Record, Records
from journeybook.sources.records.rows import read_table
from journeybook.sources.tables.tables import Unread

_DIGITS = re.compile(r"[ -][0-9a-f]{32}(?=(?:_all)?(?:\.\w+)?(?:/|$))")
_LEADS = re.compile(
    r" \((?:https?://(?:www\.)?notion\.[^()\s]+|[^()]+\.md|[^()]*[0-9a-f]{32}[^()]*)\)(?:, |$)"
)
_MOST_LETTERS = 20_000


def is_notion(members: Sequence[SourceFile]) -> bool:
    """Tell whether a ZIP comes from Notion: by numbers in names, or a table told twice."""
    paths = {member.path for member in members}
    is_twice = any(path.replace("_all.csv", ".csv") in paths - {path} for path in paths)
    return is_twice or any(map(_DIGITS.search, paths))


def read_notion(members: Sequence[SourceFile], options: Options) -> Records | Unread:
    """Read every database whole, or only that which is named; each row has its page."""
    tables = [one for one in members if _is_whole(one.path, members)]
    if options.member:
        tables = [one for one in tables if _is_meant(one.path, options.member)]
    if not tables:
        return Unread(what="shape")
    parts: list[tuple[str, Records]] = []
    for table in tables:
        records = read_table(table, replace(options, sheet=None))
        if isinstance(records, Unread):
            return records
        parts.append((plain_path(table.path), _with_relations(records)))
    others = tuple(_pages_without_a_row(members, parts))
    return together(parts, others, "notion")


def plain_path(path: str) -> str:
    """Write a path without the numbers that Notion puts behind every name."""
    return _DIGITS.sub("", path).replace("_all.csv", ".csv")


def related(cell: Cell) -> Cell:
    """Give the titles of the pages that a cell leads to; any other cell as it is."""
    titles = linked_titles(cell) if isinstance(cell, str) else ()
    return (titles[0] if len(titles) == 1 else titles) if titles else cell


def linked_titles(cell: str) -> tuple[str, ...]:
    """Give the titles in a cell that holds nothing but pages, each with where it leads to."""
    if not cell.endswith(")") or len(cell) > _MOST_LETTERS:
        return ()
    titles: list[str] = []
    done = 0
    for found in _LEADS.finditer(cell):
        titles.append(cell[done : found.start()].strip())
        done = found.end()
    return tuple(titles) if done == len(cell) else ()


def _is_whole(path: str, members: Sequence[SourceFile]) -> bool:
    # The table beside `_all` holds only what the view showed that somebody had open.
    if not path.endswith(".csv"):
        return False
    whole = f"{path.removesuffix('.csv')}_all.csv"
    return path.endswith("_all.csv") or all(one.path != whole for one in members)


def _is_meant(path: str, member: str) -> bool:
    plain, wanted = plain_path(path).casefold(), member.casefold()
    names = (plain, plain.rpartition("/")[2], plain.rpartition("/")[2].removesuffix(".csv"))
    return any(fnmatchcase(name, wanted) for name in (*names, path.casefold()))


def _with_relations(records: Records) -> Records:
    def entries() -> Iterator[Record | LeftOut]:
        for entry in records.entries():
            if isinstance(entry, LeftOut):
                yield entry
            else:
                cells = {name: related(cell) for name, cell in entry.cells.items()}
                yield replace(entry, cells=cells)

    return replace(records, entries=entries)


def _pages_without_a_row(
    members: Sequence[SourceFile], parts: Sequence[tuple[str, Records]]
) -> Iterator[LeftOut]:
    folders = {path.removesuffix(".csv") for path, _ in parts}
    for member in members:
        plain = plain_path(member.path)
        folder = plain.rpartition("/")[0]
        if plain.endswith(".md") and folder not in folders:
            name = plain.rpartition("/")[2].removesuffix(".md")
            yield LeftOut(row=1, member=plain, reason=Reason.NOT_READ, text=name)
