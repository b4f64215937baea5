"""Statements: what a persona needs, asks, expects and meets, plain or with its evidence."""

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from journeybook.schema.fields import Choice, Day, Feeling, Many, Mark, Truth, Written, said
from journeybook.schema.kind import Kind
from journeybook.schema.kpi import Kpi, as_kpi
from journeybook.schema.opinions import AnOther
from journeybook.schema.told import Told
from journeybook.wording import marked

_SINCE = (
    "The day since when it is thought or known; the history of its line tells where this is "
    "left out."
)

Cause = Literal["gate"]


class Point(Written):
    """A goal or a pain; without evidence it counts as an assumption."""

    text: str = Field(
        title=marked("Text"), description="The statement itself, in the customer's words."
    )
    id: str | None = Field(
        None,
        title=marked("Id"),
        description="A short name to refer to; made from the text when left out.",
    )
    evidence: Many[str] = Field(
        (),
        title=marked("Evidence"),
        description="The research that shows it; without any it is an assumption.",
    )
    importance: Annotated[Mark | None, Told(weight=30)] = Field(
        None, title=marked("Importance"), description="How much it matters to the customer, 1 to 5."
    )
    since: Annotated[Day | None, Told(weight=5)] = Field(
        None, title=marked("Written since"), description=_SINCE
    )


class Insight(Written):
    """Something that came out of research."""

    text: str = Field(title=marked("Text"), description="What came out, in one sentence.")
    id: str | None = Field(
        None,
        title=marked("Id"),
        description="A short name to refer to; made from the text when left out.",
    )
    personas: Many[str] = Field(
        (),
        title=marked("Personas"),
        description="For whom it holds, in research among several personas; else for all.",
    )
    supports: Many[str] = Field(
        (),
        title=marked("Shows"),
        description="The statements of journeys and personas that it shows, by id or text.",
    )
    contradicts: Many[str] = Field(
        (), title=marked("Contradicts"), description="The statements that it shows to be wrong."
    )


class Quote(Written):
    """What a customer said, without a name."""

    text: str = Field(title=marked("Text"), description="What was said, word by word.")
    role: str | None = Field(
        None,
        title=marked("Role"),
        description="Who said it: the role alone, such as `Operations manager`.",
    )
    segment: str | None = Field(
        None,
        title=marked("Segment"),
        description="The market they come from, such as `Cold chain`; never who they are.",
    )
    statements: Many[str] = Field(
        (),
        title=marked("Statements"),
        description="The statements beside which it is shown, by id or text.",
    )


class Statement(Point):
    """Something said in a step; without evidence it counts as an assumption."""

    personas: Many[str] = Field(
        (),
        title=marked("Personas"),
        description="For whom it holds, in a journey of several personas; else for all.",
    )


class Question(Statement):
    """A question the persona asks, and what answers it."""

    answered_by: Many[str] = Field(
        (),
        title=marked("Answered by"),
        description="The assets that answer it; the same as `answers` on those assets.",
    )


class Expectation(Statement):
    """What the persona counts on, and what lives up to it."""

    met_by: Many[str] = Field(
        (),
        title=marked("Met by"),
        description="The assets, actions, or touchpoints of the same step, that meet it.",
    )


class DropOff(Statement):
    """A moment where the persona leaves, why, and what is done about it."""

    why: str | None = Field(None, title=marked("Why"), description="Why they leave here.")
    because: Choice[Cause] | None = Field(
        None,
        title=marked("Cause"),
        description="A cause that decides which content helps: `gate` where they leave because "
        "they must leave an address.",
    )
    countermeasures: Many[str] = Field(
        (),
        title=marked("Countermeasures"),
        description="The assets, actions, or touchpoints of the same step, that are meant to "
        "keep them.",
    )


class Touchpoint(Written):
    """A moment where the persona meets the company, in the persona's voice."""

    title: str = Field(
        title=marked("Title"),
        description="What the persona does here, such as `Asks for the price list`.",
    )
    id: str | None = Field(
        None,
        title=marked("Id"),
        description="A short name to refer to; made from the title when left out.",
    )
    channel: Annotated[
        str | None, Told(label=marked("Moved to another channel"), kind=Kind.CHANNEL, weight=45)
    ] = Field(None, title=marked("Channel"), description="The channel on which it happens.")
    importance: Annotated[Mark | None, Told(weight=30)] = Field(
        None, title=marked("Importance"), description="How much it matters to the customer, 1 to 5."
    )
    satisfaction: Annotated[Mark | None, Told(weight=35, rises=True)] = Field(
        None, title=marked("Satisfaction"), description="How well it goes today, 1 to 5."
    )
    emotion: Annotated[Feeling | None, Told(weight=40, rises=True, aspect="feeling")] = Field(
        None,
        title=marked("Feelings"),
        description="How it feels, -2 to 2; below zero a pain, above zero a delight.",
    )
    moment_of_truth: Truth = Field(
        title=marked("Moment of truth"),
        default=False,
        description="Whether the customer decides here to go on or to leave.",
    )
    assets: Annotated[
        Many[str],
        Told(kind=Kind.ASSET, weight=30, aspect="support"),
    ] = Field(
        (),
        title=marked("Content used here"),
        description="The content that is used at this touchpoint.",
    )
    department: Annotated[str | None, Told(weight=20)] = Field(
        None,
        title=marked("Department"),
        description="Who of us works with the customer here, such as `Sales`.",
    )
    others: Annotated[Many[AnOther], Told(weight=35, aspect="others")] = Field(
        (),
        title=marked("Seen beside others"),
        description="How content customers are here with others, such as a competitor.",
    )
    evidence: Many[str] = Field(
        (),
        title=marked("Evidence"),
        description="The research that shows it; without any it is an assumption.",
    )
    personas: Many[str] = Field(
        (),
        title=marked("Personas"),
        description="For whom it holds, in a journey of several personas; else for all.",
    )
    since: Annotated[Day | None, Told(weight=5)] = Field(
        None, title=marked("Written since"), description=_SINCE
    )


class Emotion(Written):
    """How the persona feels in this step, today and in the future state."""

    score: Feeling | None = Field(
        None, title=marked("Score"), description="From -2 to 2; taken from the word when left out."
    )
    label: str | None = Field(
        None, title=marked("Word"), description="The word for it, such as `worried`."
    )
    target: Feeling | None = Field(
        None, title=marked("Target"), description="Where the feeling should be, -2 to 2."
    )
    evidence: Many[str] = Field(
        (),
        title=marked("Evidence"),
        description="The research that shows it; without any it is an assumption.",
    )
    persona: str | None = Field(
        None,
        title=marked("Persona"),
        description="Whose feeling it is, in a journey of several personas.",
    )
    since: Day | None = Field(None, title=marked("Written since"), description=_SINCE)


def _feeling(value: object) -> object:
    if isinstance(value, str):
        return {"score" if re.fullmatch(r"[-+]?\d+", value.strip()) else "label": value}
    return value


AStatement = Annotated[Statement, BeforeValidator(said("text"))]
APoint = Annotated[Point, BeforeValidator(said("text"))]
AnInsight = Annotated[Insight, BeforeValidator(said("text"))]
AQuote = Annotated[Quote, BeforeValidator(said("text"))]
AQuestion = Annotated[Question, BeforeValidator(said("text"))]
AnExpectation = Annotated[Expectation, BeforeValidator(said("text"))]
ADropOff = Annotated[DropOff, BeforeValidator(said("text"))]
ATouchpoint = Annotated[Touchpoint, BeforeValidator(said("title"))]
AKpi = Annotated[Kpi, BeforeValidator(as_kpi)]
AnEmotion = Annotated[Emotion, BeforeValidator(_feeling)]
