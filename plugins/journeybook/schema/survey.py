"""How a research file says what stands in the columns of a survey."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from journeybook.schema.fields import Many, Written, said
from journeybook.wording import marked


class Answers(Written):
    """The columns that hold what people answered about one thing."""

    recognised: str | None = Field(
        None,
        title=marked("Recognised"),
        description="The column with yes or no: whether they know it.",
    )
    importance: str | None = Field(
        None, title=marked("Importance"), description="The column with how much it matters."
    )
    satisfaction: str | None = Field(
        None, title=marked("Satisfaction"), description="The column with how well it goes."
    )
    emotion: str | None = Field(
        None,
        title=marked("Feelings"),
        description="The column with how it feels, as a word or a number.",
    )
    text: str | None = Field(
        None,
        title=marked("Text"),
        description="The column with what people wrote; it is never shown.",
    )


class Asked(Answers):
    """A touchpoint or a phase that was asked about, in a file with one row for each response."""

    touchpoint: str | None = Field(
        None,
        title=marked("Touchpoint"),
        description="The touchpoint, by id or title, such as `Asks for the price list`.",
    )
    phase: str | None = Field(
        None, title=marked("Phase"), description="The phase, where no touchpoint is meant."
    )
    others: dict[str, str] = Field(
        {},
        title=marked("With others"),
        description="The column with how well it goes with somebody else, for each by name, such "
        "as `Northgate: Q8`.",
    )


class Scales(Written):
    """What answers run between, the worst first: `1-10`, or words in their order."""

    importance: Many[str] = Field(
        (), title=marked("Importance"), description="From least to most important."
    )
    satisfaction: Many[str] = Field(
        (), title=marked("Satisfaction"), description="From least to most satisfied."
    )
    emotion: Many[str] = Field(
        (), title=marked("Feelings"), description="From the worst feeling to the best."
    )
    csat: Many[str] = Field(
        (), title=marked("Satisfied in all"), description="From least to most satisfied."
    )
    ces: Many[str] = Field(
        (), title=marked("How easy it was"), description="From the most to the least effort."
    )


class Survey(Answers):
    """A survey: the file with its responses, and what its columns hold.

    Each row is a response, or what one person answered about one touchpoint.
    """

    file: str = Field(
        title=marked("File"),
        description="The CSV or XLSX beside this file, such as `answers.csv`. It is read and "
        "never published.",
    )
    sheet: str | None = Field(
        None, title=marked("Sheet"), description="The sheet of a workbook; else the first one."
    )
    touchpoint: str | None = Field(
        None,
        title=marked("Touchpoint"),
        description="The column with the touchpoint, where every row is about one.",
    )
    phase: str | None = Field(
        None,
        title=marked("Phase"),
        description="The column with the phase, where every row is about one.",
    )
    response: str | None = Field(
        None,
        title=marked("Response"),
        description="The column that tells responses apart, such as `Respondent ID`.",
    )
    persona: str | None = Field(
        None, title=marked("Persona"), description="The column with the persona of who answered."
    )
    segment: str | None = Field(
        None, title=marked("Segment"), description="The column with the market they come from."
    )
    weight: str | None = Field(
        None, title=marked("Weight"), description="The column with how much a response counts."
    )
    nps: str | None = Field(
        None,
        title=marked("Would recommend us"),
        description="The column with how likely they are to recommend us, 0 to 10.",
    )
    csat: str | None = Field(
        None,
        title=marked("Satisfied in all"),
        description="The column with how satisfied they are in all.",
    )
    ces: str | None = Field(
        None, title=marked("How easy it was"), description="The column with how easy it was."
    )
    asked: Many[Asked] = Field(
        (),
        title=marked("Asked"),
        description="What was asked about, where each row is a whole response.",
    )
    scales: Scales = Field(
        Scales(),
        title=marked("Scales"),
        description="What answers run between; what the answers themselves tell when left out.",
    )
    personas: dict[str, str] = Field(
        {},
        title=marked("Personas"),
        description="The persona for each word of the column, such as `Controller: cfo`.",
    )
    touchpoints: dict[str, str] = Field(
        {},
        title=marked("Touchpoints"),
        description="The touchpoint for each word of the column that is no title of one.",
    )


ASurvey = Annotated[Survey, BeforeValidator(said("file"))]
