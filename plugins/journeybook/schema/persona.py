"""What a persona file says."""

from typing import Literal

from pydantic import Field

from journeybook.schema.entity import Entity
from journeybook.schema.fields import Choice, Many, Written
from journeybook.schema.statement import AStatement

Role = Literal["initiator", "influencer", "decider", "buyer", "user", "gatekeeper"]


class RankedChannels(Written):
    """Where a persona looks first, next and rarely."""

    primary: Many[str] = Field((), description="The channels they look at first.")
    secondary: Many[str] = Field((), description="The channels they look at next.")
    tertiary: Many[str] = Field((), description="The channels they rarely look at.")


class Persona(Entity):
    """A kind of customer: who they are, what they want and where they look."""

    role: Many[Choice[Role]] = Field((), description="Their part in the buying group.")
    segment: str | None = Field(None, description="The market they come from.")
    quote: str | None = Field(None, description="One sentence in their own words.")
    goals: Many[AStatement] = Field((), description="What they want to reach.")
    pains: Many[AStatement] = Field((), description="What troubles them.")
    channels: RankedChannels = Field(RankedChannels(), description="The channels they use, ranked.")
    languages: Many[str] = Field((), description="The languages they read, such as `en`.")
    extends: str | None = Field(
        None, description="Another persona from whom everything not written here is taken."
    )
