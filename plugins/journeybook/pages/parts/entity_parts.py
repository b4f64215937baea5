"""What the pages of personas, phases, channels, assets, research and actions are made of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from journeybook.gaps.ledger import Entry
from journeybook.handbook.journeys import Emotion
from journeybook.handbook.statements import Entity, Lane, Statement
from journeybook.pages.parts.pictures import Picture
from journeybook.pages.parts.ways.links import NOWHERE, Here, Link, Source
from journeybook.pages.parts.words.states import filling_words, gap_state
from journeybook.pages.parts.words.strengths import Strong
from journeybook.schema import MODELS, Kind
from journeybook.schema.kpi import Kpi
from journeybook.schema.opinions import AsksBack
from journeybook.schema.told import told_keys
from journeybook.wording import marked

_LANES = {
    Lane.NEEDS: marked("need"),
    Lane.QUESTIONS: marked("question"),
    Lane.EXPECTATIONS: marked("expectation"),
    Lane.TOUCHPOINTS: marked("touchpoint"),
    Lane.DROP_OFFS: marked("drop-off"),
    Lane.GOALS: marked("goal"),
    Lane.PAINS: marked("pain"),
    Lane.FINDINGS: marked("finding"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A fact with its label: words, links, or both; `tone` colours the words."""

    label: str
    text: str = ""
    links: tuple[Link, ...] = ()
    tone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a list: where it leads, the mark before it, a tag behind it and a note below.

    Readers for whom the `section` of the site is left out do not see it.
    """

    link: Link
    kind: str = ""
    word: str = ""
    tag: str = ""
    note: str = ""
    links: tuple[Link, ...] = ()
    anchor: str = ""
    moment: bool = False
    strength: Strong | None = None
    section: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a page under a heading of its own; `lead` stands above its lines."""

    title: str
    lines: tuple[Line, ...] = ()
    lead: str = ""
    more: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The top of a page: a sentence, a state, the facts, and the way to the source.

    `meanings` tells what its state and its pills mean, by their words.
    """

    summary: str
    facts: tuple[Fact, ...]
    kind: str = ""
    state: str = ""
    quote: str = ""
    picture: Picture | None = None
    pills: tuple[str, ...] = ()
    meanings: Mapping[str, str] = field(default_factory=dict)
    source: Source = NOWHERE
    title: str = ""


def lane_word(here: Here, statement: Statement | Emotion) -> str:
    """Say what kind of statement it is."""
    say = here.site.wording.text
    return say(_LANES[statement.lane]) if isinstance(statement, Statement) else say("feeling")


def said_link(here: Here, one: Statement | Emotion) -> Link:
    """Lead to a statement, or to a feeling by its word."""
    if isinstance(one, Emotion):
        return here.emotion(one, one.label or here.site.wording.text("how it feels"))
    return here.statement(one)


def told_facts(here: Here, entity: Entity, kind: Kind) -> Iterator[Fact]:
    """Give every fact that the table of fields says is shown at the head of a page."""
    for name, told in told_keys(MODELS[kind]).items():
        value, label = getattr(entity, name, None), here.site.wording.text(told.label)
        if not (told.shown and value):
            continue
        # What is named by its id is called as people call it.
        if told.kind is Kind.PHASE:
            links = tuple(here.phase(one) for one in here.site.handbook.phases if one in value)
            yield Fact(label=label, links=links)
        else:
            yield Fact(label=label, text=_words(here, value))


def _words(here: Here, value: object) -> str:
    match value:
        case None:
            return ""
        case date():
            return here.site.wording.day(value)
        case int() | float():
            return here.site.wording.number(value)
        case tuple():
            return here.site.wording.both(str(part) for part in value)
        case _:
            return str(value)


def keeper_facts(here: Here, entity: Entity) -> tuple[Fact, ...]:
    """Say who keeps a file and when it was last looked at."""
    say, day = here.site.wording.text, here.site.wording.day
    facts = []
    if entity.owner:
        facts.append(Fact(label=say("Owner"), text=entity.owner))
    if entity.reviewed:
        facts.append(Fact(label=say("Last review"), text=day(entity.reviewed)))
    if entity.reviewed and entity.review_every:
        until = entity.review_every.after(entity.reviewed)
        tone = "open" if until < here.site.handbook.today else ""
        facts.append(Fact(label=say("Next review"), text=day(until), tone=tone))
    return tuple(facts)


def asking_facts(here: Here, one: AsksBack | None) -> Iterator[Fact]:
    """Say how customers are asked whether they are content, and what is done with the answer."""
    if one is None:
        return
    say = here.site.wording.text
    silence = say("nobody says what is done then")
    then = say("then: {words}", words=one.then) if one.then else silence
    reward = say("for a review: {words}", words=one.reward) if one.reward else ""
    is_none = here.site.handbook.vocabulary.says_none(one.how)
    text = say("none") if is_none else joined(one.when or "", one.how, then, reward)
    yield Fact(label=say("Asks whether they are content"), text=text)


def figure_words(here: Here, value: float, kpi: Kpi) -> str:
    """Say a figure with its unit."""
    return here.site.wording.measured(value, kpi.unit)


def target(here: Here, kpi: Kpi) -> str:
    """Say what a figure should be; nothing where nobody said so."""
    if kpi.target is None:
        return ""
    words = figure_words(here, kpi.target, kpi)
    return here.site.wording.text("at most {figure}", figure=words) if kpi.wants_less else words


def gap_line(here: Here, entry: Entry) -> Line:
    """Show a gap with its state, and what will fill it."""
    finding = entry.finding
    kind, word = gap_state(here.site, finding)
    filling = finding.being_filled
    return Line(
        link=here.gap(entry),
        kind=kind,
        word=word,
        tag="" if filling else word,
        note=f"{filling.title}: {filling_words(here.site, filling)}" if filling else "",
    )


def titles(here: Here, personas: tuple[str, ...]) -> str:
    """Name some personas."""
    return ", ".join(here.site.handbook.personas[one].title for one in personas)


def joined(*parts: str) -> str:
    """Put what there is to say on one line."""
    return " · ".join(part for part in parts if part)
