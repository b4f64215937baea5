"""The navigation around a page, in one sum: what it shows of other pages."""

from collections.abc import Iterable, Iterator
from typing import Any

from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from journeybook.adapters.disk.keeping.shelf import digest


def frame_of(nav: Navigation) -> bytes:
    """Sum up all that the navigation shows."""
    return digest(map(repr, _shown(nav.items)))


def _shown(items: Iterable[Any], depth: int = 0) -> Iterator[object]:
    for item in items:
        if isinstance(item, Page):
            yield depth, item.title, item.url, item.canonical_url, item.meta
        else:
            yield depth, item.title, getattr(item, "url", None)
        yield from _shown(item.children or (), depth + 1)
