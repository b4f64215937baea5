"""The navigation of the engine, with our sections in it."""

from collections.abc import Iterable
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, set_exclusions
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from journeybook.adapters.mkdocs.others import is_arranged
from journeybook.adapters.mkdocs.outcome import Whole
from journeybook.pages.parts.ways.navigation import Chapter, beside_others, navigation


def set_navigation(config: MkDocsConfig, files: Files, whole: Whole) -> None:
    """Fill the entries of `nav:` that ask for a section; without `nav:`, make all of it.

    A page that the site keeps out of its navigation stays out, and another plugin that arranges
    pages has its way.
    """
    set_exclusions(files, config)
    if config.nav is None and is_arranged(config):
        return
    portfolio = whole.page.uri if whole.page else ""
    config.nav = navigation(_listed(files), _chapters(whole), config.nav, portfolio)


def pages_beside_others(nav: Navigation, files: Files, whole: Whole) -> frozenset[str]:
    """Give the pages that stand in the navigation with more than a section of ours."""
    return beside_others(_as_written(nav.items), _listed(files), _chapters(whole))


def _listed(files: Files) -> dict[str, None]:
    pages = files.documentation_pages()
    return dict.fromkeys(file.src_uri for file in pages if file.inclusion.is_in_nav())


def _chapters(whole: Whole) -> list[Chapter]:
    return [
        Chapter(part=one.part, title=one.title, sections=one.sections) for one in whole.handbooks
    ]


def _as_written(items: Iterable[Any]) -> list[Any]:
    return [
        item.file.src_uri
        if isinstance(item, Page)
        else {item.title: _as_written(item.children or ())}
        for item in items
    ]
