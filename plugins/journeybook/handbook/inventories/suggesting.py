"""What the columns and words of a new source probably mean, from its headings and values."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from journeybook.handbook.ids import folded
from journeybook.handbook.inventories.cells import texts_of
from journeybook.handbook.inventories.dates import Order, order_in, plain_date
from journeybook.handbook.inventories.headings import KEYS
from journeybook.handbook.inventories.meanings import LISTS, Meanings
from journeybook.handbook.inventories.named_keys import also_named, keys_named, settled
from journeybook.handbook.inventories.ticks import ticked_columns
from journeybook.schema.settings.inventory import Key
from journeybook.sources.edits.inventory_text import Entry
from journeybook.sources.records.record import Records
from journeybook.sources.records.said_of_pages import (
    tells_of_a_build,
    without_brand,
    words_of_a_system,
)

_LOOKED_AT = 5_000
_ENOUGH = 0.5
_LEAST = 4
_FEW = 200
_WORDED: tuple[Key, ...] = (
    *("personas", "phases", "type", "status", "channels", "language"),
    *("effort", "decision", "published", "reviewed", "due"),
)
_FITTING: frozenset[Key] = frozenset(("type", "status", "language", "effort", "gated", "decision"))
_SHARED: tuple[Key, ...] = ("personas", "phases", "type", "channels")
_HTTP = ("http://", "https://")
_LIVE = frozenset(("crawl", "sitemap"))
_DAYS: tuple[Key, ...] = ("published", "reviewed", "due")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """The mapping of a source, to be accepted: what is written of it, key by key.

    `unknown` are the words of a column for which nothing is proposed, the most frequent first.
    """

    columns: Mapping[Key, tuple[str, ...]]
    values: Mapping[Key, Mapping[str, str]]
    constants: Mapping[str, str | tuple[str, ...]]
    unknown: Mapping[Key, Sequence[tuple[str, int]]] = field(default_factory=dict)
    headers: Sequence[str] = ()

    @property
    def names_content(self) -> bool:
        """Whether a column holds what content is called, or where it stands."""
        return "title" in self.columns or "url" in self.columns

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


def proposed(records: Records, meanings: Meanings, host: str) -> Proposal:
    """Propose the mapping of a source; `host` stands before addresses that have none."""
    sample, vocabulary = _Sample(records), meanings.vocabulary
    named = settled(keys_named(records.headers, vocabulary), sample.words, vocabulary)
    worded = {key: name for key, name in named.items() if _fits(key, sample.words[name], meanings)}
    if tells_of_a_build(records.kind, sample.words.get(worded.get("reviewed", ""), {})):
        del worded["reviewed"]
    worded |= dict(_addresses(sample, worded))
    worded |= dict(_by_words(sample, worded, meanings))
    first = worded | dict(_shared(worded, sample, meanings))
    also = also_named(first, records, vocabulary)
    beside = {**dict(also), **dict(_beside(first, sample, meanings))}
    columns = {key: (name, *beside.get(key, ())) for key, name in first.items()}
    ticked = dict(ticked_columns(sample.words, columns, meanings))
    columns |= {key: (*columns.get(key, ()), *names) for key, names in ticked.items()}
    if titles := columns.get("title"):
        columns["title"] = without_brand(records, titles, sample.words[titles[0]])
    constants = dict(_constants(first, records, sample, meanings, host))
    order = _order(first, sample)
    values: dict[Key, dict[str, str]] = {
        key: {
            name: meanings.suggestion(key, name)
            for name in names
            if not meanings.is_known(key, name)
        }
        for key, names in ticked.items()
    }
    unknown: dict[Key, list[tuple[str, int]]] = {}
    for key in (key for key in _WORDED if key in columns):
        here = set(columns[key])
        others = [one for one in _SHARED if one != key and here & set(columns.get(one, ()))]
        worded_here = (name for name in columns[key] if name not in ticked.get(key, ()))
        words = sum((sample.words[name] for name in worded_here), Counter[str]())
        for word, rows in _unknown(key, words, meanings):
            is_day = key in _DAYS and plain_date(word, order) != word
            if is_day or any(_is_meant(one, word, meanings) for one in others):
                continue
            if meant := meanings.suggestion(key, word):
                values.setdefault(key, {})[word] = meant
            else:
                unknown.setdefault(key, []).append((word, rows))
    for word in words_of_a_system(records.kind, sample.words.get(first.get("type", ""), ())):
        values.setdefault("type", {})[word] = "none"
    return Proposal(
        columns={key: columns[key] for key in KEYS if key in columns},
        values={key: told for key, told in values.items() if told},
        constants=constants,
        headers=records.headers,
        unknown=unknown,
    )


def _fits(key: Key, words: Counter[str], meanings: Meanings) -> bool:
    # A column of a few words that all mean nothing is called so by chance, and an empty one says
    # of no row that it is published.
    if key in _DAYS and words:
        return any(letter.isdigit() for word in words for letter in word)
    if key not in _FITTING:
        return True
    return _share(key, words, meanings) > 0 if words else key != "status"


def _addresses(sample: _Sample, taken: Mapping[Key, str]) -> Iterator[tuple[Key, str]]:
    # A list of addresses needs no heading.
    for name, words in sample.words.items():
        told = sum(rows for word, rows in words.items() if word.startswith(_HTTP))
        if "url" not in taken and name not in taken.values() and told > _ENOUGH * words.total():
            yield "url", name
            return


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


def _tells_both(cell: str, key: Key, other: Key, meanings: Meanings) -> bool:
    parts = meanings.parts(other, cell)
    strange = [part for part in parts if not meanings.is_known(other, part)]
    return 0 < len(strange) < len(parts) and all(_is_meant(key, one, meanings) for one in strange)


def _share(key: Key, words: Counter[str], meanings: Meanings) -> float:
    known = sum(
        rows
        for word, rows in words.items()
        if any(
            _is_meant(key, part, meanings) and not meanings.says_nothing(part)
            for part in (meanings.parts(key, word) if key in LISTS else (word,))
        )
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
    columns: Mapping[Key, str], records: Records, sample: _Sample, meanings: Meanings, host: str
) -> Iterator[tuple[str, str]]:
    addresses = sample.words.get(columns.get("url", ""), Counter())
    if addresses and "channels" not in columns and (site := meanings.website):
        yield "channels", site
    if host and any(one.startswith("/") for one in addresses):
        yield "base", host
    if "status" not in columns and (addresses or records.kind in _LIVE):
        # What has an address can be read there.
        yield "status", "published"
    if order := _order(columns, sample):
        yield "dates", order


def _order(columns: Mapping[Key, str], sample: _Sample) -> Order | None:
    orders = (order_in(sample.words[columns[key]]) for key in _DAYS if key in columns)
    return next(filter(None, orders), None)
