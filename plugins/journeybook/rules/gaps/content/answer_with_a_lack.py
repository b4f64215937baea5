"""Answered with a lack.

Published content answers a question, but does not serve a persona that asks it: it is made for
others, meant for another phase, out of reach, in another language, behind a form that drives
people off, or past the day on which it should have been looked at. Content for a persona also
serves those that extend it and those it extends; what neither side says is no lack.

The question counts as answered on paper, and the one who asks still finds nothing they can use.

Mend what is lacking where the content can serve them, or publish an answer of their own. How much
each lack weighs can be set in `rules.yml`; one that is `off` does not count, and such an answer
then is an answer like any other. No lack weighs more than the rule itself. What the rules on
stale answers and on languages tell is not told again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from pydantic import Field

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.grouping import grouped
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Asset
from journeybook.handbook.fitting.coverage import Answer, published
from journeybook.handbook.fitting.fit import Lack, Occasion, Overlooked
from journeybook.rules.engine.about import Said, gap_of_statement
from journeybook.rules.engine.lacks import lack_reasons
from journeybook.rules.engine.rule import ClosedBy, FixKind
from journeybook.rules.engine.scope import Place
from journeybook.rules.engine.settings import Setting, Settings, filling
from journeybook.rules.gaps.content.stale_answers import are_stale
from journeybook.rules.gaps.places.language_gap import reads_none
from journeybook.schema.fields import Choice, Written
from journeybook.wording import marked

CODE = Code.ANSWER_WITH_A_LACK
SEVERITY = Severity.HIGH
FIX = FixKind.UPDATE
SHORT = marked("its answer does not serve them")
CLOSED_BY = ClosedBy.WRITING

# A journey may tell of nobody yet.
_ASKS = marked("whoever asks it")

Weight = Choice[Literal["off", "low", "medium", "high"]]


class Parameters(Written):
    """How much each lack weighs."""

    other_persona: Weight = Field("high", description="Made for others.")
    other_phase: Weight = Field("medium", description="Meant for another phase.")
    unreachable: Weight = Field(
        "high", description="On no channel on which the persona meets us in this phase."
    )
    other_language: Weight = Field("medium", description="In no language the persona reads.")
    gated_off: Weight = Field(
        "medium",
        description="Behind a form in a phase that discourages one, or where people leave "
        "because of it.",
    )
    stale: Weight = Field("medium", description="Older than content of its type stays fresh.")
    overdue_review: Weight = Field("medium", description="Past its own `review_every`.")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the questions that are answered by content which does not serve who asks."""
    for journey, step, question in handbook.questions:
        said = Said(journey=journey, step=step, statement=question)
        groups = grouped(
            ((answer.asset, answer.lacks), answer)
            for answer in handbook.coverage.answers_for(question)
            if answer.asset and answer.lacks and _is_untold(answer, said, handbook, settings)
        )
        for (asset, _), answers in groups.items():
            yield _finding(handbook.assets[asset], answers, said, handbook, settings)


def overlooked(settings: Settings) -> Overlooked:
    """Give the lacks that the team does not count, by content and occasion."""
    rule = settings.rules[CODE]
    general = _off(rule.general)
    if not rule.elsewhere:
        return lambda _asset, _occasion: general
    return lambda asset, occasion: _off(rule.at(_place(asset, occasion)))


def _off(setting: Setting) -> frozenset[Lack]:
    return frozenset(lack for lack in Lack if _weight(lack, setting) is Severity.OFF)


def _weight(lack: Lack, setting: Setting) -> Severity:
    # What comes out later is on its way, whatever a team thinks of other lacks.
    if lack is Lack.NOT_YET:
        return Severity.HIGH
    word: str = getattr(setting.parameters, lack.name.lower())
    return min(Severity[word.upper()], setting.severity)


def _place(asset: Asset, occasion: Occasion) -> Place:
    return Place(
        personas=(occasion.persona,) if occasion.persona else (),
        journeys=occasion.journeys,
        phases=(occasion.phase,) if occasion.phase else (),
        channels=asset.channels,
        asset_types=(asset.type,) if asset.type else (),
    )


def _is_untold(answer: Answer, said: Said, handbook: Handbook, settings: Settings) -> bool:
    answers = published(handbook.coverage.answers.get(said.statement.id, ()))
    told = set()
    reads_nothing = reads_none(answer.persona, answers, handbook)
    if reads_nothing and settings.reports(Code.LANGUAGE_GAP, said.place):
        told.add(Lack.OTHER_LANGUAGE)
    if are_stale(answers, handbook) and settings.reports(Code.STALE_ANSWERS, said.place):
        told.update((Lack.STALE, Lack.OVERDUE_REVIEW))
    return not told.issuperset(answer.lacks)


def _finding(
    asset: Asset, answers: Sequence[Answer], said: Said, handbook: Handbook, settings: Settings
) -> Finding:
    say, both = settings.wording.text, settings.wording.both
    lacks = answers[0].lacks
    personas = tuple(answer.persona for answer in answers if answer.persona)
    gap = gap_of_statement(
        settings,
        CODE,
        said,
        say(
            "“{question}” is answered by “{asset}”, which does not serve {personas}: {reasons}",
            question=said.text,
            asset=asset.title,
            personas=both(handbook.personas[one].title for one in personas) or say(_ASKS),
            reasons=lack_reasons(lacks, asset, handbook, settings.wording),
        ),
        say("mend that, or publish an answer of their own"),
        personas=personas,
        being_filled=filling(handbook.coverage.promised.get(said.statement.id, ())),
    )
    journeys, phase = (said.journey.id,), said.step.phase
    occasion = Occasion(persona=answers[0].persona, phase=phase, journeys=journeys)
    setting = settings.rules[CODE].at(_place(asset, occasion))
    return replace(gap, severity=max(_weight(lack, setting) for lack in lacks))
