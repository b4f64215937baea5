"""Makes of counted rows what each group answered, and tells of cells that are no answers."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from journeybook.handbook.surveys.answers import Reader, Scale, Taken, taken_from
from journeybook.handbook.surveys.columns import Plan
from journeybook.handbook.surveys.counting import Cells, Tabulation
from journeybook.handbook.surveys.hiding import Crossing
from journeybook.handbook.surveys.numbers import Number, Odd, Tongue, numbers_in, weight_of
from journeybook.handbook.surveys.results import Measure
from journeybook.handbook.surveys.sums import Sums
from journeybook.sources.tables.cells import on_one_line

TallyColumn = int
OddCells = dict[tuple[TallyColumn, str], Counter[object]]
"""Cells that are no answers, by their column and why, with how many people gave each."""

Asked = tuple[str, ...]
"""What a topic is: the ids of touchpoints, or of a phase behind `phase`."""

_BEFORE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Finds what cells name: a persona, touchpoints, a phase; nothing where they name none."""

    persona: Callable[[str], str | None]
    topic: Callable[[str], Asked]
    phase: Callable[[str], Asked]


@dataclass(frozen=True, kw_only=True)
class Tally:
    """The answers to each question about each topic, and what is odd among the cells.

    A question is about us, or about the other that stands behind the topic and what was asked.
    """

    topics: dict[tuple[Asked, Measure, str], dict[Crossing, Sums]] = field(default_factory=dict)
    overall: dict[Measure, dict[Crossing, Sums]] = field(default_factory=dict)
    labels: dict[Asked, str] = field(default_factory=dict)
    named: Counter[str] = field(default_factory=Counter)
    odd: OddCells = field(default_factory=dict)
    scales: dict[Measure, Taken] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Adding:
    """Adds up what was counted, with the scales of a mapping or those that answers tell."""

    plan: Plan
    counted: Tabulation
    tongue: Tongue
    names: Names
    stated: Mapping[Measure, Scale]
    tally: Tally = field(default_factory=Tally)

    def done(self) -> Tally:
        """Add up everything."""
        readers = {measure: self._reader(measure) for measure in Measure}
        for asking, rows in zip(self.plan.asked, self.counted.asked, strict=True):
            fixed: Asked = ()
            if asking.topic:
                find = self.names.phase if asking.is_phase else self.names.topic
                fixed = find(asking.topic)
                self.tally.labels.setdefault(fixed, asking.topic)
            for (*who, cells), n in _parted(rows):
                topic, answers = self._topic(fixed, cells, n)
                asked = zip(asking.columns, answers, strict=True)
                self._add(who, asked, n, (topic, asking.other), readers)
        for (*who, cells), n in _parted(self.counted.overall):
            self._add(who, zip(self.plan.overall, cells, strict=True), n, None, readers)
        return self.tally

    def _topic(self, fixed: Asked, cells: Cells, n: int) -> tuple[Asked, Cells]:
        if not self.plan.is_long:
            return fixed, cells
        touchpoint, phase, *answers = cells
        if name := on_one_line(touchpoint):
            found = self.names.topic(name)
            if not found and any(cell != "" for cell in answers):
                self.tally.named[name] += n
        else:
            found = self.names.phase(on_one_line(phase))
        if found:
            self.tally.labels.setdefault(found, name or on_one_line(phase))
        return fixed or found, tuple(answers)

    def _add(
        self,
        who: Iterable[object],
        answers: Iterable[tuple[tuple[Measure, TallyColumn], object]],
        n: int,
        about: tuple[Asked, str] | None,
        readers: Mapping[Measure, Reader],
    ) -> None:
        persona, segment, weight = who
        heavy = self._weight(weight, n)
        crossing = (self._persona(persona, n), on_one_line(segment) or None)
        for (measure, column), cell in answers:
            value = readers[measure].read(cell)
            if isinstance(value, Odd):
                self._odd(column, value.why, cell, n)
            elif value is not None and heavy and (about is None or about[0]):
                of_measure = (
                    self.tally.overall.setdefault(measure, {})
                    if about is None
                    else self.tally.topics.setdefault((about[0], measure, about[1]), {})
                )
                of_measure.setdefault(crossing, Sums()).add(n, heavy, *value)

    def _persona(self, cell: object, n: int) -> str | None:
        text, column = on_one_line(cell), self.plan.at("persona")
        if column is None or self.tongue.is_silent(text):
            return None
        found = self.names.persona(text)
        if found is None:
            self._odd(column, "persona", cell, n)
        return found

    def _weight(self, cell: object, n: int) -> Fraction:
        column = self.plan.at("weight")
        if column is None:
            return Fraction(1)
        weight = weight_of(cell)
        if weight is None:
            self._odd(column, "weight", cell, n)
        return weight or Fraction(0)

    def _odd(self, column: TallyColumn, why: str, cell: object, n: int) -> None:
        self.tally.odd.setdefault((column, why), Counter())[cell] += n

    def _reader(self, measure: Measure) -> Reader:
        scale = self.stated.get(measure)
        if scale is None and measure is not Measure.RECOGNISED:
            taken = self._taken(measure)
            if taken:
                self.tally.scales[measure] = taken
                scale = taken.scale
        elif scale is not None:
            self.tally.scales[measure] = Taken(scale=scale)
        return Reader(measure=measure, scale=scale or Scale(), tongue=self.tongue)

    def _taken(self, measure: Measure) -> Taken | None:
        # Columns that seem to run between other ends are not of one scale.
        of_columns = [
            numbers
            for cells in self._cells(measure).values()
            if (numbers := numbers_in(cells, self.tongue))
        ]
        if not of_columns:
            return None
        together: Counter[Number] = Counter()
        for numbers in of_columns:
            together.update(numbers)
        taken = taken_from(measure, together)
        parted = {
            str(one.scale)
            for one in (taken_from(measure, each) for each in of_columns)
            if not one.doubt
        }
        is_mixed = len(parted) > 1
        return Taken(scale=taken.scale, doubt="mixed" if is_mixed else taken.doubt)

    def _cells(self, measure: Measure) -> Mapping[TallyColumn, Mapping[object, int]]:
        found: dict[TallyColumn, Counter[object]] = {}
        before = _BEFORE + 2 * self.plan.is_long
        sources = (
            *(
                (one.columns, rows, before)
                for one, rows in zip(self.plan.asked, self.counted.asked, strict=True)
            ),
            (self.plan.overall, self.counted.overall, _BEFORE),
        )
        for columns, rows, start in sources:
            for at, (own, column) in enumerate(columns, start=start):
                if own is measure:
                    cells = found.setdefault(column, Counter())
                    for row, n in rows.items():
                        cells[row[at]] += n
        return found


def _parted(
    rows: Mapping[Cells, int],
) -> Iterator[tuple[tuple[object, object, object, Cells], int]]:
    for row, n in rows.items():
        yield (row[0], row[1], row[2], row[_BEFORE:]), n
