"""Records of entries that are all known, and of several files that are told as one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from journeybook.sources.records.record import MOST_ROWS, Kind, LeftOut, Record, Records
from journeybook.sources.tables.tables import Unread


def made(kind: Kind, entries: Iterable[Record | LeftOut]) -> Records | Unread:
    """Make records of entries, with all headings that occur in them."""
    kept = tuple(islice(entries, MOST_ROWS + 1))
    if len(kept) > MOST_ROWS:
        return Unread(what="rows", values={"most": str(MOST_ROWS)})
    headers: dict[str, None] = {}
    for entry in kept:
        if isinstance(entry, Record):
            headers.update(dict.fromkeys(entry.cells))
    return Records(kind=kind, headers=tuple(headers), entries=lambda: iter(kept))


def together(
    parts: Sequence[tuple[str, Records]], others: Sequence[LeftOut] = (), kind: Kind | None = None
) -> Records:
    """Tell what stands in several members of a file as one, each row with its member."""

    def entries() -> Iterator[Record | LeftOut]:
        for member, records in parts:
            for entry in records.entries():
                yield replace(entry, member=within(member, entry.member))
        yield from others

    first = parts[0][1]
    headers = dict.fromkeys(name for _, records in parts for name in records.headers)
    guessed = {
        within(member, inner): encoding
        for member, records in parts
        for inner, encoding in records.guessed.items()
    }
    hidden = {
        within(member, inner): found
        for member, records in parts
        for inner, found in records.hidden.items()
    }
    return Records(
        kind=kind or first.kind,
        headers=tuple(headers),
        entries=entries,
        guessed=guessed,
        hidden=hidden,
    )


def within(file: str, member: str) -> str:
    """Give the path of a member of a file, or of the file itself."""
    return f"{file}/{member}" if file and member else file or member
