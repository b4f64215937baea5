"""What is made of a gap once, however many pages and files show it."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from journeybook.gaps.ledger import Entry
from journeybook.pages.parts.site import Site

_Made = TypeVar("_Made")


def once_each(make: Callable[[Entry, Site], _Made]) -> Callable[[Entry, Site], _Made]:
    """Make something of each gap of a site only when it is asked for first."""

    @wraps(make)
    def kept(entry: Entry, site: Site) -> _Made:
        known: dict[str, _Made] = site.made_of_gaps.setdefault(make.__qualname__, {})
        fingerprint = entry.finding.fingerprint
        if fingerprint not in known:
            known[fingerprint] = make(entry, site)
        return known[fingerprint]

    return kept
