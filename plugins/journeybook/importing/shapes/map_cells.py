"""What a cell of a map says, whichever way the map lies, and what stands above a map."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from journeybook.importing.cells import QUOTES, items_in
from journeybook.importing.heard import Part, Place, Remark, Spot
from journeybook.importing.lanes import LANES, OF_ROWS, Reading, in_phase
from journeybook.importing.shapes.items import Listed, item_parts
from journeybook.importing.sheets import Sheet
from journeybook.schema.phrases import Phrases

_THEIRS_OR_OURS = ("actions", "touchpoints")
HEADS = ("persona", "phase", "step")
_ALL = (*LANES, *OF_ROWS)
_WHOSE = r"\b(?:{of}|{personas})\b"
_SLASH = re.compile(r"(?<!\s)\s+/\s+")
_OWN_SCALE = r"(?<!\w)(-?\d{1,3})\s*(?:-|–|{to})\s*(-?\d{1,3})(?!\w)"


@dataclass(frozen=True, kw_only=True)
class MapCells:
    """A sheet with a map, and how its cells are read."""

    sheet: Sheet
    reading: Reading

    @property
    def phrases(self) -> Phrases:
        """The small words by which cells are read."""
        return self.reading.words.phrases

    def note(self, text: str, persona: str, row: int, column: int) -> Remark:
        """Keep a text that is about the whole map."""
        place = self.sheet.place(row, column)
        return Remark(spot=Spot(persona=persona), text=text, place=place)

    def cell_parts(self, heading: str, cell: str, spot: Spot, place: Place) -> Iterator[Part]:
        """Give what a cell under a heading says at a spot."""
        lanes, scale = self.lanes(heading), self.phrases.pattern(_OWN_SCALE).search(heading)
        if scale and self.reading.lowest is None:
            lowest, highest = float(scale[1]), float(scale[2])
            reading = replace(self.reading, lowest=lowest, highest=highest, is_of_other_scale=False)
            yield from replace(self, reading=reading).cell_parts(heading, cell, spot, place)
            return
        if not lanes:
            yield Remark(spot=spot, heading=heading, text=cell, place=place)
            return
        if pairs := self._pairs(heading, cell):
            for name, part in pairs:
                yield from self.cell_parts(name, part, spot, place)
            return
        row = Listed(heading=heading, spot=spot, place=place)
        for item in items_in(cell):
            lane = _lane_of(item, lanes)
            lane = in_phase(lane, self.named) if spot.phase else lane
            yield from item_parts(item, lane, row, self.reading)

    def _pairs(self, heading: str, cell: str) -> Sequence[tuple[str, str]]:
        # Below `Thoughts / feelings` a cell says `Is it safe? / tense`.
        names, parts = heading.split("/"), _SLASH.split(cell)
        is_pair = len(names) == len(parts) > 1 and all(map(self.lanes, names))
        return tuple(zip(names, parts, strict=True)) if is_pair else ()

    def lanes(self, cell: str) -> tuple[str, ...]:
        """Give the lanes that a heading names."""
        lanes = self.reading.words.every(cell, _ALL)
        if lanes == _THEIRS_OR_OURS:
            # Beside opportunities, the actions of a map are what people do.
            return ("touchpoints",) if self._has_ideas else ("actions",)
        return lanes

    @cached_property
    def named(self) -> frozenset[str]:
        """The lanes that a cell of the sheet names, where it can mean no other one."""
        meant = (self.reading.words.every(cell, _ALL) for cell in self._cells)
        return frozenset(lanes[0] for lanes in meant if len(lanes) == 1)

    @cached_property
    def _cells(self) -> frozenset[str]:
        return frozenset(cell for row in self.sheet.rows for cell in row if cell)

    @cached_property
    def _has_ideas(self) -> bool:
        return any(self.reading.words.every(cell, _ALL) == ("actions",) for cell in self._cells)

    def heads(self, cell: str) -> tuple[str, ...]:
        """Tell whether a heading names personas, phases or steps."""
        return self.reading.words.meant(cell, HEADS)

    def is_corner(self, cell: str) -> bool:
        """Tell whether a cell only says that lanes stand below it."""
        return bool(self.reading.words.meant(cell, ("lane",)))

    def above(self, first: int, heads: Sequence[int]) -> tuple[str, tuple[Remark, ...]]:
        """Tell whose map it is, and what else stands above its row, but for some rows."""
        persona, texts = "", list[tuple[str, Place]]()
        for at, row in enumerate(self.sheet.rows[:first]):
            if at in heads:
                continue
            cells = [(across, cell) for across, cell in enumerate(row) if cell]
            if cells and "persona" in self.heads(cells[0][1].partition(":")[0]):
                inline = cells[0][1].partition(":")[2].strip()
                persona = inline or (cells[1][1] if len(cells) > 1 else "")
                cells = cells[1 if inline else 2 :]
            elif not persona and len(cells) == 1 and (about := self._named_by(cells[0][1])):
                persona, cells = about, []
            texts.extend((cell, self.sheet.place(at, across)) for across, cell in cells)
        named = self.reading.words.called(self.sheet.name, HEADS[:1])
        own = named or self.sheet.persona or self.reading.words.name_in(self.sheet.name, whole=True)
        persona = persona or own or self.reading.persona
        spot = Spot(persona=persona)
        return persona, tuple(Remark(spot=spot, text=text, place=place) for text, place in texts)

    def _named_by(self, title: str) -> str:
        # A sheet that has a name of its own is called like its persona; a title above may name the
        # journey, unless it says whose that is.
        own = self.reading.words.name_in(self.sheet.name, whole=True)
        about = self.reading.words.name_in(title)
        return about if not own or self.phrases.pattern(_WHOSE).search(title) else ""


def _lane_of(item: str, lanes: Sequence[str]) -> str:
    # What ends like a question is one, where questions may stand beside something else; and no
    # feeling does.
    if lanes[0] == "emotion" and item.rstrip(QUOTES).endswith("?"):
        return "questions"
    if len(lanes) > 1 and "questions" in lanes:
        others = [lane for lane in lanes if lane != "questions"]
        return "questions" if item.rstrip(QUOTES).endswith("?") else others[0]
    return lanes[0]
