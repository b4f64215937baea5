"""Which content answers which question of a journey, phase by phase."""

from collections.abc import Iterator
from dataclasses import dataclass

from journeybook.counts.counted import Counted
from journeybook.counts.within import Within
from journeybook.handbook.entities import Asset
from journeybook.handbook.journeys import Journey, Question
from journeybook.handbook.vocabulary import Status
from journeybook.pages.coverage.coverage import ANSWERS
from journeybook.pages.parts.entity_parts import titles
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.tallies import Tally, figure, tally
from journeybook.pages.parts.ways.links import Here, Link, download
from journeybook.pages.parts.words.states import Figure, answer_words, status_kind
from journeybook.pages.parts.words.strengths import Strong, strength_of

_FIGURES = (*ANSWERS.values(), Counted.ASKED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """Where a question and an asset meet; empty where the asset does not answer it."""

    kind: str
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceRow:
    """A question: who asks it, its state, and how every asset stands to it."""

    question: Link
    who: str
    kind: str
    word: str
    strength: Strong
    traces: tuple[Trace, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceColumn:
    """An asset with its status."""

    asset: Link
    kind: str
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceTable:
    """The questions of a phase against the content that answers any of them."""

    phase: str
    caption: str
    columns: tuple[TraceColumn, ...]
    rows: tuple[TraceRow, ...]
    summary: Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyCoverage:
    """The traceability matrix of a journey."""

    uri: str
    title: str
    figures: tuple[Figure, ...]
    tables: tuple[TraceTable, ...]
    links: tuple[Link, ...]
    downloads: tuple[Link, ...]


def make_journey_coverage(site: Site, journey: Journey) -> JourneyCoverage:
    """Make the traceability matrix of a journey."""
    say = site.wording.text
    here = Here(site=site, uri=site.addresses.coverage_of(journey.id))
    return JourneyCoverage(
        uri=here.uri,
        title=say("Questions and content: {journey}", journey=journey.title),
        figures=tuple(figure(here, what, Within(journey=journey.id)) for what in _FIGURES),
        tables=tuple(_tables(here, journey)),
        links=(
            here.page(site.addresses.journey(journey.id), say("The journey")),
            here.page(site.addresses.matrix_of_journey(journey.id), say("Its channel matrix")),
            here.page(site.addresses.coverage, say("Coverage of the whole handbook")),
        ),
        downloads=download(site, here.uri),
    )


def _tables(here: Here, journey: Journey) -> Iterator[TraceTable]:
    site, say = here.site, here.site.wording.text
    for identifier, phase in site.handbook.phases.items():
        steps = journey.steps_in(identifier)
        questions = [one for step in steps for one in step.questions]
        if not questions:
            continue
        assets = _assets(site, questions)
        yield TraceTable(
            phase=phase.title,
            caption=say("Questions and content in the phase {phase}", phase=phase.title),
            columns=tuple(_column(here, one) for one in assets),
            rows=tuple(_row(here, journey, one, assets) for one in questions),
            summary=tally(here, Counted.ANSWERED, Within(journey=journey.id, phase=identifier)),
        )


def _assets(site: Site, questions: list[Question]) -> tuple[Asset, ...]:
    coverage = site.handbook.coverage
    found = {asset.id: asset for one in questions for asset in coverage.answers_to(one)}
    order = tuple(Status)
    return tuple(sorted(found.values(), key=lambda one: (-order.index(one.status), one.title)))


def _column(here: Here, asset: Asset) -> TraceColumn:
    return TraceColumn(
        asset=here.asset(asset), kind=status_kind(asset.status), word=asset.status_label
    )


def _row(here: Here, journey: Journey, question: Question, assets: tuple[Asset, ...]) -> TraceRow:
    coverage = here.site.handbook.coverage
    state = coverage.state_of(question)
    answering = {one.id for one in coverage.answers_to(question)}
    several = len(journey.personas) > 1
    return TraceRow(
        question=here.statement(question),
        who=titles(here, question.personas) if several else "",
        kind=state.value,
        word=answer_words(here.site, question),
        strength=strength_of(here.site, question),
        traces=tuple(
            Trace(kind=status_kind(one.status), word=one.status_label)
            if one.id in answering
            else Trace(kind="", word="")
            for one in assets
        ),
    )
