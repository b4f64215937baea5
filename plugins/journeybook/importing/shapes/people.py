"""Personas in a table of their own: what is known of them down, and somebody in each column."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from journeybook.handbook.ids import folded
from journeybook.importing.cells import is_list, items_in, several_names
from journeybook.importing.heard import Named, Part, Place, Remark, Trouble
from journeybook.importing.lanes import Reading
from journeybook.importing.shapes.items import failed_in
from journeybook.importing.sheets import Sheet, cell_at
from journeybook.schema import Kind
from journeybook.schema.persona import Persona, Role
from journeybook.sources.tables.cells import is_error
from journeybook.sources.yaml.nodes import Value
from journeybook.wording import marked

_DEEPEST = 3
_FEWEST = 2
_OWN = ("title", "quote", "role", "segment", "summary")
"""What is told of people, and never of a step."""
_OF_BOTH = ("goals", "pains", "channels")
_OF_STEPS = ("questions", "emotion", "touchpoints", "expectations", "drop_offs", "kpis", "actions")
_QUOTES = "\"'“”„‘’« »"  # noqa: RUF001 - the signs people quote with
_NO_ROLE = marked(
    "that is no role in a decision, so it goes into the prose; where it is one, call it: {known}"
)


def other_role(place: Place) -> Trouble:
    """Tell that a cell names no role that counts; what somebody's job is has no key."""
    return Trouble(message=_NO_ROLE, values={"known": ", ".join(get_args(Role))}, place=place)


def value_of_persona(key: str, cell: str, reading: Reading) -> Value:
    """Give what a cell says under a key of a persona; None where the key cannot mean that.

    A role is one of few; somebody's job is none of them.
    """
    if key == "quote":
        return cell.strip(_QUOTES) or None
    if key == "channels":
        return several_names(cell)
    if key == "role":
        roles = several_names(cell)
        meant = (reading.words.values.get(plain := folded(str(one)), plain) for one in roles)
        return roles if all(one in get_args(Role) for one in meant) else None
    return list(items_in(cell)) if is_list(Persona, key) else cell


def read_people(sheet: Sheet, reading: Reading) -> tuple[Part, ...] | None:
    """Read a table of personas, or of one; None where a sheet is none."""
    for column in range(_DEEPEST):
        people = _People(sheet=sheet, reading=reading, column=column)
        if people.are_some:
            return tuple(people.parts())
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class _People:
    sheet: Sheet
    reading: Reading
    column: int

    @property
    def are_some(self) -> bool:
        """Whether the column holds what is told of people rather than of steps."""
        cells = [cell_at(row, self.column) for row in self.sheet.rows]
        if any(self.reading.words.meant(cell, ("phase", "step")) for cell in cells if cell):
            return False
        keys = {self._key(cell) for cell in cells if cell}
        steps = {self.reading.words.meant(cell, _OF_STEPS) for cell in cells if cell} - {()}
        told = keys & {*_OWN, *_OF_BOTH}
        # Beside the names of lanes alone they would be rows of a map.
        return len(told & {*_OWN}) >= _FEWEST and len(told) > max(_FEWEST, len(steps))

    def parts(self) -> Iterator[Part]:
        """Give each persona, and what stands around the table."""
        rows = self.sheet.rows
        keys = self._keys
        first = next(at for at, key in enumerate(keys) if key)
        names = keys.index("title") if "title" in keys else self._row_of_names(first)
        first = first if names is None else min(first, names + 1)
        last = max(len(row) for row in rows)
        for at in range(first, len(rows)):
            yield from failed_in(self.sheet, at)
        people = [
            at for at in range(self.column + 1, last) if any(cell_at(r, at) for r in rows[first:])
        ]
        alone = "" if names is not None or len(people) > 1 else self._name_above(first)
        for across in people:
            name = cell_at(rows[names], across) if names is not None else alone
            told = {
                at: cell_at(rows[at], across)
                for at in range(first, len(rows))
                if at != names and cell_at(rows[at], across)
            }
            if name and not is_error(name):
                place = self.sheet.place(min(told) if names is None else names, across)
                yield self._persona(name, told, keys, place)
                yield from self._other_roles(told, keys, across)
            else:
                yield from self._nobody(told, across)
        for at in range(first):
            if at != names:
                yield from self._around(at, alone)

    def _persona(
        self, name: str, told: Mapping[int, str], keys: Sequence[str], place: Place
    ) -> Named:
        values: dict[str, Value] = {}
        notes: list[tuple[str, str]] = []
        heading, key = "", ""
        for at in range(len(keys)):
            if own := cell_at(self.sheet.rows[at], self.column):
                heading, key = own, keys[at]
            if at not in told:
                continue
            is_told = key and not is_error(told[at])
            value = value_of_persona(key, told[at], self.reading) if is_told else None
            if isinstance(value, list):
                before = values.get(key)
                values[key] = [*(before if isinstance(before, list) else ()), *value]
            elif value is not None and key not in values:
                values[key] = value
            else:
                notes.append((heading.rstrip(": "), told[at]))
        return Named(kind=Kind.PERSONA, title=name, keys=values, notes=tuple(notes), place=place)

    def _other_roles(
        self, told: Mapping[int, str], keys: Sequence[str], across: int
    ) -> Iterator[Trouble]:
        for at, text in told.items():
            is_role = keys[at] == "role" and not is_error(text)
            if is_role and value_of_persona("role", text, self.reading) is None:
                yield other_role(self.sheet.place(at, across))

    def _nobody(self, told: Mapping[int, str], across: int) -> Iterator[Part]:
        for at, text in told.items():
            heading = cell_at(self.sheet.rows[at], self.column)
            yield Remark(heading=heading, text=text, place=self.sheet.place(at, across))

    def _row_of_names(self, first: int) -> int | None:
        # What stands beside names is `Persona`, or nothing; above what is told of them may stand
        # more, such as their age.
        told = [at for at in range(first) if any(self.sheet.rows[at][self.column + 1 :])]
        heads = {at: cell_at(self.sheet.rows[at], self.column) for at in told}
        words = self.reading.words
        sure = (at for at in heads if not heads[at] or words.meant(heads[at], ("persona",)))
        last = first - 1 if first - 1 in told else None
        return next(sure, last)

    def _name_above(self, first: int) -> str:
        cells = [cell for row in self.sheet.rows[:first] for cell in row if cell]
        words = self.reading.words
        named = filter(None, map(words.name_in, cells))
        return words.name_in(self.sheet.name, whole=True) or next(named, "")

    def _around(self, at: int, name: str) -> Iterator[Part]:
        words = self.reading.words
        for across, text in enumerate(self.sheet.rows[at]):
            is_heading = bool(words.meant(text, ("persona",)))
            is_name = name != "" and words.name_in(text) == name
            if text and not is_heading and not is_name:
                place = self.sheet.place(at, across)
                yield Remark(text=text, place=place)

    @property
    def _keys(self) -> Sequence[str]:
        # What somebody needs is what they want, where a table says no more.
        cells = [cell_at(row, self.column) for row in self.sheet.rows]
        keys = [self._key(cell) for cell in cells]
        others = ["goals" if self.reading.words.first(one, ("needs",)) else "" for one in cells]
        if "goals" in keys:
            return keys
        return [key or other for key, other in zip(keys, others, strict=True)]

    def _key(self, cell: str) -> str:
        return self.reading.words.first(cell, (*_OWN, *_OF_BOTH)) if cell else ""
