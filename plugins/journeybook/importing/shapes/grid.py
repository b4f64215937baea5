"""A journey map as a table: phases as columns and lanes as rows, or the other way round."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from journeybook.importing.heard import Named, Part, Remark, Spot, Trouble
from journeybook.importing.lanes import LANES, Reading
from journeybook.importing.shapes.map_cells import MapCells
from journeybook.importing.shapes.map_rows import ByRow
from journeybook.importing.sheets import LOOKED_AT, Sheet, cell_at
from journeybook.schema import Kind
from journeybook.wording import marked

_FEWEST = 2
_DEEPEST = 3
_LEGEND = r"(?:{legends}|{notes})\W*"
_SIGNS = r"{legends}\W*"
_NO_PHASE = marked(
    "no phase stands over this cell; name one in the row of phases, and bring it in again"
)
_NO_PHASES = marked("no row with phases stands over this row; add one, and bring it in again")


def read_grid(sheet: Sheet, reading: Reading) -> tuple[Part, ...] | None:
    """Read a map; None where a sheet is none."""
    cells = MapCells(sheet=sheet, reading=reading)
    left = min((at for row in sheet.rows for at, cell in enumerate(row) if cell), default=0)
    columns = [_lanes_down(cells, at) for at in range(left, left + _DEEPEST)]
    rows = [_lanes_across(cells, at) for at in range(min(LOOKED_AT, len(sheet.rows)))]
    down, across = max(columns), max(rows, default=0)
    if down >= _FEWEST and down >= across:
        return tuple(_ByColumn(cells=cells, lanes=left + columns.index(down)).parts())
    if across >= _FEWEST or (across and _has_one_lane(cells, rows.index(across))):
        by_row = ByRow(cells=cells, head=rows.index(across))
        return tuple(by_row.parts()) if by_row.columns["phase"] is not None else None
    return None


def _lanes_down(cells: MapCells, column: int) -> int:
    # The cells of a column that name a lane, or tell what stands in the first row.
    texts = {cell_at(row, column) for row in cells.sheet.rows} - {""}
    lanes = sum(1 for text in texts if cells.lanes(text))
    return lanes + sum(1 for text in texts if cells.heads(text)) if lanes else 0


def _has_one_lane(cells: MapCells, row: int) -> bool:
    # A row per phase may tell of questions alone; a list of content has a title, and one of phases
    # their order, where what is said of them is what they are for.
    texts = [text for text in cells.sheet.rows[row] if text]
    words = cells.reading.words
    lanes = {lane for text in texts for lane in words.meant(text, LANES)}
    of_lists = ("title", "url", "order") if lanes == {"goals"} else ("title", "url")
    is_list = any(words.meant(text, of_lists) for text in texts)
    return bool(lanes) and not is_list


def _lanes_across(cells: MapCells, row: int) -> int:
    return sum(1 for text in cells.sheet.rows[row] if text and cells.lanes(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class _ByColumn:
    # Phases that stand side by side; the names of lanes stand in one column.
    cells: MapCells
    lanes: int

    def parts(self) -> Iterator[Part]:
        rows, cells = self.cells.sheet.rows, self.cells
        named = (at for at, row in enumerate(rows) if cells.lanes(cell_at(row, self.lanes)))
        heads, first = self._top(next(named))
        if not heads:
            place = cells.sheet.place(first, self.lanes)
            yield Trouble(message=_NO_PHASES, place=place)
        persona, rest = cells.above(first, heads)
        yield from rest
        spots = self._spots(heads, persona)
        yield from self._heads_of(spots, first)
        yield from self._labels(heads, spots, persona)
        heading = ""
        for at in range(first, len(rows)):
            own = cell_at(rows[at], self.lanes)
            # A lane whose name is merged over several rows stands in the first of them.
            heading = own or heading
            if own and not cells.lanes(own) and not any(rows[at][self.lanes + 1 :]):
                yield cells.note(own, persona, at, self.lanes)
            for across, text in enumerate(rows[at]):
                if text and across != self.lanes:
                    yield from self._cell(heading, at, across, spots, persona)

    def _cell(
        self, heading: str, row: int, column: int, spots: Mapping[int, Spot], persona: str
    ) -> Iterator[Part]:
        cells, text = self.cells, self.cells.sheet.rows[row][column]
        place = cells.sheet.place(row, column)
        if self._signs.fullmatch(heading) or self._is_legend(row, column):
            yield cells.note(text, persona, row, column)
        elif column in spots:
            yield from cells.cell_parts(heading, text, spots[column], place)
        else:
            if spots and column > self.lanes:
                yield Trouble(message=_NO_PHASE, place=place)
            yield self._outside(heading, row, column, persona)

    @property
    def _signs(self) -> re.Pattern[str]:
        return self.cells.phrases.pattern(_SIGNS)

    def _is_legend(self, row: int, column: int) -> bool:
        # Below the word, or in the column beside it, which the phases do not reach.
        rows = self.cells.sheet.rows[: row + 1]
        near = [
            cell_at(one, at)
            for one in rows
            for at in range(max(column - 1, self.lanes + 1), column + 1)
        ]
        return any(map(self._signs.fullmatch, near))

    def _outside(self, heading: str, row: int, column: int, persona: str) -> Remark:
        # A cell beside the phases.
        place, text = self.cells.sheet.place(row, column), self.cells.sheet.rows[row][column]
        title = heading if column > self.lanes else ""
        return Remark(spot=Spot(persona=persona), heading=title, text=text, place=place)

    def _top(self, lane: int) -> tuple[tuple[int, ...], int]:
        # The rows of phases and steps, and the first row of lanes: what stands between that and
        # the first lane that is known are lanes too, whose names say nothing to us.
        rows = self.cells.sheet.rows
        said = [self.cells.heads(cell_at(row, self.lanes)) for row in rows[:lane]]
        size = [sum(map(bool, row[self.lanes + 1 :])) for row in rows[:lane]]
        called = [at for at in range(lane) if size[at] and {"phase", "step"} & {*said[at]}]
        plain = [at for at in range(lane) if size[at] >= _FEWEST and self._is_plain(at)]
        if called and "phase" not in said[called[-1]]:
            below = called[-1]
            heads = (below - 1, below) if below and size[below - 1] else (below,)
        elif called:
            above = called[-1]
            heads = (above, above + 1) if above + 1 in plain else (above,)
        elif plain:
            below = plain[-1]
            heads = (below - 1, below) if below - 1 in plain else (below,)
        else:
            return self._heads_above(lane), lane
        return heads, heads[-1] + 1

    def _is_plain(self, at: int) -> bool:
        # Nothing stands before its cells; below a lane that would be more of that lane.
        rows = self.cells.sheet.rows
        before = rows[at - 1] if at else ()
        is_more = cell_at(before, self.lanes) and sum(map(bool, before)) > _FEWEST
        is_more = is_more and not self.cells.heads(cell_at(before, self.lanes))
        return not cell_at(rows[at], self.lanes) and not is_more

    def _heads_above(self, first: int) -> tuple[int, ...]:
        # The rows of phases, and of steps below them, nearest to the first lane.
        found: list[int] = []
        for at in range(first - 1, -1, -1):
            row = self.cells.sheet.rows[at]
            beyond = [cell for cell in row[self.lanes + 1 :] if cell]
            own = cell_at(row, self.lanes)
            is_meta = "persona" in self.cells.heads(own) or (len(beyond) == 1 and own.endswith(":"))
            if beyond and not is_meta:
                found.append(at)
            if len(found) == _FEWEST or (found and not beyond):
                break
        return tuple(reversed(found))

    def _spots(self, heads: Sequence[int], persona: str) -> dict[int, Spot]:
        if not heads:
            return {}
        rows = self.cells.sheet.rows
        upper, lower = rows[heads[0]], rows[heads[-1]]
        spots: dict[int, Spot] = {}
        phase, legend = "", self.cells.phrases.pattern(_LEGEND)
        for at in range(self.lanes + 1, max(len(upper), len(lower))):
            phase = cell_at(upper, at) or phase
            step = cell_at(lower, at) if len(heads) > 1 else ""
            if legend.fullmatch(cell_at(upper, at)) and self._is_empty(at - 1, heads[0]):
                break
            if phase:
                spots[at] = Spot(persona=persona, phase=phase, step=step)
        return spots

    def _is_empty(self, column: int, first: int) -> bool:
        return not any(cell_at(row, column) for row in self.cells.sheet.rows[first:])

    def _heads_of(self, spots: Mapping[int, Spot], first: int) -> Iterator[Part]:
        # A phase is one although nothing stands below it, where something does below another.
        below = self.cells.sheet.rows[first:]
        used = {at for row in below for at, cell in enumerate(row) if cell and at in spots}
        for at, spot in spots.items() if used else ():
            place = self.cells.sheet.place(first - 1, at)
            yield Named(kind=Kind.PHASE, title=spot.phase, spot=spot, place=place)
            if spot.step and at not in used:
                yield Remark(spot=spot, text=spot.step, place=place)

    def _labels(
        self, heads: Sequence[int], spots: Mapping[int, Spot], persona: str
    ) -> Iterator[Part]:
        for at in heads:
            for across, text in enumerate(self.cells.sheet.rows[at]):
                is_label = self.cells.heads(text) or self.cells.is_corner(text)
                if text and across not in spots and not is_label:
                    yield self.cells.note(text, persona, at, across)
