"""How customers are asked whether they are content, and what is done with the answer."""

from typing import Annotated

from pydantic import BeforeValidator, Field, ValidationInfo

from journeybook.schema.fields import Written, is_truth, said


class AsksBack(Written):
    """How satisfaction is asked after the sale."""

    how: str = Field(description="How it is asked, such as `A survey of two questions`.")
    when: str | None = Field(None, description="When, such as `30 days after cut-over`.")
    then: str | None = Field(
        None, description="What is done with the answer, and who does it; the customer hears of it."
    )
    reward: str | None = Field(None, description="What somebody gets who writes a review.")


def _asks_back(value: object, info: ValidationInfo) -> object:
    # Yes alone does not tell how.
    is_bare = isinstance(value, str) and is_truth(value, info)
    return value if is_bare else said("how")(value)


AnAsking = Annotated[AsksBack, BeforeValidator(_asks_back)]
