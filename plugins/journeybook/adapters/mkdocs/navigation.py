"""The navigation of the engine, with our sections in it."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, set_exclusions
from mkdocs.structure.nav import Link, Navigation
from mkdocs.structure.pages import Page

from journeybook.adapters.mkdocs.others import is_arranged
from journeybook.adapters.mkdocs.outcome import Whole
from journeybook.handbook.ids import title_of
from journeybook.pages.parts.hrefs import page_address
from journeybook.pages.parts.ways.navigation import Chapter, beside_others, navigation

_STEP = "journeybook:"
"""What the engine takes for an address elsewhere, until all pages have theirs."""


def set_navigation(config: MkDocsConfig, files: Files, whole: Whole) -> None:
    """Fill the entries of `nav:` that ask for a section; without `nav:`, make all of it.

    A page that the site keeps out of its navigation stays out, and another plugin that arranges
    pages has its way.
    """
    set_exclusions(files, config)
    if config.nav is None and is_arranged(config):
        return
    portfolio = whole.page.uri if whole.page else ""
    nav = navigation(_listed(files), _chapters(whole), config.nav, portfolio)
    config.nav = _apart(nav, {uri for one in whole.handbooks for uri in one.steps})


def lead_to_steps(nav: Navigation, whole: Whole, config: MkDocsConfig) -> None:
    """Let each step that `nav:` names lead to its place on the page of its journey."""
    steps = {uri: place for one in whole.handbooks for uri, place in one.steps.items()}
    for item in _links(nav.items):
        uri = item.url.removeprefix(_STEP)
        if uri != item.url and uri in steps:
            page, anchor = steps[uri]
            address = page_address(page, directories=config.use_directory_urls)
            item.url = f"{address}#{anchor}"


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


def _apart(entry: Any, steps: Collection[str]) -> Any:  # noqa: ANN401 - any YAML
    # A step has no page: the engine would call it missing, and lead to a file that is not there.
    if isinstance(entry, list):
        return [_apart(each, steps) for each in entry]
    if isinstance(entry, dict):
        return {title: _marked(each, steps) for title, each in entry.items()}
    return {title_of(entry.removesuffix(".md")): f"{_STEP}{entry}"} if entry in steps else entry


def _marked(entry: Any, steps: Collection[str]) -> Any:  # noqa: ANN401 - any YAML
    if isinstance(entry, str):
        return f"{_STEP}{entry}" if entry in steps else entry
    return _apart(entry, steps)


def _links(items: Iterable[Any]) -> Iterator[Link]:
    for item in items:
        if isinstance(item, Link):
            yield item
        yield from _links(item.children or ())


def _as_written(items: Iterable[Any]) -> list[Any]:
    return [
        item.file.src_uri
        if isinstance(item, Page)
        else {item.title: _as_written(item.children or ())}
        for item in items
    ]
