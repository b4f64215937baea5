"""Puts a page together: headings and lines of Markdown, and the blocks that stand between them."""

from journeybook.pages.parts.page import PROSE, Block, heading
from journeybook.pages.parts.renderer import Renderer
from journeybook.pages.parts.site import Site


class Parts:
    """Gathers the Markdown of a page and its blocks, an author's own text for it first."""

    def __init__(self, site: Site, renderer: Renderer, uri: str) -> None:
        """Begin the page of an address."""
        self.say = site.wording.text
        self._renderer = renderer
        self._lines = [PROSE] if uri in site.authored else []
        self._blocks: list[Block] = []

    def heading(self, level: int, text: str, anchor: str) -> None:
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

    @property
    def markdown(self) -> str:
        """The page's Markdown so far."""
        return "\n\n".join(self._lines) + "\n"

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The page's blocks so far."""
        return tuple(self._blocks)
