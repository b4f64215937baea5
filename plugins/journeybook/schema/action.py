"""What an action file says."""

from typing import Literal

from pydantic import Field

from journeybook.schema.entity import Entity
from journeybook.schema.fields import Choice, Day
from journeybook.schema.statement import AKpi

Impact = Literal["low", "high"]
Term = Literal["short", "long"]
ActionStatus = Literal["idea", "planned", "doing", "done", "dropped"]


class Action(Entity):
    """An improvement: where in the journey, what it should bring, and how far it is."""

    journey: str | None = Field(None, description="The journey it improves.")
    phase: str | None = Field(None, description="The phase it improves.")
    touchpoint: str | None = Field(None, description="The touchpoint it improves.")
    impact: Choice[Impact] | None = Field(None, description="How much it brings: low or high.")
    term: Choice[Term] | None = Field(None, description="How soon it can be done: short or long.")
    due: Day | None = Field(None, description="The day it should be done.")
    status: Choice[ActionStatus] | None = Field(
        None, description="How far it is: idea, planned, doing, done or dropped."
    )
    kpi: AKpi | None = Field(None, description="The figure it should move.")
    lesson: str | None = Field(None, description="What was learned from it.")
