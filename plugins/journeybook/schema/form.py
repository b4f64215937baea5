"""What a page on the web asks of people and of their patience: its form and its speed."""

import re
from typing import Annotated

from pydantic import BeforeValidator, Field

from journeybook.schema.fields import Day, Many, Number, Written
from journeybook.wording import marked

_NO_NAMES = re.compile(r"true|false|\d+")
Seconds = Annotated[Number, Field(ge=0, le=600)]


def _score(value: object) -> object:
    # Lighthouse itself counts from 0 to 1.
    is_part = isinstance(value, str) and re.fullmatch(r"0?[.,]\d+", value.strip())
    return round(float(str(value).replace(",", ".")) * 100) if is_part else value


class Gate(Written):
    """The form that stands before content."""

    fields: Many[str] = Field(
        title=marked("Fields"), description="The fields it asks, such as `name` and `company`."
    )


class Speed(Written):
    """How fast a page is for those who open it."""

    seconds: Seconds | None = Field(
        None,
        title=marked("Seconds"),
        description="How many seconds until the largest part is seen (Largest Contentful Paint).",
    )
    score: Annotated[Number, Field(ge=0, le=100), BeforeValidator(_score)] | None = Field(
        None, title=marked("Score"), description="The performance score of Lighthouse, 0 to 100."
    )
    shift: Annotated[Number, Field(ge=0)] | None = Field(
        None,
        title=marked("Shift"),
        description="How much the page moves while somebody reads (Cumulative Layout Shift), which "
        "distracts.",
    )
    date: Day | None = Field(None, title=marked("Date"), description="The day it was measured.")


def _gate(value: object) -> object:
    # Whether there is a form says `gated`, and how many fields it has tell their names.
    if isinstance(value, str) and _NO_NAMES.fullmatch(value.strip().casefold()):
        return value
    if isinstance(value, str):
        value = [part.strip() for part in re.split(r"[,;]", value) if part.strip()]
    return {"fields": value} if isinstance(value, list) else value


AGate = Annotated[Gate, BeforeValidator(_gate)]
ASpeed = Annotated[
    Speed, BeforeValidator(lambda value: value if isinstance(value, dict) else {"seconds": value})
]
