"""What a research file says."""

from typing import Annotated, Literal

from pydantic import Field

from journeybook.schema.entity import Entity
from journeybook.schema.fields import Choice, Day, Many
from journeybook.schema.statement import AStatement

Method = Literal["interview", "survey", "analytics", "workshop", "desk"]


class Research(Entity):
    """A round of research: how, when and with whom, and what came out."""

    method: Choice[Method] | None = Field(None, description="How it was done.")
    date: Day | None = Field(None, description="The day it was finished.")
    participants: Annotated[int, Field(ge=0)] | None = Field(
        None, description="How many people took part."
    )
    personas: Many[str] = Field((), description="Which personas it is about.")
    findings: Many[AStatement] = Field((), description="What came out of it.")
