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

    kind: Annotated[Work | None, Told(label=marked("Kind of work"), weight=20)] = Field(
        None,
        description="The kind of work: content, service, account, call centre, cross-sell, "
        "loyalty, process, website, or a word of the team's own; `action` where the folder does "
        "not tell that it is one.",
    )
    journey: Many[str] = Field((), description="The journey it improves.")
    journeys: Annotated[Many[str], Told(label=marked("Journeys"), kind=Kind.JOURNEY)] = Field(
        (), description="The same, for several journeys."
    )
    phase: Many[str] = Field((), description="The phase it improves.")
    phases: Annotated[Many[str], Told(label=marked("Phases"), kind=Kind.PHASE)] = Field(
        (), description="The same, for several phases."
    )
    touchpoint: Many[str] = Field((), description="The touchpoint it improves.")
    touchpoints: Many[str] = Field((), description="The same, for several touchpoints.")
    expectations: Many[str] = Field((), description="The expectations it is meant to meet.")
    assets: Annotated[Many[str], Told(label=marked("Content"), kind=Kind.ASSET)] = Field(
        (), description="The content it makes, mends or uses."
    )
    effort: Annotated[Effort | None, Told(label=marked("Effort"), weight=20)] = Field(
        None, description="How much work it is: small, medium or large."
    )
    impact: Annotated[Choice[Impact] | None, Told(label=marked("Impact"), weight=20)] = Field(
        None, description="How much it brings: low or high."
    )
    term: Annotated[Choice[Term] | None, Told(label=marked("Term"))] = Field(
        None, description="How soon it can be done: short or long."
    )
    due: Annotated[LastDay | None, Told(label=marked("Due"), weight=20)] = Field(
        None, description="The day it should be done."
    )
    status: Annotated[
        Choice[ActionStatus] | None, Told(label=marked("Status"), weight=45, rising=PROGRESS)
    ] = Field(None, description="How far it is: idea, planned, doing, done or dropped.")
    done: Annotated[Day | None, Told(label=marked("Done on"), weight=5, shown=True)] = Field(
        None, description="The day it was done; figures are told before and after."
    )
    kpi: Many[AKpi] = Field(
        (), description="The figure it should move; the name of one of a journey is enough."
    )
    kpis: Annotated[Many[AKpi], Told(label=marked("Key figures"))] = Field(
        (), description="The same, for several figures."
    )
    lesson: Annotated[str | None, Told(label=marked("Lesson"))] = Field(
        None, description="What was learned from it."
    )
