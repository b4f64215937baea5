"""Numbers as people write them in answers."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from fractions import Fraction
from functools import cached_property

from journeybook.handbook.ids import folded
from journeybook.schema.phrases import NO_PHRASES, Phrases
from journeybook.sources.tables.cells import on_one_line

_NUMBER = r"[-+−]?\d{1,4}(?:[.,]\d{1,15})?"

_LEADING = (
    rf"(?P<number>{_NUMBER})\s*"
    r"(?:(?P<percent>%)|(?:/|{out-of})\s*(?P<most>\d{1,3}))?"
    r"(?:\s*[-–—:=.)(]\s*\D*|\s+\D+|[^\W\d]*)?"
)

_TRAILING = re.compile(rf"\D+[(:=–—-]\s*(?P<number>{_NUMBER})\s*\)?")
_DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}.*|\d{1,2}-[^\W\d]{3,4}\.?(?:-\d+)?")
_SIGNS = frozenset(" -–—−?.…/*_=")
_QUOTES = "'\"“”„’` "
_STARS = frozenset("★⭐☆ \ufe0f")
_PARTED = r"[;,|/\n]|\s(?:{and}|&)\s"


@dataclass(frozen=True, slots=True, kw_only=True)
class Odd:
    """A cell that is no answer to what was asked, and why."""

    why: str


@dataclass(frozen=True, kw_only=True)
class Tongue:
    """What is said for yes, for no and for nothing, for marks and for feelings, in any language."""

    words: Mapping[str, Sequence[str]] = field(default_factory=dict)
    feeling: Callable[[str], int | None] = lambda _: None
    phrases: Phrases = NO_PHRASES

    @cached_property
    def leading(self) -> re.Pattern[str]:
        """A number at the beginning of a cell, with what may stand behind it."""
        return self.phrases.pattern(_LEADING)

    def parts(self, text: str) -> list[str]:
        """Give what stands in a cell that holds several."""
        return [part for one in self.phrases.pattern(_PARTED).split(text) if (part := one.strip())]

    @cached_property
    def silent(self) -> frozenset[str]:
        """What is written where nobody answered."""
        return frozenset(filter(None, map(folded, self.words.get("no-answer", ()))))

    def is_silent(self, text: str) -> bool:
        """Tell whether a cell holds no answer; one of signs alone may hold a picture."""
        plain = folded(text)
        return plain in self.silent if plain else set(text) <= _SIGNS

    @cached_property
    def yes(self) -> frozenset[str]:
        """What means yes."""
        return frozenset(map(folded, self.words.get("yes", ())))

    @cached_property
    def no(self) -> frozenset[str]:
        """What means no."""
        return frozenset(map(folded, self.words.get("no", ())))

    @cached_property
    def marks(self) -> Mapping[str, int]:
        """The words for marks from 1 to 5."""
        return {
            folded(word): mark
            for mark in range(1, 6)
            for word in self.words.get(f"mark-{mark}", ())
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number, and of how many it is where it says so itself, such as `8/10` or `80 %`."""

    value: Fraction
    most: Fraction | None = None


def number_of(cell: object, tongue: Tongue) -> Number | Odd | str | None:
    """Give the number of a cell, its text where it has none, or None where nobody answered."""
    if isinstance(cell, date | time | timedelta):
        return Odd(why="date")
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return Number(value=Fraction(str(cell)))
    text = on_one_line(cell).strip(_QUOTES)
    if text and set(text) <= _STARS:
        return Number(value=Fraction(sum(text.count(star) for star in "★⭐")))
    if tongue.is_silent(text):
        return None
    return Odd(why="date") if _DATE.fullmatch(text) else _number_in(text, tongue)


def _number_in(text: str, tongue: Tongue) -> Number | Odd | str:
    match = tongue.leading.fullmatch(text) or _TRAILING.fullmatch(text)
    if match is None:
        return Odd(why="several") if _is_list(tongue.parts(text)) else text
    parts = match.groupdict()
    most = "100" if parts.get("percent") else parts.get("most")
    value = match["number"].replace(",", ".").replace("−", "-")
    return Number(value=Fraction(value), most=Fraction(most) if most else None)


def _is_list(parts: Sequence[str]) -> bool:
    return len(parts) > 1 and all(re.match(_NUMBER, part) for part in parts)


def weight_of(cell: object) -> Fraction | None:
    """Give how much a response counts; None where that is no number."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return Fraction(str(cell)) if cell >= 0 else None
    text = on_one_line(cell).replace(",", ".")
    return Fraction(text) if re.fullmatch(r"\d{1,9}(?:\.\d{1,15})?", text) else None


def numbers_in(cells: Mapping[object, int], tongue: Tongue) -> dict[Number, int]:
    """Count the numbers among cells."""
    found: dict[Number, int] = {}
    for cell, n in cells.items():
        number = number_of(cell, tongue)
        if isinstance(number, Number):
            found[number] = found.get(number, 0) + n
    return found
