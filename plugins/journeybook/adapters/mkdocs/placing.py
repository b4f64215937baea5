"""What goes where: our pages and the files that were read, by path among the site's pages."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property

from journeybook.adapters.mkdocs.assembling import Assembly
from journeybook.adapters.mkdocs.outcome import Described, Whole
from journeybook.adapters.mkdocs.rebasing import rebased
from journeybook.adapters.mkdocs.theming import has_tabs, language_of_theme
from journeybook.pages.parts.hrefs import page_address
from journeybook.pages.parts.page import PROSE, Block, Page


def _nothing(_: str) -> None:
    pass


@dataclass(frozen=True, kw_only=True)
class Placing:
    """The pages to put in place, and the documents that are ours to read.

    `steps` tells on which page a step is told, and under which anchor; `definitions` what words
    mean in the handbook of each folder, `languages` what it is written in. Where the theme has
    `tabs`, they lead to all that stands with a page, but for those `beside` others. The blocks of
    pages that have `sums` are there only where they are `kept`, or when all are made `again`.
    """

    pages: Mapping[str, Page] = field(default_factory=dict)
    documents: Mapping[str, Described] = field(default_factory=dict)
    definitions: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    steps: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    directory_urls: bool = True
    tabs: bool = False
    beside: frozenset[str] = frozenset()
    languages: Mapping[str, str] = field(default_factory=dict)
    theme_language: str = ""
    sums: Mapping[str, bytes] = field(default_factory=dict)
    kept: Callable[[str], Page | None] = _nothing
    again: Callable[[], Whole] = Whole

    @classmethod
    def of(cls, assembly: Assembly) -> "Placing":
        """Take what was made of the handbooks of a site."""
        whole, config = assembly.whole, assembly.sources[0].config
        return cls(
            pages=_by_path(whole),
            documents={
                uri: document for one in whole.handbooks for uri, document in one.documents.items()
            },
            definitions={one.part: one.definitions for one in whole.handbooks},
            steps={uri: place for one in whole.handbooks for uri, place in one.steps.items()},
            directory_urls=config.use_directory_urls,
            tabs=has_tabs(config),
            beside=assembly.beside,
            languages={one.part: one.language for one in whole.handbooks},
            theme_language=language_of_theme(config.theme),
            sums=whole.sums,
            kept=cache(whole.kept) if whole.kept else _nothing,
            again=whole.again or Whole,
        )

    def has_tab(self, uri: str) -> bool:
        """Tell whether a tab leads to all that stands in the navigation with a page."""
        return self.tabs and uri not in self.beside

    def language(self, uri: str) -> str:
        """Name the language of a page of ours, where it is another than the theme's."""
        page = self.pages.get(uri)
        spoken = (one for part, one in self.languages.items() if uri.startswith(part))
        ours = next(spoken, next(iter(self.languages.values()), ""))
        return ours if page and ours != self.theme_language else ""

    def is_made(self, uri: str) -> bool:
        """Tell whether a page is ours alone, without a word of an author's."""
        page = self.pages.get(uri)
        return page is not None and PROSE not in page.markdown

    def drawn(self, uri: str) -> Page | None:
        """Give a page of ours with its blocks."""
        if uri not in self.sums:
            return self.pages.get(uri)
        return self.kept(uri) or self._drawn_again.get(uri)

    @cached_property
    def _drawn_again(self) -> Mapping[str, Page]:
        return _by_path(self.again())

    def blocks(self, uri: str, url: str) -> Iterator[tuple[Block, str]]:
        """Give the blocks of a page with their HTML, as it stands on a page of that address."""
        page = self.drawn(uri)
        for block in page.all_blocks if page else ():
            there = page_address(uri, directories=self.directory_urls)
            html = rebased(block.html, there, url.removeprefix("./"))
            language = self.language(uri) if page and page.markdown == PROSE else ""
            yield block, f'<div lang="{language}">{html}</div>' if language else html

    def trail(self, uri: str, url: str) -> str:
        """Give what stands above the title of a page, as it stands on a page of that address."""
        page = self.drawn(uri)
        shown = (html for block, html in self.blocks(uri, url) if page and block is page.trail)
        return "".join(shown)


def _by_path(whole: Whole) -> Mapping[str, Page]:
    pages = {page.uri: page for one in whole.handbooks for page in one.pages}
    return {**pages, whole.page.uri: whole.page} if whole.page else pages
