"""What a heading says of content that it is not the key of: ticks below it, or whole rows."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from journeybook.grouping import grouped
from journeybook.handbook.ids import folded
from journeybook.handbook.inventories.between import with_heading
from journeybook.handbook.inventories.ticks import tick_of
from journeybook.importing.filing import Filing
from journeybook.importing.gathered import items_of, joined
from journeybook.importing.heard import Heading, Named, Part, Place, Trouble
from journeybook.importing.plan import shown
from journeybook.schema import Kind
from journeybook.sources.yaml.nodes import Value
from journeybook.wording import marked

IS_ONE = marked("'{text}' is taken for one; if these are several, write each on a line of its own")
"""What is said of a text that may name several things, and is not known to."""
_UNHEEDED = marked(
    "'{text}' says nothing of the rows below it, as each says otherwise in its own column; where "
    "the heading is right, empty their cells there, and bring it in again"
)

_SIGN = re.compile(r"^(?!.*://).*[&+>→/]", re.DOTALL)
_BETWEEN = r"\s*[&+>→/]\s*|\s+{and}\s+"
_NAMING = {"personas": Kind.PERSONA, "phases": Kind.PHASE, "channels": Kind.CHANNEL}


class Headings:
    """The headings that say for whom content is, when, where, or of which type."""

    def __init__(self, parts: Sequence[Part], files: Filing) -> None:
        """Take all that was read, and what finds the files of it."""
        self._files = files
        self._vocabulary = files.handbook.vocabulary
        self._between = self._vocabulary.phrases.pattern(_BETWEEN)
        named = [part for part in parts if isinstance(part, Named)]
        self._told = frozenset(_names_told(named))
        notes = grouped(note for part in named for note in part.notes)
        self._ticked = {
            heading: key
            for heading, cells in notes.items()
            if all(tick_of(cell, self._vocabulary) is not None for cell in cells)
            and (key := self._key(heading, tuple(_NAMING)))
        }

    def applied(self, parts: Sequence[Part]) -> Iterator[Part]:
        """Give what was read with what its headings say, and what those are that say nothing."""
        above: dict[str, Heading] = {}
        heeded: dict[tuple[str, Place], bool] = {}
        last: Heading | None = None
        is_within = False
        for part, below in zip_longest(parts, parts[1:]):
            if isinstance(part, Heading):
                key, last = self._of_rows(part), part
                above = with_heading(above, key, part, is_within=is_within) if key else {}
                if isinstance(below, Heading) and self._of_rows(below) in {"", *above}:
                    # Without a row below it, before one of its own sort, it heads nothing.
                    above = {}
                yield from () if above else part.otherwise
            elif isinstance(part, Named) and part.kind is Kind.ASSET:
                here = above if _is_below(part, last) else {}
                for key, one in here.items():
                    heeds = self._heeds(key, one.text, part.keys.get(key))
                    heeded[one.text, one.place] = heeds or heeded.get((one.text, one.place), False)
                made = self._content(part, here)
                yield made
                yield from self._joined(made)
            else:
                yield part
            is_within = isinstance(part, Heading)
        yield from (
            Trouble(message=_UNHEEDED, values={"text": text}, place=place)
            for (text, place), is_heeded in heeded.items()
            if not is_heeded
        )

    def _heeds(self, key: str, heading: str, own: Value) -> bool:
        # A row says what stands above it where it says nothing itself, or the same.
        names = {self._sense(key, shown(one)) for one in items_of(self._apart(key, own))}
        return not names or self._sense(key, heading) in names

    def _sense(self, key: str, name: str) -> str:
        if key in _NAMING:
            return self._files.find(_NAMING[key], name) or folded(name)
        known = self._vocabulary.asset_type(name)
        return known.id if known else folded(name)

    def _of_rows(self, heading: Heading) -> str:
        return self._key(heading.text, ("personas", "phases", "type", "channels"))

    def _content(self, named: Named, above: Mapping[str, Heading]) -> Named:
        said: Mapping[str, Value] = {
            key: [one.text] if key in _NAMING else one.text for key, one in above.items()
        }
        keys: dict[str, Value] = {**said, **named.keys}
        for name, cell in named.notes:
            if name in self._ticked and tick_of(cell, self._vocabulary):
                keys[self._ticked[name]] = joined(keys.get(self._ticked[name]), [name])
        notes = tuple(note for note in named.notes if note[0] not in self._ticked)
        parted = {key: self._apart(key, one) for key, one in keys.items()}
        return replace(named, keys=parted, notes=notes)

    def _apart(self, key: str, value: Value) -> Value:
        if key not in _NAMING:
            return value
        names = [part for name in map(shown, items_of(value)) for part in self._parts(key, name)]
        return list(names) if len(names) > len(items_of(value)) else value

    def _parts(self, key: str, name: str) -> Sequence[str]:
        # `Awareness & Consideration` are two where each is known, and nobody calls one so.
        parts = [part for part in self._between.split(name) if part.strip()]
        are_known = all(self._key(part, (key,)) for part in parts)
        return parts if are_known and not self._is_one(key, name) else [name]

    def _is_one(self, key: str, name: str) -> bool:
        is_here = self._files.find(_NAMING[key], name) is not None
        return is_here or folded(name) in self._words_of_teams(key)

    def _joined(self, named: Named) -> Iterator[Trouble]:
        for key in (key for key in _NAMING if key in named.keys):
            for name in map(shown, items_of(named.keys[key])):
                if _SIGN.search(name) and not self._is_one(key, name):
                    yield Trouble(message=IS_ONE, values={"text": name}, place=named.place)

    def _key(self, heading: str, among: Sequence[str]) -> str:
        # What is called so here, or in the file, comes before the words of many teams.
        own = (key for key in among if self._is_called(key, heading))
        usual = (key for key in among if folded(heading) in self._words_of_teams(key))
        return next(own, "") or next(usual, "") if folded(heading) else ""

    def _is_called(self, key: str, heading: str) -> bool:
        if key not in _NAMING:
            return self._vocabulary.asset_type(heading) is not None
        is_told = (key, folded(heading)) in self._told
        return is_told or self._files.find(_NAMING[key], heading) is not None

    def _words_of_teams(self, key: str) -> set[str]:
        groups = {"phases": self._vocabulary.stages, "personas": self._vocabulary.roles}
        said = groups.get(key, {}).items()
        return {folded(word) for one, words in said for word in (one, *words)}


def _names_told(named: Iterable[Named]) -> Iterator[tuple[str, str]]:
    # The personas, phases and channels that the file itself tells of.
    for part in named:
        for key, kind in _NAMING.items():
            names = [part.title] if part.kind is kind else map(shown, items_of(part.keys.get(key)))
            yield from ((key, folded(name)) for name in names)


def _is_below(named: Named, heading: Heading | None) -> bool:
    if heading is None or named.place.sheet != heading.place.sheet:
        return False
    return named.place.row <= heading.until
