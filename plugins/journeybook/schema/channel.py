"""What a channel file says."""

from typing import Literal

from pydantic import Field

from journeybook.schema.entity import Entity
from journeybook.schema.fields import Choice

ChannelType = Literal["owned", "earned", "paid", "personal"]


class Channel(Entity):
    """A place where customers and the company meet."""

    type: Choice[ChannelType] | None = Field(
        None, description="Whether the company owns, earns or pays for it, or people talk there."
    )
