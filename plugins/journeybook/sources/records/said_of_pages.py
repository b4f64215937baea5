"""What the systems that keep a site say of its pages for themselves, and of no reader's page."""

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping

from journeybook.sources.records.record import Kind, Records, plain_name

_LEAST = 4
_MOST = 0.5
_BRAND = re.compile(r"\s[|–—·-]\s")
_HEADINGS = frozenset(map(plain_name, ("H1-1", "H1", "H1 1")))
_DAY = len("2026-03-01")
# What WordPress calls all that is no post, whatever it is for.
_WORDS: Mapping[Kind, tuple[str, ...]] = {"wxr": ("page",), "wordpress-json": ("page",)}


def words_of_a_system(kind: Kind, words: Container[str]) -> Iterator[str]:
    """Give those of the words for a type that tell nothing of what content is for."""
    return (word for word in _WORDS.get(kind, ()) if word in words)


def without_brand(
    records: Records, columns: tuple[str, ...], titles: Mapping[str, int]
) -> tuple[str, ...]:
    """Put the columns with the headings of pages before titles that end in the name of the site.

    `Prices | Example` is a title for search engines; readers read `Prices`.
    """
    if records.kind != "crawl":
        return columns
    ends = Counter[str]()
    for title, rows in titles.items():
        ends[_BRAND.split(title)[-1] if _BRAND.search(title) else ""] += rows
    end = max(ends, key=lambda one: ends[one], default="")
    if not end or ends.total() < _LEAST or ends[end] <= _MOST * ends.total():
        return columns
    heads = (name for name in records.headers if plain_name(name) in _HEADINGS)
    return tuple(dict.fromkeys((*heads, *columns)))


def tells_of_a_build(kind: Kind, times: Mapping[str, int]) -> bool:
    """Tell whether the times of a sitemap are those at which the site was built.

    Most pages of a site are not changed on one day, but many sites are built anew on each.
    """
    if kind != "sitemap":
        return False
    days = Counter[str]()
    for time, rows in times.items():
        days[time[:_DAY]] += rows
    return days.total() >= _LEAST and max(days.values()) > _MOST * days.total()
