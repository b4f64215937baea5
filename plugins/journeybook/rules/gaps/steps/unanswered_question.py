"""Unanswered question.

A question that a persona asks in some phase, to which no published content gives an answer.

People who find no answer look for it elsewhere, and somebody else answers it first.

Publish an asset that answers the question and name the question under its `answers`; or name an
existing asset under the question's `answered_by`. A planned asset or a draft counts as being
filled where it will serve those who ask.
"""

from collections.abc import Iterator

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.handbook.fitting.coverage import AnswerState
from journeybook.rules.engine.about import Said, gap_of_statement
from journeybook.rules.engine.rule import ClosedBy
from journeybook.rules.engine.settings import Settings, filling
from journeybook.wording import marked, marked_count

CODE = Code.UNANSWERED_QUESTION
SEVERITY = Severity.HIGH
SHORT = marked("nothing answers it")
REASON = marked_count(
    "{who} asks “{text}” Nothing we have answers it.",
    "{who} ask “{text}” Nothing we have answers it.",
)
CLOSED_BY = ClosedBy.WRITING


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the questions to which published content gives no answer."""
    say, coverage = settings.wording.text, handbook.coverage
    for journey, step, question in handbook.questions:
        state = coverage.state_of(question)
        if state in (AnswerState.FILLING, AnswerState.OPEN):
            yield gap_of_statement(
                settings,
                CODE,
                Said(journey=journey, step=step, statement=question),
                say("Nothing published answers “{question}”", question=question.text),
                say("publish an asset that answers it, or link one that does"),
                being_filled=filling(coverage.promised_for(question)),
            )
