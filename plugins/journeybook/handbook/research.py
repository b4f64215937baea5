"""What a team found out: the research, its findings and what people said."""

import datetime as dt
from dataclasses import dataclass

from journeybook.findings import RefKind, Span
from journeybook.handbook.statements import Entity, Statement
from journeybook.handbook.surveys.results import SurveyResult


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """What somebody said in a round of research: who by role and segment alone, and about what."""

    text: str
    span: Span
    role: str | None = None
    segment: str | None = None
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Statement):
    """Something that came out of research, and the statements that it shows or contradicts."""

    supports: tuple[str, ...] = ()
    contradicts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegation:
    """How many of our own people came from a department."""

    department: str
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Research(Entity):
    """A round of research with what came out of it.

    It `supports` and `contradicts` statements by id, those that its findings name included.
    """

    kind = RefKind.RESEARCH

    method: str | None = None
    date: dt.date | None = None
    participants: int | None = None
    departments: tuple[Delegation, ...] = ()
    personas: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    supports: tuple[str, ...] = ()
    contradicts: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    survey: SurveyResult | None = None

    def is_held(self, today: dt.date) -> bool:
        """Tell whether it shows anything yet; one that is planned for a later day does not."""
        return self.date is None or self.date <= today

    def measures(self, statement: str) -> bool:
        """Tell whether it is a survey that has figures about a statement."""
        return self.survey is not None and statement in self.survey.marks
