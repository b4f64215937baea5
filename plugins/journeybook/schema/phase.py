"""What a phase file says."""

from typing import Annotated, Literal

from pydantic import Field

from journeybook.schema.entity import Entity
from journeybook.schema.fields import Amount, Choice, Many, Number, Written
from journeybook.schema.told import Told
from journeybook.wording import marked

Stage = Literal["buyer", "customer"]
CtaExpectation = Literal["required", "optional"]
GatingExpectation = Literal["expected", "allowed", "discouraged"]


class Demands(Written):
    """What content a phase needs."""

    assets: Amount | None = Field(
        None, title=marked("Content"), description="How many published assets at least."
    )
    formats: Amount | None = Field(
        None, title=marked("Formats"), description="In how many different types at least."
    )
    types: Many[str] = Field(
        (), title=marked("Types of content"), description="The types of content that belong here."
    )
    cta: Choice[CtaExpectation] | None = Field(
        None,
        title=marked("Call to action"),
        description="Whether published content here must call to action.",
    )
    gated: Choice[GatingExpectation] | None = Field(
        None, title=marked("Gated"), description="Whether content behind a form fits here."
    )
    gate_fields: Amount | None = Field(
        None,
        title=marked("Fields of a form at most"),
        description="How many fields a form may ask here at most.",
    )


class Expects(Demands):
    """What content a phase needs for each persona."""

    personas: dict[str, Demands] = Field(
        {},
        title=marked("Personas"),
        description="What is different for a persona and for those who take after it.",
    )


class Phase(Entity):
    """A stretch of the journey, with what the team expects to offer in it."""

    order: Annotated[Number | None, Told(label=marked("Another order"))] = Field(
        None, title=marked("Order"), description="Its place in the row of phases."
    )
    stage: Annotated[Choice[Stage] | None, Told(weight=40)] = Field(
        None,
        title=marked("Stage"),
        description="Whether people here are still a buyer or already a customer.",
    )
    expects: Annotated[Expects, Told(weight=45)] = Field(
        Expects(), title=marked("Expects"), description="The content this phase needs."
    )
