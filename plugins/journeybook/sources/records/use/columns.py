"""What the columns of exports of use hold, by the headings that tools write in any language."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from journeybook.schema.phrases import Phrases
from journeybook.sources.records.record import plain_name

FIGURES = ("views", "visits", "visitors", "clicks", "impressions", "conversions")
"""What is counted of an address."""

_KEYS = ("address", "query", "month", *FIGURES)
# What something is called by, which may be an address.
_VAGUE = ("label", "name")


def headings_of_use(exports: Phrases) -> frozenset[str]:
    """Give every heading that such an export may have."""
    return frozenset((*_VAGUE, *(name for key in _KEYS for name in exports.get(key))))


def columns_of(
    headers: Iterable[str], given: Mapping[str, str], exports: Phrases
) -> Mapping[str, str]:
    """Give the heading of each column that is known, or `given`, by what it holds."""
    plain: dict[str, str] = {}
    for header in headers:
        plain.setdefault(plain_name(header), header)
    found: dict[str, str] = {}
    for key, names in _plain_headings(exports).items():
        wanted = (plain_name(given[key]),) if key in given else names
        heading = next((plain[name] for name in wanted if name in plain), None)
        if heading is not None and heading not in found.values():
            found[key] = heading
    return found


def tells_use(headers: Iterable[str], exports: Phrases) -> bool:
    """Tell whether columns hold figures of addresses, or of what was searched for.

    Those of two times beside each other are such figures as well.
    """
    every = tuple(headers)
    found = columns_of(every, {}, exports)
    figures = {name for key in FIGURES for name in _plain_headings(exports)[key]}
    compared = sum(plain_name(one.rpartition(" ")[2]) in figures and " - " in one for one in every)
    return is_about_use(found) or (bool(found.keys() & {"address", "query"}) and compared > 1)


def is_about_use(columns: Mapping[str, str]) -> bool:
    """Tell the same of columns that are known."""
    is_about = "address" in columns or "query" in columns
    return is_about and any(key in columns for key in FIGURES)


def is_vague(heading: str) -> bool:
    """Tell whether a heading says that something is called by it, and not what."""
    return plain_name(heading) in _VAGUE


@lru_cache(8)
def _plain_headings(exports: Phrases) -> Mapping[str, tuple[str, ...]]:
    # The surest first.
    known = {key: exports.get(key) for key in _KEYS}
    known["address"] = (*known["address"], *_VAGUE)
    return {key: tuple(map(plain_name, names)) for key, names in known.items()}
