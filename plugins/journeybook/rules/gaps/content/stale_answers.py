"""Stale answers.

A question is answered, but every published answer is stale.

The persona gets an answer that may no longer be true, and has no other to hold against it.

Bring one of the answers up to date first, the one that is found most.
"""

from collections.abc import Iterator, Sequence

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Asset
from journeybook.handbook.fitting.coverage import coming, published
from journeybook.handbook.fitting.freshness import fresh_until
from journeybook.rules.engine.about import Said, gap_of_statement
from journeybook.rules.engine.rule import ClosedBy, FixKind
from journeybook.rules.engine.settings import Settings, filling
from journeybook.wording import marked

CODE = Code.STALE_ANSWERS
SEVERITY = Severity.MEDIUM
FIX = FixKind.UPDATE
SHORT = marked("every answer is out of date")
CLOSED_BY = ClosedBy.WRITING


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the questions whose every answer is stale."""
    say = settings.wording.text
    for journey, step, question in handbook.questions:
        answers = published(handbook.coverage.answers_to(question))
        if are_stale(answers, handbook):
            yield gap_of_statement(
                settings,
                CODE,
                Said(journey=journey, step=step, statement=question),
                say("Every answer to “{question}” is stale", question=question.text),
                say("bring “{asset}” up to date", asset=answers[0].title),
                being_filled=filling(coming(handbook.coverage.answers_to(question))),
            )


def are_stale(answers: Sequence[Asset], handbook: Handbook) -> bool:
    """Tell whether there are answers and every one of them is stale."""
    return bool(answers) and all(_is_stale(answer, handbook) for answer in answers)


def _is_stale(asset: Asset, handbook: Handbook) -> bool:
    until = fresh_until(asset, handbook.vocabulary)
    return until is not None and until < handbook.today
