"""Scores of a journey: how much is answered, how much is known, and how it feels."""

from collections.abc import Iterable
from dataclasses import dataclass

from journeybook.handbook.index.coverage import AnswerState, Coverage
from journeybook.handbook.journeys import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """So many of so many; `value` is between 0 and 1, or None when there is nothing to count."""

    part: int
    whole: int

    @property
    def value(self) -> float | None:
        """The share itself."""
        return self.part / self.whole if self.whole else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Content coverage, evidence coverage, happiness, and the drop-offs nobody counters."""

    answered: Share
    lacking: int
    filling: int
    researched: Share
    positive: Share
    uncountered_drop_offs: int

    @property
    def unanswered(self) -> int:
        """Questions that nothing answers and nothing will."""
        return self.answered.whole - self.answered.part - self.lacking - self.filling


def score(steps: Iterable[Step], coverage: Coverage, persona: str | None = None) -> Scores:
    """Score some steps, for one persona or for all of their personas.

    Answered: questions that published content answers without a lack, for the persona or for all
    who ask; `lacking` are those it answers with one. Researched: statements, feelings included,
    with evidence. Positive: touchpoints with an emotion above zero, of those with an emotion.
    """
    chosen = tuple(steps)
    statements = [
        one for step in chosen for one in step.statements if _holds(one.personas, persona)
    ]
    feelings = [one for step in chosen for one in step.emotions if _holds(one.personas, persona)]
    known = [one.is_assumption for one in statements] + [one.is_assumption for one in feelings]
    questions = [one for step in chosen for one in step.questions if _holds(one.personas, persona)]
    states = [coverage.state_of(one, persona) for one in questions]
    meetings = [one for step in chosen for one in step.touchpoints if _holds(one.personas, persona)]
    felt = [one.emotion for one in meetings if one.emotion is not None]
    leaving = [one for step in chosen for one in step.drop_offs if _holds(one.personas, persona)]
    return Scores(
        answered=Share(part=states.count(AnswerState.ANSWERED), whole=len(states)),
        lacking=states.count(AnswerState.LACKING),
        filling=states.count(AnswerState.FILLING),
        researched=Share(part=known.count(False), whole=len(known)),
        positive=Share(part=sum(feeling > 0 for feeling in felt), whole=len(felt)),
        uncountered_drop_offs=sum(one.id not in coverage.helped for one in leaving),
    )


def _holds(personas: tuple[str, ...], persona: str | None) -> bool:
    return persona is None or persona in personas
