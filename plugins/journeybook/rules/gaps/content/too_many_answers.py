"""Too many answers.

Five or more published pieces answer one and the same question.

Readers see five half answers, and each of them has to be kept up to date.

Make one good answer of them: keep the best, add to it what the others say better, and retire
those.
"""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.handbook.fitting.coverage import published
from journeybook.rules.engine.about import Said, gap_of_statement
from journeybook.rules.engine.settings import Settings
from journeybook.schema.fields import Written

CODE = Code.TOO_MANY_ANSWERS
SEVERITY = Severity.LOW


class Parameters(Written):
    """How many answers are too many."""

    answers: Annotated[int, Field(ge=2)] = Field(
        5, description="From how many published answers on a question has too many."
    )


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the questions that too much content answers."""
    for journey, step, question in handbook.questions:
        said = Said(journey=journey, step=step, statement=question)
        answers = published(handbook.coverage.answers_to(question))
        if len(answers) >= settings.parameters_of(CODE, Parameters, said.place).answers:
            yield _finding(said, question.text, len(answers), settings)


def _finding(said: Said, question: str, answers: int, settings: Settings) -> Finding:
    say = settings.wording.text
    message = say("{n} published pieces answer “{question}”", n=answers, question=question)
    return gap_of_statement(
        settings, CODE, said, message, say("make one good answer of them and retire the others")
    )
