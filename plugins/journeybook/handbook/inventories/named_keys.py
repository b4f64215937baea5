"""Which key a heading names, also where it is called a little otherwise than usual."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from journeybook.handbook.inventories.headings import KEYS, known_headings
from journeybook.handbook.inventories.web import is_address
from journeybook.handbook.vocabulary import Vocabulary
from journeybook.schema.phrases import Phrases
from journeybook.schema.settings.inventory import Key
from journeybook.sources.likeness import Names
from journeybook.sources.records.record import GRIDS, Records, plain_name

_NEAR = 0.85
_LONG = 5
_PARTED = r"[/|&+,()]|\s(?:{and}|{or})\s"
_WORD = re.compile(r"[^\W_]+")
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


def keys_named(headers: Sequence[str], vocabulary: Vocabulary) -> dict[Key, str]:
    """Give the heading that says to hold each key.

    What it says it is, exactly; else inside a mapping of the team's own; else the same words in
    another order; else one of several things that it says, as `Audience / stage` does; else what
    it is nearly called.
    """
    known = {key: known_headings(key, vocabulary) for key in KEYS}
    found: dict[Key, str] = {}
    for way in (_exactly, _inside, _without_number, _in_other_words, _among_several, _nearly):
        for key, names in known.items():
            free = [name for name in headers if name not in found.values()]
            if key not in found and (heading := way(names, free, vocabulary.phrases)):
                found[key] = heading
    return found


def settled(
    named: Mapping[Key, str], words: Mapping[str, Collection[str]], vocabulary: Vocabulary
) -> dict[Key, str]:
    """Tell addresses from titles by what stands below: a column called `Page` may hold either."""
    found = dict(named)
    if "url" in found and not _are_addresses(words[found["url"]]):
        del found["url"]
    called = set(map(plain_name, known_headings("url", vocabulary)))
    for name in (one for one in words if plain_name(one) in called and words[one]):
        key: Key = "url" if _are_addresses(words[name]) else "title"
        if key not in found and name not in found.values():
            found[key] = name
    return found


def _are_addresses(words: Collection[str]) -> bool:
    # `Prices` is a title, where `prices` may be the last part of an address.
    told = (is_address(one) and ({*"/."} & {*one} or one == one.casefold()) for one in words)
    return not words or 2 * sum(map(bool, told)) > len(words)


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


def _exactly(names: Sequence[str], headings: Sequence[str], _phrases: Phrases) -> str:
    return _first(names, headings, plain_name)


def _inside(names: Sequence[str], headings: Sequence[str], _phrases: Phrases) -> str:
    return _first(names, headings, inner_name)


def _without_number(names: Sequence[str], headings: Sequence[str], phrases: Phrases) -> str:
    return _first(names, headings, lambda heading: _unnumbered(heading, phrases))


def _unnumbered(heading: str, phrases: Phrases) -> str:
    orders = phrases.get("ordinals")
    return plain_name(
        " ".join(one for one in _PART.findall(heading) if one.casefold() not in orders)
    )


def _first(names: Sequence[str], headings: Sequence[str], form: Callable[[str], str]) -> str:
    # The surest name counts, and of headings that are called alike the first.
    there: Mapping[str, str] = {form(one): one for one in reversed(headings)}
    return next((there[plain] for plain in map(plain_name, names) if plain in there), "")


def _in_other_words(names: Sequence[str], headings: Sequence[str], phrases: Phrases) -> str:
    known = {words for name in names if len(words := _words(name, phrases)) > 1}
    return next((one for one in headings if _words(one, phrases) in known), "")


def _among_several(names: Sequence[str], headings: Sequence[str], phrases: Phrases) -> str:
    known, parted = set(map(plain_name, names)), phrases.pattern(_PARTED)
    return next((one for one in headings if known & _parts_of(one, parted)), "")


def _nearly(names: Sequence[str], headings: Sequence[str], _phrases: Phrases) -> str:
    known = Names(map(plain_name, names))
    return next((one for one in headings if _is_near(plain_name(one), known)), "")


def _words(heading: str, phrases: Phrases) -> frozenset[str]:
    # Some words tell nothing of which date, or which type, is meant.
    return frozenset(_WORD.findall(heading.casefold())).difference(phrases.get("of-headings"))


def _parts_of(heading: str, parted: re.Pattern[str]) -> set[str]:
    parts = parted.split(heading)
    return {plain_name(part) for part in parts} if len(parts) > 1 else set()


def _is_near(name: str, names: Names) -> bool:
    return len(name) >= _LONG and names.closest(name)[1] >= _NEAR
