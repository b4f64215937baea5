"""The files beside the gap reports: their rows as tables, and every owner's dates as a calendar."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from journeybook.exports.tables import csv_of
from journeybook.gaps.ledger import Entry
from journeybook.pages.briefs.brief import can_be_briefed, make_brief
from journeybook.pages.gaps.neighbours import owner_name
from journeybook.pages.gaps.table import GapRows
from journeybook.pages.parts.agenda import Task
from journeybook.pages.parts.site import Site

_LONGEST = 75
"""The most bytes a line may hold, its end not counted."""

_UNSAFE = re.compile(r"[\x00-\x1f\x7f\\;,]")


@dataclass(frozen=True, slots=True, kw_only=True)
class DayEntry:
    """Something on a day; its `uid` stays the same from one calendar to the next."""

    uid: str
    day: date
    summary: str
    description: str = ""


def write_calendar(name: str, entries: Iterable[DayEntry], stamp: date) -> bytes:
    """Write a calendar of all-day entries; `stamp` is the day they were worked out."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Journeybook//Gaps//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        _line("NAME", name),
        _line("X-WR-CALNAME", name),
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
    ]
    for entry in sorted(entries, key=lambda one: (one.day, one.uid)):
        lines.extend(_entry(entry, stamp))
    lines.append("END:VCALENDAR\r\n")
    return "\r\n".join(lines).encode()


def _entry(entry: DayEntry, stamp: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield _line("UID", entry.uid)
    yield f"DTSTAMP:{_day(stamp)}T000000Z"
    yield _whole_day(entry.day)
    yield _line("SUMMARY", entry.summary)
    if entry.description:
        yield _line("DESCRIPTION", entry.description)
    # The day is marked, not taken: nobody is busy because a draft is due.
    yield "TRANSP:TRANSPARENT\r\nEND:VEVENT"


# A team has thousands of pieces of content, and not as many days.
@lru_cache(4_000)
def _whole_day(day: date) -> str:
    begins = f"DTSTART;VALUE=DATE:{_day(day)}"
    if day == date.max:
        return begins
    return f"{begins}\r\nDTEND;VALUE=DATE:{_day(day + timedelta(days=1))}"


@lru_cache(4_000)
def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _line(name: str, text: str) -> str:
    return "\r\n".join(_folded(f"{name}:{_text(text)}"))


def _text(text: str) -> str:
    if not _UNSAFE.search(text):
        return text
    escaped = text.replace("\\", r"\\").replace(";", r"\;").replace(",", r"\,")
    if escaped.isprintable():
        return escaped
    one_line = re.sub(r"\r\n|[\r\n]", r"\\n", escaped)
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "", one_line)


def _folded(line: str) -> Iterator[str]:
    """Break a line between signs, never inside the bytes of one; later parts begin with a space."""
    if len(line.encode()) <= _LONGEST:
        yield line
        return
    part, size = "", 0
    for sign in line:
        width = len(sign.encode())
        if size + width > _LONGEST:
            yield part
            part, size = " ", 1
        part, size = part + sign, size + width
    yield part


def gap_tables(site: Site) -> Mapping[str, bytes]:
    """Give the table of every gap report, by its path inside the site."""
    rows = GapRows(site=site)
    return {
        site.addresses.table_beside(report): csv_of(rows.table(entries), site.wording)
        for report, entries in _reports(site)
    }


def gap_files(site: Site) -> Mapping[str, bytes]:
    """Give the files by their path inside the site."""
    tables, beside, pages = dict(gap_tables(site)), site.addresses.table_beside, site.addresses
    # All of them stand beside two pages.
    tables[beside(pages.gaps)] = tables[beside(pages.all_gaps)]
    dates = site.agendas
    calendars = {
        site.addresses.calendar_beside(site.addresses.gaps_of_owner(name)): owner_calendar(
            owner, dates[owner], site
        )
        for owner, name in site.ledger.owner_slugs.items()
    }
    return {**tables, **calendars, **dict(_briefs(site))}


def _briefs(site: Site) -> Iterator[tuple[str, bytes]]:
    # All are texts, so that whoever has no terminal can copy them as well. An engine would make a
    # page of Markdown, so the link to it says what the file is called once it is taken along.
    for entry in site.ledger.entries:
        fingerprint = entry.finding.fingerprint
        if can_be_briefed(entry, site):
            # The mark tells a browser in which letters it is written.
            text = make_brief(entry, site).text.encode("utf-8-sig")
            yield site.addresses.brief_text_of(fingerprint), text


def owner_calendar(owner: str, tasks: Iterable[Task], site: Site) -> bytes:
    """Write an owner's dates as a calendar."""
    wording = site.wording
    entries = (_day_entry(one, site) for one in tasks)
    name = wording.text("Content dates of {owner}", owner=owner_name(owner, site))
    return write_calendar(name, entries, site.handbook.today)


def _day_entry(dated: Task, site: Site) -> DayEntry:
    # The address stays the same from build to build, so that a calendar moves an entry whose day
    # changed instead of showing it twice.
    return DayEntry(
        uid=f"{dated.key}@journeybook",
        day=dated.day,
        summary=f"{dated.title}: {dated.words}",
        description=site.shape.whole_address(dated.uri, dated.anchor)
        or site.wording.text("Page of the handbook: {path}", path=dated.uri.removesuffix(".md")),
    )


def _reports(site: Site) -> Iterator[tuple[str, Iterable[Entry]]]:
    book = site.handbook
    yield site.addresses.all_gaps, site.ledger.entries
    yield from ((site.addresses.gaps_of(one), site.ledger.of(phase=one)) for one in book.phases)
    yield from (
        (site.addresses.gaps_of_persona(one), site.ledger.of(persona=one)) for one in book.personas
    )
    yield from (
        (site.addresses.gaps_of_channel(one), site.ledger.of(channel=one)) for one in book.channels
    )
    for owner, name in site.ledger.owner_slugs.items():
        yield site.addresses.gaps_of_owner(name), site.ledger.of(owner=owner)
