"""Follows every link of a built site on disk, to the anchor, the way a browser would."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

_LINKS = frozenset(
    {("a", "href"), ("link", "href"), ("script", "src"), ("img", "src"), ("use", "href")}
)
_ROOT = "https://site.example/"


@dataclass(slots=True, kw_only=True)
class BuiltPage:
    """What a page holds that others may point to, and what it points to, as seen from `base`."""

    ids: Counter[str] = field(default_factory=Counter)
    links: list[str] = field(default_factory=list)
    base: str = ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = BuiltPage()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the id and the links of an element."""
        for name, value in attrs:
            if name == "id" and value is not None:
                self.page.ids[value] += 1
            elif (tag, name) == ("base", "href"):
                self.page.base = value or ""
            elif (tag, name) in _LINKS and value is not None:
                self.page.links.append(value)


def pages_of(site: Path) -> dict[str, BuiltPage]:
    """Read every page of a site, by its path inside the site."""
    pages = {}
    for file in sorted(site.rglob("*.html")):
        reader = _Reader()
        reader.feed(file.read_text("utf-8"))
        pages[file.relative_to(site).as_posix()] = reader.page
    return pages


def faults_of(site: Path) -> list[str]:
    """Tell of every link inside the site that leads nowhere, and of every id that is there twice.

    The page for what is not found is left out: it is shown at any address.
    """
    pages = pages_of(site)
    return [
        f"{path}: {fault}"
        for path, page in pages.items()
        if path != "404.html"
        for fault in (*_dead(path, page, pages, site), *_doubled(page))
    ]


def _dead(path: str, page: BuiltPage, pages: dict[str, BuiltPage], site: Path) -> Iterator[str]:
    # A page may say from where its links lead.
    here = urljoin(urljoin(_ROOT, quote(path)), page.base)
    for link in dict.fromkeys(page.links):
        target = urlsplit(urljoin(here, link))
        if f"{target.scheme}://{target.netloc}/" != _ROOT:
            if not link.startswith(("http:", "https:", "mailto:", "data:", "//")):
                yield f"{link} leads out of the site"
            continue
        there = unquote(target.path).lstrip("/")
        there = f"{there}index.html" if there == "" or there.endswith("/") else there
        if not (site / there).is_file():
            yield f"{link} leads to no file"
        elif target.fragment and there in pages and not _has(pages[there], target.fragment):
            yield f"{link} leads to no place on its page"


def _has(page: BuiltPage, fragment: str) -> bool:
    # The theme opens its drawer and its search through fragments that begin like this.
    return unquote(fragment) in page.ids or fragment.startswith("__")


def _doubled(page: BuiltPage) -> Iterator[str]:
    return (f"{name} is an id {times} times" for name, times in page.ids.items() if times > 1)
