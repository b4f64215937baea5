"""The coverage page: what is answered and offered, by persona, phase, type and language."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from journeybook.counts.counted import Counted
from journeybook.counts.within import Within
from journeybook.handbook.fitting.coverage import AnswerState
from journeybook.handbook.index.coverage_facts import Places
from journeybook.handbook.vocabulary import Status
from journeybook.pages.coverage.coverage_counts import (
    CountTable,
    bubble_chart,
    by_language,
    by_type,
    count_table,
)
from journeybook.pages.parts.answered import Asked, asked_in
from journeybook.pages.parts.drawing.charts import Bar, BarChart, BubbleChart, Key, Stretch
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.tallies import Tally, figure, part_of, tallies, tally
from journeybook.pages.parts.ways.links import Here, Link, download
from journeybook.pages.parts.words.states import Figure, answer_word

ANSWERS = {
    AnswerState.ANSWERED: Counted.ANSWERED,
    AnswerState.LACKING: Counted.LACKING,
    AnswerState.FILLING: Counted.WAITING,
    AnswerState.OPEN: Counted.UNANSWERED,
}
"""What counts the questions in each state."""
_FIGURES = (*ANSWERS.values(), Counted.ASKED, Counted.PUBLISHED, Counted.FORMATS)
PLACE = (Counted.LACKING, Counted.PUBLISHED, Counted.COMING, Counted.FORMATS, Counted.RESEARCHED)
"""What is told of a persona in a phase beside the questions answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCell:
    """A persona in a phase, in words."""

    asked: Asked
    content: tuple[Tally, ...]
    statuses: str
    languages: str
    is_empty: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """A persona over all phases."""

    persona: Link
    cells: tuple[PlaceCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """The questions of a phase by their state, and how much was asked in it."""

    phase: Link
    counts: tuple[Tally, ...]
    asked: Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveragePage:
    """The whole page."""

    uri: str
    title: str
    figures: tuple[Figure, ...]
    answers: BarChart
    answer_rows: tuple[AnswerRow, ...]
    place_caption: str
    places: tuple[PlaceRow, ...]
    phases: tuple[Link, ...]
    bubbles: BubbleChart
    types: CountTable
    languages: CountTable
    journeys: tuple[Link, ...]
    downloads: tuple[Link, ...]


def make_coverage_page(site: Site, places: Places) -> CoveragePage:
    """Make the coverage page of a site."""
    here, say = Here(site=site, uri=site.addresses.coverage), site.wording.text
    book = site.handbook
    types = by_type(site)
    return CoveragePage(
        uri=site.addresses.coverage,
        title=say("Coverage"),
        figures=tuple(figure(here, what) for what in _FIGURES),
        answers=_answer_chart(site),
        answer_rows=tuple(_answer_rows(here)),
        place_caption=say("Coverage by persona and phase"),
        places=tuple(_place_rows(here, places)),
        phases=tuple(here.phase(one) for one in book.phases),
        bubbles=bubble_chart(site, types),
        types=count_table(
            here, say("Content by type and phase"), say("Type"), types, site.addresses.types
        ),
        languages=count_table(
            here,
            say("Content by language and phase"),
            say("Language"),
            by_language(site),
            site.addresses.languages,
        ),
        journeys=tuple(
            here.page(site.addresses.coverage_of(one.id), one.title)
            for one in book.journeys.values()
        ),
        downloads=(
            *download(site, site.addresses.coverage),
            Link(
                text=say("Every figure as a table (CSV)"),
                href=site.file_href(here.uri, site.addresses.figures),
            ),
        ),
    )


def _answer_chart(site: Site) -> BarChart:
    say = site.wording.text
    return BarChart(
        name="answers",
        title=say("Questions answered per phase"),
        description=say(
            "A bar for each phase: questions answered, answered with a lack, being filled and open."
        ),
        bars=tuple(
            Bar(
                label=phase.title,
                stretches=tuple(
                    Stretch(kind=state.value, value=site.counts.of(what, Within(phase=phase.id)))
                    for state, what in ANSWERS.items()
                ),
                total=part_of(site, Counted.ANSWERED, Within(phase=phase.id)),
            )
            for phase in site.handbook.phases.values()
        ),
        keys=tuple(Key(kind=one.value, word=answer_word(site, one)) for one in AnswerState),
    )


def _answer_rows(here: Here) -> Iterator[AnswerRow]:
    for phase in here.site.handbook.phases:
        within = Within(phase=phase)
        yield AnswerRow(
            phase=here.phase(phase),
            counts=tuple(tally(here, what, within) for what in ANSWERS.values()),
            asked=replace(
                tally(here, Counted.ASKED, within), figure=part_of(here.site, Counted.ASKED, within)
            ),
        )


def _place_rows(here: Here, places: Places) -> Iterator[PlaceRow]:
    book = here.site.handbook
    for persona in book.personas:
        yield PlaceRow(
            persona=here.persona(persona),
            cells=tuple(_place(here, persona, phase, places) for phase in book.phases),
        )


def _place(here: Here, persona: str, phase: str, places: Places) -> PlaceCell:
    facts, site = places[persona, phase], here.site
    within = Within(persona=persona, phase=phase)
    label = site.handbook.vocabulary.status_label
    return PlaceCell(
        asked=asked_in(persona, phase, here),
        content=tallies(here, PLACE, within),
        statuses=", ".join(
            f"{facts.statuses[status]} {label(status).lower()}"
            for status in Status
            if facts.statuses.get(status) and status is not Status.PUBLISHED
        ),
        languages=", ".join(map(site.wording.language_name, facts.languages)),
        is_empty=facts.is_empty,
    )
