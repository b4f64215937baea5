"""What an action file says."""

from typing import Annotated, Literal

from pydantic import Field

from journeybook.schema.entity import Guarded
from journeybook.schema.fields import Choice, Day, Effort, LastDay, Many, Work
from journeybook.schema.kind import Kind
from journeybook.schema.statement import AKpi
from journeybook.schema.told import Told
from journeybook.wording import marked

Impact = Literal["low", "high"]
Term = Literal["short", "long"]
ActionStatus = Literal["idea", "planned", "doing", "done", "dropped"]
PROGRESS = ("dropped", "idea", "planned", "doing", "done")
"""How far an action is, from given up to done."""


class Action(Guarded):
    """An improvement: where in the journey, what it should bring, and how far it is."""

    kind: Annotated[Work | None, Told(weight=20)] = Field(
        None,
        title=marked("Kind of work"),
        description="The kind of work: content, service, account, call centre, cross-sell, "
        "loyalty, process, website, or a word of the team's own; `action` where the folder does "
        "not tell that it is one.",
    )
    journey: Many[str] = Field((), title=marked("Journey"), description="The journey it improves.")
    journeys: Annotated[Many[str], Told(kind=Kind.JOURNEY)] = Field(
        (),
        title=marked("Journeys"),
        description="The journeys it improves, where there are several.",
    )
    phase: Many[str] = Field((), title=marked("Phase"), description="The phase it improves.")
    phases: Annotated[Many[str], Told(kind=Kind.PHASE)] = Field(
        (), title=marked("Phases"), description="The phases it improves, where there are several."
    )
    touchpoint: Many[str] = Field(
        (), title=marked("Touchpoint"), description="The touchpoint it improves."
    )
    touchpoints: Many[str] = Field(
        (),
        title=marked("Touchpoints"),
        description="The touchpoints it improves, where there are several.",
    )
    expectations: Many[str] = Field(
        (), title=marked("Expectations"), description="The expectations it is meant to meet."
    )
    assets: Annotated[Many[str], Told(kind=Kind.ASSET)] = Field(
        (), title=marked("Content"), description="The content it makes, mends or uses."
    )
    effort: Annotated[Effort | None, Told(weight=20)] = Field(
        None, title=marked("Effort"), description="How much work it is: small, medium or large."
    )
    impact: Annotated[Choice[Impact] | None, Told(weight=20)] = Field(
        None, title=marked("Impact"), description="How much it brings: low or high."
    )
    term: Annotated[Choice[Term] | None, Told()] = Field(
        None, title=marked("Term"), description="How soon it can be done: short or long."
    )
    due: Annotated[LastDay | None, Told(weight=20)] = Field(
        None, title=marked("Due"), description="The day it should be done."
    )
    status: Annotated[Choice[ActionStatus] | None, Told(weight=45, rising=PROGRESS)] = Field(
        None,
        title=marked("Status"),
        description="How far it is: idea, planned, doing, done or dropped.",
    )
    done: Annotated[Day | None, Told(weight=5, shown=True)] = Field(
        None,
        title=marked("Done on"),
        description="The day it was done; figures are told before and after.",
    )
    kpi: Many[AKpi] = Field(
        (),
        title=marked("Key figure"),
        description="The figure it should move; the name of one of a journey is enough.",
    )
    kpis: Annotated[Many[AKpi], Told()] = Field(
        (),
        title=marked("Key figures"),
        description="The figures it should move, where there are several.",
    )
    lesson: Annotated[str | None, Told()] = Field(
        None, title=marked("Lesson"), description="What was learned from it."
    )
