"""What the files of a journey say: the journey itself and its steps."""

from typing import Annotated, Literal

from pydantic import Field

from journeybook.schema.entity import Entity
from journeybook.schema.fields import Audience, Choice, Many, Number
from journeybook.schema.kind import Kind
from journeybook.schema.opinions import AnAsking, AnOther
from journeybook.schema.statement import (
    ADropOff,
    AKpi,
    AnEmotion,
    AnExpectation,
    AQuestion,
    AStatement,
    ATouchpoint,
)
from journeybook.schema.told import Told
from journeybook.schema.transition import AMovesOn
from journeybook.wording import marked

State = Literal["current", "future"]
Usage = Literal["once", "living"]


class Journey(Entity):
    """A journey: whose it is, which phases it covers, and the charter of the map."""

    persona: Many[str] = Field((), title=marked("Persona"), description="Whose journey it is.")
    personas: Annotated[
        Many[str], Told(label=marked("For other personas"), kind=Kind.PERSONA, weight=70)
    ] = Field(
        (),
        title=marked("Personas"),
        description="Whose journey it is, where it is that of several personas.",
    )
    state: Annotated[Choice[State] | None, Told(weight=50)] = Field(
        None,
        title=marked("State"),
        description="Whether it tells how things are (current) or should be (future).",
    )
    scope: Annotated[
        Many[Audience], Told(label=marked("Other phases"), kind=Kind.PHASE, weight=50)
    ] = Field((), title=marked("Phases"), description="The phases it covers; all when left out.")
    audience: Annotated[str | None, Told()] = Field(
        None, title=marked("Readers"), description="Who reads this map."
    )
    purpose: Annotated[str | None, Told()] = Field(
        None, title=marked("Purpose"), description="What they decide with it."
    )
    department: Annotated[str | None, Told(weight=30)] = Field(
        None,
        title=marked("Department"),
        description="The department whose view this map is, such as `Sales`; maps of one persona "
        "by different departments are put side by side.",
    )
    across: Annotated[Many[str], Told()] = Field(
        (), title=marked("Made across"), description="The departments it is made with and for."
    )
    usage: Annotated[Choice[Usage] | None, Told()] = Field(
        None, title=marked("Usage"), description="Whether the map is made once or kept alive."
    )
    kpis: Annotated[Many[AKpi], Told(weight=30, aspect="kpi")] = Field(
        (),
        title=marked("Key figures"),
        description="The figures that tell whether the journey works.",
    )


class Step(Entity):
    """What happens to the persona in one phase, by the five questions.

    A list that says `none` tells that somebody asked and there is nothing; one that is left out or
    empty has not been asked about yet.
    """

    phase: Annotated[
        str | None, Told(label=marked("Moved to another phase"), kind=Kind.PHASE, weight=65)
    ] = Field(
        None, title=marked("Phase"), description="The phase it belongs to; else the file's name."
    )
    order: Annotated[Number | None, Told(label=marked("Another order"))] = Field(
        None, title=marked("Order"), description="Its place where a phase has several steps."
    )
    picture: Annotated[str | None, Told(weight=5)] = Field(
        None,
        title=marked("Picture"),
        description="A picture of what happens here: a file that lies beside this one, such as "
        "`counter.jpg`.",
    )
    needs: Many[AStatement] = Field((), title=marked("Needs"), description="What they need here.")
    questions: Many[AQuestion] = Field(
        (), title=marked("Questions"), description="What they ask here."
    )
    emotion: Many[AnEmotion] = Field(
        (), title=marked("Feelings"), description="How they feel here."
    )
    expectations: Many[AnExpectation] = Field(
        (), title=marked("Expectations"), description="What they count on here."
    )
    touchpoints: Many[ATouchpoint] = Field(
        (), title=marked("Touchpoints"), description="Where they meet the company."
    )
    drop_offs: Many[ADropOff] = Field(
        (), title=marked("Drop-offs"), description="Where they leave, and why."
    )
    kpis: Annotated[Many[AKpi], Told(weight=30, aspect="kpi")] = Field(
        (),
        title=marked("Key figures"),
        description="The figures that tell whether this step works.",
    )
    others: Annotated[Many[AnOther], Told(weight=35, aspect="others")] = Field(
        (),
        title=marked("Seen beside others"),
        description="How content customers are with others in this step as a whole, such as a "
        "competitor or the way they do it today.",
    )
    moves_on: Annotated[Many[AMovesOn], Told(weight=30, aspect="moves-on")] = Field(
        (),
        title=marked("How they go on"),
        description="How many go on from here to the next phase, or how long that takes.",
        examples=["{unit: '%', actual: 31, target: 45}"],
    )
    asks_back: Annotated[AnAsking | None, Told(weight=25)] = Field(
        None,
        title=marked("Asks whether they are content"),
        description="How customers are asked here whether they are content, and what then.",
    )
