"""What a team says of exports that tell how much its content is used."""

from typing import Annotated, Literal

from pydantic import Field

from journeybook.schema.fields import Day, LastDay, Many, Written

UseKey = Literal[
    "address",
    "query",
    "month",
    "views",
    "visits",
    "visitors",
    "clicks",
    "impressions",
    "conversions",
]
"""What a column of such an export may hold."""


class UseSource(Written):
    """An export of Google Analytics, Search Console, Matomo or Plausible, or a table like it."""

    file: Many[str] = Field(
        description="The file, or a pattern such as `use/*.csv`, as seen from the folder of the "
        "handbook.",
        examples=["use/pages.csv"],
    )
    name: str | None = Field(
        None, description="Where the figures come from; the name of the file when left out."
    )
    base: str | None = Field(
        None,
        description="What stands before addresses that begin with a `/`; the host of all content "
        "when left out, where there is one.",
        examples=["https://www.example.com"],
    )
    month: Day | None = Field(None, description="The month, where the file does not tell it.")
    since: Day | None = Field(None, description="The first day, where the file does not tell it.")
    until: LastDay | None = Field(
        None, description="The last day, where the file does not tell it."
    )
    columns: dict[UseKey, str] = Field(
        {}, description="The heading of a column, where it is none of those that are known."
    )
    sheet: str | None = Field(None, description="The sheet of a workbook; else all of them.")
    member: str | None = Field(None, description="The file inside a ZIP; it may hold `*`.")
    encoding: str | None = Field(None, description="How the file is saved, such as `cp1252`.")
    delimiter: str | None = Field(None, description="What parts the cells of a CSV.")
    limit: Annotated[int, Field(ge=1, le=500)] = Field(
        50, description="How many megabytes it may have at most."
    )
