"""How a site is put up: its addresses, and where its sources can be edited."""

from collections.abc import Callable
from dataclasses import dataclass

from journeybook.pages.parts.hrefs import page_address, quoted


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How the site is put up: its addresses and where its sources can be edited.

    `edit_uri` is the address at which a file of the content folder is edited, before its path;
    `discuss` the pattern of the address that opens an issue about a place. A site may go without
    `data`: tables, calendars and the handbook as JSON. Briefs are there `for_word` too where that
    can be written. Links may lead `to_sources`, the files that
    an engine makes the pages of. `published` is the address at which readers find the handbook,
    where a site says its own. `icon` gives the size and the drawing of an icon by its name.
    """

    content: str = "content"
    directory_urls: bool = True
    to_sources: bool = False
    edit_uri: str | None = None
    discuss: str | None = None
    data: bool = True
    for_word: bool = False
    published: str = ""
    icon: Callable[[str], tuple[str, str]] = lambda _: ("", "")

    def address(self, uri: str) -> str:
        """Give the address of a page by its path, as links lead to it."""
        return (
            quoted(uri) if self.to_sources else page_address(uri, directories=self.directory_urls)
        )

    def whole_address(self, uri: str, anchor: str = "") -> str:
        """Give the address of a place as it is found from anywhere; empty where nobody knows it."""
        fragment = f"#{anchor}" if anchor else ""
        address = page_address(uri, directories=self.directory_urls)
        return self.published and f"{self.published}{address}{fragment}"


def published_at(site_url: str | None, part: str) -> str:
    """Give the address of a part of a site, by what the site says of its own."""
    return f"{site_url.rstrip('/')}/{quoted(part)}" if site_url else ""
