"""What an asset file says."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from journeybook.schema.entity import Entity
from journeybook.schema.fields import Day, Many, Written, said


class CallToAction(Written):
    """The next step an asset offers its reader."""

    text: str = Field(description="What the button or the last sentence says.")
    url: str | None = Field(None, description="Where it leads.")


class Asset(Entity):
    """A piece of content: for whom, for when, where it is, and what it answers."""

    type: str | None = Field(None, description="The kind of content, such as `blog` or `case`.")
    status: str | None = Field(
        None, description="How far it is: idea, planned, draft, review, published or retired."
    )
    personas: Many[str] = Field((), description="For whom it is made; `all` for everybody.")
    phases: Many[str] = Field((), description="The phases in which it helps.")
    channels: Many[str] = Field((), description="The channels on which it is offered.")
    answers: Many[str] = Field((), description="The questions it answers.")
    gated: bool | None = Field(None, description="Whether people must fill in a form to get it.")
    cta: Annotated[CallToAction, BeforeValidator(said("text"))] | None = Field(
        None, description="Its call to action."
    )
    url: str | None = Field(None, description="Where it is published.")
    language: str | None = Field(None, description="The language it is in, such as `en`.")
    published: Day | None = Field(None, description="The day it came out.")
    due: Day | None = Field(None, description="The day it should come out.")
    next: Many[str] = Field((), description="The assets a reader should see after it.")
