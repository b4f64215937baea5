"""Lengths of time as authors write them, such as `6 months` or `1 jaar`."""

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import core_schema

from journeybook.schema.phrases import NO_PHRASES, Phrases

UNITS: Mapping[str, tuple[int, int]] = {
    "day": (0, 1),
    "week": (0, 7),
    "month": (1, 0),
    "quarter": (3, 0),
    "year": (12, 0),
}
"""The units of time, each as whole months and days."""

_SHORTEST_MONTH = 28

_PATTERN = re.compile(r"(\d{1,4})\s+([^\W\d_]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A length of time in whole months and days."""

    months: int = 0
    days: int = 0

    def after(self, day: date) -> date:
        """Give the date this long after a day; the end of a shorter month where needed."""
        months = day.year * 12 + day.month - 1 + self.months
        year, month = months // 12, months % 12 + 1
        if year > date.max.year:
            return date.max
        # Every month has this many days, and most dates are asked about often.
        is_in_any = day.day <= _SHORTEST_MONTH
        last = day.day if is_in_any else min(day.day, monthrange(year, month)[1])
        moved = date(year, month, last)
        return moved + min(timedelta(days=self.days), date.max - moved) if self.days else moved

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: object, _handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        """Export a period as the text an author would write."""
        return core_schema.is_instance_schema(
            cls, serialization=core_schema.to_string_ser_schema(when_used="always")
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _core: object, _handler: GetJsonSchemaHandler
    ) -> dict[str, object]:
        """Describe a period as text in a JSON Schema."""
        return {"type": "string", "pattern": r"^\d+ \w+$", "examples": ["6 months"]}

    def __str__(self) -> str:
        """Write the period as an author would."""
        if self.days:
            return f"{self.days} day{'s' if self.days > 1 else ''}"
        years, months = divmod(self.months, 12)
        if months:
            return f"{self.months} month{'s' if self.months > 1 else ''}"
        return f"{years} year{'s' if years > 1 else ''}"


# Made once in a process, so they are told apart, and remembered by, as themselves.
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Words:
    """The words of every language that is understood, in small letters.

    `units` gives a unit of time for each of its words, `months` the number of a month for its
    name, `values` the English word of a choice, `keys` the keys that a word may mean, and
    `placeholders`, without blanks and signs, what keeps a place free for an answer. `phrases` are
    the small words that join and tell apart, `exports` the headings of other tools.
    """

    units: Mapping[str, str] = field(default_factory=dict)
    months: Mapping[str, int] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    placeholders: frozenset[str] = frozenset()
    phrases: Phrases = NO_PHRASES
    exports: Phrases = NO_PHRASES

    def month(self, word: str) -> int | None:
        """Give the number of a month by its name, or by how that begins."""
        plain = word.casefold()
        found = {at for name, at in self.months.items() if name.startswith(plain)}
        return self.months.get(plain) or (found.pop() if len(found) == 1 else None)

    def unit(self, word: str) -> tuple[int, int] | None:
        """Give the months and days of a unit; English is always understood."""
        plain = word.casefold()
        return UNITS.get(self.units.get(plain, plain.removesuffix("s")))


def read_period(text: str, words: Words | None = None) -> Period | None:
    """Read a period; None when the text is none."""
    match = _PATTERN.fullmatch(text.strip())
    unit = (words or Words()).unit(match.group(2)) if match else None
    if match is None or unit is None:
        return None
    amount = int(match.group(1))
    return Period(months=unit[0] * amount, days=unit[1] * amount)
