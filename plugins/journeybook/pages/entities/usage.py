"""Where everything is used: the references of a handbook read backwards, once per site."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from journeybook.codes import Family
from journeybook.findings import Finding, Ref
from journeybook.gaps.ledger import Entry
from journeybook.gaps.state import GapState
from journeybook.grouping import grouped
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Action, Asset, Persona
from journeybook.handbook.journeys import (
    DropOff,
    Emotion,
    Expectation,
    Journey,
    Question,
    Step,
    Touchpoint,
)
from journeybook.handbook.statements import Statement
from journeybook.pages.parts.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Something a round of research shows: a statement or a feeling of a step or a persona."""

    statement: Statement | Emotion
    journey: Journey | None = None
    step: Step | None = None
    persona: Persona | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """What refers to each asset, channel, action and round of research, and what is said of it."""

    questions: Mapping[str, Question]
    touchpoints: Mapping[str, Touchpoint]
    met_with: Mapping[str, tuple[Touchpoint, ...]]
    met_on: Mapping[str, tuple[Touchpoint, ...]]
    kept_by_asset: Mapping[str, tuple[DropOff, ...]]
    kept_by_action: Mapping[str, tuple[DropOff, ...]]
    expected_of: Mapping[str, tuple[Expectation, ...]]
    before: Mapping[str, tuple[Asset, ...]]
    shown_by: Mapping[str, tuple[Known, ...]]
    contradicted_by: Mapping[str, tuple[Known, ...]]
    expectations: Mapping[str, Expectation]
    met_by: Mapping[str, tuple[Expectation, ...]]
    worked_on_by: Mapping[str, tuple[Action, ...]]
    wrong_in: Mapping[str, tuple[Finding, ...]]
    missing_in: Mapping[str, tuple[Entry, ...]]
    closed_by: Mapping[str, tuple[Entry, ...]]
    missing_at: Mapping[Ref, tuple[Entry, ...]]


def make_usage(site: Site) -> Usage:
    """Read all references of a site backwards."""
    book = site.handbook
    steps = [step for _, step in book.all_steps]
    met = [one for step in steps for one in step.touchpoints]
    left = [one for step in steps for one in step.drop_offs]
    expected = [one for step in steps for one in step.expectations]
    known = tuple(_known(book))
    gaps = site.ledger.entries
    actions = book.actions.values()
    return Usage(
        questions={question.id: question for step in steps for question in step.questions},
        touchpoints={one.id: one for one in met},
        met_with=grouped((asset, one) for one in met for asset in one.assets),
        met_on=grouped((one.channel, one) for one in met if one.channel),
        kept_by_asset=grouped((asset, one) for one in left for asset in one.assets),
        kept_by_action=grouped((action, one) for one in left for action in one.actions),
        expected_of=grouped((asset, one) for one in expected for asset in one.met_by_assets),
        before=grouped((after, one) for one in book.assets.values() for after in one.next),
        shown_by=grouped((research, one) for one in known for research in one.statement.evidence),
        contradicted_by=grouped(
            (research, one) for one in known for research in _against(one.statement)
        ),
        expectations={one.id: one for one in expected},
        met_by=grouped((action, one) for one in expected for action in one.met_by_actions),
        worked_on_by=grouped((asset, one) for one in actions for asset in one.assets),
        wrong_in=grouped(
            (one.span.path, one) for one in site.findings if one.family is Family.PROBLEM
        ),
        # A gap of a journey is told at its question or touchpoint, not on the step's own file.
        missing_in=grouped(
            (one.finding.span.path, one) for one in gaps if one.finding.journey is None
        ),
        closed_by=grouped(
            (one.finding.being_filled.asset, one)
            for one in gaps
            if one.state is GapState.FILLING and one.finding.being_filled
        ),
        missing_at=grouped((one.finding.subject, one) for one in gaps if one.finding.subject),
    )


def _known(book: Handbook) -> Iterable[Known]:
    for persona in book.personas.values():
        for statement in (*persona.goals, *persona.pains):
            if statement.inherited_from is None:
                yield Known(statement=statement, persona=persona)
    for journey, step in book.all_steps:
        for statement in step.statements:
            yield Known(statement=statement, journey=journey, step=step)
        for emotion in step.emotions:
            yield Known(statement=emotion, journey=journey, step=step)


def _against(one: Statement | Emotion) -> tuple[str, ...]:
    # Of a touchpoint, what contradicts its marks as well.
    marks = (one.importance_support, one.emotion_support) if isinstance(one, Touchpoint) else ()
    rounds = (name for each in (one.support, *marks) for name in each.contradicted_by)
    return tuple(dict.fromkeys(rounds))
