"""What is odd in the rows of a survey's file: told with row and column, and never who said it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from journeybook.codes import Code
from journeybook.findings import Mistake, Span
from journeybook.handbook.surveys.answers import text_of
from journeybook.handbook.surveys.columns import Plan
from journeybook.handbook.surveys.counting import Tabulation
from journeybook.handbook.surveys.tally import Tally
from journeybook.sources.tables import Table

_FEW = 3
_DIGITS = 3
_LONGEST = 40


def mistakes_of_rows(
    path: str, table: Table, plan: Plan, *, counted: Tabulation, tally: Tally, least: int
) -> Iterator[Mistake]:
    """Find what was left out, what was guessed, and cells that are no answers."""
    if table.guessed:
        yield _odd_survey(path, 1, what="encoding", encoding=table.guessed)
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

    def add(self, number: int) -> None:
        self.first = self.first or number
        self.rows += 1


def _odd_answers(
    path: str,
    table: Table,
    plan: Plan,
    *,
    odd: Mapping[tuple[int, str], Counter[object]],
    least: int,
) -> Iterator[Mistake]:
    # Only where something is odd are the rows gone through again, to say which they are.
    shown = {
        (column, why): frozenset(cell for cell, n in cells.items() if _may_be_shown(cell, n, least))
        for (column, why), cells in odd.items()
    }
    places: dict[tuple[int, str, str], _Place] = {}
    for number, row in enumerate(table.rows(), start=1):
        if number <= plan.first:
            continue
        for (column, why), cells in odd.items():
            cell = row[column] if column < len(row) else ""
            key = text_of(cell) if why == "touchpoint" else cell
            if key in cells:
                few = shown[column, why]
                value = text_of(cell) if key in few and len(few) <= _FEW else ""
                places.setdefault((column, why, value), _Place()).add(number)
    for (column, why, value), place in places.items():
        values = {
            "why": why,
            "column": plan.headings[column],
            "value": value,
            "rows": str(place.rows),
            "row": str(place.first),
        }
        span = Span(path=path, line=place.first)
        yield Mistake(code=Code.ODD_ANSWER, span=span, values=values)


def _may_be_shown(cell: object, n: int, least: int) -> bool:
    # What a few people wrote may say who they are; a number of two digits does not.
    text = text_of(cell)
    is_short_number = sum(map(str.isdigit, text)) <= _DIGITS and not any(map(str.isalpha, text))
    return is_short_number or (n >= least and len(text) <= _LONGEST)
