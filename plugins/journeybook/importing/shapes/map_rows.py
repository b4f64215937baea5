"""A journey map with a row for each phase, and the names of its lanes side by side."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from journeybook.importing.heard import Heading, Part, Rated, Remark, Spot, Trouble
from journeybook.importing.shapes.map_cells import HEADS, MapCells
from journeybook.importing.sheets import cell_at, lonely_heads
from journeybook.sources.records.rows import is_total, totals_in


@dataclass(frozen=True, slots=True, kw_only=True)
class ByRow:
    """Phases that stand one below the other; the names of lanes stand in one row."""

    cells: MapCells
    head: int

    @property
    def columns(self) -> Mapping[str, int | None]:
        """The columns of persona, phase and step."""
        texts = self.cells.sheet.rows[self.head]
        named = {
            name: next(
                (at for at, text in enumerate(texts) if name in self.cells.heads(text)), None
            )
            for name in HEADS
        }
        return named if named["phase"] is not None else {**named, "phase": self._first()}

    def _first(self) -> int | None:
        # What stands in front of all lanes, once in each row, is when they are; but for a title,
        # which is that of somebody who has goals and pains.
        heads = self.cells.sheet.rows[self.head]
        first = next((at for at, text in enumerate(heads) if self.cells.lanes(text)), 0)
        rows = [row for row in self.cells.sheet.rows[self.head + 1 :] if any(row)]
        names = [cell_at(row, first - 1) for row in rows] if first else []
        is_one_each = len(names) > 1 and all(names) and len({*names}) == len(names)
        is_title = first and self.cells.reading.words.has(heads[first - 1])
        return first - 1 if is_one_each and not is_title and not any(heads[: first - 1]) else None

    def parts(self) -> Iterator[Part]:
        """Give what each row says."""
        cells, columns = self.cells, self.columns
        heads = cells.sheet.rows[self.head]
        persona, rest = cells.above(self.head, ())
        yield from rest
        known = {at for at, text in enumerate(heads) if cells.lanes(text)} | {*columns.values()}
        for across, text in lonely_heads(cells.sheet, self.head, known, cells.reading.words):
            yield cells.note(text, persona, self.head, across)
        spot, totals = Spot(persona=persona), totals_in(cells.phrases)
        for at in range(self.head + 1, len(cells.sheet.rows)):
            row = cells.sheet.rows[at]
            if is_total(row, totals):
                # What adds up the rows above is nobody's.
                adding = "; ".join(text for text in row if text)
                yield Remark(text=adding, place=cells.sheet.place(at, 0))
                continue
            told = {name: cell_at(row, column) for name, column in columns.items()}
            spot = self._spot(spot, told)
            rest_of_row = {
                across: text
                for across, text in enumerate(row)
                if text and across not in columns.values()
            }
            parts = [
                part
                for across, text in rest_of_row.items()
                for part in cells.cell_parts(
                    cell_at(heads, across), text, spot, cells.sheet.place(at, across)
                )
            ]
            yield from parts
            for name, text in told.items():
                # Names with nothing said of them.
                if text and not any(_names(part, name) for part in parts):
                    yield cells.note(text, persona, at, columns[name] or 0)

    def _spot(self, before: Spot, told: Mapping[str, str]) -> Spot:
        # A merged cell stands in the first of its rows.
        is_new = told["phase"] or told["persona"]
        return Spot(
            persona=told["persona"] or before.persona,
            phase=told["phase"] or before.phase,
            step=told["step"] if is_new else told["step"] or before.step,
        )


def _names(part: Part, name: str) -> bool:
    return not isinstance(part, Trouble | Rated | Heading) and bool(getattr(part.spot, name))
