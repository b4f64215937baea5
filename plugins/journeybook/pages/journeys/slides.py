"""A journey as slides: who goes on it, a slide per step, and what to write at the end."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from markdown import Markdown
from markupsafe import Markup

from journeybook.handbook.fitting.coverage import AnswerState
from journeybook.handbook.journeys import DropOff, Emotion, Journey, Question, Step, Touchpoint
from journeybook.handbook.statements import Statement
from journeybook.pages.journeys.going_on import weakest_words
from journeybook.pages.journeys.journey_curve import CurveView, journey_curve
from journeybook.pages.journeys.journey_head import PersonaCard, journey_head
from journeybook.pages.journeys.journey_minute import Sentence, minute, next_work
from journeybook.pages.journeys.map.journey_items import Around, looked_at
from journeybook.pages.parts.pictures import Picture, picture_of
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.journey_titles import journey_title
from journeybook.pages.parts.ways.links import Link
from journeybook.pages.parts.words.states import answer_word, feeling_kind
from journeybook.pages.parts.words.strengths import strength_of
from journeybook.sources.prose import prose_lines
from journeybook.wording import signed

_MOST = 3
"""How many fixes the last slide asks for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a slide: the shape before it, its text, and what is said about it.

    `is_gap` where something is missing.
    """

    kind: str
    text: str
    note: str = ""
    is_gap: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """A step: `column` is where it stands on the curve, `feelings` are those of each persona.

    `lists` are what is told beside them, each under its name.
    """

    column: int
    phase: str
    title: str
    place: str
    feelings: tuple[Line, ...]
    told: str
    picture: Picture | None
    lists: tuple[tuple[str, tuple[Line, ...]], ...]
    sources: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """All slides of a journey; `next` is what to write, each with why.

    `phases` are the names under the curve, each with how many columns it has.
    """

    title: str
    people: tuple[PersonaCard, ...]
    sentences: tuple[Sentence, ...]
    onward: str
    curve: CurveView
    phases: tuple[tuple[str, int], ...]
    slides: tuple[Slide, ...]
    next: tuple[tuple[Link, str], ...]


def deck_of(journey: Journey, site: Site) -> Deck:
    """Make the slides of a journey."""
    around = looked_at(journey, site)
    places = [
        (phase, step) for phase in journey.scope for step in journey.steps_in(phase) or (None,)
    ]
    told = [(at, phase, step) for at, (phase, step) in enumerate(places) if step]
    return Deck(
        title=journey_title(journey, site),
        people=journey_head(journey, around.here).cards,
        sentences=minute(around),
        onward=weakest_words(journey, around.here),
        curve=journey_curve(journey, around.here),
        phases=tuple(
            (site.handbook.phases[one].title, len(journey.steps_in(one)) or 1)
            for one in journey.scope
        ),
        slides=tuple(
            _slide(step, phase, (at, number, len(told)), around)
            for number, (at, phase, step) in enumerate(told, start=1)
        ),
        next=next_work(around, _MOST),
    )


def _slide(step: Step, phase: str, place: tuple[int, int, int], around: Around) -> Slide:
    at, number, whole = place
    title = around.here.site.handbook.phases[phase].title
    feelings = tuple(_feelings(step, around))
    lists = tuple(_pressing(step, around)) or tuple(_others(step, around))
    unknown = "" if feelings or lists else around.say("Nothing is known yet.")
    return Slide(
        column=at,
        phase=title,
        title=step.title,
        place=around.say("{n} of {all}", n=number, all=whole),
        feelings=feelings,
        told=step.summary or _opening(step.body) or unknown,
        picture=picture_of(step, around.here),
        lists=lists,
        sources=around.here.site.wording.both(_sources(step, around)),
    )


def _feelings(step: Step, around: Around) -> Iterator[Line]:
    names = around.here.site.handbook.personas
    for one in step.emotions:
        if one.score is None and not one.label:
            continue
        parts = (one.label or "", signed(one.score))
        word = " ".join(part for part in parts if part)
        partly = set(one.personas) < set(around.journey.personas)
        who = around.here.site.wording.both(names[each].title for each in one.personas)
        aim = one.target is not None and one.target != one.score
        yield Line(
            kind=feeling_kind(around.here.site, one.score)[0],
            text=around.say("{who} {feeling}", who=who, feeling=word) if partly else word,
            note=around.say("should be {score}", score=signed(one.target or 0)) if aim else "",
        )


def _pressing(step: Step, around: Around) -> Iterator[tuple[str, tuple[Line, ...]]]:
    moments = [one for one in step.touchpoints if one.moment_of_truth]
    if step.questions:
        yield around.say("Asks"), tuple(_ask(one, around) for one in step.questions)
    if moments:
        yield around.say("Decisive moments"), tuple(_moment(one, around) for one in moments)
    if step.drop_offs:
        yield around.say("Leaves here"), tuple(_leave(one, around) for one in step.drop_offs)


def _others(step: Step, around: Around) -> Iterator[tuple[str, tuple[Line, ...]]]:
    # What a step tells where nothing presses.
    for head, statements in (
        ("Needs", step.needs),
        ("Touchpoints", step.touchpoints),
        ("Expectations", step.expectations),
    ):
        if statements:
            yield around.say(head), tuple(_statement(one, around) for one in statements)


def _statement(one: Statement, around: Around) -> Line:
    strength = strength_of(around.here.site, one)
    return Line(kind=strength.kind, text=one.text, note=strength.word)


def _ask(one: Question, around: Around) -> Line:
    site = around.here.site
    state = site.handbook.coverage.state_of(one)
    is_gap = state is not AnswerState.ANSWERED
    return Line(kind=state.value, text=one.text, note=answer_word(site, state), is_gap=is_gap)


def _moment(one: Touchpoint, around: Around) -> Line:
    site = around.here.site
    is_bare = one.id not in site.handbook.coverage.helped
    parts = (
        site.handbook.channels[one.channel].title if one.channel else "",
        around.say("importance {mark} of 5", mark=one.importance) if one.importance else "",
        around.say("satisfaction {mark} of 5", mark=one.satisfaction) if one.satisfaction else "",
        around.say("nothing of ours") if is_bare else "",
    )
    note = " · ".join(part for part in parts if part)
    kind = "pain" if one.goes_badly else "moment"
    return Line(kind=kind, text=one.text, note=note, is_gap=is_bare or one.goes_badly)


def _leave(one: DropOff, around: Around) -> Line:
    is_alone = one.id not in around.here.site.handbook.coverage.helped
    what = around.say("nobody works on it") if is_alone else around.say("being worked on")
    note = " · ".join(part for part in (one.why or "", what) if part)
    return Line(kind="leave", text=one.text, note=note, is_gap=is_alone)


def _sources(step: Step, around: Around) -> Iterator[str]:
    said: tuple[Statement | Emotion, ...] = (*step.emotions, *step.statements)
    rounds = dict.fromkeys(each for one in said for each in one.evidence)
    yield from (around.here.site.handbook.research[one].title for one in rounds)


@cache
def _reader() -> Markdown:
    return Markdown()


def _opening(body: str) -> str:
    # The first paragraph that is running text, as it reads without its marks.
    reader = _reader()
    for paragraph in _paragraphs(prose_lines(body)):
        html = Markup(reader.reset().convert(paragraph))  # noqa: S704 - its tags are stripped
        if words := html.striptags():
            return words
    return ""


def _paragraphs(lines: Iterable[str]) -> Iterator[str]:
    paragraph: list[str] = []
    for line in (*lines, ""):
        if line.strip():
            paragraph.append(line)
        elif paragraph:
            if not paragraph[0].lstrip().startswith(("#", "|", ">", "!", "<")):
                yield "\n".join(paragraph)
            paragraph = []
