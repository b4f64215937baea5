"""What the cells of a survey mean: numbers on any scale, feelings, yes and no, and no answer."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from fractions import Fraction
from functools import cached_property

from journeybook.handbook.ids import folded
from journeybook.handbook.surveys.numbers import _NUMBER, Number, Odd, Tongue, number_of
from journeybook.handbook.surveys.results import Measure
from journeybook.schema.phrases import Phrases
from journeybook.sources.tables.cells import on_one_line

_TICKS, _CROSSES = frozenset("✓✔☑√✅\ufe0f"), frozenset("✗✘☒☐❌\ufe0f")
_RANGE = rf"({_NUMBER})\s*(?:-|–|—|{{to}}|/|\.\.)\s*({_NUMBER})"
_NPS_FROM, _NPS_BELOW = 9, 7

USUAL = ((1, 5), (1, 7), (1, 10), (0, 10), (0, 100))
_FELT = ((-2, 2), (-3, 3), (-5, 5))
_MARK = (Fraction(1), Fraction(5))
_FEELING = (Fraction(-2), Fraction(2))
_ENOUGH = 30
_FEW = Fraction(1, 10)
_WHOLE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """What answers run between, from worst to best; `words` are the answers in their order."""

    worst: Fraction = Fraction(1)
    best: Fraction = Fraction(5)
    words: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Write it as people do."""
        return f"{float(self.worst):g} – {float(self.best):g}".replace("-", "−")

    def holds(self, number: Fraction) -> bool:
        """Tell whether a number lies on it."""
        low, high = sorted((self.worst, self.best))
        return low <= number <= high

    def onto(self, number: Fraction, span: tuple[Fraction, Fraction]) -> Fraction:
        """Give the place of a number on another scale."""
        low, high = span
        return low + (high - low) * (number - self.worst) / (self.best - self.worst)


def stated(words: Sequence[str], phrases: Phrases) -> Scale | None:
    """Read a scale as it is written in a mapping; None where it cannot be."""
    if len(words) == 1 and (match := phrases.pattern(_RANGE).fullmatch(words[0].strip())):
        worst, best = (Fraction(one.replace(",", ".").replace("−", "-")) for one in match.groups())
        return Scale(worst=worst, best=best) if worst != best else None
    if len(words) > 1:
        plain = tuple(map(folded, words))
        return Scale(worst=Fraction(1), best=Fraction(len(words)), words=plain)
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """The scale that answers seem to have, and what makes that unsure."""

    scale: Scale
    doubt: str = ""


def taken_from(measure: Measure, numbers: Mapping[Number, int]) -> Taken:
    """Take the smallest usual scale that holds all numbers, by how many gave each."""
    if measure is Measure.NPS:
        is_high = any(one.value > USUAL[0][1] for one in numbers)
        scale = Scale(worst=Fraction(0), best=Fraction(10))
        return Taken(scale=scale, doubt="" if is_high else "low")
    values = Counter[Fraction]()
    for one, n in numbers.items():
        values[one.value] += n
    low, high = min(values), max(values)
    # A date such as 1/2 is no scale of its own among answers that tell none.
    telling = sum(n for one, n in numbers.items() if one.most) * 2 > sum(numbers.values())
    if telling and (own := {one.most for one in numbers}.difference([None])):
        most = max(one for one in own if one is not None)
        worst = Fraction(0) if most == _WHOLE or low < 1 else Fraction(1)
        is_plain = len(own) == 1 and all(one.most for one in numbers)
        return Taken(scale=Scale(worst=worst, best=most), doubt="" if is_plain else "mixed")
    if low >= 0 and high <= 1 and any(one.denominator > 1 for one in values):
        return Taken(scale=Scale(worst=Fraction(0), best=Fraction(1)), doubt="unsure")
    usual = _FELT if measure is Measure.EMOTION and low <= 0 else USUAL
    fitting = [(worst, best) for worst, best in usual if worst <= low and high <= best]
    lowest, best = fitting[0] if fitting else (0, 10)
    return Taken(
        scale=Scale(worst=Fraction(lowest), best=Fraction(best)), doubt=_doubt(values, lowest, best)
    )


def _doubt(values: Mapping[Fraction, int], lowest: int, best: int) -> str:
    # A few high numbers among many low ones come from another scale, or another form.
    total = sum(values.values())
    beyond = sum(n for one, n in values.items() if one > USUAL[0][1])
    if beyond and beyond < total * _FEW:
        return "mixed"
    is_sure = best in values and (lowest in values or total >= _ENOUGH)
    return "" if is_sure else "unsure"


Answer = tuple[Fraction, tuple[str, ...]]
"""A value, and the feelings named."""


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Reads the cells of a measure, once each, onto the scale of the map."""

    measure: Measure
    scale: Scale
    tongue: Tongue

    def read(self, cell: object) -> Answer | Odd | None:
        """Give the value, and the feelings named; None where nobody answered."""
        # Thousands answer alike; a tick is equal to a one, and not the same answer.
        key = (type(cell), cell)
        if key not in self._known:
            self._known[key] = self._read(cell)
        return self._known[key]

    @cached_property
    def _known(self) -> dict[tuple[type, object], Answer | Odd | None]:
        return {}

    def _read(self, cell: object) -> Answer | Odd | None:
        if self.measure is Measure.RECOGNISED:
            return self._recognised(cell)
        number = number_of(cell, self.tongue)
        if isinstance(number, Number):
            return self._placed(number.value, number.most)
        return self._word(number) if isinstance(number, str) else number

    def _recognised(self, cell: object) -> Answer | Odd | None:
        if isinstance(cell, date | time | timedelta):
            return Odd(why="date")
        text = on_one_line(cell)
        first = folded(re.split(r"[,;.:–—(-]", text, maxsplit=1)[0])
        if self.tongue.is_silent(text):
            return None
        if set(text) <= _TICKS or set(text) <= _CROSSES:
            return Fraction(set(text) <= _TICKS), ()
        for plain in (folded(text), first):
            if plain in self.tongue.yes:
                return Fraction(1), ()
            if plain in self.tongue.no:
                return Fraction(0), ()
        return Odd(why="yes-or-no")

    def _placed(self, number: Fraction, most: Fraction | None = None) -> Answer | Odd:
        is_of_another = most is not None and most != max(self.scale.worst, self.scale.best)
        if is_of_another or not self.scale.holds(number):
            return Odd(why="scale")
        if self.measure is Measure.NPS:
            return Fraction(100 * ((number >= _NPS_FROM) - (number < _NPS_BELOW))), ()
        span = _FEELING if self.measure is Measure.EMOTION else _MARK
        placed = self.scale.onto(number, span)
        return placed, (str(round(placed)),) if self.measure is Measure.EMOTION else ()

    def _word(self, text: str) -> Answer | Odd:
        plain = folded(text)
        if plain in self.scale.words:
            return self._placed(Fraction(self.scale.words.index(plain) + 1))
        if self.measure is Measure.EMOTION:
            return self._felt(text)
        if not self.scale.words and plain in self.tongue.marks and self.measure is not Measure.NPS:
            return Fraction(self.tongue.marks[plain]), ()
        return Odd(why="word")

    def _felt(self, text: str) -> Answer | Odd:
        parts = [text] if self.tongue.feeling(text) is not None else self.tongue.parts(text)
        scores = {part.casefold(): self.tongue.feeling(part) for part in parts}
        known = [score for score in scores.values() if score is not None]
        if not known or len(known) < len(scores):
            return Odd(why="feeling")
        return Fraction(sum(known), len(known)), tuple(sorted(scores))
