"""Headings between the rows of a table, such as *Blogs*: what they say holds for those below."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, islice, pairwise
from typing import Any, TypeVar

from journeybook.handbook.inventories.cells import first_words, texts_of
from journeybook.handbook.inventories.headings import Columns
from journeybook.handbook.inventories.meanings import LISTS, Meanings
from journeybook.schema.fields import EVERYBODY
from journeybook.schema.settings.inventory import Key
from journeybook.sources.records.groups import Groups, groups_in
from journeybook.sources.records.record import LeftOut, Reason, Record, Records
from journeybook.sources.settings.inventory_result import Doubt, Doubtful

_SAID: tuple[Key, ...] = ("personas", "phases", "type", "channels")
_FEWEST = 3
_ENDS = frozenset((Reason.HEADINGS, Reason.NAME, Reason.OTHER_TABLE))
_LEADS = re.compile(r"/|www\.|\S+://", re.IGNORECASE)
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")
Above = Mapping[Key, Any]


@dataclass(kw_only=True)
class Sections:
    """The rows of a file with what stands above each; `doubts` are complete when all are read.

    `place` gives the path of a member of the file.
    """

    records: Records
    columns: Columns
    meanings: Meanings
    place: Callable[[str], str]
    doubts: list[Doubt] = field(default_factory=list)
    _above: dict[Key, tuple[Any, LeftOut]] = field(default_factory=dict)
    _heeded: dict[LeftOut, bool] = field(default_factory=dict)
    _hidden: set[tuple[str, str]] = field(default_factory=set)

    def entries(self) -> Iterator[tuple[Record | LeftOut, Above]]:
        """Give each entry with what stands above it; a heading itself is left out.

        It is a word that is known, alone in its row, with a fuller one below it. Where a table says
        only one or two things, a row of one word is no heading. What stands once for several rows
        is said by each of them.
        """
        groups = groups_in(self.records, _grouping(self.columns))
        is_large = self.columns.is_grid and len(self.columns.headings) >= _FEWEST
        for entry in self._headed(groups) if is_large else self.records.entries():
            self._see_hidden(entry)
            yield groups.filled(entry), {key: value for key, (value, _) in self._above.items()}
        for (member, name), row in groups.columns.items():
            self._doubt("filled", member, row, name)
        for heading, is_heeded in self._heeded.items():
            if not is_heeded:
                self._doubt("unheeded", heading.member, heading.row, heading.text)

    def heed(self, own: Mapping[Key, Any]) -> None:
        """See whether a row says what stands above it, or something else in a column of its own."""
        for key, (value, heading) in self._above.items():
            names = {*value, EVERYBODY} if key in LISTS else ()
            is_same = not names.isdisjoint(own[key]) if names else own[key] == value
            self._heeded[heading] = is_same or self._heeded.get(heading, False)

    def _headed(self, groups: Groups) -> Iterator[Record | LeftOut]:
        member, is_within = "", False
        alone = _Alone()
        for entry, below in pairwise(chain(self.records.entries(), (None,))):
            if entry is None:
                continue
            if entry.member != member or (isinstance(entry, LeftOut) and entry.reason in _ENDS):
                self._above, member = {}, entry.member
            key, word = _heading(entry, self.meanings)
            is_within, was_within = key is not None and self._is_headed(below, key), is_within
            if key and is_within:
                value = self.meanings.of(key, word).value
                heading = LeftOut(row=entry.row, member=member, reason=Reason.NAME, text=word)
                said = value, heading
                self._above = with_heading(self._above, key, said, is_within=was_within)
                yield heading
                continue
            if isinstance(entry, Record) and not groups.hold(entry):
                alone.see(entry, word, below, ends=bool(self._above))
                # It may head the rows below as well, and nobody knows what it says of them.
                self._above = {} if word else self._above
            yield entry
        for one, text in alone.told:
            self._doubt("alone", one.member, one.row, text)

    def _is_headed(self, below: Record | LeftOut | None, key: Key) -> bool:
        # A fuller row, or a heading of another sort.
        if not isinstance(below, Record):
            return False
        other, word = _heading(below, self.meanings)
        return not word or other not in {None, key}

    def _see_hidden(self, entry: Record | LeftOut) -> None:
        hidden = self.records.hidden.get(entry.member)
        if hidden is None or isinstance(entry, LeftOut):
            return
        if entry.row in hidden.rows:
            self._doubt("hidden-row", entry.member, entry.row, first_words(entry))
        for name in sorted(hidden.columns & self.columns.keys_of_headings.keys()):
            column = entry.member, name
            if entry.cells.get(name) and column not in self._hidden:
                self._hidden.add(column)
                self._doubt("hidden-column", entry.member, entry.row, name)

    def _doubt(self, what: Doubtful, member: str, row: int, text: str) -> None:
        self.doubts.append(Doubt(what=what, path=self.place(member), row=row, text=text))


@dataclass(kw_only=True)
class _Alone:
    # The rows of one word that may have been meant as headings.

    ending: list[tuple[Record, str]] = field(default_factory=list)
    heading: list[tuple[Record, str]] = field(default_factory=list)
    rows: int = 0
    fuller: int = 0

    def see(self, record: Record, word: str, below: Record | LeftOut | None, *, ends: bool) -> None:
        if not word:
            self.fuller += 1
            return
        self.rows += 1
        if ends:
            self.ending.append((record, word))
        elif isinstance(below, Record) and _lone_word(below) is None and not _LEADS.match(word):
            self.heading.append((record, word))

    @property
    def told(self) -> list[tuple[Record, str]]:
        # Where most rows hold no more, one of them heads nothing.
        found = (*self.ending, *(self.heading if self.rows <= self.fuller else ()))
        return sorted(found, key=lambda one: (one[0].member, one[0].row))


def with_heading(
    above: Mapping[_Key, _Value], key: _Key, value: _Value, *, is_within: bool
) -> dict[_Key, _Value]:
    """Put what a heading says to what those above it say.

    It ends those of its own sort and all within them, and stands within one just above it.
    """
    keys = list(above)
    outer = keys[: keys.index(key)] if key in keys else keys if is_within else []
    return {**{one: above[one] for one in outer}, key: value}


def _grouping(columns: Columns) -> tuple[str, ...]:
    # What stands once for several rows stands to the left of their titles.
    title = columns.place("title") - 1 if "title" in columns.headings else 0
    names = (name for key in _SAID for name in columns.headings.get(key, ()))
    found = {name: columns.places[name] for name in names if columns.places[name] < title}
    return tuple(sorted(found, key=found.__getitem__))


def _heading(entry: Record | LeftOut, meanings: Meanings) -> tuple[Key | None, str]:
    word = _lone_word(entry) if isinstance(entry, Record) else None
    key = next((one for one in _SAID if word and meanings.is_known(one, word)), None)
    return key, word or ""


def _lone_word(record: Record) -> str | None:
    filled = list(islice((cell for cell in record.cells.values() if cell), 2))
    words = texts_of(filled[0]) if len(filled) == 1 else ()
    return words[0] if len(words) == 1 else None
