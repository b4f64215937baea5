"""Reads how much content is used: by address, or by what people searched for, and by time."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from journeybook.schema.phrases import Phrases
from journeybook.sources.document import SourceFile
from journeybook.sources.records.record import Cell, LeftOut, Options, Reason, Record, Records
from journeybook.sources.records.rows import shown
from journeybook.sources.records.use.columns import (
    FIGURES,
    columns_of,
    headings_of_use,
    is_about_use,
    is_vague,
)
from journeybook.sources.records.use.tables import tables_of
from journeybook.sources.records.use.times import Stretch, days_between, month_in, time_of
from journeybook.sources.tables.tables import Unread

_MOST_OF_SEARCH = 1_000
"""No export of Search Console tells more pages or queries."""

_GROUPED = re.compile(r"[1-9]\d{0,2}(?:[.,\s’'\u00a0\u202f]\d{3})+")
_NUMBER = re.compile(r"(\d+)(?:[.,]\d+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class UseRow:
    """The figures of an address, or of what was searched for, in a stretch of time."""

    row: int
    member: str = ""
    address: str = ""
    query: str = ""
    since: date
    until: date
    figures: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class UseRead:
    """What an export tells: its rows and what was left out; `is_whole` where no page is missing.

    `unused` are the headings of what is not kept.
    """

    rows: tuple[UseRow, ...]
    left_out: tuple[LeftOut, ...]
    unused: tuple[str, ...]
    since: date
    until: date
    is_whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What is said of an export beforehand: its time, and the headings of its columns."""

    stretch: Stretch | None = None
    columns: tuple[tuple[str, str], ...] = ()


# Every state of a handbook that is compared reads the same file.
@lru_cache(16)
def read_use(file: SourceFile, options: Options, given: Given) -> UseRead | Unread:
    """Read an export of use; tables that tell nothing of addresses and searches are left out."""
    tables = tables_of(
        file,
        replace(
            options,
            names=headings_of_use(options.exports) | {heading for _, heading in given.columns},
        ),
    )
    if isinstance(tables, Unread):
        return tables
    parts = [_Part.of(member, records, given, options.exports) for member, records in tables]
    told = [part for part in parts if part.tells_use]
    if not told:
        return Unread(what="figures", values={"known": ", ".join(parts[0].records.headers[:6])})
    stretch = given.stretch or _stretch(file.path, parts)
    if stretch is None and not all("month" in part.columns for part in told):
        return Unread(what="time")
    entries = [entry for part in parts for entry in part.entries(stretch)]
    rows = tuple(entry for entry in entries if isinstance(entry, UseRow))
    if not rows:
        return Unread(what="empty")
    since, until = stretch or (min(one.since for one in rows), max(one.until for one in rows))
    pages = sum(1 for one in rows if one.address)
    is_search = any("clicks" in part.columns for part in told)
    return UseRead(
        rows=rows,
        left_out=tuple(entry for entry in entries if isinstance(entry, LeftOut)),
        unused=tuple(dict.fromkeys(name for part in told for name in part.unused)),
        since=since,
        until=until,
        is_whole=pages > 0 and not (is_search and pages >= _MOST_OF_SEARCH),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    # A table of an export, and what its columns hold.
    member: str
    records: Records
    columns: Mapping[str, str]

    @classmethod
    def of(cls, member: str, records: Records, given: Given, exports: Phrases) -> "_Part":
        columns = columns_of(records.headers, dict(given.columns), exports)
        is_sure = "address" in dict(given.columns) or not is_vague(columns.get("address", ""))
        if not is_sure and not _holds_addresses(records, columns["address"]):
            # Browsers, countries and sources of visits are listed in just the same way.
            columns = {key: name for key, name in columns.items() if key != "address"}
        return cls(member=member, records=records, columns=columns)

    @property
    def tells_use(self) -> bool:
        return is_about_use(self.columns)

    @property
    def unused(self) -> Iterator[str]:
        used = {self.columns[key] for key in self.columns}
        yield from (name for name in self.records.headers if name not in used)

    def entries(self, stretch: Stretch | None) -> Iterator[UseRow | LeftOut]:
        for entry in self.records.entries():
            if isinstance(entry, LeftOut):
                yield replace(entry, member=self.member)
            elif not self.tells_use:
                text = shown([_text(cell) for cell in entry.cells.values()])
                yield LeftOut(row=entry.row, member=self.member, reason=Reason.NOT_READ, text=text)
            else:
                yield self._row(entry, stretch)

    def days(self) -> Iterator[Stretch]:
        # A table with a row for every day tells which days the others are about.
        if "month" in self.columns and not self.tells_use:
            for record in self.records.records:
                if found := time_of(_text(record.cells.get(self.columns["month"], ""))):
                    yield found

    def _row(self, record: Record, stretch: Stretch | None) -> UseRow | LeftOut:
        told = {key: _text(record.cells.get(name, "")) for key, name in self.columns.items()}
        time = time_of(told["month"]) if told.get("month") else stretch
        figures = {key: _number(told[key]) for key in FIGURES if told.get(key)}
        about = told.get("address") or told.get("query") or ""
        if not about or time is None or not figures or None in figures.values():
            reason = Reason.BROKEN if about else Reason.NO_ADDRESS
            return LeftOut(row=record.row, member=self.member, reason=reason, text=about)
        return UseRow(
            row=record.row,
            member=self.member,
            address=told.get("address", ""),
            query=told.get("query", "") if not told.get("address") else "",
            since=time[0],
            until=time[1],
            figures={key: number for key, number in figures.items() if number is not None},
        )


def _holds_addresses(records: Records, heading: str) -> bool:
    cells = (_text(record.cells.get(heading, "")) for record in records.records)
    return any(cell.startswith("/") or "://" in cell for cell in cells)


def _stretch(path: str, parts: Iterable[_Part]) -> Stretch | None:
    # What a file says of its time: above its headings, in a table of days, or in its name.
    every = tuple(parts)
    comments = [
        one.text for part in every for one in part.records.left_out if one.reason is Reason.COMMENT
    ]
    days = [day for part in every for stretch in part.days() for day in stretch]
    name = path.rpartition("/")[2]
    return (
        days_between(" ".join(comments))
        or ((min(days), max(days)) if days else None)
        or days_between(name)
        or month_in(name)
    )


def _number(text: str) -> int | None:
    # Whatever parts thousands; what is behind a comma counts for nothing.
    if _GROUPED.fullmatch(text):
        return int(re.sub(r"\D", "", text))
    found = _NUMBER.fullmatch(text)
    return int(found[1]) if found else None


def _text(cell: Cell) -> str:
    return cell if isinstance(cell, str) else " ".join(cell)
