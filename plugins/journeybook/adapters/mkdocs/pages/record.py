"""What is kept of a page: what it was made of, and what the rest of the site needs to know."""

from typing import Any, NamedTuple

from mkdocs.structure.toc import AnchorLink, TableOfContents, get_toc

Token = dict[str, Any]


class Record(NamedTuple):
    """A page whose Markdown need not be read again while its `key` and its `links` are the same.

    `links` are what it leads to, as it was written and as it was followed; `leads` the anchors
    elsewhere that the engine looks for when all pages are made. `search` are its entries in the
    index, as they are written there.
    """

    key: bytes
    title: str
    meta: dict[str, Any]
    anchors: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    leads: tuple[tuple[str, str, str], ...]
    search: tuple[str, ...]


class Finished(NamedTuple):
    """A page as it was written: for the same `key` and the same navigation (`frame`) its `output`.

    In another navigation its `content` is framed anew, with the headings of its `toc`. It mostly
    stands in the output, from one place to another. Both are bytes, since most pages are written
    again as they were. What is `ours` on a page with text of an author's is kept beside it.
    """

    key: bytes
    frame: bytes
    content: bytes | tuple[int, int]
    toc: list[Token]
    output: bytes
    ours: Any = None

    @property
    def html(self) -> str:
        """The content of the page."""
        if isinstance(self.content, bytes):
            return self.content.decode()
        first, last = self.content
        return self.output[first:last].decode()


def inside(content: bytes, output: bytes) -> bytes | tuple[int, int]:
    """Tell where the content stands in the output; where it does not, it is kept beside it."""
    at = output.find(content)
    return content if at < 0 else (at, at + len(content))


def as_written(html: str) -> bytes:
    """Give HTML as the engine writes it."""
    return html.encode("utf-8", "xmlcharrefreplace")


def tokens_of(toc: TableOfContents | list[AnchorLink]) -> list[Token]:
    """Give the headings of a page as Markdown tells them."""
    return [
        {"level": one.level, "id": one.id, "name": one.title, "children": tokens_of(one.children)}
        for one in toc
    ]


def toc_of(tokens: list[Token]) -> TableOfContents:
    """Give the headings of a page as the engine tells them."""
    made: Any = tokens
    return get_toc(made)
