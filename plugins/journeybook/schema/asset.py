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

    month: Day = Field(title=marked("Month"), description="The month, such as `2026-10`.")
    views: Amount | None = Field(
        None, title=marked("Views"), description="How often it was opened."
    )
    visits: Amount | None = Field(
        None, title=marked("Visits"), description="How many visits it was part of."
    )
    visitors: Amount | None = Field(
        None, title=marked("Visitors"), description="How many people opened it."
    )
    clicks: Amount | None = Field(
        None, title=marked("Clicks"), description="How often a search led to it."
    )
    impressions: Amount | None = Field(
        None, title=marked("Impressions"), description="How often a search showed it."
    )
    conversions: Amount | None = Field(
        None, title=marked("Conversions"), description="How often people did what it asks of them."
    )
    source: str | None = Field(
        None, title=marked("Source"), description="Where the figures come from."
    )


class CallToAction(Written):
    """The next step an asset offers its reader."""

    text: str = Field(
        title=marked("Text"), description="What the button or the last sentence says."
    )
    url: str | None = Field(None, title=marked("Address"), description="Where it leads.")


class Asset(Guarded):
    """A piece of content: for whom, for when, where it is, and what it answers."""

    type: Annotated[str | None, Told(weight=20)] = Field(
        None, title=marked("Type"), description="The kind of content, such as `blog` or `case`."
    )
    status: Annotated[str | None, Told(weight=50, rising=STATUSES)] = Field(
        None,
        title=marked("Status"),
        description="How far it is: idea, planned, draft, review, published or retired.",
    )
    personas: Annotated[Many[Audience], Told(kind=Kind.PERSONA)] = Field(
        (), title=marked("Personas"), description="For whom it is made; `all` for everybody."
    )
    phases: Annotated[Many[Audience], Told(kind=Kind.PHASE)] = Field(
        (), title=marked("Phases"), description="The phases in which it helps."
    )
    channels: Annotated[Many[str], Told(kind=Kind.CHANNEL, weight=25)] = Field(
        (), title=marked("Channels"), description="The channels on which it is offered."
    )
    answers: Many[str] = Field(
        (),
        title=marked("Answers"),
        description="The questions it answers; touchpoints, expectations and drop-offs that it "
        "helps with may stand here too.",
    )
    gated: Annotated[Truth | None, Told(weight=40)] = Field(
        None, title=marked("Gated"), description="Whether people must fill in a form to get it."
    )
    gate: Annotated[AGate | None, Told(weight=30)] = Field(
        None,
        title=marked("The form asks"),
        description="The form that stands before it; content with one is `gated`.",
        examples=["{fields: [name, company, email]}"],
    )
    speed: Annotated[ASpeed | None, Told(weight=20)] = Field(
        None,
        title=marked("Speed"),
        description="How fast its page is; a number alone is seconds.",
        examples=["{seconds: 2.1, score: 84, date: 2026-10-01}"],
    )
    cta: Annotated[
        Annotated[CallToAction, BeforeValidator(said("text"))] | None,
        Told(weight=40),
    ] = Field(None, title=marked("Call to action"), description="Its call to action.")
    url: Annotated[str | None, Told()] = Field(
        None, title=marked("Address"), description="Where it is published."
    )
    language: Annotated[Tongue | None, Told(weight=25)] = Field(
        None, title=marked("Language"), description="The language it is in, such as `en`."
    )
    published: Annotated[Day | None, Told(weight=10, aspect="date")] = Field(
        None, title=marked("Published"), description="The day it came out."
    )
    due: Annotated[LastDay | None, Told(weight=20)] = Field(
        None, title=marked("Due"), description="The day it should come out."
    )
    effort: Annotated[Effort | None, Told(weight=10)] = Field(
        None,
        title=marked("Effort"),
        description="How much work it is: small, medium or large; when left out, as much as its "
        "type.",
    )
    decision: Annotated[Choice[Verdict] | None, Told(weight=30)] = Field(
        None,
        title=marked("Decision"),
        description="What an audit decided: keep, update, merge or remove.",
    )
    use: Annotated[Many[Use], Told(weight=5)] = Field(
        (),
        title=marked("Use"),
        description="How much it was used, month by month; the exports that `inventory.yml` names "
        "tell it of many at once.",
        examples=["{month: 2026-10, views: 1200, conversions: 14, source: Matomo}"],
    )
    old_addresses: Annotated[Many[str], Told(weight=10, shown=True)] = Field(
        (),
        title=marked("Old addresses"),
        description="Where it was published before; links to these still mean it.",
    )
    next: Annotated[Many[str], Told(kind=Kind.ASSET)] = Field(
        (), title=marked("Leads on to"), description="The assets a reader should see after it."
    )
