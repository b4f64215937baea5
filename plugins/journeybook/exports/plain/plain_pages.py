"""The site as plain Markdown, for engines that run no plugin: every page whole, as its file.

Links in what we draw lead from file to file, so that the engine makes addresses of them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from journeybook.pages.parts.page import Block, Page
from journeybook.pages.parts.writing import (
    as_text,
    defined_on,
    hidden_beside,
    led_to_steps,
    meta_of,
    titled,
    whole,
    with_definitions,
    with_meta,
)
from journeybook.rendering import Compilation
from journeybook.schema import Entity, Kind
from journeybook.sources.document import Document
from journeybook.sources.prose import first_heading, split_front_matter
from journeybook.sources.records.sites.front_matter import read_page
from journeybook.sources.shared_page import with_targets
from journeybook.sources.texts import REFUSED

# The home page is called so in the navigation, whatever it says at its head.
_HOMES = ("index.md", "README.md")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainPages:
    """What goes where among the pages of a site, by path; `hidden` files have no page.

    Where the theme has `tabs`, they lead to all that stands with a page, but for those `beside`
    others. `tags` tells whether the theme has any.
    """

    pages: Mapping[str, Page]
    documents: Mapping[str, Document[Entity]]
    steps: Mapping[str, tuple[str, str]]
    definitions: Mapping[str, Mapping[str, str]]
    hidden: frozenset[str]
    tabs: bool = False
    beside: frozenset[str] = frozenset()
    tags: bool = False


def plain_pages(
    handbooks: Mapping[str, Compilation], about_all: Page | None, *, tabs: bool, tags: bool
) -> PlainPages:
    """Take what was made of handbooks, each by its folder among the pages."""
    pages = {about_all.uri: about_all} if about_all else {}
    documents: dict[str, Document[Entity]] = {}
    steps: dict[str, tuple[str, str]] = {}
    hidden: set[str] = set()
    for part, one in handbooks.items():
        pages |= {f"{part}{page.uri}": page for page in one.pages}
        documents |= {f"{part}{uri}": document for uri, document in one.documents.items()}
        told = one.site.told_steps
        steps |= {f"{part}{uri}": (f"{part}{page}", name) for uri, (page, name) in told.items()}
        hidden |= {f"{part}{uri}" for uri in _hidden(one)}
    return PlainPages(
        pages=pages,
        documents=documents,
        steps=steps,
        definitions={
            part: one.handbook.vocabulary.definitions() for part, one in handbooks.items()
        },
        hidden=frozenset(hidden),
        tabs=tabs,
        tags=tags,
    )


def _hidden(one: Compilation) -> Iterator[str]:
    site = one.site
    yield from (uri for uri, document in one.documents.items() if document.kind is Kind.STEP)
    yield from (site.uri_of(path) for each in one.documents.values() for path in each.covers)
    yield from map(site.uri_of, one.handbook.withheld)
    mistakes = one.handbook.mistakes
    yield from (site.uri_of(each.span.path) for each in mistakes if each.code in REFUSED)


def plain_files(made: PlainPages, written: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Give every page with its text; `written` holds those that authors wrote."""
    for uri in dict.fromkeys((*written, *made.pages)):
        if uri not in made.hidden:
            yield uri, _text(uri, written.get(uri), made)


def _text(uri: str, written: str | None, made: PlainPages) -> str:
    page, document = made.pages.get(uri), made.documents.get(uri)
    tabs = made.tabs and uri not in made.beside
    meta = {**meta_of(page, tags=made.tags), **hidden_beside(page, tabs=tabs)} if page else {}
    if document:
        said = {
            key: as_text(it) if isinstance(it, str) else it for key, it in document.theme.items()
        }
        front, body = with_meta({**meta, **said}, ""), document.body
    else:
        front, body = _front(written or "", meta, uri, is_led_to=bool(page and page.trail))
    named = str(read_page(written or "").values.get("title", "")) if page and not document else ""
    markdown = body
    if page:
        markdown = whole(body, page, named) if document or written is not None else titled(page)
    if page and page.trail:
        markdown = f"{page.trail.html}\n\n{markdown.lstrip()}"
    markdown = with_targets(markdown, partial(led_to_steps, uri=uri, steps=made.steps))
    markdown = with_definitions(markdown, defined_on(uri, made.definitions))
    for block in page.blocks if page else ():
        markdown = _placed(block, markdown)
    return f"{front}{markdown}"


def _front(text: str, meta: Mapping[str, object], uri: str, *, is_led_to: bool) -> tuple[str, str]:
    # What an author says of a page stays as it is; ours is added.
    parts = split_front_matter(text)
    said = {re.split(r"[\s:]", line)[0] for line in parts.yaml.splitlines()}
    if uri not in _HOMES and (heading := first_heading(parts.body)):
        # An engine takes for the title only a heading above which nothing stands.
        meta = {key: it for key, it in meta.items() if key != "title"}
        meta |= {"title": as_text(heading)} if is_led_to else {}
    ours = with_meta({key: value for key, value in meta.items() if key not in said}, "")
    if not parts.yaml:
        return ours, parts.body
    fence = "---\n"
    return f"{fence}{parts.yaml}{ours.removeprefix(fence) or fence}", parts.body


def _placed(block: Block, markdown: str) -> str:
    html = block.html
    before, marker, after = markdown.partition(block.marker)
    if before.rpartition("\n")[2] or (after and not after.startswith("\n")):
        # Inside a list or a sentence only one line stays together.
        html = " ".join(html.split("\n"))
    return f"{before}{html}{after}" if marker else markdown


def unlisted(handbooks: Mapping[str, Compilation]) -> Iterator[str]:
    """Give the pages that stand in no navigation: assets, and those that are not listed."""
    for part, one in handbooks.items():
        yield from (f"{part}{page.uri}" for page in one.pages if not page.listed)
        pages = map(one.site.addresses.page, one.site.asset_pages)
        yield from (f"{part}{uri}" for uri in pages)
