"""The documents of a handbook by kind and id, and what all entities take from theirs."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, cast

from journeybook.findings import Code, Mistake
from journeybook.handbook.ids import title_of
from journeybook.handbook.linking.linker import Directory, Fold
from journeybook.schema import Entity, Kind
from journeybook.sources.document import Document

Fields = TypeVar("Fields", bound=Entity)


class Documents:
    """All documents, each id once per kind; the first file keeps an id that two claim."""

    def __init__(self, documents: Iterable[Document[Entity]]) -> None:
        """Take the documents in the order of their paths."""
        self.mistakes: list[Mistake] = []
        self._by_kind: dict[Kind, dict[str, Document[Entity]]] = {kind: {} for kind in Kind}
        for one in documents:
            first = self._by_kind[one.kind].setdefault(one.id, one)
            if first is not one:
                values = {"id": one.id, "first": first.path}
                self.mistakes.append(Mistake(code=Code.DUPLICATE_ID, span=one.start, values=values))

    def of(self, kind: Kind, _model: type[Fields]) -> Mapping[str, Document[Fields]]:
        """Give the documents of a kind by id; the model says what their fields are."""
        return cast(Mapping[str, Document[Fields]], self._by_kind[kind])

    def directories(self, fold: Fold) -> dict[Kind, Directory]:
        """Make a directory of the names of each kind."""
        return {
            kind: Directory(
                ((one.id, (title(one), *one.fields.aliases)) for one in documents.values()), fold
            )
            for kind, documents in self._by_kind.items()
        }

    def untitled(self) -> Iterable[Mistake]:
        """Tell of the files that have neither a title nor a heading."""
        for kind, documents in self._by_kind.items():
            for one in documents.values():
                if kind is not Kind.STEP and not (one.fields.title or one.heading):
                    values = {"title": title(one)}
                    yield Mistake(code=Code.MISSING_TITLE, span=one.start, values=values)


def title(document: Document[Entity]) -> str:
    """Give the title of a document: written, or its first heading, or made of its id."""
    return document.fields.title or document.heading or title_of(document.id)


def common(document: Document[Entity]) -> dict[str, Any]:
    """Give the values that every entity takes from its document."""
    fields = document.fields
    return {
        "id": document.id,
        "title": title(document),
        "path": document.path,
        "summary": fields.summary,
        "aliases": fields.aliases,
        "owner": fields.owner,
        "tags": fields.tags,
        "reviewed": fields.reviewed,
        "review_every": fields.review_every,
        "body": document.body,
        "body_line": document.body_line,
    }
