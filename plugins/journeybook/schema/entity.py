"""What every file can say, whatever its kind."""

from pydantic import Field

from journeybook.schema.fields import Choice, Day, Every, Many, Written
from journeybook.schema.kind import Kind


class Entity(Written):
    """The keys that every kind of file knows."""

    kind: Choice[Kind] | None = Field(
        None, description="What this file describes, where its folder does not tell."
    )
    title: str | None = Field(
        None, description="The name people use; without it, the first heading of the text."
    )
    summary: str | None = Field(None, description="One sentence that stands under the title.")
    aliases: Many[str] = Field(
        (), description="Other names for it; references may use them, whatever the case or plural."
    )
    owner: str | None = Field(None, description="The team or role that keeps this up to date.")
    tags: Many[str] = Field((), description="Free words to group by.")
    reviewed: Day | None = Field(None, description="The day somebody last checked all of it.")
    review_every: Every | None = Field(
        None, description="How long a review stays good, such as `6 months`."
    )
