"""What every entity has, and what is said about customers."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from journeybook.findings import Ref, RefKind, Span
from journeybook.handbook.strength import ASSUMED, Support
from journeybook.schema.period import Period


class Lane(StrEnum):
    """The row of the map, or the list of a persona, that a statement stands in."""

    NEEDS = "needs"
    QUESTIONS = "questions"
    EXPECTATIONS = "expectations"
    TOUCHPOINTS = "touchpoints"
    DROP_OFFS = "drop_offs"
    GOALS = "goals"
    PAINS = "pains"
    FINDINGS = "findings"


_STATEMENTS = {
    Lane.NEEDS: RefKind.NEED,
    Lane.QUESTIONS: RefKind.QUESTION,
    Lane.EXPECTATIONS: RefKind.EXPECTATION,
    Lane.TOUCHPOINTS: RefKind.TOUCHPOINT,
    Lane.DROP_OFFS: RefKind.DROP_OFF,
    Lane.GOALS: RefKind.GOAL,
    Lane.PAINS: RefKind.PAIN,
    Lane.FINDINGS: RefKind.INSIGHT,
}
"""What a statement in each lane is."""

ANSWERED_IN = {
    Lane.QUESTIONS: "answered_by",
    Lane.EXPECTATIONS: "met_by",
    Lane.TOUCHPOINTS: "assets",
    Lane.DROP_OFFS: "countermeasures",
}
"""The key of a statement under which stands the content that helps with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """What every entity has: its id, its title, who keeps it, and the file it came from."""

    kind: ClassVar[RefKind]

    id: str
    title: str
    path: str
    summary: str | None = None
    aliases: tuple[str, ...] = ()
    owner: str | None = None
    tags: tuple[str, ...] = ()
    reviewed: dt.date | None = None
    review_every: Period | None = None
    body: str = ""
    body_line: int = 1

    @property
    def ref(self) -> Ref:
        """What names it, told apart from all other kinds."""
        return Ref(kind=self.kind, id=self.id)

    @property
    def span(self) -> Span:
        """The first line of its file."""
        return Span(path=self.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Something said about customers.

    `evidence` is the research that shows it, whichever of the two files says so, and `support` how
    strong that makes it; `since` is the day it was written down, as its file says, or of an
    assumption as its history does. `id` is unique in the
    handbook: `journey/step#lane.slug`, for a question `journey/step#slug`, for a persona
    `persona#lane.slug`.
    """

    id: str
    lane: Lane
    text: str
    span: Span
    evidence: tuple[str, ...] = ()
    importance: int | None = None
    personas: tuple[str, ...] = ()
    inherited_from: str | None = None
    support: Support = ASSUMED
    since: dt.date | None = None

    @property
    def ref(self) -> Ref:
        """What names it, told apart from all other kinds."""
        return Ref(kind=_STATEMENTS[self.lane], id=self.id)

    @property
    def goes_badly(self) -> bool:
        """Whether it is a meeting that goes badly, which no content mends."""
        return False

    @property
    def is_beyond_content(self) -> bool:
        """Whether something else than content is to be done about it."""
        return self.goes_badly
