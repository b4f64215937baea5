"""What is odd in the rows of a survey's file: told with row and column, and never who said it."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from journeybook.codes import Code
from journeybook.findings import Mistake, Span
from journeybook.handbook.surveys.columns import Plan
from journeybook.handbook.surveys.counting import Tabulation
from journeybook.handbook.surveys.tally import Tally
from journeybook.sources.tables.cells import on_one_line
from journeybook.sources.tables.tables import Table
from journeybook.sources.tables.workbook import Row

_FEW = 3
_DIGITS = 3
_LONGEST = 40


def mistakes_of_rows(
    path: str, table: Table, plan: Plan, *, counted: Tabulation, tally: Tally, least: int
) -> Iterator[Mistake]:
    """Find what was left out, what was guessed, and cells that are no answers."""
    if table.guessed:
        yield _odd_survey(path, 1, what="encoding", encoding=table.guessed)
    for why, heading in plan.aside:
        yield _odd_survey(path, plan.first, what=why, column=heading)
    for why, (rows, first) in counted.skipped.items():
        yield _odd_survey(path, first, what=why, rows=str(rows))
    for measure, taken in tally.scales.items():
        if taken.doubt:
            values = {"what": taken.doubt, "scale": str(taken.scale), "key": measure.value}
            yield _odd_survey(path, plan.first, **values)
    rare = Counter({name: n for name, n in tally.named.items() if n < least})
    odd = dict(tally.odd)
    column = plan.at("touchpoint")
    if rare and column is not None:
        odd[column, "touchpoint"] = Counter(dict(rare))
    if odd:
        yield from _odd_answers(path, table, plan, odd=odd, least=least)


def _odd_survey(path: str, row: int, **values: str) -> Mistake:
    told = {**values, "row": str(row)}
    return Mistake(code=Code.ODD_SURVEY, span=Span(path=path, line=max(row, 1)), values=told)


@dataclass(slots=True)
class _Place:
    first: int = 0
    rows: int = 0
    people: set[object] = field(default_factory=set)

    def add(self, number: int, rows: int = 1) -> None:
        self.first = min(self.first or number, number)
        self.rows += rows


def _odd_answers(
    path: str,
    table: Table,
    plan: Plan,
    *,
    odd: Mapping[tuple[int, str], Collection[object]],
    least: int,
) -> Iterator[Mistake]:
    # Only where something is odd are the rows gone through again, to say which they are.
    by_cell: dict[tuple[int, str], dict[object, _Place]] = {key: {} for key in odd}
    for number, row in enumerate(table.rows(), start=1):
        if number <= plan.first:
            continue
        for (column, why), cells in odd.items():
            cell = row[column] if column < len(row) else ""
            key = on_one_line(cell) if why == "touchpoint" else cell
            if key in cells:
                place = by_cell[column, why].setdefault(key, _Place())
                place.add(number)
                place.people.add(_who(row, number, plan))
    for (column, why), places in by_cell.items():
        for value, place in _by_value(places, least).items():
            values = {
                "why": why,
                "column": plan.headings[column],
                "value": value,
                "rows": str(place.rows),
                "row": str(place.first),
            }
            span = Span(path=path, line=place.first)
            yield Mistake(code=Code.ODD_ANSWER, span=span, values=values)


def _who(row: Row, number: int, plan: Plan) -> object:
    # Where nobody can be told from another, all rows may be those of one person.
    at = plan.at("response")
    if at is not None and at < len(row) and row[at] != "":
        return row[at]
    return None if plan.is_long else number


def _by_value(places: Mapping[object, _Place], least: int) -> Mapping[str, _Place]:
    shown = {cell for cell, one in places.items() if _may_be_shown(cell, len(one.people), least)}
    found: dict[str, _Place] = {}
    for cell, one in places.items():
        value = on_one_line(cell) if cell in shown and len(shown) <= _FEW else ""
        found.setdefault(value, _Place()).add(one.first, one.rows)
    return found


def _may_be_shown(cell: object, n: int, least: int) -> bool:
    # What a few people wrote may say who they are; a number of two digits does not.
    text = on_one_line(cell)
    is_short_number = sum(map(str.isdigit, text)) <= _DIGITS and not any(map(str.isalpha, text))
    return is_short_number or (n >= least and len(text) <= _LONGEST)
