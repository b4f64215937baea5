"""The coverage page: what is answered and offered, by persona, phase, type and language."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from journeybook.handbook.coverage import AnswerState
from journeybook.handbook.entities import Asset
from journeybook.handbook.vocabulary import Status
from journeybook.views.addresses import COVERAGE, coverage_of
from journeybook.views.charts import Bar, BarChart, Bubble, BubbleChart, BubbleRow, Key, Stretch
from journeybook.views.coverage_facts import PlaceFacts, Places
from journeybook.views.figure import Figure
from journeybook.views.links import Here, Link
from journeybook.views.site import Site
from journeybook.views.states import answer_word
from journeybook.views.tables import LANGUAGES, TYPES, download

UNSAID = ""


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
class CountCell:
    """How much is published and on its way; `href` leads to it in the catalogue."""

    published: str
    coming: str
    href: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRow:
    """Counts over all phases."""

    label: str
    cells: tuple[CountCell, ...]
    total: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountTable:
    """Counts of content, by phase in columns."""

    caption: str
    corner: str
    rows: tuple[CountRow, ...]
    file: str


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
    here, say = Here(site=site, uri=COVERAGE), site.wording.text
    book = site.handbook
    types = _by_type(here)
    return CoveragePage(
        uri=COVERAGE,
        title=say("Coverage"),
        figures=tuple(_figures(site)),
        answers=_answer_chart(site),
        answer_rows=tuple(_answer_rows(here)),
        place_caption=say("Coverage by persona and phase"),
        places=tuple(_place_rows(here, places)),
        phases=tuple(here.phase(one) for one in book.phases),
        bubbles=_bubbles(site, types),
        types=_table(here, say("Content by type and phase"), say("Type"), types, "type"),
        languages=_table(
            here,
            say("Content by language and phase"),
            say("Language"),
            _by_language(here),
            "language",
        ),
        journeys=tuple(here.page(coverage_of(one.id), one.title) for one in book.journeys.values()),
        downloads=download(site, COVERAGE),
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
        description=say("A bar for each phase: questions answered, being filled and open."),
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
        questions=say("{n} of {all} answered", n=facts.answered, all=facts.asked)
        if facts.asked
        else say("none asked"),
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


Counted = dict[tuple[str, str], dict[str, list[Asset]]]


def _by_type(here: Here) -> Counted:
    label = here.site.handbook.vocabulary.type_label
    unsaid = here.site.wording.text("no type")
    return _counted(here, lambda one: (one.type or UNSAID, label(one.type) or unsaid))


def _by_language(here: Here) -> Counted:
    wording = here.site.wording
    unsaid = wording.text("no language")
    return _counted(
        here,
        lambda one: (
            one.language or UNSAID,
            wording.language_name(one.language) if one.language else unsaid,
        ),
    )


def _counted(here: Here, key: Callable[[Asset], tuple[str, str]]) -> Counted:
    # By what they are, then by phase, the most frequent first.
    found: Counted = {}
    for asset in here.site.handbook.assets.values():
        if asset.status is Status.RETIRED:
            continue
        places = found.setdefault(key(asset), {})
        for phase in asset.phases:
            places.setdefault(phase, []).append(asset)
    size = {name: sum(map(len, places.values())) for name, places in found.items()}
    return dict(sorted(found.items(), key=lambda one: (-size[one[0]], one[0][1].casefold())))


def _bubbles(site: Site, counted: Counted) -> BubbleChart:
    say, phases = site.wording.text, site.handbook.phases
    return BubbleChart(
        name="types",
        title=say("Content by type and phase"),
        description=say("A bubble for each type in each phase, as large as there is content."),
        columns=tuple(one.title for one in phases.values()),
        rows=tuple(
            BubbleRow(
                label=label,
                bubbles=tuple(_bubble(places.get(phase, [])) for phase in phases),
            )
            for (_, label), places in counted.items()
        ),
        keys=(
            Key(kind="published", word=say("published")),
            Key(kind="coming", word=say("coming")),
        ),
    )


def _bubble(assets: list[Asset]) -> Bubble:
    live = sum(one.is_published for one in assets)
    return Bubble(published=live, coming=len(assets) - live)


def _table(here: Here, caption: str, corner: str, counted: Counted, facet: str) -> CountTable:
    number, phases = here.site.wording.number, here.site.handbook.phases
    rows = []
    for (identifier, label), places in counted.items():
        cells = []
        for phase in phases:
            one = _bubble(places.get(phase, []))
            there = here.catalogue("", **{facet: identifier, "phase": phase}).href
            filled = one.published or one.coming
            cells.append(
                CountCell(
                    published=number(one.published) if one.published else "",
                    coming=f"+{number(one.coming)}" if one.coming else "",
                    href=there if filled and identifier else None,
                )
            )
        every = {asset.id for assets in places.values() for asset in assets}
        rows.append(CountRow(label=label, cells=tuple(cells), total=number(len(every))))
    file = LANGUAGES if facet == "language" else TYPES
    return CountTable(
        caption=caption,
        corner=corner,
        rows=tuple(rows),
        file=here.site.file_href(here.uri, file),
    )
