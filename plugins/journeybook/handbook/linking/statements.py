"""Statements as linked values: each gets its id, its evidence and the personas it holds for."""

from collections.abc import Sequence
from typing import Any

from journeybook.findings import Code, Mistake
from journeybook.handbook.entities import Lane, Statement
from journeybook.handbook.linking.linker import Linker
from journeybook.handbook.names import slug
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
        self._taken: dict[str, int] = {}

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
        name = slug(given or text)
        local = name if lane is Lane.QUESTIONS else f"{lane}.{name}"
        times = self._taken[local] = self._taken.get(local, 0) + 1
        if times == 1:
            return f"{self.owner}#{local}"
        self.linker.mistakes.append(
            Mistake(
                code=Code.DUPLICATE_ID,
                span=self.tree.span(lane, at),
                values={"id": name, "first": self.tree.path},
            )
        )
        return f"{self.owner}#{local}-{times}"
