"""Counts the rows of a survey's file: how many are alike in all that is asked of them.

Only the columns that are used are looked at, and each different row is kept once with its number,
so that a hundred thousand responses take little time and less memory, in whatever order they stand.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import islice
from operator import itemgetter

from journeybook.handbook.ids import folded
from journeybook.handbook.surveys.columns import Plan
from journeybook.handbook.surveys.results import Measure
from journeybook.sources.document import SourceFile
from journeybook.sources.tables.cells import on_one_line
from journeybook.sources.tables.tables import Table, Unread, open_table
from journeybook.sources.tables.workbook import Row

_AT_ONCE = 5_000
_PREVIEWS = frozenset(("surveypreview", "preview", "surveytest", "spam"))
_STATUS = frozenset(("status", "distributionchannel"))

Cells = tuple[object, ...]

TOPIC_CELLS = (3, 4)
"""Where touchpoint and phase stand in a row, where every row is about one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabulation:
    """The different rows of each thing asked about, with how many there are of each.

    A row begins with persona, segment and weight; then come touchpoint and phase, where every row
    is about one, and then each measure. `overall` are those of the measures of a whole response.
    `skipped` are rows that are no answers, by why: how many, and the first of them.
    """

    responses: int = 0
    asked: tuple[Mapping[Cells, int], ...] = ()
    overall: Mapping[Cells, int] = field(default_factory=dict)
    skipped: Mapping[str, tuple[int, int]] = field(default_factory=dict)


@lru_cache(maxsize=4)
def tabulated(file: SourceFile, sheet: str | None, plan: Plan) -> Tabulation:
    """Count the rows of a file; what was counted is known the next time."""
    table = open_table(file, sheet)
    return Tabulation() if isinstance(table, Unread) else _Counting(plan, table).done()


class _Counting:
    def __init__(self, plan: Plan, table: Table) -> None:
        self.plan = plan
        self.table = table
        self.skipped: dict[str, tuple[int, int]] = {}
        self.response = plan.at("response")
        topics = (plan.at("touchpoint"), plan.at("phase"))
        self.topics = tuple(at for at in topics if at is not None)
        self.same = {(at, label): topic for at, label, topic in plan.same}
        columns = (*(one.columns for one in plan.asked), plan.overall)
        measured = [at for measures in columns for _, at in measures]
        self.measured = frozenset(measured)
        self.answers = _getter([*measured, None, None])
        self.silent = ("",) * (len(measured) + 2)
        self.get_overall = _getter(self._columns(plan.overall, is_whole=True))
        self.getters = [_getter(self._columns(one.columns)) for one in plan.asked]
        self.asked = [Counter[Cells]() for _ in plan.asked]
        self.overall = Counter[Cells]()
        self.people: dict[object, Cells] = {}
        self.unclear: set[object] = set()
        self.responses = 0

    def done(self) -> Tabulation:
        twice = self._given_twice()
        doubles: dict[Cells, dict[Cells, Cells]] = {}
        for rows in _chunks(self._rows()):
            kept = [row for row in rows if self._key(row) not in twice] if twice else rows
            self._count(kept)
            for row in rows if len(kept) < len(rows) else ():
                if (key := self._key(row)) in twice:
                    doubles.setdefault(key, {}).setdefault(self._way(row), row)
        # What stands in the file twice counts once; what was answered in two ways, not at all.
        for ways in doubles.values():
            if len(ways) == 1:
                self._count(tuple(ways.values()))
            for row in ways.values() if len(ways) > 1 else ():
                self._skip("twice", int(str(row[_NUMBER])))
        if self.plan.is_long and self.response is not None:
            self.responses = len(self.people)
            clear = (one for name, one in self.people.items() if name not in self.unclear)
            self.overall.update(clear)
        return Tabulation(
            responses=self.responses,
            asked=tuple(self.asked),
            overall=self.overall,
            skipped=self.skipped,
        )

    def _count(self, rows: Sequence[Row]) -> None:
        answered = [row for row in rows if self.answers(row) != self.silent]
        self.responses += len(answered)
        for counter, get in zip(self.asked, self.getters, strict=True):
            counter.update(map(get, answered))
        if not self.plan.is_long:
            self.overall.update(map(self.get_overall, answered))
        elif self.response is not None:
            for row in answered:
                name, cells = row[self.response], self.get_overall(row)
                if self.people.setdefault(name, cells) != cells:
                    self.unclear.add(name)

    def _columns(
        self, measures: Iterable[tuple[Measure, int]], *, is_whole: bool = False
    ) -> list[int | None]:
        places = [self.plan.at(key) for key in ("persona", "segment", "weight")]
        if self.plan.is_long and not is_whole:
            places += [self.plan.at("touchpoint"), self.plan.at("phase")]
        return [*places, *(at for _, at in measures)]

    def _rows(self) -> Iterator[tuple[object, ...]]:
        # Every row of answers, with as many cells as there are headings, then its number, then a
        # cell that is empty, for what no column holds.
        width = self.plan.width
        blank = ("",) * width
        for number, row in enumerate(self.table.rows(), start=1):
            if number <= self.plan.first:
                continue
            if why := self._no_answer(row):
                self._skip(why, number)
            elif len(row) == width:
                yield (*row, number, "")
            elif any(map(on_one_line, row[width:])):
                # Some cell was parted where it should not have been, and what follows has moved.
                self._skip("wide", number)
            else:
                yield (*row[:width], *blank[len(row) :], number, "")

    def _skip(self, why: str, number: int) -> None:
        n, first = self.skipped.get(why, (0, number))
        self.skipped[why] = n + 1, min(first, number)

    def _no_answer(self, row: Row) -> str:
        at = next((at for at, cell in enumerate(row) if cell != ""), None)
        if at is None:
            return "empty"
        head = row[at]
        if isinstance(head, str):
            is_alone = at not in self.measured or not any(map(on_one_line, row[at + 1 :]))
            if is_alone and head.partition(":")[0].strip().casefold() in self.plan.totals:
                return "total"
            if not head.strip() and not any(map(on_one_line, row)):
                return "empty"
        return "preview" if self._is_preview(row) else ""

    @cached_property
    def _status(self) -> int | None:
        names = (folded(name.split(" ")[0]) for name in self.plan.headings)
        return next((at for at, name in enumerate(names) if name in _STATUS), None)

    def _is_preview(self, row: Row) -> bool:
        at = self._status
        return at is not None and at < len(row) and folded(on_one_line(row[at])) in _PREVIEWS

    def _key(self, row: Row) -> Cells:
        # A row is about its touchpoint, or else about its phase, by whatever name.
        named = ((at, row[at]) for at in self.topics if row[at] and on_one_line(row[at]))
        topic = next(named, None)
        return (row[self.response or 0], self.same.get(topic, topic) if topic else None)

    def _way(self, row: Row) -> Cells:
        # What was answered, by whatever name of what it is about.
        return tuple(cell for at, cell in enumerate(row[:_NUMBER]) if at not in self.topics)

    def _given_twice(self) -> frozenset[Cells]:
        if self.response is None:
            return frozenset()
        counts = Counter(map(self._key, self._rows()))
        self.skipped.clear()
        return frozenset(key for key, n in counts.items() if n > 1 and key[0] != "")


_NUMBER = -2


def _getter(columns: list[int | None]) -> Callable[[Row], Cells]:
    # The last cell of a row is empty: it stands for what no column holds.
    return itemgetter(*(-1 if at is None else at for at in columns))


def _chunks(rows: Iterable[Cells]) -> Iterator[list[Cells]]:
    iterator = iter(rows)
    while chunk := list(islice(iterator, _AT_ONCE)):
        yield chunk
