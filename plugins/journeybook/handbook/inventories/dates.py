"""Dates as other tools write them, without guessing."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal

Order = Literal["day-month", "month-day"]

_NUMBERS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b")
_MONTH_OF_YEAR = re.compile(r"(0?[1-9]|1[0-2])[/.-](\d{4})")
_PACKED = re.compile(r"(\d{4})(\d{2})(\d{2})")
_WEEKDAY = re.compile(r"[^\W\d_]{2,9}\.?,\s+(?=\d)|^[^\W\d_]{2,9}\.?,?\s+(?=[^\W\d_]{3,9}\.?\s+\d)")
_RANGE = re.compile(r"\s*→.*")
_CLOCK = re.compile(r"(?<=\d)(?:T|,?\s+)\d{1,2}:\d\d.*")
_CENTURY = 2000
# Spreadsheets count days, and show the number where nobody said that it is a date: those of this
# century up to 2064.
_SERIAL = re.compile(r"((?:3[7-9]|4\d|5\d)\d{3})(?:\.\d+)?")
# `3-mrt-26`, as spreadsheets show a day; `mrt-26` may be a month and a day of one.
_SHORT_YEAR = re.compile(r"^(\d{1,2}[-. ]+[^\W\d_]{3,9}\.?[- ]+)['’]?(?=\d\d$)")
_FIRST = date(1899, 12, 30)
_MONTHS = 12


def plain_date(text: str, order: Order | None) -> str:
    """Write a date so that it can be read; of 3/1/2026 the `order` tells what is the month.

    Where only one order is possible, as in 31/1/2026, none is needed.
    """
    plain = _CLOCK.sub("", _WEEKDAY.sub("", _RANGE.sub("", text.strip())))
    plain = _SHORT_YEAR.sub(r"\g<1>20", plain)
    if packed := _PACKED.fullmatch(plain):
        return "-".join(packed.groups())
    if serial := _SERIAL.fullmatch(plain):
        return f"{_FIRST + timedelta(days=int(serial[1]))}"
    if of_year := _MONTH_OF_YEAR.fullmatch(plain):
        return f"{of_year[2]}-{int(of_year[1]):02}"
    found = _NUMBERS.match(plain)
    if found is None:
        return plain
    first, second, year = map(int, found.groups())
    order = order or _only_one(first, second)
    if order is None:
        return plain
    day, month = (first, second) if order == "day-month" else (second, first)
    return f"{year if year > _MONTHS * 10 else year + _CENTURY}-{month:02}-{day:02}"


def order_in(texts: Iterable[str]) -> Order | None:
    """Tell what comes first in some dates, where one of them can be read in one way only."""
    found = (_NUMBERS.match(text.strip()) for text in texts)
    orders = (_only_one(int(one[1]), int(one[2])) for one in found if one and one[1] != one[2])
    return next((order for order in orders if order), None)


def _only_one(first: int, second: int) -> Order | None:
    if first > _MONTHS >= second or first == second:
        return "day-month"
    return "month-day" if second > _MONTHS >= first else None
