"""The line of headings in a table of responses, wherever it stands."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import zip_longest

from journeybook.handbook.ids import folded
from journeybook.sources.tables.workbook import Row

_ABOUT_ROWS = ("touchpoint", "phase", "response", "persona", "segment", "weight")
_IMPORT = '{"ImportId"'
_SHORTEST = 4
_SEVERAL = 2
_LONGEST = 40


class Headings:
    """The names of all columns, from one row or, as some tools write them, from several."""

    def __init__(self, top: Sequence[Row], at: int, answers: Collection[str] = ()) -> None:
        """Take the first rows, the one in which the headings begin, and words for an answer."""
        first = [_text(cell) for cell in top[at]]
        below = [[_text(cell) for cell in row] for row in top[at + 1 : at + 3]]
        self.first = at + 1
        self._top = top
        more: list[str] = []
        imports = [any(cell.startswith(_IMPORT) for cell in row) for row in below]
        if any(imports):
            self.first += imports.index(True) + 1
            more = below[0] if imports.index(True) else []
        elif below and _is_second(first, below[0], answers):
            self.first += 1
            more = below[0]
            first = _carried(first, more)
        names = [
            tuple(dict.fromkeys(name for name in (one, two, f"{one} {two}".strip()) if name))
            for one, two in zip_longest(first, more, fillvalue="")
        ]
        while names and not names[-1]:
            names.pop()
        self.names = tuple(names)

    def find(self, name: str) -> tuple[int, ...]:
        """Give the columns of a name; those that carry it as it is before those that nearly do."""
        exact = [at for at, names in enumerate(self.names) if name in names]
        wanted = folded(name)
        alike = [
            at for at, names in enumerate(self.names) if wanted in {folded(one) for one in names}
        ]
        return tuple(exact or alike) if wanted else tuple(exact)

    def offers_answers(self, at: int) -> bool:
        """Tell whether the first answers of a column look as if they were chosen: marks, or words.

        What everybody writes in words of their own is another in every row.
        """
        cells = (_text(row[at]) for row in self._top[self.first :] if at < len(row))
        answers = [cell for cell in cells if cell]
        are_marks = all(cell[0].isdigit() for cell in answers)
        are_chosen = are_marks or len(set(answers)) * _SEVERAL <= len(answers)
        return bool(answers) and are_chosen and max(map(len, answers)) <= _LONGEST

    def whole(self, at: int) -> str:
        """Give all that stands above a column."""
        return self.names[at][-1] if self.names[at] else ""


def headings_of(
    top: Sequence[Row], wanted: Iterable[str], answers: Collection[str]
) -> Headings | None:
    """Find the headings: the row that holds most of the names; None where none holds any."""
    names = {folded(one) for one in wanted}
    hits: list[int] = [len(names & {folded(_text(cell)) for cell in row}) for row in top]
    most = max(hits, default=0)
    return Headings(top, hits.index(most), answers) if most else None


def possible_headings(top: Sequence[Row], answers: Collection[str]) -> Iterator[Headings]:
    """Give every row that may be the headings, the first with several texts before the others."""
    rows = [at for at, row in enumerate(top) if any(map(_text, row))]
    rows.sort(key=lambda at: sum(map(_is_heading, top[at])) < _SEVERAL)
    yield from (Headings(top, at, answers) for at in rows)


def _is_second(first: Sequence[str], second: Sequence[str], answers: Collection[str]) -> bool:
    # A tool that writes what was asked in one row, and what could be chosen in the next.
    if not second or second[0] or not any(second):
        return False
    says = any(folded(cell) in answers for cell in second)
    return says or any(cell and not head for head, cell in zip(first, second, strict=False))


def _carried(first: Sequence[str], second: Sequence[str]) -> list[str]:
    row, last = [], ""
    for at in range(max(len(first), len(second))):
        head = first[at] if at < len(first) else ""
        last = head or (last if at < len(second) and second[at] else "")
        row.append(last)
    return row


def _text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return " ".join(str(cell).replace("\ufeff", "").split())


def _is_heading(cell: object) -> bool:
    text = _text(cell)
    return any(letter.isalpha() for letter in text)
