"""The time that figures are of, as files and their names tell it."""

import re
from calendar import monthrange
from datetime import date

Stretch = tuple[date, date]
"""The first and the last day."""

_DAY = re.compile(r"(20\d\d)-?(\d\d)-?(\d\d)(?!\d)")
_MONTH = re.compile(r"(?<!\d)(20\d\d)[-_ ]?(0[1-9]|1[0-2])(?![-_]?\d)")


def days_between(text: str) -> Stretch | None:
    """Give the first and the last of several days in a text."""
    days = [day for found in _DAY.finditer(text) if (day := _date(*found.groups()))]
    return (min(days), max(days)) if len(days) > 1 else None


def time_of(text: str) -> Stretch | None:
    """Read a day, which stands for itself, or a month, for all of its days."""
    plain = text.strip()
    if found := _DAY.match(plain):
        day = _date(*found.groups())
        return (day, day) if day else None
    month = _MONTH.fullmatch(plain)
    return _month(month) if month else None


def month_in(text: str) -> Stretch | None:
    """Give the days of the first month in a text that is not part of a day."""
    found = _MONTH.search(text)
    return _month(found) if found else None


def _month(found: re.Match[str]) -> Stretch:
    year, month = int(found[1]), int(found[2])
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
