"""What of a page is laid out only when it comes near the window."""

import re
from collections.abc import Iterator
from dataclasses import replace

from journeybook.pages.parts.page import Block, Page

# So much HTML fills a window; and a block of so much is taller than one, whatever follows it.
_WINDOW = 15_000
_TALL = 24_000
_BLOCK = re.compile(r'<div class="jb(?=[ "])')


def with_late(page: Page) -> Page:
    """Mark the blocks that no first window shows, or of which it shows a part.

    A theme's scripts make the browser style a page several times while it comes. With thousands of
    elements that keeps a slow machine busy for a second, so what is out of sight is left out.
    """
    is_short = sum(len(block.html) for block in page.blocks) < _WINDOW
    return page if is_short else replace(page, blocks=tuple(_marked(page.blocks)))


def _marked(blocks: tuple[Block, ...]) -> Iterator[Block]:
    above = 0
    for block in blocks:
        size = len(block.html)
        late = " jb-late jb-tall" if size >= _TALL else " jb-late" if above >= _WINDOW else ""
        yield replace(block, html=_BLOCK.sub(rf"\g<0>{late}", block.html)) if late else block
        above += size
