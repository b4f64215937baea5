"""What the handbook is about besides journeys: personas, phases, channels, assets and so on."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from journeybook.findings import RefKind, Span
from journeybook.handbook.statements import Entity, Statement
from journeybook.handbook.use import Used
from journeybook.handbook.vocabulary import Status
from journeybook.schema.asset import CallToAction, Verdict
from journeybook.schema.fields import Effort
from journeybook.schema.form import Gate, Speed
from journeybook.schema.kpi import Kpi
from journeybook.schema.opinions import AsksBack
from journeybook.sources.document import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedChannels:
    """The ids of the channels a persona looks at first, next and rarely."""

    primary: tuple[str, ...] = ()
    secondary: tuple[str, ...] = ()
    tertiary: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """All of them, first to last."""
        return (*self.primary, *self.secondary, *self.tertiary)


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona(Entity):
    """A kind of customer; `inherited` names the keys that were taken from `extends`.

    `picture` is the path of a file inside the content folder.
    """

    kind = RefKind.PERSONA

    roles: tuple[str, ...] = ()
    weight: float | None = None
    segment: str | None = None
    quote: str | None = None
    picture: str | None = None
    goals: tuple[Statement, ...] = ()
    pains: tuple[Statement, ...] = ()
    channels: RankedChannels = RankedChannels()
    languages: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    phases: tuple[str, ...] = ()
    extends: str | None = None
    inherited: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Expects:
    """The content a phase needs for each persona; `types` are ids of the vocabulary."""

    assets: int | None = None
    formats: int | None = None
    types: tuple[str, ...] = ()
    cta: str | None = None
    gated: str | None = None
    gate_fields: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase(Entity):
    """A stretch of the journey, `stage` buyer or customer.

    `expects_by_persona` is what it needs for those personas for whom that is different.
    """

    kind = RefKind.PHASE

    order: float | None = None
    stage: str | None = None
    expects: Expects = Expects()
    expects_by_persona: Mapping[str, Expects] = field(default_factory=dict)

    def expects_of(self, persona: str) -> Expects:
        """Give what it needs for one persona."""
        return self.expects_by_persona.get(persona, self.expects)


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel(Entity):
    """A place to meet: `type` is owned, earned, paid or personal, `icon` its sign on maps."""

    kind = RefKind.CHANNEL

    type: str | None = None
    asks_back: AsksBack | None = None
    icon: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """Whom something is for, when and where, by id."""

    personas: tuple[str, ...] = ()
    phases: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset(Entity):
    """A piece of content.

    `stated` is what its file says. Where that names no persona, phase or channel, those of the
    questions it answers and of the touchpoints that use it stand beside it. It `helps` with
    touchpoints, expectations and drop-offs that its file names. `is_early` tells that
    the file calls it published before the day it comes out. What stands in the row of an inventory
    has an `origin` and no file.
    """

    kind = RefKind.ASSET

    type: str | None
    status: Status
    status_label: str
    personas: tuple[str, ...] = ()
    phases: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    stated: Audience = Audience()
    answers: tuple[str, ...] = ()
    helps: tuple[str, ...] = ()
    gated: bool | None = None
    gate: Gate | None = None
    speed: Speed | None = None
    cta: CallToAction | None = None
    url: str | None = None
    language: str | None = None
    published: dt.date | None = None
    due: dt.date | None = None
    effort: Effort | None = None
    decision: Verdict | None = None
    use: tuple[Used, ...] = ()
    old_addresses: tuple[str, ...] = ()
    next: tuple[str, ...] = ()
    is_early: bool = False
    origin: Origin | None = None

    @property
    def span(self) -> Span:
        """The first line of its file, or the row that it is told in."""
        return self.origin.span if self.origin else Span(path=self.path)

    @property
    def has_page(self) -> bool:
        """Whether the handbook has a page for it."""
        return self.origin is None or self.origin.has_page

    def can_say(self, key: str) -> bool:
        """Tell whether it is told in a place where a key could stand."""
        return self.origin is None or key in self.origin.says

    def is_chosen(self, key: str) -> bool:
        """Tell whether somebody decided on a key of this content, and not of all its source."""
        return self.origin is None or key not in self.origin.states

    @property
    def is_published(self) -> bool:
        """Whether customers can find it now."""
        return self.status is Status.PUBLISHED


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Entity):
    """An improvement, with the ids of all that it is about.

    `phase` and `kpi` are the first of several, for programs that know one of them.
    """

    kind = RefKind.ACTION

    journeys: tuple[str, ...] = ()
    phase: str | None = None
    phases: tuple[str, ...] = ()
    touchpoints: tuple[str, ...] = ()
    expectations: tuple[str, ...] = ()
    assets: tuple[str, ...] = ()
    work: str | None = None
    effort: Effort | None = None
    impact: str | None = None
    term: str | None = None
    due: dt.date | None = None
    status: str | None = None
    done: dt.date | None = None
    kpi: Kpi | None = None
    kpis: tuple[Kpi, ...] = ()
    lesson: str | None = None

    @property
    def waits(self) -> bool:
        """Whether it is decided on and not done yet."""
        return self.status in ("planned", "doing")

    @property
    def is_quick_win(self) -> bool:
        """Whether it brings much for little work, or soon."""
        return self.impact == "high" and (self.effort == "small" or self.term == "short")

    @property
    def is_live(self) -> bool:
        """Whether it is planned, under way or done: more than an idea, and not dropped."""
        return self.status in ("planned", "doing", "done")

    def is_overdue(self, today: dt.date) -> bool:
        """Whether it should have been done before today, and is still planned or under way."""
        late = self.due is not None and self.due < today
        return late and self.waits

    @property
    def misses_target(self) -> bool:
        """Whether it is done and its figure is not where it should be."""
        return self.status == "done" and any(kpi.misses for kpi in self.kpis)

    def helps(self, today: dt.date) -> bool:
        """Whether it can be counted on: live, in time, and not without effect."""
        return self.is_live and not self.is_overdue(today) and not self.misses_target


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedView:
    """A view in a page: what it is narrowed down to, and the comment that it takes the place of."""

    path: str
    comment: str
    view: str
    journey: str | None = None
    persona: str | None = None
    phase: str | None = None
