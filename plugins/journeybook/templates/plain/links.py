"""Leads links in raw HTML to pages and files, which MkDocs would leave as they are written.

Written by `journeybook export --format site`. Engines that lead them by themselves pass this by.
"""

import re
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

# Not those that begin with a scheme, another host, a fragment or the root of a host.
_HREF = re.compile(r'(?<=[ :]href=")(?![a-zA-Z][a-zA-Z0-9+.-]*:|[#/])([^"?#]+)')


def on_page_content(html: str, *, page: Page, files: Files, **_: object) -> str:
    """Give the HTML of a page with its links as they lead from the address of the page."""
    folder = dirname(page.file.src_uri)

    def led(found: re.Match[str]) -> str:
        file = files.get_file_from_path(normpath(join(folder, unquote(found[1]))))
        return file.url_relative_to(page.file) if file else found[1]

    return _HREF.sub(led, html)
