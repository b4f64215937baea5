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

    method: Annotated[Choice[Method] | None, Told(label=marked("Method"))] = Field(
        None, description="How it was done."
    )
    date: Annotated[Day | None, Told(label=marked("Date"))] = Field(
        None, description="The day it was finished."
    )
    participants: Annotated[Amount | None, Told(label=marked("Participants"))] = Field(
        None, description="How many people took part."
    )
    departments: Annotated[dict[str, Amount], Told(label=marked("Departments"))] = Field(
        {},
        description="How many of our own people took part from each department, in a workshop, "
        "such as `Sales: 4`; they are no customers, and not among the participants.",
    )
    personas: Annotated[Many[str], Told(label=marked("Personas"), kind=Kind.PERSONA)] = Field(
        (), description="Which personas it is about."
    )
    findings: Many[AnInsight] = Field((), description="What came out of it.")
    supports: Annotated[Many[str], Told(label=marked("Shows"), weight=35)] = Field(
        (),
        description="The statements of journeys and personas that it shows, by id or text; the "
        "same as `evidence` on those. `.importance` or `.emotion` behind a touchpoint means that "
        "mark alone.",
        examples=["cfo/purchase#needs.all-costs-on-one-page"],
    )
    contradicts: Annotated[Many[str], Told(label=marked("Contradicts"), weight=45)] = Field(
        (), description="The statements that it shows to be wrong, written the same way."
    )
    quotes: Annotated[Many[AQuote], Told(label=marked("Quotes"), weight=20)] = Field(
        (), description="What customers said, word by word."
    )
    survey: Annotated[ASurvey | None, Told(label=marked("Survey"), weight=20)] = Field(
        None,
        description="The file with the responses of a survey and what its columns hold; the name "
        "of the file is enough where its headings tell.",
        examples=["answers.csv"],
    )
