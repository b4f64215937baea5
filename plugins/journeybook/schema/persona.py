"""What a persona file says."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from journeybook.schema.entity import Entity
from journeybook.schema.fields import Audience, Choice, Many, Number, Tongue, Written
from journeybook.schema.kind import Kind
from journeybook.schema.statement import APoint
from journeybook.schema.told import Told
from journeybook.wording import marked

Role = Literal["initiator", "influencer", "decider", "buyer", "user", "gatekeeper"]


class RankedChannels(Written):
    """Where a persona looks first, next and rarely."""

    primary: Many[str] = Field(
        (), title=marked("Looks first at"), description="The channels they look at first."
    )
    secondary: Many[str] = Field(
        (), title=marked("Then"), description="The channels they look at next."
    )
    tertiary: Many[str] = Field(
        (), title=marked("Rarely"), description="The channels they rarely look at."
    )


def _ranked(value: object) -> object:
    # A plain list names the channels they look at first.
    return value if isinstance(value, dict | RankedChannels) else {"primary": value}


class Persona(Entity):
    """A kind of customer: who they are, what they want and where they look."""

    role: Annotated[Many[Choice[Role]], Told(weight=40, inherited=True)] = Field(
        (), title=marked("Role"), description="Their part in the buying group."
    )
    weight: Annotated[
        Annotated[Number, Field(ge=0.1, le=10)] | None,
        Told(weight=30, inherited=True, shown=True),
    ] = Field(
        None,
        title=marked("Weight"),
        description="How much they count beside others when gaps are put in order; 1 when left "
        "out.",
    )
    segment: Annotated[str | None, Told(weight=30, inherited=True, shown=True)] = Field(
        None, title=marked("Segment"), description="The market they come from."
    )
    quote: Annotated[str | None, Told(inherited=True)] = Field(
        None, title=marked("Quote"), description="One sentence in their own words."
    )
    picture: Annotated[str | None, Told(weight=5)] = Field(
        None,
        title=marked("Picture"),
        description="A picture of them: a file that lies beside this one, such as `cfo.jpg`.",
    )
    goals: Annotated[Many[APoint], Told(weight=0, inherited=True)] = Field(
        (), title=marked("Goals"), description="What they want to reach."
    )
    pains: Annotated[Many[APoint], Told(weight=0, inherited=True)] = Field(
        (), title=marked("Pains"), description="What troubles them."
    )
    channels: Annotated[
        Annotated[RankedChannels, BeforeValidator(_ranked)],
        Told(kind=Kind.CHANNEL, weight=35),
    ] = Field(
        RankedChannels(),
        title=marked("Preferred channels"),
        description="The channels they use, ranked; a plain list is those they look at first.",
    )
    languages: Annotated[Many[Tongue], Told(weight=30, inherited=True, aspect="language")] = Field(
        (), title=marked("Languages"), description="The languages they read, such as `en`."
    )
    formats: Annotated[Many[str], Told(weight=20, inherited=True)] = Field(
        (),
        title=marked("Formats"),
        description="The types of content they like best, such as `video`, best first.",
    )
    phases: Annotated[
        Many[Audience],
        Told(kind=Kind.PHASE, weight=50, inherited=True, shown=True),
    ] = Field(
        (),
        title=marked("Takes part in"),
        description="The phases in which they take part; all when left out.",
    )
    extends: Annotated[str | None, Told(kind=Kind.PERSONA, weight=20)] = Field(
        None,
        title=marked("Takes after"),
        description="Another persona from whom everything not written here is taken.",
    )
