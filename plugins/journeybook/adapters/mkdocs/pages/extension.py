"""An extension of Markdown: puts our blocks in, and leads links to a step to where it is told.

Whoever looks at the HTML of a page, or makes some of a part of it, so sees all that is on it.
"""

from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import HtmlInlineProcessor
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX
from mkdocs.structure.files import File

from journeybook.adapters.mkdocs.pages.page import KeptPage
from journeybook.adapters.mkdocs.pages.untrusted import harmless
from journeybook.adapters.mkdocs.placing import Placing
from journeybook.pages.parts.page import Block
from journeybook.pages.parts.writing import led_to_steps

_FOLLOWS_LINKS = "relpath"
_BEFORE_LINKS_ARE_FOLLOWED = 2
_BEFORE_STEPS_ARE = 3
_LAST = -1
_BEFORE_SIGNS_ALONE = 81
# As soon as the comments of a page are there again.
_AFTER_RAW_HTML = 29
# The engine puts each sign aside by itself, and writes all of the line anew for it.
_SIGNS = r"((?:&#[0-9]{2,3};){2,1000})"
_LEADING = {"a": "href", "img": "src"}


class HandbookExtension(Extension):
    """Knows what goes where from `placing`, which is asked anew for every page.

    What is written is made harmless first when it is `of_strangers`.
    """

    def __init__(self, placing: Callable[[], Placing], *, of_strangers: bool = False) -> None:
        """Take what tells what goes where."""
        super().__init__()
        self._placing = placing
        self._of_strangers = of_strangers

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - named by Markdown
        """Register what we do with a page."""
        md.treeprocessors.register(_Links(md), "journeybook_links", _BEFORE_STEPS_ARE)
        md.treeprocessors.register(
            _StepLinks(md, self._placing), "journeybook_steps", _BEFORE_LINKS_ARE_FOLLOWED
        )
        signs = HtmlInlineProcessor(_SIGNS, md)
        md.inlinePatterns.register(signs, "journeybook_signs", _BEFORE_SIGNS_ALONE)
        places = _Places(md, self._placing)
        md.postprocessors.register(places, "journeybook_places", _AFTER_RAW_HTML)
        blocks = _Blocks(md, self._placing, of_strangers=self._of_strangers)
        md.postprocessors.register(blocks, "journeybook_blocks", _LAST)


class _Links(Treeprocessor):
    # Remembers what a page leads to as it was written.
    def run(self, root: Element) -> None:
        file = _file_of(self.md)
        page = file.page if file else None
        if isinstance(page, KeptPage):
            page.hrefs = [
                element.get(key) or ""
                for tag, key in _LEADING.items()
                for element in root.iter(tag)
            ]


class _StepLinks(Treeprocessor):
    def __init__(self, md: Markdown, placing: Callable[[], Placing]) -> None:
        super().__init__(md)
        self._placing = placing

    def run(self, root: Element) -> None:
        steps, file = self._placing().steps, _file_of(self.md)
        if file is None or not steps:
            return
        for link in root.iter("a"):
            if target := link.get("href"):
                link.set("href", led_to_steps(target, file.src_uri, steps))


class _Places(Postprocessor):
    # Other extensions may take comments away, and the places of our blocks are some.
    def __init__(self, md: Markdown, placing: Callable[[], Placing]) -> None:
        super().__init__(md)
        self._placing = placing

    def run(self, text: str) -> str:
        file = _file_of(self.md)
        page = self._placing().drawn(file.src_uri) if file else None
        for block in page.all_blocks if page else ():
            text = text.replace(block.marker, _place_of(block), 1)
        return text


class _Blocks(Postprocessor):
    def __init__(self, md: Markdown, placing: Callable[[], Placing], *, of_strangers: bool) -> None:
        super().__init__(md)
        self._placing = placing
        self._of_strangers = of_strangers

    def run(self, text: str) -> str:
        file = _file_of(self.md)
        blocks = tuple(self._placing().blocks(file.src_uri, file.url)) if file else ()
        if self._of_strangers:
            text = harmless(text, (_place_of(block) for block, _ in blocks))
        for block, html in blocks:
            text = text.replace(_place_of(block), html, 1)
        return text


def _place_of(block: Block) -> str:
    # In the signs that Markdown keeps for its own places: no author can write them.
    return f"{STX}{block.marker.strip('<!->')}{ETX}"


def _file_of(md: Markdown) -> File | None:
    # The engine, and what makes excerpts of posts, follow links from the file of the page; others
    # who use the same extensions have none.
    if _FOLLOWS_LINKS not in md.treeprocessors:
        return None
    file: File | None = getattr(md.treeprocessors[_FOLLOWS_LINKS], "file", None)
    return file
