"""Adds up answers exactly, so that neither the order of rows nor that of groups matters."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import sqrt

from journeybook.handbook.surveys.hiding import Crossing, Shown, shown_groups
from journeybook.handbook.surveys.results import (
    GroupKind,
    Measure,
    SurveyAnswer,
    SurveyFigure,
    SurveyGroup,
    SurveyShare,
)

Exact = Fraction | int
"""A number without error. Most are whole, and those add up many times faster."""

_DIGITS = 2


@dataclass(slots=True)
class Sums:
    """What people answered: how many, and their weights, values and squares added up."""

    n: int = 0
    weight: Exact = 0
    value: Exact = 0
    square: Exact = 0
    said: dict[str, Exact] = field(default_factory=dict)

    def add(self, n: int, weight: Exact, value: Exact, said: Iterable[str] = ()) -> None:
        """Add the same answer of `n` people."""
        heavy = n * _plain(weight)
        value = _plain(value)
        valued = heavy * value
        self.n += n
        self.weight += heavy
        self.value += valued
        self.square += valued * value
        for word in said:
            self.said[word] = self.said.get(word, 0) + heavy

    def join(self, other: "Sums") -> None:
        """Add what others answered."""
        self.n += other.n
        self.weight += other.weight
        self.value += other.value
        self.square += other.square
        for word, heavy in other.said.items():
            self.said[word] = self.said.get(word, 0) + heavy


def _plain(number: Exact) -> Exact:
    return number.numerator if number.denominator == 1 else number


def figure(sums: Sums) -> SurveyFigure:
    """Give mean, spread and shares."""
    weight = Fraction(sums.weight)
    mean = sums.value / weight
    variance = sums.square / weight - mean * mean
    return SurveyFigure(
        n=sums.n,
        mean=round(float(mean), _DIGITS),
        spread=round(sqrt(variance), _DIGITS),
        shares=tuple(
            SurveyShare(answer=word, share=round(float(heavy / weight), _DIGITS))
            for word, heavy in sorted(sums.said.items(), key=lambda one: (-one[1], one[0]))
        ),
    )


Crossings = Mapping[Crossing, Sums]
"""What was answered to one question, by the persona and the segment of who answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """The answers to one question, and the groups of which they may be shown."""

    measure: Measure
    crossings: Crossings
    shown: Shown
    other: str = ""

    @property
    def answers(self) -> Iterator[SurveyAnswer]:
        """What everybody answered, then each persona, then each segment."""
        if self.shown.everybody:
            yield self._answer(SurveyGroup(), self.crossings.values())
        for at, kind, names in (
            (0, GroupKind.PERSONA, self.shown.personas),
            (1, GroupKind.SEGMENT, self.shown.segments),
        ):
            for name in sorted(names):
                of_group = (sums for key, sums in self.crossings.items() if key[at] == name)
                yield self._answer(SurveyGroup(kind=kind, name=name), of_group)

    def of(self, personas: Iterable[str]) -> SurveyFigure | None:
        """Give what some personas answered; everybody where nobody knows who is which."""
        if not self.shown.everybody:
            return None
        if all(persona is None for persona, _ in self.crossings):
            return figure(_joined(self.crossings.values()))
        wanted = self.shown.personas.intersection(personas)
        of_them = [sums for (persona, _), sums in self.crossings.items() if persona in wanted]
        return figure(_joined(of_them)) if of_them else None

    def _answer(self, group: SurveyGroup, sums: Iterable[Sums]) -> SurveyAnswer:
        return SurveyAnswer(
            group=group, measure=self.measure, figure=figure(_joined(sums)), other=self.other
        )


def question(measure: Measure, crossings: Crossings, least: int, other: str = "") -> Question:
    """Take the answers to a question; groups of fewer people than `least` are hidden."""
    people = {key: sums.n for key, sums in crossings.items()}
    shown = shown_groups(people, least)
    return Question(measure=measure, crossings=crossings, shown=shown, other=other)


def _joined(sums: Iterable[Sums]) -> Sums:
    total = Sums()
    for one in sums:
        total.join(one)
    return total
