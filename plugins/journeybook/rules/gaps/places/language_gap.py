"""Language gap.

A question is answered, but none of the published answers is in a language that the persona reads.

An answer nobody can read is none.

Translate the best answer, or correct the `language` of the asset or the `languages` of the
persona. Content that names no language counts as readable.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pydantic import Field

from journeybook.codes import Code, Severity
from journeybook.findings import Finding, Wish
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Asset
from journeybook.handbook.fitting.coverage import coming, published
from journeybook.handbook.ids import plain_language
from journeybook.rules.engine.about import Said, gap_of_statement
from journeybook.rules.engine.rule import ClosedBy
from journeybook.rules.engine.settings import Settings, filling
from journeybook.schema.fields import Written

CODE = Code.LANGUAGE_GAP
SEVERITY = Severity.MEDIUM
CLOSED_BY = ClosedBy.WRITING


class Parameters(Written):
    """Which languages need an answer."""

    every: bool = Field(
        default=False,
        description="Whether every language of the persona needs an answer, not just one.",
    )


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the questions without an answer in a language of the persona who asks."""
    for journey, step, question in handbook.questions:
        answers = handbook.coverage.answers_to(question)
        if not published(answers):
            continue
        said = Said(journey=journey, step=step, statement=question)
        every = settings.parameters_of(CODE, Parameters, said.place).every
        spoken = {plain_language(one.language or "") for one in published(answers)}
        missing = list(dict.fromkeys(_missing(question.personas, spoken, handbook, every=every)))
        if missing and "" not in spoken:
            yield _finding(said, question.text, missing, answers, settings)


def reads_none(persona: str | None, answers: Sequence[Asset], handbook: Handbook) -> bool:
    """Tell whether a persona reads the language of none of some answers, as far as it is said."""
    known = handbook.personas.get(persona or "")
    spoken = {plain_language(one) for one in known.languages} if known else set()
    return bool(spoken) and not any(
        answer.language is None or plain_language(answer.language) in spoken for answer in answers
    )


def _missing(
    personas: tuple[str, ...], spoken: set[str], handbook: Handbook, *, every: bool
) -> Iterator[str]:
    for persona in personas:
        languages = [plain_language(one) for one in handbook.personas[persona].languages]
        unanswered = [one for one in languages if one not in spoken]
        if every or len(unanswered) == len(languages):
            yield from unanswered


def _finding(
    said: Said, question: str, missing: list[str], answers: tuple[Asset, ...], settings: Settings
) -> Finding:
    say = settings.wording.text
    helping = tuple(one for one in coming(answers) if plain_language(one.language or "") in missing)
    finding = gap_of_statement(
        settings,
        CODE,
        said,
        say(
            "“{question}” has no answer in {languages}",
            question=question,
            languages=settings.wording.both(settings.wording.language_name(one) for one in missing),
        ),
        say("translate the best answer there is"),
        being_filled=filling(helping),
    )
    best = published(answers)[0]
    return replace(finding, wish=Wish(type=best.type, language=missing[0]))
