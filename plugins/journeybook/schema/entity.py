"""What every file can say, whatever its kind."""

from typing import Annotated

from pydantic import Field

from journeybook.schema.fields import AKind, Day, Every, Many, Truth, Written
from journeybook.schema.told import Told
from journeybook.wording import marked


class Entity(Written):
    """The keys that every kind of file knows."""

    kind: AKind | None = Field(
        None,
        title=marked("Kind"),
        description="What this file describes, where its folder does not tell.",
    )
    title: Annotated[str | None, Told(label=marked("New title"))] = Field(
        None,
        title=marked("Title"),
        description="The name people use; without it, the first heading of the text.",
    )
    summary: Annotated[str | None, Told()] = Field(
        None, title=marked("Summary"), description="One sentence that stands under the title."
    )
    aliases: Annotated[Many[str], Told(weight=5, shown=True)] = Field(
        (),
        title=marked("Other names"),
        description="Other names for it; references may use them, whatever the case or plural.",
    )
    owner: Annotated[str | None, Told(weight=10, inherited=True)] = Field(
        None, title=marked("Owner"), description="The team or role that keeps this up to date."
    )
    tags: Annotated[Many[str], Told(weight=5, shown=True)] = Field(
        (), title=marked("Tags"), description="Free words to group by."
    )
    reviewed: Annotated[Day | None, Told(weight=5)] = Field(
        None, title=marked("Last review"), description="The day somebody last checked all of it."
    )
    review_every: Annotated[Every | None, Told(weight=5)] = Field(
        None,
        title=marked("Review every"),
        description="How long a review stays good, such as `6 months`.",
    )


class Guarded(Entity):
    """What a kind of file can say that may be about a secret."""

    private: Truth | None = Field(
        None,
        title=marked("Confidential"),
        description="Whether it counts without being shown: the site and its data call it "
        "confidential and hold none of its words.",
    )
