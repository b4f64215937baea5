"""Records of a table, whatever stands above, below and between its rows."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice, pairwise

from journeybook.schema.phrases import Phrases
from journeybook.sources.document import SourceFile
from journeybook.sources.records.headings import headings_in, is_comment, names_of, row_of_headings
from journeybook.sources.records.record import (
    MOST_ROWS,
    Cell,
    LeftOut,
    Options,
    Reason,
    Record,
    Records,
    plain_name,
)
from journeybook.sources.tables.cells import cell_text
from journeybook.sources.tables.tables import Table, Unread, open_table

_RULES = "-–—=_:| "
_MOST_COLUMNS = 2_000
_MOST_LETTERS = 200
_NOT_SET = frozenset(("(not set)", "(other)", "(data not available)", "(not provided)"))
_ADDRESS = re.compile(r"https?://|/|www\.", re.IGNORECASE)
_FIGURE = re.compile(r"[-+(]?[\d.,\s:%€$£)-]*")


def read_table(file: SourceFile, options: Options) -> Records | Unread:
    """Read a CSV, a TSV or a sheet of a workbook."""
    table = open_table(file, options.sheet, encoding=options.encoding, delimiter=options.delimiter)
    return table if isinstance(table, Unread) else records_of(table, options)


def records_of(table: Table, options: Options) -> Records | Unread:
    """Give the records of a table that is open."""
    top = table.top
    at = row_of_headings(top, options.names)
    if at is None:
        return Unread(what="empty")
    headings, at, last = headings_in(top, at, options.names)
    width, full, totals = 0, 0, totals_in(options.phrases)
    for number, row in enumerate(table.rows()):
        if number >= MOST_ROWS:
            return Unread(what="rows", values={"most": str(MOST_ROWS)})
        if len(row) > width and number >= at and not _no_record([*map(cell_text, row)], totals):
            width = max(width, _filled(row))
        full = number if len(row) > 1 and sum(map(_holds, row)) > 1 else full
    if width > _MOST_COLUMNS:
        return Unread(what="wide", values={"most": str(_MOST_COLUMNS)})
    names = names_of(headings, max(width, _filled(headings)))
    known = frozenset(map(plain_name, options.names))
    reading = _Reading(
        table=table,
        at=at,
        last=last,
        full=full,
        names=names,
        known=known,
        totals=totals,
        # Figures below the same headings again may be those of another time.
        is_list=bool(options.subjects),
    )
    guessed = {"": table.guessed} if table.guessed else {}
    return Records(kind="table", headers=names, entries=reading.entries, guessed=guessed)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    table: Table
    at: int
    last: int
    full: int
    names: tuple[str, ...]
    known: frozenset[str]
    totals: frozenset[str]
    is_list: bool

    def entries(self) -> Iterator[Record | LeftOut]:
        is_over = is_apart = False
        rows = ([cell_text(cell) for cell in row] for row in self.table.rows())
        for number, (cells, below) in enumerate(_with_next(rows)):
            reason = self._above(number, cells) or _no_record(cells, self.totals)
            reason = reason or self._within(cells, below, is_apart=is_apart or is_over)
            if reason is Reason.HEADINGS:
                is_over = is_apart = False
            elif reason is None and (is_over or (is_apart and self._begins(cells))):
                is_over, reason = True, Reason.OTHER_TABLE
            elif reason is None and is_apart and self._is_note(number, cells):
                reason = Reason.COMMENT
            elif reason is Reason.COMMENT and is_apart and number > self.last:
                # Below the rows of a table a comment names the one that follows.
                is_over = True
            if reason is None:
                is_apart = False
                yield Record(row=number + 1, cells=dict(zip(self.names, cells, strict=False)))
                continue
            is_apart = is_apart or reason in (Reason.BLANK, Reason.TOTALS)
            yield LeftOut(row=number + 1, reason=reason, text=shown(cells))

    def _above(self, number: int, cells: Sequence[str]) -> Reason | None:
        if number > self.last:
            return Reason.COMMENT if is_comment(cells) and not any(cells[1:]) else None
        if number >= self.at:
            return Reason.HEADINGS
        return Reason.COMMENT if any(cells) else Reason.BLANK

    def _is_note(self, number: int, cells: Sequence[str]) -> bool:
        # What stands alone below all rows of a table that says several things, and apart from it.
        said = [cell for cell in cells if cell]
        return number > self.full > self.last and len(said) == 1 and not _ADDRESS.match(said[0])

    def _within(
        self, cells: Sequence[str], below: Sequence[str], *, is_apart: bool
    ) -> Reason | None:
        # In a list the headings may stand above each group of rows, and its name above these.
        if self.is_list and self._repeats(cells):
            return Reason.HEADINGS
        if sum(map(bool, cells)) > 1:
            return None
        begins = self._repeats(below) or (is_apart and self._begins(below))
        return Reason.NAME if begins else None

    def _repeats(self, cells: Sequence[str]) -> bool:
        # Nearly every row differs in its first cell already.
        first = next((at for at, cell in enumerate(cells[: len(self.names)]) if cell), None)
        if first is None or cells[first].casefold() != self.names[first].casefold():
            return False
        filled = [one for one in zip(self.names, cells, strict=False) if one[1]]
        return len(filled) > 1 and all(plain_name(name) == plain_name(one) for name, one in filled)

    def _begins(self, cells: Sequence[str]) -> bool:
        return len(self.known & {plain_name(cell) for cell in cells if cell}) > 1


def begins_address(cell: Cell) -> bool:
    """Tell whether a cell begins as an address does."""
    return isinstance(cell, str) and _ADDRESS.match(cell) is not None


def _with_next(rows: Iterable[list[str]]) -> Iterator[tuple[list[str], list[str]]]:
    return pairwise(chain(rows, ([],)))


def totals_in(phrases: Phrases) -> frozenset[str]:
    """Give the words of a row that adds up, in the form that headings are compared by."""
    return frozenset(map(plain_name, phrases.get("totals")))


def _no_record(cells: Sequence[str], totals: frozenset[str]) -> Reason | None:
    filled = [cell for cell in cells if cell]
    # A table of Markdown is ruled off below its headings.
    if not filled or (filled[0][0] in _RULES and not "".join(filled).strip(_RULES)):
        return Reason.BLANK
    if filled[0].casefold() in _NOT_SET:
        return Reason.NOT_SET
    return Reason.TOTALS if is_total(filled, totals) else None


def is_total(cells: Sequence[str], totals: frozenset[str]) -> bool:
    """Tell whether a row adds up those above it: one of its cells says so, the others are sums."""
    filled = [cell for cell in cells if cell]
    # Most rows say two things by words at their beginning.
    words = islice((cell for cell in filled if not _FIGURE.fullmatch(cell)), 2)
    others = tuple(words) if len(filled) > 1 else ()
    return len(others) == 1 and plain_name(others[0]) in totals


def _holds(cell: object) -> bool:
    return cell not in ("", None)


def _filled(row: Sequence[object]) -> int:
    return next((at for at in range(len(row), 0, -1) if _holds(row[at - 1])), 0)


def shown(cells: Sequence[str]) -> str:
    """Show what stands in a row, to recognise it by."""
    return " | ".join(cell for cell in cells if cell)[:_MOST_LETTERS]
