"""What stands in a lane of a journey: a statement or some content, with all there is to tell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from markupsafe import Markup

from journeybook.counts.within import Within
from journeybook.findings import Finding, Ref
from journeybook.gaps.ledger import Entry
from journeybook.grouping import grouped
from journeybook.handbook.entities import Action, Asset
from journeybook.handbook.journeys import Emotion, Journey
from journeybook.handbook.statements import Statement
from journeybook.pages.parts.discussion import Concern, concern_in
from journeybook.pages.parts.past import Alteration
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.links import NOWHERE, Here, Link, Source
from journeybook.pages.parts.words.customers import customers_on
from journeybook.pages.parts.words.quotes import Voice, voices_on
from journeybook.pages.parts.words.rivals import Beside
from journeybook.pages.parts.words.states import UNCOUNTED
from journeybook.pages.parts.words.strengths import Strong, strength_marks, strength_of
from journeybook.wording import marked

_ACTION_STATES = {
    "idea": marked("an idea"),
    "planned": marked("planned"),
    "doing": marked("under way"),
    "done": marked("done"),
    "dropped": marked("dropped"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Something a statement leads to, with how far it is where that matters."""

    link: Link
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing in a lane.

    `kind` is the shape in front of it and `word` what the shape says; `missing` tells what should
    be there and is not. `marks` are the words that the filters look for, `attributes` say what a
    number counts.
    """

    text: str
    href: str | None = None
    anchor: str = ""
    kind: str = ""
    word: str = ""
    note: str = ""
    moment: str = ""
    why: str = ""
    references: tuple[Reference, ...] = ()
    missing: str = ""
    strength: Strong | None = None
    evidence: tuple[Link, ...] = ()
    voices: tuple[Voice, ...] = ()
    others: tuple[Beside, ...] = ()
    personas: tuple[str, ...] = ()
    source: Source = NOWHERE
    marks: tuple[str, ...] = ()
    altered: Alteration | None = None
    attributes: Markup = UNCOUNTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Items under a heading of their own, such as a channel; or under none."""

    items: tuple[Item, ...]
    title: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedStep:
    """What one step has to tell, under its title."""

    step: Link
    phase: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepList:
    """What is told step by step, or that there is nothing."""

    title: str
    parts: tuple[ListedStep, ...]
    nothing: str


@dataclass(frozen=True, kw_only=True)
class Around:
    """The journey that is told, the page it is told on, and its gaps."""

    journey: Journey
    here: Here
    gaps: tuple[Entry, ...]

    @cached_property
    def _by_subject(self) -> Mapping[Ref, tuple[Finding, ...]]:
        found = (entry.finding for entry in self.gaps)
        return grouped((gap.subject, gap) for gap in found if gap.subject)

    def say(self, message: str, **values: object) -> str:
        """Say something in the handbook's language."""
        return self.here.site.wording.text(message, **values)

    def open_gaps(self, subject: Ref) -> tuple[Finding, ...]:
        """Give what is missing about a statement, besides its evidence."""
        found = self._by_subject.get(subject, ())
        rules = self.here.site.rules
        return tuple(one for one in found if not rules[one.code].is_mark and not one.waived)

    def missing(self, subject: Ref) -> str:
        """Say what is missing about a statement and is not on its way."""
        codes = dict.fromkeys(one.code for one in self.open_gaps(subject) if one.is_open)
        words = (self.here.site.rules[code].short for code in codes)
        return ", ".join(self.say(short) for short in words if short)

    def told(self, item: Item, one: Statement | Emotion, *more: str) -> Item:
        """Add what every statement shows: anchor, evidence, whom it holds for, and its line."""
        partly = set(one.personas) < set(self.journey.personas)
        names = self.here.site.handbook.personas
        marks = [*strength_marks(one)]
        if self.open_gaps(one.ref):
            marks.append("gap")
        return replace(
            item,
            anchor=self.here.site.addresses.anchor(one),
            strength=strength_of(self.here.site, one),
            evidence=tuple(self.here.research(each) for each in one.evidence),
            voices=voices_on(self.here, one),
            personas=tuple(names[each].title for each in one.personas) if partly else (),
            source=self.here.source(one.span, self._about(one), concern=self._concern(one)),
            altered=self.here.site.altered.get(one.ref),
            marks=tuple(dict.fromkeys((*marks, *more))),
        )

    def _concern(self, one: Statement | Emotion) -> Concern:
        step = self.here.site.handbook.step(one.id)
        return Concern(personas=one.personas, phases=concern_in(step).phases if step else ())

    def _about(self, one: Statement | Emotion) -> str:
        return one.text if isinstance(one, Statement) else one.label or self.say("feeling")

    def asset(self, asset: Asset) -> Reference:
        """Refer to content; says how far it is unless it is published."""
        return Reference(link=self.here.asset(asset), note=coming_words(self, asset))

    def action(self, action: Action) -> Reference:
        """Refer to an improvement and how far it is."""
        return Reference(link=self.here.action(action.id), note=action_word(self, action))


def looked_at(journey: Journey, site: Site, uri: str = "") -> Around:
    """Look at a journey from its own page, or from another one, with the gaps that concern it."""
    return Around(
        journey=journey,
        here=Here(site=site, uri=uri or site.addresses.journey(journey.id)),
        gaps=site.counts.gaps(Within(journey=journey.id)),
    )


def coming_words(around: Around, asset: Asset) -> str:
    """Say the status of content that is not published, and when it is due."""
    if asset.is_published:
        return ""
    due = asset.due if asset.status.is_coming else None
    day = around.here.site.wording.day(due) if due else ""
    return " · ".join(part for part in (asset.status_label.lower(), day) if part)


def action_word(around: Around, action: Action) -> str:
    """Say how far an improvement is."""
    return around.say(_ACTION_STATES[action.status]) if action.status in _ACTION_STATES else ""


def feeling_word(score: int | None, around: Around) -> str:
    """Say whether something is a pain, a delight or neither."""
    if not score:
        return around.say("neutral")
    return around.say("delight") if score > 0 else around.say("pain")


def customer_links(one: Statement | Emotion, around: Around) -> Iterator[Reference]:
    """Refer to what customers say of a statement."""
    said = customers_on(around.here, one)
    yield from (Reference(link=link, note=words) for link, words in said)


def importance_words(one: Statement, around: Around) -> str:
    """Say how much a statement matters, where somebody said so."""
    return around.say("importance {mark}", mark=one.importance) if one.importance else ""
