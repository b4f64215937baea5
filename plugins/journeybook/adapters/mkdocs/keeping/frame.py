"""The navigation around a page, in one sum: what it shows of other pages."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from journeybook.adapters.disk.keeping.shelf import digest
from journeybook.adapters.mkdocs.keeping.ground import THEMES

_DESCRIPTION = "description"


def frame_of(nav: Navigation, config: MkDocsConfig) -> bytes:
    """Sum up all that the navigation shows.

    Descriptions tell counts, and so change all day; the themes that we know show that of no other
    page.
    """
    untold = () if _shows_descriptions(config) else (_DESCRIPTION,)
    return digest(map(repr, _shown(nav.items, untold)))


def _shows_descriptions(config: MkDocsConfig) -> bool:
    own = Path(config.theme.custom_dir or "")
    templates = own.rglob("*.html") if config.theme.custom_dir else ()
    said = (file.read_bytes() for file in templates if file.is_file())
    return config.theme.name not in THEMES or any(_DESCRIPTION.encode() in one for one in said)


def _shown(items: Iterable[Any], untold: Collection[str], depth: int = 0) -> Iterator[object]:
    for item in items:
        if isinstance(item, Page):
            meta = {key: value for key, value in item.meta.items() if key not in untold}
            yield depth, item.title, item.url, item.canonical_url, meta
        else:
            yield depth, item.title, getattr(item, "url", None)
        yield from _shown(item.children or (), untold, depth + 1)
