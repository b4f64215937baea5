"""Calendars as RFC 5545 asks for them: all-day entries that any calendar program subscribes to."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_LONGEST = 75
"""The most bytes a line may hold, its end not counted."""


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
        f"NAME:{_text(name)}",
        f"X-WR-CALNAME:{_text(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
    ]
    for entry in sorted(entries, key=lambda one: (one.day, one.uid)):
        lines.extend(_entry(entry, stamp))
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


def _entry(entry: DayEntry, stamp: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(entry.uid)}"
    yield f"DTSTAMP:{stamp:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_day(entry.day)}"
    if entry.day < date.max:
        yield f"DTEND;VALUE=DATE:{_day(entry.day + timedelta(days=1))}"
    yield f"SUMMARY:{_text(entry.summary)}"
    if entry.description:
        yield f"DESCRIPTION:{_text(entry.description)}"
    # The day is marked, not taken: nobody is busy because a draft is due.
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _text(text: str) -> str:
    escaped = re.sub(r"([\\\\;,])", r"\\\1", text)
    one_line = re.sub(r"\r\n|[\r\n]", r"\\n", escaped)
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "", one_line)


def _folded(line: str) -> Iterator[str]:
    """Break a line between signs, never inside the bytes of one; later parts begin with a space."""
    part, size = "", 0
    for sign in line:
        width = len(sign.encode())
        if size + width > _LONGEST:
            yield part
            part, size = " ", 1
        part, size = part + sign, size + width
    yield part
