"""A page of the site: its Markdown, and the blocks of HTML that are put into it."""

import re
from dataclasses import dataclass

from markupsafe import Markup

PROSE = "<!-- jb:prose -->"
"""The place of the author's own text on a page that an author wrote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A piece of finished HTML; `searchable` when the site's search should find its words.

    `comment` is what an author wrote where the block should stand, if they placed it themselves.
    """

    name: str
    html: str
    searchable: bool = False
    comment: str = ""

    @property
    def marker(self) -> str:
        """The line of Markdown that holds the block's place."""
        return self.comment or f"<!-- jb:block {self.name} -->"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What another site shows of a page: a block of it, in a file inside the content folder.

    `page` is where the page stands in its own handbook.
    """

    file: str
    block: str
    page: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page: `uri` is its path inside the content folder, `source` the file it comes from.

    `wide` pages use the full width of the window; pages that are not `listed` stay out of the
    navigation. Markdown of a page that an author wrote holds `PROSE` where their text goes. The
    `trail` stands above the title, which is in the language `lang`, where that is another than the
    site's. The `area` is what makes it, by name.
    """

    uri: str
    title: str
    markdown: str
    blocks: tuple[Block, ...] = ()
    source: str | None = None
    description: str = ""
    wide: bool = False
    listed: bool = True
    tags: tuple[str, ...] = ()
    lang: str = ""
    trail: Block | None = None
    area: str = ""
    frame: Frame | None = None
    drawings: tuple[tuple[str, Markup], ...] = ()

    @property
    def all_blocks(self) -> tuple[Block, ...]:
        """Its blocks, and the trail where there is one."""
        return (*self.blocks, self.trail) if self.trail else self.blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A view with its drawing, and the keys to the lines in it."""

    view: object
    drawing: Markup
    keys: tuple[tuple[Markup, str], ...] = ()


def heading(level: int, text: str, anchor: str = "") -> str:
    """Write a Markdown heading from plain text."""
    mark = f" {{ #{anchor} }}" if anchor else ""
    return f"{'#' * level} {in_markdown(text)}{mark}"


def in_markdown(text: str) -> str:
    """Write plain text so that Markdown shows it as it is."""
    one_line = " ".join(text.split())
    plain = one_line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"[\\`*_{}\[\]#|~^]", lambda found: f"&#{ord(found.group())};", plain)
