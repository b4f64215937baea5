"""Pages as MkDocs makes them: our Markdown with the author's text, and what the theme knows."""

import re
from html import unescape
from pathlib import Path

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme

from journeybook.adapters.disk.sites.configuration import is_file
from journeybook.adapters.mkdocs import report
from journeybook.adapters.mkdocs.pages.page import KeptPage
from journeybook.adapters.mkdocs.placing import Placing
from journeybook.adapters.mkdocs.theming import is_material, meta_for
from journeybook.pages.parts.writing import (
    as_text,
    defined_on,
    hidden_beside,
    whole,
    with_definitions,
    with_meta,
)
from journeybook.sources.prose import first_heading

# The files of a theme that a page can choose.
_FILES = {"icon": ".icons/{}.svg", "template": "{}"}
# What themes show of a page; all else is for a site's own templates and macros.
_SHOWN = frozenset(
    ("author", "description", "image", "location", "source", "status", "subtitle", "tags", "title")
)
# Where themes show what is on a page: Material, and those of the engine.
_CONTENT = re.compile(r'<article(?= class="md-content__inner)|<div(?=[^>]* role="main")')
# What plugins say of the age of a page. A page that we make has none: it was never committed, and
# tells what many files say.
_AGES = ("git_creation_date", "git_revision_date", "document_dates", "revision_date")


def source_of(page: Page, placing: Placing, config: MkDocsConfig) -> str | None:
    """Give the text of a file that we have read; None leaves a page to MkDocs.

    Of its front matter only what is for the theme is left.
    """
    document = placing.documents.get(page.file.src_uri)
    if document is None:
        return None
    ours = placing.pages.get(page.file.src_uri)
    said = meta_for(ours, config) if ours else {}
    return with_meta({**said, **document.theme}, document.body)


def make_plain(page: Page, theme: Theme, *, trusted: bool) -> None:
    """Make text of what the front matter of a page says, since the theme takes it for HTML.

    What the theme does not have is left out, and so is all that only the theme can choose where
    authors are not `trusted`. Where they are, what no theme shows stays as it was written.
    """
    plain = {
        key: value if trusted and key not in _SHOWN else _plain(value)
        for key, value in page.meta.items()
        if key not in _FILES or (trusted and _is_there(key, value, page, theme))
    }
    if isinstance(page, KeptPage):
        # What is missing must be told at the next build too.
        page.steady = len(plain) == len(page.meta)
    page.meta = plain


def _is_there(key: str, value: object, page: Page, theme: Theme) -> bool:
    if key == "icon" and not is_material(theme):
        # Others know signs by other names, if any.
        return True
    there = any(is_file(Path(folder) / _FILES[key].format(value)) for folder in theme.dirs)
    if not there:
        report.tell_missing(page.file.src_uri, key, value)
    return there


def composed(markdown: str, page: Page, placing: Placing, config: MkDocsConfig) -> str:
    """Give the Markdown of a page and what its words mean.

    On one of our pages the author's title and text stand in their places. What other plugins found
    out about the page stays, but for the age of a page that has none.
    """
    uri = page.file.src_uri
    ours = placing.pages.get(uri)
    if ours is None:
        _name_by_file(page, markdown)
        return with_definitions(markdown, defined_on(uri, placing.definitions))
    beside = hidden_beside(ours, tabs=placing.has_tab(uri))
    said = {**meta_for(ours, config), **beside}
    named = "" if uri in placing.documents else unescape(str(page.meta.get("title", "")))
    if not page.is_homepage and first_heading(markdown):
        # The author's own heading names the page.
        del said["title"]
    for key, value in said.items():
        page.meta.setdefault(key, value)
    if placing.is_made(uri):
        for key in [key for key in page.meta if key.startswith(_AGES)]:
            del page.meta[key]
    return with_definitions(whole(markdown, ours, named), defined_on(uri, placing.definitions))


def _name_by_file(page: Page, markdown: str) -> None:
    # The theme shows titles as HTML, and a page that says none is called as its file is.
    if not first_heading(markdown) and "<" in page.file.name:
        page.meta.setdefault("title", str(escape(page.file.name)))


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return as_text(value) if isinstance(value, str) else value


def finished(html: str, page: Page, placing: Placing, *, listed: bool) -> str:
    """Give the HTML of a page with its language, where the theme names another.

    Search engines are asked to leave one out that is not `listed`.
    """
    if language := placing.language(page.file.src_uri):
        html = _CONTENT.sub(rf'\g<0> lang="{language}"', html, count=1)
    if listed:
        return html
    return html.replace("</head>", '<meta name="robots" content="noindex, nofollow"></head>', 1)
