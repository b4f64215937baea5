"""Which column of a source holds which key of content, and what is known of its files."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import get_args

from journeybook.grouping import grouped
from journeybook.handbook.vocabulary import Vocabulary
from journeybook.schema.settings.inventory import Key, Source
from journeybook.schema.settings.use_source import UseSource
from journeybook.sources.records.record import GRIDS, Options, Record, Records, plain_name

_LOOKED_AT = 5_000
_OF_OTHERS: tuple[Key, ...] = ("personas", "phases", "channels")
KEYS: tuple[Key, ...] = get_args(Key)

CONSTANTS: tuple[Key, ...] = (
    "type",
    "status",
    "language",
    "owner",
    "personas",
    "phases",
    "channels",
)
"""The keys that a source may say of all its rows."""


@dataclass(frozen=True, kw_only=True)
class Columns:
    """The headings of a table by our keys, the place of each in it, and those it has not.

    A source `says` these keys and those that it `states` for all its rows at once.
    """

    headings: Mapping[Key, tuple[str, ...]]
    places: Mapping[str, int]
    missing: Mapping[Key, tuple[str, ...]]
    states: tuple[str, ...]
    is_grid: bool

    @cached_property
    def says(self) -> tuple[str, ...]:
        """All keys that its rows tell of, or that are stated for them."""
        return tuple(sorted({*self.headings, *self.states}))

    @property
    def unused(self) -> tuple[str, ...]:
        """The headings that no key takes."""
        used = {name for names in self.headings.values() for name in names}
        return tuple(name for name in self.places if name not in used)

    @cached_property
    def places_of_keys(self) -> Mapping[str, int]:
        """The place of the first column of each key, counted from 1."""
        return {key: self.place(key) for key in self.headings}

    @cached_property
    def keys_of_headings(self) -> Mapping[str, tuple[Key, ...]]:
        """The keys that share each heading, in order."""
        return grouped((name, key) for key, names in self.headings.items() for name in names)

    def place(self, key: Key) -> int:
        """Give the place of the first column of a key, counted from 1."""
        names = self.headings.get(key, ())
        return self.column(names[0]) if names else 1

    def column(self, heading: str) -> int:
        """Give the place of a heading, counted from 1; what is no table has no columns."""
        return self.places[heading] + 1 if self.is_grid else 1


def columns_of(source: Source, records: Records, vocabulary: Vocabulary) -> Columns:
    """Find the columns that a source names, or, where it names none, those with known headings."""
    plain: dict[str, str] = {}
    for name in records.headers:
        plain.setdefault(plain_name(name), name)
    wanted = source.columns or {key: known_headings(key, vocabulary) for key in KEYS}
    found: dict[Key, tuple[str, ...]] = {}
    missing: dict[Key, tuple[str, ...]] = {}
    for key, names in wanted.items():
        there = tuple(plain[name] for one in names if (name := plain_name(one)) in plain)
        if there:
            found[key] = tuple(dict.fromkeys(there))
        if source.columns:
            missing[key] = tuple(one for one in names if plain_name(one) not in plain)
    if not source.columns:
        found = dict(_until_filled(found, records.records))
    return Columns(
        headings=found,
        places={name: at for at, name in enumerate(records.headers)},
        missing={key: names for key, names in missing.items() if names},
        is_grid=records.kind in GRIDS,
        states=tuple(key for key in CONSTANTS if key not in found and getattr(source, key)),
    )


def _until_filled(
    found: Mapping[Key, tuple[str, ...]], records: Iterable[Record]
) -> Iterator[tuple[Key, tuple[str, ...]]]:
    # The surest heading counts; where nothing stands below it yet, so does the next one.
    several = [names for names in found.values() if len(names) > 1]
    empty = {name for names in several for name in names}
    for _, record in zip(range(_LOOKED_AT), records, strict=False):
        if not any(names[0] in empty for names in several):
            break
        empty -= {name for name in empty if record.cells.get(name)}
    for key, names in found.items():
        first = next((at for at, name in enumerate(names) if name not in empty), 0)
        yield key, names[: first + 1]


def known_headings(key: Key, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Give all headings under which a key is usually kept."""
    return tuple(dict.fromkeys((key, *vocabulary.columns.get(key, ()))))


def all_headings(
    source: Source, vocabulary: Vocabulary, keys: Sequence[Key] = KEYS
) -> frozenset[str]:
    """Give every heading by which a row of headings may be recognised, or those of some keys."""
    named = (name for key in keys for name in source.columns.get(key, ()))
    usual = (name for key in keys for name in known_headings(key, vocabulary))
    return frozenset((*named, *usual))


def options_of(source: Source | UseSource, vocabulary: Vocabulary) -> Options:
    """Give what a source says of its files, whatever they tell."""
    return Options(
        sheet=source.sheet,
        member=source.member or "",
        encoding=source.encoding,
        delimiter=source.delimiter,
        phrases=vocabulary.phrases,
        exports=vocabulary.exports,
    )


def options_of_content(source: Source, vocabulary: Vocabulary, today: date) -> Options:
    """Give the same for a list of content, and by which headings it is recognised."""
    return replace(
        options_of(source, vocabulary),
        names=all_headings(source, vocabulary),
        subjects=all_headings(source, vocabulary, ("title", "url")),
        addresses=all_headings(source, vocabulary, ("url",)),
        others=frozenset(name for key in _OF_OTHERS for name in known_headings(key, vocabulary)),
        types=frozenset(source.entries),
        language=source.language or "",
        root=source.root or "",
        shape=source.generator,
        today=today,
    )
