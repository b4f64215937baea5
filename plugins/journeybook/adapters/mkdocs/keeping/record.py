"""What is kept of a page: what it was made of, and what the rest of the site needs to know."""

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """A page as it was written: for the same `key` and the same navigation (`frame`) its `output`.

    In another navigation its `content` is framed anew, with the headings of its `toc`.
    """

    key: bytes
    frame: bytes
    content: str
    toc: list[Token]
    output: str

    def plain(self) -> tuple[object, ...]:
        """Give it as plain values; the content mostly stands in the output."""
        at = self.output.find(self.content)
        content = self.content if at < 0 else (at, at + len(self.content))
        return (self.key, self.frame, content, self.toc, self.output)

    @classmethod
    def of(cls, plain: Any) -> "Finished":  # noqa: ANN401 - as it was read
        """Take plain values."""
        key, frame, content, toc, output = plain
        if isinstance(content, tuple):
            content = output[content[0] : content[1]]
        return cls(key=key, frame=frame, content=content, toc=toc, output=output)


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
