"""What a research file says."""

from typing import Annotated, Literal

from pydantic import Field

from journeybook.schema.entity import Guarded
from journeybook.schema.fields import Amount, Choice, Day, Many
from journeybook.schema.kind import Kind
from journeybook.schema.statement import AnInsight, AQuote
from journeybook.schema.survey import ASurvey
from journeybook.schema.told import Told
from journeybook.wording import marked

Method = Literal["interview", "survey", "analytics", "workshop", "desk"]


class Research(Guarded):
    """A round of research: how, when and with whom, and what came out."""

    method: Annotated[Choice[Method] | None, Told()] = Field(
        None, title=marked("Method"), description="How it was done."
    )
    date: Annotated[Day | None, Told()] = Field(
        None, title=marked("Date"), description="The day it was finished."
    )
    participants: Annotated[Amount | None, Told()] = Field(
        None, title=marked("Participants"), description="How many people took part."
    )
    departments: Annotated[dict[str, Amount], Told()] = Field(
        {},
        title=marked("Departments"),
        description="How many of our own people took part from each department, in a workshop, "
        "such as `Sales: 4`; they are no customers, and not among the participants.",
    )
    personas: Annotated[Many[str], Told(kind=Kind.PERSONA)] = Field(
        (), title=marked("Personas"), description="Which personas it is about."
    )
    findings: Many[AnInsight] = Field(
        (), title=marked("What came out"), description="What came out of it."
    )
    supports: Annotated[Many[str], Told(weight=35)] = Field(
        (),
        title=marked("Shows"),
        description="The statements of journeys and personas that it shows, by id or text; the "
        "same as `evidence` on those. `.importance` or `.emotion` behind a touchpoint means that "
        "mark alone.",
        examples=["cfo/purchase#needs.all-costs-on-one-page"],
    )
    contradicts: Annotated[Many[str], Told(weight=45)] = Field(
        (),
        title=marked("Contradicts"),
        description="The statements that it shows to be wrong, written the same way.",
    )
    quotes: Annotated[Many[AQuote], Told(weight=20)] = Field(
        (), title=marked("Quotes"), description="What customers said, word by word."
    )
    survey: Annotated[ASurvey | None, Told(weight=20)] = Field(
        None,
        title=marked("Survey"),
        description="The file with the responses of a survey and what its columns hold; the name "
        "of the file is enough where its headings tell.",
        examples=["answers.csv"],
    )
