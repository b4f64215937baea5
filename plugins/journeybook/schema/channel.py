"""What a channel file says."""

from typing import Annotated, Literal

from pydantic import Field

from journeybook.schema.entity import Entity
from journeybook.schema.fields import Choice
from journeybook.schema.opinions import AnAsking
from journeybook.schema.told import Told
from journeybook.wording import marked

ChannelType = Literal["owned", "earned", "paid", "personal"]


class Channel(Entity):
    """A place where customers and the company meet."""

    type: Annotated[Choice[ChannelType] | None, Told(weight=20)] = Field(
        None,
        title=marked("Type"),
        description="Whether the company owns, earns or pays for it, or people talk there.",
    )
    asks_back: Annotated[AnAsking | None, Told(weight=25)] = Field(
        None,
        title=marked("Asks whether they are content"),
        description="How customers are asked on it whether they are content, and what then.",
    )
