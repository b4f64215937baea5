"""All journeys side by side, to set any two next to each other and see what differs."""

from collections.abc import Iterable
from dataclasses import dataclass

from journeybook.handbook.fitting.asked import Part, parts_not_asked, said_in
from journeybook.handbook.fitting.coverage import AnswerState
from journeybook.handbook.ids import folded
from journeybook.handbook.index.scores import journey_places, score
from journeybook.handbook.journeys import Journey, Step
from journeybook.handbook.statements import Statement
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.links import Here, Link
from journeybook.pages.parts.words.asked import NOT_ASKED
from journeybook.pages.parts.words.states import answer_word, feeling_kind
from journeybook.wording import marked, signed

_LANES = (
    ("emotion", marked("Emotion")),
    ("needs", marked("Needs")),
    ("questions", marked("Questions")),
    ("channels", marked("Channels")),
    ("coverage", marked("Questions answered")),
)
_PARTS = {
    "emotion": Part.EMOTION,
    "needs": Part.NEEDS,
    "questions": Part.QUESTIONS,
    "channels": Part.TOUCHPOINTS,
    "coverage": Part.QUESTIONS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One thing a journey has; `key` is the same where another journey has it too."""

    key: str
    text: str
    href: str | None = None
    kind: str = ""
    word: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareCell:
    """What one journey has in one lane of a phase, or why there is nothing."""

    journey: str
    items: tuple[Compared, ...]
    nothing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareLane:
    """One lane of a phase over all journeys."""

    key: str
    label: str
    cells: tuple[CompareCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparePhase:
    """One phase over all journeys."""

    title: str
    lanes: tuple[CompareLane, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareColumn:
    """A journey that can be chosen."""

    key: str
    link: Link
    personas: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareView:
    """All journeys, phase by phase."""

    uri: str
    title: str
    columns: tuple[CompareColumn, ...]
    phases: tuple[ComparePhase, ...]


def compare_view(site: Site) -> CompareView:
    """Make the comparison."""
    here = Here(site=site, uri=site.addresses.compare)
    book, say = site.handbook, site.wording.text
    journeys = tuple(book.journeys.values())
    return CompareView(
        uri=site.addresses.compare,
        title=say("Compare journeys"),
        columns=tuple(
            CompareColumn(key=one.id, link=here.journey(one), personas=_personas(one, site))
            for one in journeys
        ),
        phases=tuple(
            ComparePhase(title=phase.title, lanes=_lanes(phase.id, journeys, here))
            for phase in book.phases.values()
            if any(phase.id in one.scope for one in journeys)
        ),
    )


def _personas(journey: Journey, site: Site) -> str:
    names = [site.handbook.personas[one].title for one in journey.personas]
    return "" if names == [journey.title] else site.wording.both(names)


def _lanes(phase: str, journeys: tuple[Journey, ...], here: Here) -> tuple[CompareLane, ...]:
    found = [(one, _facts(one, phase, here)) for one in journeys]
    return tuple(
        CompareLane(
            key=key,
            label=here.site.wording.text(label),
            cells=tuple(_cell(one, phase, key, facts[key], here) for one, facts in found),
        )
        for key, label in _LANES
    )


def _cell(
    journey: Journey, phase: str, key: str, items: tuple[Compared, ...], here: Here
) -> CompareCell:
    words = "" if items else _nothing(journey, phase, key)
    said = here.site.wording.text(words) if words else ""
    return CompareCell(journey=journey.id, items=items, nothing=said)


def _nothing(journey: Journey, phase: str, key: str) -> str:
    # An empty place would look as if there was nothing, where nobody asked.
    if phase not in journey.scope:
        return marked("not in its scope")
    steps, people = journey.steps_in(phase), journey.personas or (None,)
    part = _PARTS[key]
    if not steps or any(part in parts_not_asked(step, who) for step in steps for who in people):
        return marked("not asked yet")
    is_said = any(said_in(step, part) for step in steps)
    return marked("no channel named") if is_said else marked("none")


def _facts(journey: Journey, phase: str, here: Here) -> dict[str, tuple[Compared, ...]]:
    steps = journey.steps_in(phase)
    return {
        "emotion": tuple(_feelings(steps, here)),
        "needs": tuple(_stated((one for step in steps for one in step.needs), journey, here)),
        "questions": tuple(_questions(steps, journey, here)),
        "channels": tuple(_channels(steps, here)),
        "coverage": _coverage(journey, phase, steps, here),
    }


def _feelings(steps: tuple[Step, ...], here: Here) -> Iterable[Compared]:
    for one in (each for step in steps for each in step.emotions):
        text = " ".join(part for part in (one.label or "", signed(one.score)) if part)
        if text:
            # Two words with one score are not the same feeling in both.
            key = f"{folded(one.label or '')} {one.score}"
            yield Compared(key=key, text=text, kind=feeling_kind(here.site, one.score)[0])


def _stated(found: Iterable[Statement], journey: Journey, here: Here) -> Iterable[Compared]:
    for one in found:
        yield Compared(key=folded(one.text), text=one.text, href=_address(one, journey, here))


def _address(one: Statement, journey: Journey, here: Here) -> str:
    return here.site.href(
        here.uri, here.site.addresses.journey(journey.id), here.site.addresses.anchor(one)
    )


def _questions(steps: tuple[Step, ...], journey: Journey, here: Here) -> Iterable[Compared]:
    coverage = here.site.handbook.coverage
    for one in (each for step in steps for each in step.questions):
        state = coverage.state_of(one)
        yield Compared(
            key=folded(one.text),
            text=one.text,
            href=_address(one, journey, here),
            kind=state.value,
            word=answer_word(here.site, state),
        )


def _channels(steps: tuple[Step, ...], here: Here) -> Iterable[Compared]:
    met = dict.fromkeys(one.channel for step in steps for one in step.touchpoints if one.channel)
    for channel in met:
        link = here.channel(channel)
        yield Compared(key=channel, text=link.text, href=link.href)


def _coverage(
    journey: Journey, phase: str, steps: tuple[Step, ...], here: Here
) -> tuple[Compared, ...]:
    say = here.site.wording.text
    places = tuple(place for place in journey_places(journey) if place[1] == phase)
    share = score(steps, places, here.site.handbook.coverage).answered
    text = say("{part} of {whole}", part=share.part, whole=share.whole)
    silent = any(
        Part.QUESTIONS in parts_not_asked(step, who) for step in steps for who, _ in places
    )
    if not share.whole and not silent:
        return ()
    kind = AnswerState.ANSWERED.value if share.part == share.whole else AnswerState.OPEN.value
    if 0 < share.part < share.whole:
        kind = AnswerState.FILLING.value
    if silent:
        kind, text = NOT_ASKED, text if share.whole else say("not asked yet")
    return (Compared(key=text, text=text, kind=kind),)
