"""Statements as linked values: each gets its id, its evidence and the personas it holds for."""

from collections.abc import Sequence
from itertools import count
from typing import Any

from journeybook.findings import Code, Mistake
from journeybook.handbook.entities import Lane, Statement
from journeybook.handbook.ids import full_slug, slug, statement_id
from journeybook.handbook.linking.linker import Linker
from journeybook.schema import Kind
from journeybook.schema import statement as written
from journeybook.sources.nodes import Tree


class StatementMaker:
    """Makes the statements of one file, and tells of ids that are given twice."""

    def __init__(self, owner: str, personas: tuple[str, ...], tree: Tree, linker: Linker) -> None:
        """Take the id of what the statements belong to and the personas they hold for."""
        self.owner = owner
        self.personas = personas
        self.tree = tree
        self.linker = linker
        self._texts: dict[str, str] = {}

    def plain(self, lane: Lane, statements: Sequence[written.Statement]) -> tuple[Statement, ...]:
        """Make statements that say nothing more than their text and evidence."""
        return tuple(Statement(**self.values(lane, at, one)) for at, one in enumerate(statements))

    def values(
        self, lane: Lane, at: int, one: written.Statement | written.Touchpoint
    ) -> dict[str, Any]:
        """Give the values that every statement has; `at` is its place in the lane."""
        text = one.title if isinstance(one, written.Touchpoint) else one.text
        evidence = self.linker.many(Kind.RESEARCH, one.evidence, self.tree, lane, at, "evidence")
        personas = self.linker.many(Kind.PERSONA, one.personas, self.tree, lane, at, "personas")
        return {
            "id": self._id(lane, at, one.id, text),
            "lane": lane,
            "text": text,
            "span": self.tree.span(lane, at),
            "evidence": evidence,
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
            return identifier
        self.linker.mistakes.append(
            Mistake(
                code=Code.DUPLICATE_ID,
                span=self.tree.span(lane, at),
                values={"id": short, "first": self.tree.path},
            )
        )
        names = (f"{identifier}-{times}" for times in count(2))
        free = next(name for name in names if name not in self._texts)
        self._texts[free] = whole
        return free
