"""Journeys and their steps: what personas need, ask, feel, expect and meet, phase by phase."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from journeybook.findings import Ref, RefKind, Span
from journeybook.handbook.statements import Entity, Statement
from journeybook.handbook.strength import ASSUMED, Support
from journeybook.schema.kpi import Kpi
from journeybook.schema.opinions import AsksBack
from journeybook.schema.transition import MovesOn

LOW_SATISFACTION = 2
"""Up to this mark, of 5, a touchpoint goes badly."""


class JourneyState(StrEnum):
    """Whether a journey tells how things are, or how they should be."""

    CURRENT = "current"
    FUTURE = "future"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Statement):
    """A question of a persona; the coverage index knows what answers it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation(Statement):
    """What a persona counts on: the assets, touchpoints and actions that meet it, by id."""

    met_by_assets: tuple[str, ...] = ()
    met_by_touchpoints: tuple[str, ...] = ()
    met_by_actions: tuple[str, ...] = ()


class Cause(StrEnum):
    """A cause to leave that decides which content helps."""

    GATE = "gate"


@dataclass(frozen=True, slots=True, kw_only=True)
class DropOff(Statement):
    """A moment where a persona leaves: why, and what is there against it, by id.

    Where no content takes the reason away, `work` is the kind of work that does.
    """

    why: str | None = None
    because: Cause | None = None
    assets: tuple[str, ...] = ()
    touchpoints: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    work: str | None = None

    @property
    def is_beyond_content(self) -> bool:
        """Whether something else than content is to be done about it."""
        return self.work is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """Somebody else as customers see it here; `satisfaction` is None where that is not known."""

    name: str
    satisfaction: int | None = None
    text: str | None = None
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Touchpoint(Statement):
    """A moment where a persona meets the company; `text` is its title.

    How important it is and how it feels have a strength of their own, since research may be about
    one of these alone.
    """

    channel: str | None = None
    satisfaction: int | None = None
    emotion: int | None = None
    moment_of_truth: bool = False
    assets: tuple[str, ...] = ()
    department: str | None = None
    others: tuple[Other, ...] = ()
    importance_support: Support = ASSUMED
    emotion_support: Support = ASSUMED

    @property
    def satisfies_little(self) -> bool:
        """Whether somebody judged that it satisfies little."""
        return self.satisfaction is not None and self.satisfaction <= LOW_SATISFACTION

    @property
    def goes_badly(self) -> bool:
        """Whether it satisfies little, or feels bad."""
        return self.satisfies_little or (self.emotion is not None and self.emotion < 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Emotion:
    """How personas feel in a step, from -2 to 2, today and in the future state."""

    id: str
    score: int | None
    label: str | None
    target: int | None
    evidence: tuple[str, ...]
    personas: tuple[str, ...]
    span: Span
    support: Support = ASSUMED
    since: dt.date | None = None

    @property
    def ref(self) -> Ref:
        """What names it, told apart from all other kinds."""
        return Ref(kind=RefKind.EMOTION, id=self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Entity):
    """What happens in one phase; a phase may have several steps, told apart by `order`.

    `none` says where there is nothing, on purpose, and for whom; it `is_alone` where customers
    were asked about others and see none beside us, and `is_end` where nobody goes on from here.
    `picture` is the path of a file inside the content folder.
    """

    kind = RefKind.STEP

    journey: str
    phase: str | None
    order: float | None = None
    picture: str | None = None
    personas: tuple[str, ...] = ()
    needs: tuple[Statement, ...] = ()
    questions: tuple[Question, ...] = ()
    emotions: tuple[Emotion, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    touchpoints: tuple[Touchpoint, ...] = ()
    drop_offs: tuple[DropOff, ...] = ()
    kpis: tuple[Kpi, ...] = ()
    others: tuple[Other, ...] = ()
    is_alone: bool = False
    moves_on: tuple[MovesOn, ...] = ()
    is_end: bool = False
    asks_back: AsksBack | None = None
    none: tuple[Statement, ...] = ()

    @property
    def figures(self) -> tuple[Kpi, ...]:
        """Every figure of the step: those of going on stand behind its own."""
        return (*self.kpis, *self.moves_on)

    @property
    def statements(self) -> Iterator[Statement]:
        """Every statement of the step, lane by lane."""
        yield from self.needs
        yield from self.questions
        yield from self.expectations
        yield from self.touchpoints
        yield from self.drop_offs

    @property
    def said(self) -> Iterator[Statement | Emotion]:
        """Every statement of the step, and how it feels."""
        yield from self.statements
        yield from self.emotions


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey(Entity):
    """A journey through the phases of `scope`, with its charter and its steps in order.

    `stated_scope` is what its file says; phases of steps beside that are in `scope` too.
    """

    kind = RefKind.JOURNEY

    personas: tuple[str, ...] = ()
    state: JourneyState = JourneyState.CURRENT
    scope: tuple[str, ...] = ()
    stated_scope: tuple[str, ...] = ()
    audience: str | None = None
    purpose: str | None = None
    usage: str | None = None
    department: str | None = None
    across: tuple[str, ...] = ()
    kpis: tuple[Kpi, ...] = ()
    steps: tuple[Step, ...] = ()

    @property
    def figures(self) -> tuple[Kpi, ...]:
        """The figures of the journey as a whole."""
        return self.kpis

    @property
    def is_current(self) -> bool:
        """Whether it tells how things are today, and not how they should be."""
        return self.state is JourneyState.CURRENT

    def phase_after(self, phase: str | None) -> str | None:
        """Give the phase that follows one; none after the last."""
        following = dict(zip(self.scope, self.scope[1:], strict=False))
        return following.get(phase or "")

    def steps_in(self, phase: str) -> tuple[Step, ...]:
        """Give the steps of one phase, in order."""
        return tuple(step for step in self.steps if step.phase == phase)
