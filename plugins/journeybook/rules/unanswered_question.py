"""Unanswered question.

A question that a persona asks in some phase, to which no published content gives an answer.

People who find no answer look for it elsewhere, and somebody else answers it first.

Publish an asset that answers the question and name the question under its `answers`; or name an
existing asset under the question's `answered_by`. A planned asset or a draft counts as being
filled.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Family, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.handbook.coverage import AnswerState, coming
from journeybook.handbook.journeys import Journey, Question, Step
from journeybook.rules.settings import Settings, filling

CODE = Code.UNANSWERED_QUESTION
FAMILY = Family.GAP
SEVERITY = Severity.HIGH


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the questions to which published content gives no answer."""
    for journey, step, question in handbook.questions:
        if handbook.coverage.state_of(question) is not AnswerState.ANSWERED:
            yield _finding(handbook, settings, journey, step, question)


def _finding(
    handbook: Handbook, settings: Settings, journey: Journey, step: Step, question: Question
) -> Finding:
    say = settings.wording.text
    return settings.gap(
        CODE,
        say("Nothing published answers “{question}”", question=question.text),
        say("publish an asset that answers it, or link one that does"),
        question.span,
        persona=question.personas[0] if len(question.personas) == 1 else None,
        journey=journey.id,
        phase=step.phase,
        subject=question.id,
        owner=step.owner or journey.owner,
        being_filled=filling(coming(handbook.coverage.answers_to(question))),
    )
