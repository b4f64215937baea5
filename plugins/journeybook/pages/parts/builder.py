"""Puts a page together: headings and lines of Markdown, and the blocks that stand between them."""

from markupsafe import Markup

from journeybook.pages.parts.filling.renderer import Renderer
from journeybook.pages.parts.page import PROSE, Block, Frame, Page, heading, in_markdown
from journeybook.pages.parts.site import Site


class PageBuilder:
    """Gathers the Markdown of a page and its blocks, in the order in which they are read."""

    def __init__(self, site: Site, renderer: Renderer, uri: str) -> None:
        """Begin the page of an address."""
        self.say = site.wording.text
        self.site = site
        self._renderer = renderer
        self._uri = uri
        self._is_authored = uri in site.authored
        self._lines: list[str] = []
        self._blocks: list[Block] = []

    def prose(self, otherwise: str = "") -> None:
        """Give the author's own text its place; a page without one begins `otherwise`."""
        if self._is_authored:
            self._lines.append(PROSE)
        elif otherwise:
            self._lines.append(in_markdown(otherwise))

    def heading(self, level: int, text: str, anchor: str = "") -> None:
        """Add a heading."""
        self._lines.append(heading(level, text, anchor))

    def lines(self, *lines: str) -> None:
        """Add lines of Markdown."""
        self._lines.append("\n".join(lines))

    def block(self, name: str, template: str, view: object, *, searchable: bool = False) -> None:
        """Add a block, filled from its template."""
        block = self._renderer.block(name, template, view, searchable=searchable)
        self._blocks.append(block)
        self._lines.append(block.marker)

    def chapter(self, title: str, name: str, template: str, view: object) -> None:
        """Add a block under a heading of its own, whose anchor is called as the block is."""
        self.heading(2, title, name)
        self.block(name, template, view)

    def done(
        self,
        title: str,
        *,
        description: str = "",
        source: str | None = None,
        wide: bool = False,
        listed: bool = True,
        tags: tuple[str, ...] = (),
        lang: str = "",
        framed: str = "",
        drawings: tuple[tuple[str, Markup], ...] = (),
    ) -> Page:
        """Give the page."""
        return Page(
            uri=self._uri,
            title=title,
            markdown="\n\n".join(self._lines) + "\n",
            blocks=tuple(self._blocks),
            source=source,
            description=description,
            wide=wide,
            listed=listed,
            tags=tags,
            lang=lang,
            frame=self._frame(framed),
            drawings=drawings,
        )

    def _frame(self, block: str) -> Frame | None:
        file = self.site.addresses.frame_of(self._uri)
        return Frame(file=file, block=block, page=self._uri) if file else None
