"""Which key a heading names, also where it is called a little otherwise than usual."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from journeybook.handbook.inventories.heading_words import HeadingWords, Named
from journeybook.handbook.inventories.headings import KEYS, known_headings
from journeybook.handbook.inventories.web import is_address
from journeybook.handbook.vocabulary import Vocabulary
from journeybook.schema.phrases import Phrases
from journeybook.schema.settings.inventory import Key
from journeybook.sources.records.record import GRIDS, Records, plain_name

_PARTED = r"[/|&+,]|\s{and}\s"
_BRACKETS = re.compile(r"\([^()]*\)")
_LISTED: tuple[Key, ...] = ("personas", "phases", "channels", "tags")
_PART = re.compile(r"[^\W\d_]+")
# Systems keep the keys that a team added in a mapping of its own.
_AROUND = frozenset(
    (
        *("params", "taxonomies", "extra", "acf", "fields", "meta", "custom", "attributes"),
        *("properties", "data", "frontmatter", "content"),
    )
)

_SAID_BY_PAGES: tuple[Key, ...] = (
    "published",
    "reviewed",
    "due",
    "personas",
    "phases",
    "channels",
    "owner",
    "tags",
)


def keys_named(headers: Iterable[str], words: HeadingWords) -> dict[Key, str]:
    """Give the heading that says to hold each key.

    By its words, in whatever order; else inside a mapping of the team's own; else as one of several
    things that it says, as `Audience / stage` does; else as what it is nearly called. Of several
    that say so the one with the surest name counts, and then the first.
    """
    parted = words.phrases.pattern(_PARTED)
    ways: tuple[Callable[[str], Iterable[Named | None]], ...] = (
        lambda heading: (words.named(heading),),
        lambda heading: (words.exactly(inner_name(heading)),),
        lambda heading: map(words.of, parted.split(_BRACKETS.sub(" ", heading))),
        lambda heading: (words.of_piece(heading),),
        lambda heading: (words.of(heading, nearly=True),),
    )
    found: dict[Key, str] = {}
    free = list(headers)
    for way in ways:
        named = [(name, one) for name in free for one in way(name) if one]
        # What tells of something else is not looked at in another way.
        others = {name for name, one in named if one.key is None}
        free = [name for name in free if name not in others]
        for key in (one for one in KEYS if one not in found):
            ranks = {name: one.rank for name, one in named if one.key == key and name in free}
            if ranks:
                found[key] = min(ranks, key=ranks.__getitem__)
                free.remove(found[key])
    return found


def name_content(headers: Sequence[str], words: HeadingWords) -> bool:
    """Tell whether headings are those of a list of content."""
    named = keys_named(dict.fromkeys(filter(None, headers)), words)
    return len(named) > 1 and not {"title", "url"}.isdisjoint(named)


def settled(
    named: Mapping[Key, str], cells: Mapping[str, Collection[str]], words: HeadingWords
) -> dict[Key, str]:
    """Tell addresses from titles by what stands below: a column called `Page` may hold either."""
    found = dict(named)
    if "url" in found and not _are_addresses(cells[found["url"]]):
        del found["url"]
    title = found.get("title", "")
    if words.is_piece(title) and cells[title] and _are_addresses(cells[title]):
        del found["title"]
    free = (name for name in cells if cells[name] and name not in found.values())
    for name in sorted(free, key=words.is_piece):
        called = words.named(name)
        if words.is_piece(name) or (called and called.key == "url"):
            found.setdefault("url" if _are_addresses(cells[name]) else "title", name)
    return found


def _are_addresses(cells: Collection[str]) -> bool:
    return not cells or 2 * sum(map(_may_be_address, cells)) > len(cells)


def _may_be_address(cell: str) -> bool:
    # `Prices` is a title, where `prices` may be the last part of an address, and `12` is a number.
    is_one_word = cell == cell.casefold() and not cell.isdigit()
    return is_address(cell) and bool({*"/."} & {*cell} or is_one_word)


def also_named(
    columns: Mapping[Key, str], records: Records, vocabulary: Vocabulary
) -> Iterator[tuple[Key, tuple[str, ...]]]:
    """Give further headings of the same keys, in which some records say them.

    Each page has keys of its own: one says `date`, another `publishDate`. A page that a crawler
    found without a title may have a heading.
    """
    several = ("title",) if records.kind == "crawl" else _SAID_BY_PAGES
    if records.kind in GRIDS and records.kind != "crawl":
        yield from _numbered_like(columns, records.headers, vocabulary.phrases)
        return
    taken = set(columns.values())
    for key in (one for one in columns if one in several):
        called = [plain_name(name) for name in known_headings(key, vocabulary)]
        places = {
            name: min(called.index(one) for one in forms)
            for name in records.headers
            if (forms := {plain_name(name), inner_name(name)} & set(called)) and name not in taken
        }
        if places:
            taken.update(places)
            yield key, tuple(sorted(places, key=places.__getitem__))


def _numbered_like(
    columns: Mapping[Key, str], headers: Sequence[str], phrases: Phrases
) -> Iterator[tuple[Key, tuple[str, ...]]]:
    # `Persona 1` and `Persona 2`, or `Primary persona` and `Secondary persona`.
    for key in (one for one in columns if one in _LISTED):
        base = _unnumbered(columns[key], phrases)
        more = tuple(
            name
            for name in headers
            if name not in columns.values()
            and _unnumbered(name, phrases) == base != plain_name(name)
        )
        if more:
            yield key, more


def inner_name(heading: str) -> str:
    """Give a heading without the mapping that it stands in, to compare by."""
    first, _, rest = heading.partition(" ")
    return plain_name(rest if rest and first.casefold() in _AROUND else heading)


def _unnumbered(heading: str, phrases: Phrases) -> str:
    orders = phrases.get("ordinals")
    return plain_name(
        " ".join(one for one in _PART.findall(heading) if one.casefold() not in orders)
    )
