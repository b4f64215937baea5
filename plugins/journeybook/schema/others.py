"""How customers see somebody else, beside how they see us."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from journeybook.schema.fields import Many, Mark, Written, said


class Other(Written):
    """Somebody else, or the way they do it today, as customers see it here."""

    name: str = Field(description="Who or what it is, such as `Northgate` or `Pen and paper`.")
    satisfaction: Mark | None = Field(
        None,
        description="How content customers are with it here, 1 to 5; left out, it is not known.",
    )
    text: str | None = Field(None, description="What it does better or worse.")
    evidence: Many[str] = Field(
        (), description="The research that shows it; without any it is an assumption."
    )


AnOther = Annotated[Other, BeforeValidator(said("name"))]
