"""How content customers are: how they are asked, and what they find of somebody else."""

from typing import Annotated

from pydantic import BeforeValidator, Field, ValidationInfo

from journeybook.schema.fields import Many, Mark, Written, is_truth, said
from journeybook.wording import marked


class Other(Written):
    """Somebody else, or the way they do it today, as customers see it here."""

    name: str = Field(
        title=marked("Name"),
        description="Who or what it is, such as `Northgate` or `Pen and paper`.",
    )
    satisfaction: Mark | None = Field(
        None,
        title=marked("Satisfaction"),
        description="How content customers are with it here, 1 to 5; left out, it is not known.",
    )
    text: str | None = Field(
        None, title=marked("Text"), description="What it does better or worse."
    )
    evidence: Many[str] = Field(
        (),
        title=marked("Evidence"),
        description="The research that shows it; without any it is an assumption.",
    )


AnOther = Annotated[Other, BeforeValidator(said("name"))]


class AsksBack(Written):
    """How satisfaction is asked after the sale."""

    how: str = Field(
        title=marked("How it is asked"),
        description="How it is asked, such as `A survey of two questions`.",
    )
    when: str | None = Field(
        None,
        title=marked("When it is asked"),
        description="When, such as `30 days after cut-over`.",
    )
    then: str | None = Field(
        None,
        title=marked("What is done with the answer"),
        description="What is done with the answer, and who does it; the customer hears of it.",
    )
    reward: str | None = Field(
        None, title=marked("Reward"), description="What somebody gets who writes a review."
    )


def _asks_back(value: object, info: ValidationInfo) -> object:
    # Yes alone does not tell how.
    is_bare = isinstance(value, str) and is_truth(value, info)
    return value if is_bare else said("how")(value)


AnAsking = Annotated[AsksBack, BeforeValidator(_asks_back)]
