"""What the columns and words of a new source probably mean, from its headings and values."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from journeybook.handbook.ids import folded
from journeybook.handbook.inventories.cells import texts_of
from journeybook.handbook.inventories.dates import order_in
from journeybook.handbook.inventories.headings import KEYS, known_headings
from journeybook.handbook.inventories.meanings import Meanings
from journeybook.handbook.vocabulary import Vocabulary
from journeybook.schema.settings.inventory import Key
from journeybook.sources.edits.inventory_text import Entry
from journeybook.sources.likeness import Names
from journeybook.sources.records.record import Records, plain_name

_LOOKED_AT = 5_000
_ENOUGH = 0.5
_LEAST = 4
_NEAR = 0.85
_LONG = 5
_FEW = 200
_WORDED: tuple[Key, ...] = (
    *("personas", "phases", "type", "status", "channels", "language"),
    *("effort", "decision", "published", "reviewed", "due"),
)
_SHARED: tuple[Key, ...] = ("personas", "phases", "type", "channels")
_PARTED = re.compile(r"[/|&+,()]|\s(?:en|and|or|of)\s")
_LIVE = frozenset(("crawl", "sitemap"))
_DAYS: tuple[Key, ...] = ("published", "reviewed", "due")
_SAID_BY_PAGES: tuple[Key, ...] = (*_DAYS, "personas", "phases", "channels", "owner", "tags")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """The mapping of a source, to be accepted: what is written of it, key by key.

    `unknown` are the words of a column for which nothing is proposed, the most frequent first.
    """

    columns: Mapping[Key, tuple[str, ...]]
    values: Mapping[Key, Mapping[str, str]]
    constants: Mapping[str, str]
    unknown: Mapping[Key, Sequence[tuple[str, int]]] = field(default_factory=dict)

    @property
    def entry(self) -> Entry:
        """What is written of it in inventory.yml."""
        columns = {
            key: names if len(names) > 1 else names[0] for key, names in self.columns.items()
        }
        told = {"columns": columns, "values": self.values}
        return {**{key: value for key, value in told.items() if value}, **self.constants}


class _Sample:
    # The words of each column, with how often each stands there.

    def __init__(self, records: Records) -> None:
        self.words: dict[str, Counter[str]] = {name: Counter() for name in records.headers}
        for _, record in zip(range(_LOOKED_AT), records.records, strict=False):
            for name, cell in record.cells.items():
                self.words.setdefault(name, Counter()).update(texts_of(cell))


def proposed(
    records: Records, meanings: Meanings, vocabulary: Vocabulary, host: str = ""
) -> Proposal:
    """Propose the mapping of a source; `host` stands before addresses that have none."""
    sample = _Sample(records)
    named = keys_named(records.headers, vocabulary)
    worded = {key: name for key, name in named.items() if _fits(key, sample.words[name], meanings)}
    worded |= dict(_by_words(sample, worded, meanings))
    first = worded | dict(_shared(worded, sample, meanings))
    also = _also_called(first, records.headers, vocabulary) if records.kind == "site" else ()
    beside = {**dict(also), **dict(_beside(first, sample, meanings))}
    columns = {key: (name, *beside.get(key, ())) for key, name in first.items()}
    values: dict[Key, dict[str, str]] = {}
    unknown: dict[Key, list[tuple[str, int]]] = {}
    for key in (key for key in _WORDED if key in columns):
        here = set(columns[key])
        others = [one for one in _SHARED if one != key and here & set(columns.get(one, ()))]
        words = sum((sample.words[name] for name in columns[key]), Counter[str]())
        for word, rows in _unknown(key, words, meanings):
            if any(_is_meant(one, word, meanings) for one in others):
                continue
            if meant := meanings.suggestion(key, word):
                values.setdefault(key, {})[word] = meant
            else:
                unknown.setdefault(key, []).append((word, rows))
    return Proposal(
        columns={key: columns[key] for key in KEYS if key in columns},
        values=values,
        constants=dict(_constants(first, records, sample, meanings, host)),
        unknown=unknown,
    )


def keys_named(headers: Sequence[str], vocabulary: Vocabulary) -> dict[Key, str]:
    """Give the heading that says to hold each key.

    What it says it is, exactly; else one of several things that it says, as `Audience / stage`
    does; else what it is nearly called.
    """
    known = {key: tuple(map(plain_name, known_headings(key, vocabulary))) for key in KEYS}
    plain = {plain_name(name): name for name in reversed(headers)}
    found: dict[Key, str] = {}
    for key, names in known.items():
        exact = (plain[name] for name in names if name in plain)
        if heading := next((one for one in exact if one not in found.values()), ""):
            found[key] = heading
    free = [name for name in headers if name not in found.values()]
    for key, names in known.items():
        several = (name for name in free if set(names) & _parts_of(name))
        near = (name for name in free if _is_near(plain_name(name), Names(names)))
        if key not in found and (heading := next(chain(several, near), "")):
            found[key] = heading
    return found


def _parts_of(heading: str) -> set[str]:
    parts = _PARTED.split(heading)
    return {plain_name(part) for part in parts} if len(parts) > 1 else set()


def _is_near(name: str, names: Names) -> bool:
    return len(name) >= _LONG and names.closest(name)[1] >= _NEAR


def _fits(key: Key, words: Counter[str], meanings: Meanings) -> bool:
    # A column of a few words that all mean nothing is called so by chance.
    if key not in ("type", "status", "language"):
        return True
    return not words or _share(key, words, meanings) > 0


def _by_words(
    sample: _Sample, taken: Mapping[Key, str], meanings: Meanings
) -> Iterator[tuple[Key, str]]:
    used = set(taken.values())
    for key in (one for one in _SHARED if one not in taken):
        shares = {
            name: _share(key, words, meanings)
            for name, words in sample.words.items()
            if name not in used and _repeats(words)
        }
        best = max(shares, key=lambda name: shares[name], default="")
        if best and shares[best] >= _ENOUGH:
            used.add(best)
            yield key, best


def _repeats(words: Counter[str]) -> bool:
    # A column of titles has as many words as rows; one of types has few.
    return words.total() >= _LEAST and 0 < len(words) <= min(_FEW, words.total() // 2)


def _shared(
    columns: Mapping[Key, str], sample: _Sample, meanings: Meanings
) -> Iterator[tuple[Key, str]]:
    # `CTO/Consideration` tells two things in one cell.
    for name in dict.fromkeys(columns[key] for key in _SHARED if key in columns):
        for key in (one for one in ("personas", "phases") if one not in columns):
            if _share(key, sample.words[name], meanings) >= _ENOUGH:
                yield key, name


def _beside(
    columns: Mapping[Key, str], sample: _Sample, meanings: Meanings
) -> Iterator[tuple[Key, tuple[str, ...]]]:
    # So it may beside a column of phases that is empty, or filled in here and there.
    pair: tuple[tuple[Key, Key], ...] = (("phases", "personas"), ("personas", "phases"))
    for key, other in pair:
        name = columns.get(other, "")
        if key in columns and name and columns[key] != name:
            words = sample.words[name]
            told = sum(
                rows for word, rows in words.items() if _tells_both(word, key, other, meanings)
            )
            if told >= _ENOUGH * words.total() > 0:
                yield key, (name,)


def _also_called(
    columns: Mapping[Key, str], headers: Sequence[str], vocabulary: Vocabulary
) -> Iterator[tuple[Key, tuple[str, ...]]]:
    # Each page has keys of its own: one says `date`, another `publishDate`.
    plain = {plain_name(name): name for name in reversed(headers)}
    taken = set(columns.values())
    for key in (one for one in columns if one in _SAID_BY_PAGES):
        called = (plain.get(plain_name(name), "") for name in known_headings(key, vocabulary))
        if more := tuple(dict.fromkeys(name for name in called if name and name not in taken)):
            taken.update(more)
            yield key, more


def _tells_both(cell: str, key: Key, other: Key, meanings: Meanings) -> bool:
    parts = meanings.parts(other, cell)
    strange = [part for part in parts if not meanings.is_known(other, part)]
    return 0 < len(strange) < len(parts) and all(_is_meant(key, one, meanings) for one in strange)


def _share(key: Key, words: Counter[str], meanings: Meanings) -> float:
    known = sum(
        rows
        for word, rows in words.items()
        if any(_is_meant(key, part, meanings) for part in meanings.parts(key, word))
    )
    return known / max(words.total(), 1)


def _is_meant(key: Key, word: str, meanings: Meanings) -> bool:
    return meanings.is_known(key, word) or bool(meanings.suggestion(key, word))


def _unknown(key: Key, words: Counter[str], meanings: Meanings) -> Iterator[tuple[str, int]]:
    found: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for cell, rows in words.items():
        for word in meanings.of(key, cell).unknown:
            shown.setdefault(folded(word), word)
            found[folded(word)] += rows
    yield from ((shown[word], rows) for word, rows in found.most_common())


def _constants(
    columns: Mapping[Key, str],
    records: Records,
    sample: _Sample,
    meanings: Meanings,
    host: str,
) -> Iterator[tuple[str, str]]:
    addresses = sample.words.get(columns.get("url", ""), Counter())
    if addresses and "channels" not in columns and (site := meanings.website):
        yield "channels", site
    if host and any(one.startswith("/") for one in addresses):
        yield "base", host
    if "status" not in columns and (addresses or records.kind in _LIVE):
        # What has an address can be read there.
        yield "status", "published"
    for key in (one for one in _DAYS if one in columns):
        if order := order_in(sample.words[columns[key]]):
            yield "dates", order
            return
