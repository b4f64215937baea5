"""What the columns and words of a new source probably mean, from its headings and values."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from journeybook.handbook.ids import folded
from journeybook.handbook.inventories.dates import Order, order_in, plain_date
from journeybook.handbook.inventories.fitting import (
    DAYS,
    SHARED,
    Sample,
    addresses,
    beside,
    by_words,
    fits,
    in_other_sheets,
    is_meant,
    other_titles,
    shared,
    well_named,
)
from journeybook.handbook.inventories.heading_words import HeadingWords
from journeybook.handbook.inventories.headings import KEYS
from journeybook.handbook.inventories.meanings import Meanings
from journeybook.handbook.inventories.named_keys import also_named, keys_named, settled
from journeybook.handbook.inventories.ticks import ticked_columns
from journeybook.schema.settings.inventory import Key
from journeybook.sources.edits.inventory_text import Entry
from journeybook.sources.records.record import Records, plain_name
from journeybook.sources.records.said_of_pages import (
    tells_of_a_build,
    without_brand,
    words_of_a_system,
)

_WORDED: tuple[Key, ...] = (
    *("personas", "phases", "type", "status", "channels", "language"),
    *("effort", "decision", "published", "reviewed", "due"),
)
_LIVE = frozenset(("crawl", "sitemap"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """The mapping of a source, to be accepted: what is written of it, key by key.

    `unknown` are the words of a column for which nothing is proposed, the most frequent first, and
    `filled` the headings below which anything stands.
    """

    columns: Mapping[Key, tuple[str, ...]]
    values: Mapping[Key, Mapping[str, str]]
    constants: Mapping[str, str | tuple[str, ...]]
    unknown: Mapping[Key, Sequence[tuple[str, int]]] = field(default_factory=dict)
    headers: Sequence[str] = ()
    filled: Sequence[str] = ()

    @property
    def unused(self) -> tuple[str, ...]:
        """The headings whose columns hold something, and tell of no key."""
        taken = {name for names in self.columns.values() for name in names}
        return tuple(name for name in self.filled if name not in taken)

    @property
    def tells_no_status(self) -> bool:
        """Whether nothing says how far its content is, and no day when it is published."""
        return not {"status", "published"} & {*self.columns, *self.constants}

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


def proposed(
    records: Records, meanings: Meanings, heads: HeadingWords, host: str, title: str | None = None
) -> Proposal:
    """Propose the mapping of a source; `host` stands before addresses that have none.

    `title` is the heading of the column that holds the titles, where somebody says so.
    """
    sample, vocabulary = Sample(records), meanings.vocabulary
    named = _named(heads, sample, tuple(sample.words), meanings, title)
    empty = {key: name for key, name in named.items() if not sample.words[name]}
    # What a column is to tell that nobody has filled in yet, another one may tell so far.
    filled = tuple(name for name, words in sample.words.items() if words)
    worded = _named(heads, sample, filled, meanings, title) if empty else named
    if tells_of_a_build(records.kind, sample.words.get(worded.get("reviewed", ""), {})):
        del worded["reviewed"]
    worded |= dict(addresses(sample, worded, heads))
    worded |= dict(by_words(sample, worded, meanings, heads))
    first = {**empty, **worded, **dict(shared(worded, sample, meanings))}
    also = also_named(first, records, vocabulary)
    more = {
        **dict(other_titles(first, sample, heads)),
        **dict(in_other_sheets(first, sample, heads)),
        **dict(also),
        **dict(beside(first, sample, meanings)),
    }
    columns = {
        key: tuple(dict.fromkeys((empty.get(key, name), name, *more.get(key, ()))))
        for key, name in first.items()
    }
    ticked = ticked_columns(sample.words, columns, meanings)
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
        others = [one for one in SHARED if one != key and here & set(columns.get(one, ()))]
        worded_here = (name for name in columns[key] if name not in ticked.get(key, ()))
        words = sum((sample.words[name] for name in worded_here), Counter[str]())
        for word, rows in _unknown(key, words, meanings):
            is_day = key in DAYS and plain_date(word, order) != word
            if is_day or any(is_meant(one, word, meanings) for one in others):
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
        filled=filled,
        unknown=unknown,
    )


def _named(
    words: HeadingWords,
    sample: Sample,
    names: Sequence[str],
    meanings: Meanings,
    title: str | None,
) -> dict[Key, str]:
    called = plain_name(title or "")
    said = [name for name in names if called and plain_name(name) == called][:1]
    free = [name for name in names if name not in said]
    while True:
        cells = {name: sample.words[name] for name in free}
        named = settled(keys_named(free, words), cells, words)
        strange = {name for key, name in named.items() if not fits(key, cells[name], meanings)}
        if not strange:
            break
        # What is called so by chance leaves its key to what else is called so.
        free = [name for name in free if name not in strange]
    found = well_named(named, sample, meanings)
    for name in said:
        found["title"] = name
    return found


def _unknown(key: Key, words: Counter[str], meanings: Meanings) -> Iterator[tuple[str, int]]:
    found: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for cell, rows in words.items():
        for word in meanings.of(key, cell).unknown:
            shown.setdefault(folded(word), word)
            found[folded(word)] += rows
    yield from ((shown[word], rows) for word, rows in found.most_common())


def _constants(
    columns: Mapping[Key, str], records: Records, sample: Sample, meanings: Meanings, host: str
) -> Iterator[tuple[str, str]]:
    urls = sample.words.get(columns.get("url", ""), Counter())
    if urls and "channels" not in columns and (site := meanings.website):
        yield "channels", site
    if host and any(one.startswith("/") for one in urls):
        yield "base", host
    is_there = records.kind in _LIVE or (urls and _is_all_there(columns, records))
    if "status" not in columns and is_there:
        yield "status", "published"
    if order := _order(columns, sample):
        yield "dates", order


def _is_all_there(columns: Mapping[Key, str], records: Records) -> bool:
    # What has an address can be read there, if nothing beside it is still to be made.
    url, title, due = (columns.get(key, "") for key in ("url", "title", "due"))
    rows = (one.cells for one in records.records)
    told = (one for one in rows if one.get(url) or one.get(title))
    return all(one.get(url) and not one.get(due) for one in told)


def _order(columns: Mapping[Key, str], sample: Sample) -> Order | None:
    orders = (order_in(sample.words[columns[key]]) for key in DAYS if key in columns)
    return next(filter(None, orders), None)
