"""What goes where: our pages and the files that were read, by path inside the content folder."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from journeybook.pages.parts.page import Page
from journeybook.pipeline import Compilation
from journeybook.schema import Entity
from journeybook.sources.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """The pages to put in place, the documents that are ours to read, and what words mean."""

    pages: Mapping[str, Page] = field(default_factory=dict)
    documents: Mapping[str, Document[Entity]] = field(default_factory=dict)
    definitions: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, compilation: Compilation) -> "Placing":
        """Take what a compilation made."""
        return cls(
            pages={page.uri: page for page in compilation.pages},
            documents=compilation.documents,
            definitions=compilation.handbook.vocabulary.definitions(),
        )
