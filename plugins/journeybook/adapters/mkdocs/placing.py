"""What goes where: our pages and the files that were read, by path inside the content folder."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from journeybook.adapters.mkdocs.rebasing import rebased
from journeybook.pages.parts.hrefs import page_address
from journeybook.pages.parts.page import PROSE, Block, Page
from journeybook.pipeline import Compilation
from journeybook.schema import Entity
from journeybook.sources.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """The pages to put in place, the documents that are ours to read, and what words mean.

    `steps` tells on which page a step is told, and under which anchor.
    """

    pages: Mapping[str, Page] = field(default_factory=dict)
    documents: Mapping[str, Document[Entity]] = field(default_factory=dict)
    definitions: Mapping[str, str] = field(default_factory=dict)
    steps: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    directory_urls: bool = True

    @classmethod
    def of(cls, compilation: Compilation, part: str) -> "Placing":
        """Take what a compilation made of the handbook in a part of the pages."""
        site = compilation.site
        return cls(
            pages={page.uri: page for page in compilation.pages},
            documents=compilation.documents,
            definitions=compilation.handbook.vocabulary.definitions(),
            steps={
                f"{part}{site.uri_of(step.path)}": (
                    f"{part}{site.addresses.journey(journey.id)}",
                    site.addresses.step_anchor(step),
                )
                for journey, step in compilation.handbook.all_steps
            },
            directory_urls=site.shape.directory_urls,
        )

    def is_made(self, uri: str) -> bool:
        """Tell whether a page is ours alone, without a word of an author's."""
        page = self.pages.get(uri)
        return page is not None and PROSE not in page.markdown

    def blocks(self, uri: str, url: str) -> Iterator[tuple[Block, str]]:
        """Give the blocks of a page with their HTML, as it stands on a page of that address."""
        page = self.pages.get(uri)
        for block in page.blocks if page else ():
            there = page_address(uri, directories=self.directory_urls)
            yield block, rebased(block.html, there, url.removeprefix("./"))
