"""Cells that stand once for several rows, where no workbook says that they do."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice

from journeybook.sources.records.record import Cell, LeftOut, Record, Records

_LOOKED_AT = 1_000
_Column = tuple[str, str]


@dataclass(kw_only=True)
class Groups:
    """The columns that are filled down, each with its member and the row that begins it."""

    columns: Mapping[_Column, int]
    _running: dict[_Column, Cell] = field(default_factory=dict)

    def filled(self, entry: Record | LeftOut) -> Record | LeftOut:
        """Give a row with what stands for it in a row above; what is apart from those ends them."""
        if not self.columns:
            return entry
        if isinstance(entry, LeftOut):
            self._running = {}
            return entry
        cells, is_new = dict(entry.cells), False
        for member, name in (one for one in self.columns if one[0] == entry.member):
            if cell := cells.get(name):
                self._running[member, name], is_new = cell, True
            elif is_new:
                # A group further to the left ends those within it.
                self._running.pop((member, name), None)
            cells[name] = self._running.get((member, name), "")
        return replace(entry, cells=cells)

    def hold(self, entry: Record | LeftOut) -> bool:
        """Tell whether a row is one of several for which something stands in a row above."""
        return any(member == entry.member for member, _ in self._running)


def groups_in(records: Records, names: Collection[str]) -> Groups:
    """Find the columns of some names in which most cells are empty, and none repeats that above.

    The first of their cells is not empty; names further to the left come first.
    """
    if records.kind != "table" or not names:
        return Groups(columns={})
    seen: dict[_Column, Seen] = {}
    _look(islice(records.records, _LOOKED_AT), names, seen)
    if not any(one.has_gaps for one in seen.values()):
        return Groups(columns={})
    seen.clear()
    _look(records.records, names, seen)
    return Groups(columns={column: one.first for column, one in seen.items() if one.has_gaps})


@dataclass(slots=True, kw_only=True)
class Seen:
    """What was seen of the cells of a column so far; `first` is the row of the first of them."""

    first: int = 0
    begins: bool = False
    rows: int = 0
    said: int = 0
    last: str = ""
    repeats: bool = False

    def see(self, cell: str) -> None:
        """See one more cell, the next below."""
        self.begins = self.begins if self.rows else bool(cell)
        self.rows += 1
        if cell:
            self.said += 1
            self.repeats = self.repeats or cell == self.last
            self.last = cell

    @property
    def has_gaps(self) -> bool:
        """Whether most cells are empty, the first is not, and none says what stands above it."""
        return self.begins and not self.repeats and self.said > 1 and 2 * self.said <= self.rows


def _look(rows: Iterator[Record], names: Collection[str], seen: dict[_Column, Seen]) -> None:
    for record in rows:
        for name in names:
            one = seen.setdefault((record.member, name), Seen(first=record.row))
            one.see(str(record.cells.get(name, "")))
