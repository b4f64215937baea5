"""What an asset file says."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from journeybook.schema.entity import Guarded
from journeybook.schema.fields import (
    Amount,
    Audience,
    Choice,
    Day,
    Effort,
    LastDay,
    Many,
    Tongue,
    Truth,
    Written,
    said,
)
from journeybook.schema.form import AGate, ASpeed
from journeybook.schema.kind import Kind
from journeybook.schema.told import Told
from journeybook.wording import marked

STATUSES = ("retired", "idea", "planned", "draft", "review", "published")
"""What a status counts as, from what nobody can find to what everybody can."""

Verdict = Literal["keep", "update", "merge", "remove"]
"""What a team decides about content when it goes through all of it."""


class Use(Written):
    """How much a piece of content was used in a month."""

    month: Day = Field(description="The month, such as `2026-10`.")
    views: Amount | None = Field(None, description="How often it was opened.")
    visits: Amount | None = Field(None, description="How many visits it was part of.")
    visitors: Amount | None = Field(None, description="How many people opened it.")
    clicks: Amount | None = Field(None, description="How often a search led to it.")
    impressions: Amount | None = Field(None, description="How often a search showed it.")
    conversions: Amount | None = Field(
        None, description="How often people did what it asks of them."
    )
    source: str | None = Field(None, description="Where the figures come from.")


class CallToAction(Written):
    """The next step an asset offers its reader."""

    text: str = Field(description="What the button or the last sentence says.")
    url: str | None = Field(None, description="Where it leads.")


class Asset(Guarded):
    """A piece of content: for whom, for when, where it is, and what it answers."""

    type: Annotated[str | None, Told(label=marked("Type"), weight=20)] = Field(
        None, description="The kind of content, such as `blog` or `case`."
    )
    status: Annotated[str | None, Told(label=marked("Status"), weight=50, rising=STATUSES)] = Field(
        None, description="How far it is: idea, planned, draft, review, published or retired."
    )
    personas: Annotated[Many[Audience], Told(label=marked("Personas"), kind=Kind.PERSONA)] = Field(
        (), description="For whom it is made; `all` for everybody."
    )
    phases: Annotated[Many[Audience], Told(label=marked("Phases"), kind=Kind.PHASE)] = Field(
        (), description="The phases in which it helps."
    )
    channels: Annotated[Many[str], Told(label=marked("Channels"), kind=Kind.CHANNEL, weight=25)] = (
        Field((), description="The channels on which it is offered.")
    )
    answers: Many[str] = Field(
        (),
        description="The questions it answers; touchpoints, expectations and drop-offs that it "
        "helps with may stand here too.",
    )
    gated: Annotated[Truth | None, Told(label=marked("Gated"), weight=40)] = Field(
        None, description="Whether people must fill in a form to get it."
    )
    gate: Annotated[AGate | None, Told(label=marked("The form asks"), weight=30)] = Field(
        None,
        description="The form that stands before it; content with one is `gated`.",
        examples=["{fields: [name, company, email]}"],
    )
    speed: Annotated[ASpeed | None, Told(label=marked("Speed"), weight=20)] = Field(
        None,
        description="How fast its page is; a number alone is seconds.",
        examples=["{seconds: 2.1, score: 84, date: 2026-10-01}"],
    )
    cta: Annotated[
        Annotated[CallToAction, BeforeValidator(said("text"))] | None,
        Told(label=marked("Call to action"), weight=40),
    ] = Field(None, description="Its call to action.")
    url: Annotated[str | None, Told(label=marked("Address"))] = Field(
        None, description="Where it is published."
    )
    language: Annotated[Tongue | None, Told(label=marked("Language"), weight=25)] = Field(
        None, description="The language it is in, such as `en`."
    )
    published: Annotated[Day | None, Told(label=marked("Published"), weight=10, aspect="date")] = (
        Field(None, description="The day it came out.")
    )
    due: Annotated[LastDay | None, Told(label=marked("Due"), weight=20)] = Field(
        None, description="The day it should come out."
    )
    effort: Annotated[Effort | None, Told(label=marked("Effort"), weight=10)] = Field(
        None,
        description="How much work it is: small, medium or large; when left out, as much as its "
        "type.",
    )
    decision: Annotated[Choice[Verdict] | None, Told(label=marked("Decision"), weight=30)] = Field(
        None, description="What an audit decided: keep, update, merge or remove."
    )
    use: Annotated[Many[Use], Told(label=marked("Use"), weight=5)] = Field(
        (),
        description="How much it was used, month by month; the exports that `inventory.yml` names "
        "tell it of many at once.",
        examples=["{month: 2026-10, views: 1200, conversions: 14, source: Matomo}"],
    )
    old_addresses: Annotated[
        Many[str], Told(label=marked("Old addresses"), weight=10, shown=True)
    ] = Field((), description="Where it was published before; links to these still mean it.")
    next: Annotated[Many[str], Told(label=marked("Leads on to"), kind=Kind.ASSET)] = Field(
        (), description="The assets a reader should see after it."
    )
