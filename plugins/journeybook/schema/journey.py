"""What the files of a journey say: the journey itself and its steps."""

from typing import Literal

from pydantic import Field

from journeybook.schema.entity import Entity
from journeybook.schema.fields import Choice, Many, Number
from journeybook.schema.statement import (
    ADropOff,
    AKpi,
    AnEmotion,
    AnExpectation,
    AQuestion,
    AStatement,
    ATouchpoint,
)

State = Literal["current", "future"]
Usage = Literal["once", "living"]


class Journey(Entity):
    """A journey: whose it is, which phases it covers, and the charter of the map."""

    persona: Many[str] = Field((), description="Whose journey it is.")
    personas: Many[str] = Field((), description="The same, for a journey of several personas.")
    state: Choice[State] | None = Field(
        None, description="Whether it tells how things are (current) or should be (future)."
    )
    scope: Many[str] = Field((), description="The phases it covers; all when left out.")
    audience: str | None = Field(None, description="Who reads this map.")
    purpose: str | None = Field(None, description="What they decide with it.")
    usage: Choice[Usage] | None = Field(
        None, description="Whether the map is made once or kept alive."
    )
    kpis: Many[AKpi] = Field((), description="The figures that tell whether the journey works.")


class Step(Entity):
    """What happens to the persona in one phase, by the five questions."""

    phase: str | None = Field(None, description="The phase it belongs to; else the file's name.")
    order: Number | None = Field(None, description="Its place where a phase has several steps.")
    needs: Many[AStatement] = Field((), description="What they need here.")
    questions: Many[AQuestion] = Field((), description="What they ask here.")
    emotion: Many[AnEmotion] = Field((), description="How they feel here.")
    expectations: Many[AnExpectation] = Field((), description="What they count on here.")
    touchpoints: Many[ATouchpoint] = Field((), description="Where they meet the company.")
    drop_offs: Many[ADropOff] = Field((), description="Where they leave, and why.")
    kpis: Many[AKpi] = Field((), description="The figures that tell whether this step works.")
