"""Statements as linked values: each gets its id, its evidence and the personas it holds for."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import count
from typing import Any, TypeVar, cast

from journeybook.codes import Code
from journeybook.findings import Mistake
from journeybook.handbook.ids import full_slug, slug, statement_id, title_of
from journeybook.handbook.linking.directory import Directory, Fold
from journeybook.handbook.linking.linker import Linker
from journeybook.handbook.statements import Lane, Statement
from journeybook.schema import Entity, Kind
from journeybook.schema import statement as written
from journeybook.sources.document import Document
from journeybook.sources.yaml.nodes import Tree

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
            kind: Directory(((one.id, _names(one)) for one in documents.values()), fold)
            for kind, documents in self._by_kind.items()
        }

    def untitled(self) -> Iterable[Mistake]:
        """Tell of the files that have neither a title nor a heading."""
        for kind, documents in self._by_kind.items():
            for one in documents.values():
                # A sitemap tells of no titles, so none of its addresses lacks one.
                could_say = one.origin is None or "title" in one.origin.says
                if kind is not Kind.STEP and could_say and not (one.fields.title or one.heading):
                    written = one.tree.text_of("title")
                    span = one.tree.span("title") if written else one.start
                    values = {"title": title(one), "written": written}
                    yield Mistake(code=Code.MISSING_TITLE, span=span, values=values)


def _names(document: Document[Entity]) -> tuple[str, ...]:
    return (title(document), *document.fields.aliases, *document.known_as)


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


class StatementMaker:
    """Makes the statements of one file, and tells of ids that are given twice."""

    def __init__(self, owner: str, personas: tuple[str, ...], tree: Tree, linker: Linker) -> None:
        """Take the id of what the statements belong to and the personas they hold for."""
        self.owner = owner
        self.personas = personas
        self.tree = tree
        self.linker = linker
        self._texts: dict[str, str] = {}
        self._lines: dict[str, int] = {}
        self._times: dict[str, int] = {}

    def plain(self, lane: Lane, statements: Sequence[written.Point]) -> tuple[Statement, ...]:
        """Make statements that say nothing more than their text and evidence."""
        return tuple(Statement(**self.values(lane, at, one)) for at, one in enumerate(statements))

    def values(
        self, lane: Lane, at: int, one: written.Point | written.Insight | written.Touchpoint
    ) -> dict[str, Any]:
        """Give the values that every statement has; `at` is its place in the lane."""
        text = one.title if isinstance(one, written.Touchpoint) else one.text
        noted = None if isinstance(one, written.Insight) else one
        shown_by = noted.evidence if noted else ()
        evidence = self.linker.many(Kind.RESEARCH, shown_by, self.tree, lane, at, "evidence")
        holds_for = getattr(one, "personas", ())
        personas = self.linker.many(Kind.PERSONA, holds_for, self.tree, lane, at, "personas")
        return {
            "id": self._id(lane, at, one.id, text),
            "lane": lane,
            "text": text,
            "span": self.tree.span(lane, at),
            "evidence": evidence,
            "importance": noted.importance if noted else None,
            "since": noted.since if noted else None,
            "personas": personas or self.personas,
        }

    def _id(self, lane: Lane, at: int, given: str | None, text: str) -> str:
        # Long texts may begin alike; what they say after that tells them apart.
        short, whole = slug(given or text), full_slug(given or text)
        prefix = "" if lane is Lane.QUESTIONS else lane.value
        identifier = statement_id(self.owner, short, prefix)
        if self._texts.get(identifier, whole) != whole:
            identifier = statement_id(self.owner, whole, prefix)
        if identifier not in self._texts:
            self._texts[identifier] = whole
            self._lines[identifier] = self.tree.span(lane, at).line
            return identifier
        span, line = self.tree.span(lane, at), str(self._lines[identifier])
        self.linker.tell(Code.DUPLICATE_ID, span, id=short, first=self.tree.path, line=line)
        times = next(
            times
            for times in count(self._times.get(identifier, 2))
            if f"{identifier}-{times}" not in self._texts
        )
        self._times[identifier] = times + 1
        self._texts[f"{identifier}-{times}"] = whole
        return f"{identifier}-{times}"
