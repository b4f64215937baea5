"""Pages as MkDocs makes them: our Markdown with the author's text, then our blocks."""

import json
import re
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

from mkdocs.structure.pages import Page
from mkdocs.theme import Theme

from journeybook.adapters.mkdocs import report
from journeybook.adapters.mkdocs.placing import Placing
from journeybook.adapters.mkdocs.untrusted import as_text
from journeybook.pages.parts.page import PROSE
from journeybook.sources.prose import split_title

EXTENSION = "abbr"
"""The extension of Markdown that reads the definitions."""


def with_definitions(markdown: str, definitions: Mapping[str, str]) -> str:
    """Add the definitions of the words on a page, but for those that its author explains."""
    found = [word for word in definitions if _stands_in(markdown, word)]
    lines = [
        f"*[{word}]: {_harmless(definitions[word])}"
        for word in found
        if f"*[{word}]:" not in markdown
    ]
    return "\n\n".join((markdown, *lines, "")) if lines else markdown


def _harmless(text: str) -> str:
    # Markdown takes entities as they are, and the theme shows a tooltip as HTML once more.
    return escape(escape(" ".join(text.split()), quote=False), quote=False)


def _stands_in(markdown: str, word: str) -> bool:
    # Looking for the letters first is many times faster, and most words are not there.
    return word in markdown and re.search(rf"\b{re.escape(word)}\b", markdown) is not None


# The files of a theme that a page can choose.
_FILES = {"icon": ".icons/{}.svg", "template": "{}"}


def source_of(page: Page, placing: Placing, *, tagged: bool = False) -> str | None:
    """Give the text of a file that we have read; None leaves a page to MkDocs.

    Its front matter is left out, but for a `tagged` site it names the tags of the page.
    """
    document = placing.documents.get(page.file.src_uri)
    if document is None:
        return None
    ours = placing.pages.get(page.file.src_uri)
    tags = ours.tags if ours and tagged else ()
    return f"{_front_matter(tags)}{document.body}"


def make_plain(page: Page, placing: Placing, theme: Theme, *, trusted: bool) -> None:
    """Make text of what the front matter of a page says, since the theme takes it for HTML.

    What the theme does not have is left out, and so is all that only the theme can choose where
    authors are not `trusted`.
    """
    document = placing.documents.get(page.file.src_uri)
    said = document.theme if document else page.meta
    page.meta = {
        key: _plain(value)
        for key, value in said.items()
        if key not in _FILES or (trusted and _is_there(key, value, page, theme))
    }


def _is_there(key: str, value: object, page: Page, theme: Theme) -> bool:
    there = any((Path(folder) / _FILES[key].format(value)).is_file() for folder in theme.dirs)
    if not there:
        report.tell_missing(page.file.src_uri, key, value)
    return there


def markers(page: Page, placing: Placing) -> tuple[str, ...]:
    """Give the places of our blocks in the HTML of a page."""
    ours = placing.pages.get(page.file.src_uri)
    return tuple(block.marker for block in ours.blocks) if ours else ()


def composed(markdown: str, page: Page, placing: Placing, *, tabs: bool) -> str:
    """Give the Markdown of a page and what its words mean.

    On one of our pages the author's title and text stand in their places. Where `tabs` lead to
    every section, a wide page goes without the navigation beside it.
    """
    ours = placing.pages.get(page.file.src_uri)
    if ours is None:
        return with_definitions(markdown, placing.definitions)
    page.meta.setdefault("title", as_text(ours.title))
    if ours.description:
        page.meta.setdefault("description", as_text(" ".join(ours.description.split())))
    if ours.wide:
        page.meta.setdefault("hide", ["navigation", "toc"] if tabs else ["toc"])
    title, prose = split_title(markdown) if PROSE in ours.markdown else ("", "")
    whole = f"{title}\n\n{ours.markdown.replace(PROSE, prose)}"
    return with_definitions(whole, placing.definitions)


def with_blocks(html: str, page: Page, placing: Placing, *, searchable: bool) -> str:
    """Put the blocks of a page where their markers stand."""
    ours = placing.pages.get(page.file.src_uri)
    for block in ours.blocks if ours else ():
        if block.searchable is searchable:
            html = html.replace(block.marker, block.html, 1)
    return html


def _front_matter(tags: Sequence[str]) -> str:
    # A plugin for tags looks at them long before we put the page together. JSON is YAML too.
    return f"---\ntags: {json.dumps(list(tags))}\n---\n" if tags else ""


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return as_text(value) if isinstance(value, str) else value
