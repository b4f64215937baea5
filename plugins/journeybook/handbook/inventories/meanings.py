"""What the words in the columns of a source mean here, each worked out once."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from journeybook.codes import Code
from journeybook.handbook.ids import folded, owner_key
from journeybook.handbook.inventories.dates import plain_date
from journeybook.handbook.inventories.headings import CONSTANTS
from journeybook.handbook.inventories.likely import (
    choice_meant,
    name_meant,
    phases_meant,
    word_meant,
)
from journeybook.handbook.inventories.web import address_in, is_address
from journeybook.handbook.linking.directory import Directory, directory_of
from journeybook.handbook.linking.linker import Linker
from journeybook.schema import Kind
from journeybook.schema.asset import Asset
from journeybook.schema.fields import EVERYBODY
from journeybook.schema.period import Words
from journeybook.schema.settings.inventory import Key
from journeybook.sources.records.notion import linked_titles
from journeybook.sources.settings.inventory import WrittenSource
from journeybook.sources.tables.cells import is_error
from journeybook.sources.validation import validated
from journeybook.sources.yaml.nodes import Step, Tree

NAMING: Mapping[Key, Kind] = {
    "personas": Kind.PERSONA,
    "phases": Kind.PHASE,
    "channels": Kind.CHANNEL,
}
"""The keys that name something of the handbook."""
LISTS: frozenset[Key] = frozenset((*NAMING, "answers", "tags", "aliases", "old_addresses"))
"""The keys that hold several values."""

_PLAIN: frozenset[Key] = frozenset(("title", "url", "summary"))
_DAYS: frozenset[Key] = frozenset(("published", "reviewed", "due"))
_ALWAYS = re.compile(r"[,;|\n]")
_SENTENCES = re.compile(r"[;|\n]")
_PERHAPS = r"[/&+]|\s(?:{and}|-|–|>)\s"
# A cell that is ruled off is empty.
_RULED = frozenset(" -\u2013\u2014_./\\\u00b7\u2026")
_NOWHERE = Tree(path="", root=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """The value that a cell gives a key, None where it gives none, and its words without any."""

    value: Any = None
    unknown: tuple[str, ...] = ()


NOTHING = Meaning()
"""What an empty cell says."""


class Meanings:
    """What is meant by the cells of one source."""

    def __init__(self, written: WrittenSource, linker: Linker, words: Words | None) -> None:
        """Take the source, and what finds all that a word may mean in the handbook."""
        self.written = written
        self.linker = linker
        self.vocabulary = vocabulary = linker.vocabulary
        self._source = written.source
        self._words = words
        self._nothing = frozenset(map(folded, vocabulary.survey.get("no-answer", ())))
        self._names: Mapping[Key, Directory] = {
            **{key: linker.directories[kind] for key, kind in NAMING.items()},
            "type": directory_of(vocabulary.asset_types.values(), vocabulary.fold),
            "status": directory_of(vocabulary.statuses.values(), vocabulary.fold),
        }
        self._known: dict[tuple[Key, str], Meaning] = {}
        self._own = {
            key: {
                owner_key(word): self._stated(key, meant, "values", key, word)
                for word, meant in values.items()
            }
            for key, values in self._source.values.items()
        }
        self.constants: Mapping[Key, Any] = dict(self._constants())
        """What holds for all rows that no column tells of."""

    def of(self, key: Key, cell: str) -> Meaning:
        """Give what a cell says of a key."""
        if is_error(cell):
            return NOTHING if self.says_nothing(cell) else Meaning(unknown=(cell,))
        if key in _PLAIN and key not in self._own:
            return self._plainly(key, cell)
        found = self._known.get((key, cell))
        if found is None:
            found = self._known[key, cell] = self._read(key, cell)
        return found

    def _plainly(self, key: Key, cell: str) -> Meaning:
        text = " ".join(cell.split())
        text = address_in(text) if key == "url" else text
        # Most are addresses. The first page of a site stands at `/`, and a sign alone is none.
        if key == "url" and text != "/" and not (is_address(text) and "." in text):
            if self.says_nothing(text):
                return NOTHING
            return Meaning(value=text) if is_address(text) else Meaning(unknown=(text,))
        return Meaning(value=text or None)

    def is_known(self, key: Key, word: str) -> bool:
        """Tell whether a word means something for a key."""
        if key in NAMING or key in ("type", "status"):
            return self._meant(key, word) is not None
        return not self.of(key, word).unknown

    def is_same(self, key: Key, one: object, other: object) -> bool:
        """Tell whether two values of a key mean the same, in whatever words."""
        return one == other or self._sense(key, one) == self._sense(key, other)

    def suggestion(self, key: Key, word: str) -> str:
        """Give what was most likely meant by a word, or nothing."""
        if key in NAMING:
            return name_meant(key, word, self._names[key], self.vocabulary, self._words)
        names = self._names.get(key)
        return word_meant(word, names) if names else choice_meant(key, word, self._words)

    def known(self, key: Key) -> str:
        """Give a few of the things that a key may name, where it names any."""
        return self._names[key].some if key in self._names else ""

    @property
    def website(self) -> str:
        """The channel that is the site itself, where content has addresses; nothing without one."""
        channels = self.linker.directories[Kind.CHANNEL]
        found = (channels.find(name) for name in self.vocabulary.columns.get("website", ()))
        return next((ids[0] for ids in found if len(ids) == 1), "")

    def _read(self, key: Key, cell: str) -> Meaning:
        if key not in LISTS:
            meant = self._meant(key, cell.replace("\n", ", "))
            if meant is None:
                return Meaning(unknown=(cell,))
            return self._checked(key, meant[0], cell) if meant else Meaning()
        found: dict[str, None] = {}
        unknown: list[str] = []
        for word in self.parts(key, cell):
            meant = self._meant(key, word)
            found |= dict.fromkeys(meant or ())
            if meant is None:
                unknown.append(word)
        return Meaning(value=tuple(found) or None, unknown=tuple(unknown))

    def parts(self, key: Key, cell: str) -> Sequence[str]:
        """Give the words of a cell, parted by the signs of its source or else by the usual ones."""
        if signs := self._source.split.get(key):
            return _split(re.compile(f"[{re.escape(signs)}\n]"), cell)
        if key in NAMING and self.is_known(key, cell):
            return (cell,)
        if titles := linked_titles(cell):
            return titles
        if key not in NAMING:
            return _split(_SENTENCES if key == "answers" else _ALWAYS, cell)
        parts: list[str] = []
        perhaps = self.vocabulary.phrases.pattern(_PERHAPS)
        for word in _split(_ALWAYS, cell):
            smaller = () if self.is_known(key, word) else _split(perhaps, word)
            is_several = len(smaller) > 1 and any(map(self._is_name, smaller))
            parts.extend(smaller if is_several else (word,))
        return parts

    def _is_name(self, word: str) -> bool:
        phases = self.linker.directories[Kind.PHASE]
        is_known = any(self.is_known(key, word) for key in NAMING)
        return is_known or bool(phases_meant(word, phases, self.vocabulary))

    def _meant(self, key: Key, word: str) -> tuple[str, ...] | None:
        # Nothing where a word stands for nothing on purpose, None where it means nothing known.
        plain = owner_key(word)
        own = self._own.get(key, {}).get(plain)
        if own is not None:
            return own
        is_none = set(word) <= _RULED if key in _PLAIN else self.says_nothing(word)
        is_kept_free = key == "owner" and self._words and plain in self._words.placeholders
        if is_none or is_kept_free:
            return ()
        if key in NAMING:
            return self._named(NAMING[key], word)
        if key == "type":
            kind = self.vocabulary.asset_type(word)
            return (kind.id,) if kind else None
        is_known = key != "status" or self.vocabulary.status(word)
        return (word,) if is_known else None

    def says_nothing(self, word: str) -> bool:
        """Tell whether a word stands where nothing is to be said, as `no` or `n/a`."""
        is_none = owner_key(word) in self._nothing or self.vocabulary.says_none(word)
        return set(word) <= _RULED or is_none

    def _named(self, kind: Kind, word: str) -> tuple[str, ...] | None:
        # Signs alone, such as `???`, are no name, though something may be called by signs as well.
        found = self.linker.directories[kind].find(word) if folded(word) else []
        if len(found) == 1:
            return tuple(found)
        is_all = self._words and self._words.values.get(word.casefold().strip()) == EVERYBODY
        return (EVERYBODY,) if (is_all or word.casefold() == EVERYBODY) and not found else None

    def _sense(self, key: Key, value: object) -> frozenset[str]:
        said = value if isinstance(value, tuple) else (getattr(value, "text", value),)
        words = tuple(map(str, said))
        if key == "status":
            statuses = ((one, self.vocabulary.status(one)) for one in words)
            return frozenset(known.id if known else one for one, known in statuses)
        return frozenset(
            meant for word in words for meant in self._meant(key, word) or (folded(word),)
        )

    def _constants(self) -> Iterator[tuple[Key, Any]]:
        for key in CONSTANTS:
            said = getattr(self._source, key)
            if key in NAMING or key in ("type", "status"):
                words = said if isinstance(said, tuple) else (said,) if said else ()
                meant = self._stated(key, words, key)
                said = meant if key in NAMING else next(iter(meant), None)
            if said:
                yield key, said

    def _stated(self, key: Key, meant: Sequence[str], *steps: str) -> tuple[str, ...]:
        # What the settings themselves name and is not there is told once, at its own line.
        said = tuple(one for one in meant if not self.vocabulary.says_none(one))
        path: tuple[Step, ...] = ("sources", self.written.at, *steps)
        tree, linker = self.written.tree, self.linker
        if key in NAMING:
            return linker.everybody_or(NAMING[key], said, tree, *path)
        names = self._names.get(key)
        code = Code.UNKNOWN_ASSET_TYPE if key == "type" else Code.UNKNOWN_STATUS
        for one in said if names else ():
            if names and not names.find(one):
                linker.unknown(code, one, names, tree, *path, single=True)
        return tuple(one for one in said if names is None or names.find(one))

    def _checked(self, key: Key, word: str, cell: str) -> Meaning:
        if key in _DAYS:
            word = plain_date(word, self._source.dates)
        fields, mistakes, _ = validated(Asset, {key: word}, _NOWHERE, words=self._words)
        return Meaning(unknown=(cell,)) if mistakes else Meaning(value=getattr(fields, key))


def _split(pattern: re.Pattern[str], cell: str) -> tuple[str, ...]:
    return tuple(part for word in pattern.split(cell) if (part := " ".join(word.split())))
