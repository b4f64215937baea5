"""The coverage page: what is answered and offered, by persona, phase, type and language."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from journeybook.handbook.index.coverage import AnswerState
from journeybook.handbook.index.coverage_facts import PlaceFacts, Places
from journeybook.handbook.vocabulary import Status
from journeybook.pages.coverage.coverage_counts import (
    CountTable,
    bubble_chart,
    by_language,
    by_type,
    count_table,
)
from journeybook.pages.parts.charts import Bar, BarChart, BubbleChart, Key, Stretch
from journeybook.pages.parts.entity_parts import joined
from journeybook.pages.parts.links import Here, Link, download
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.states import Figure, answer_word


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCell:
    """A persona in a phase, in words; `share` is answered of asked."""

    questions: str
    share: float | None
    content: str
    statuses: str
    more: str
    is_empty: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """A persona over all phases."""

    persona: Link
    cells: tuple[PlaceCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """The questions of a phase by their state."""

    phase: Link
    counts: tuple[str, ...]
    share: str


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
    types = by_type(here)
    return CoveragePage(
        uri=site.addresses.coverage,
        title=say("Coverage"),
        figures=tuple(_figures(site)),
        answers=_answer_chart(site),
        answer_rows=tuple(_answer_rows(here)),
        place_caption=say("Coverage by persona and phase"),
        places=tuple(_place_rows(here, places)),
        phases=tuple(here.phase(one) for one in book.phases),
        bubbles=bubble_chart(site, types),
        types=count_table(here, say("Content by type and phase"), say("Type"), types, "type"),
        languages=count_table(
            here,
            say("Content by language and phase"),
            say("Language"),
            by_language(here),
            "language",
        ),
        journeys=tuple(
            here.page(site.addresses.coverage_of(one.id), one.title)
            for one in book.journeys.values()
        ),
        downloads=download(site, site.addresses.coverage),
    )


def answer_counts(site: Site) -> dict[str, Counter[AnswerState]]:
    """Count the questions of every phase by their state, each question once."""
    book = site.handbook
    found: dict[str, Counter[AnswerState]] = {phase: Counter() for phase in book.phases}
    for _, step, question in book.questions:
        if step.phase:
            found[step.phase][book.coverage.state_of(question)] += 1
    return found


def _figures(site: Site) -> Iterator[Figure]:
    wording = site.wording
    states: Counter[AnswerState] = Counter()
    for one in answer_counts(site).values():
        states.update(one)
    asked = sum(states.values())
    share = states[AnswerState.ANSWERED] / asked if asked else None
    yield Figure(
        figure="–" if share is None else wording.percent(share),
        words=wording.count("of {n} question answered", "of {n} questions answered", asked),
        share=share,
    )
    lacking = states[AnswerState.LACKING]
    yield Figure(
        figure=wording.number(lacking),
        words=wording.count(
            "question answered with a lack", "questions answered with a lack", lacking
        ),
        tone="wait" if lacking else "",
    )
    filling, unanswered = states[AnswerState.FILLING], states[AnswerState.OPEN]
    yield Figure(
        figure=wording.number(filling),
        words=wording.count(
            "question waits for content on its way",
            "questions wait for content on its way",
            filling,
        ),
        tone="wait" if filling else "",
    )
    yield Figure(
        figure=wording.number(unanswered),
        words=wording.count(
            "question has nothing on its way", "questions have nothing on their way", unanswered
        ),
        tone="open" if unanswered else "ok",
    )
    assets = site.handbook.assets.values()
    live = [one for one in assets if one.is_published]
    yield Figure(
        figure=wording.number(len(live)),
        words=wording.count("asset published", "assets published", len(live)),
    )
    formats = len({one.type for one in live if one.type})
    yield Figure(
        figure=wording.number(formats),
        words=wording.count("kind of content", "kinds of content", formats),
    )


def _answer_chart(site: Site) -> BarChart:
    say, counts = site.wording.text, answer_counts(site)
    return BarChart(
        name="answers",
        title=say("Questions answered per phase"),
        description=say(
            "A bar for each phase: questions answered, answered with a lack, being filled and open."
        ),
        bars=tuple(
            Bar(
                label=site.handbook.phases[phase].title,
                stretches=tuple(
                    Stretch(kind=state.value, value=found[state]) for state in AnswerState
                ),
                total=site.wording.percent(found[AnswerState.ANSWERED] / found.total())
                if found.total()
                else "–",
            )
            for phase, found in counts.items()
        ),
        keys=tuple(Key(kind=one.value, word=answer_word(site, one)) for one in AnswerState),
    )


def _answer_rows(here: Here) -> Iterator[AnswerRow]:
    number, percent = here.site.wording.number, here.site.wording.percent
    for phase, found in answer_counts(here.site).items():
        total = found.total()
        yield AnswerRow(
            phase=here.phase(phase),
            counts=tuple(number(found[state]) for state in AnswerState),
            share=percent(found[AnswerState.ANSWERED] / total) if total else "–",
        )


def _place_rows(here: Here, places: Places) -> Iterator[PlaceRow]:
    book = here.site.handbook
    for persona in book.personas:
        yield PlaceRow(
            persona=here.persona(persona),
            cells=tuple(_place(here.site, places[persona, phase]) for phase in book.phases),
        )


def _place(site: Site, facts: PlaceFacts) -> PlaceCell:
    say, count = site.wording.text, site.wording.count
    label = site.handbook.vocabulary.status_label
    more = [count("{n} format", "{n} formats", facts.formats)] if facts.formats else []
    if facts.languages:
        more.append(", ".join(facts.languages))
    if facts.researched.value is not None:
        more.append(say("evidence {share}", share=site.wording.percent(facts.researched.value)))
    return PlaceCell(
        questions=_questions(site, facts),
        share=facts.answered / facts.asked if facts.asked else None,
        content=say(
            "{published} published, {coming} coming",
            published=facts.published,
            coming=facts.coming,
        ),
        statuses=" · ".join(
            f"{facts.statuses[status]} {label(status).lower()}"
            for status in Status
            if facts.statuses.get(status) and status is not Status.PUBLISHED
        ),
        more=" · ".join(more),
        is_empty=facts.is_empty,
    )


def _questions(site: Site, facts: PlaceFacts) -> str:
    say = site.wording.text
    if not facts.asked:
        return say("none asked")
    answered = say("{n} of {all} answered", n=facts.answered, all=facts.asked)
    return joined(answered, say("{n} with a lack", n=facts.lacking) if facts.lacking else "")
