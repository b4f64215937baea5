"""Pictures of people and steps, as a page shows them."""

from dataclasses import dataclass

from journeybook.handbook.entities import Persona
from journeybook.handbook.journeys import Step
from journeybook.pages.parts.ways.links import Here


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The address of a picture, and what it is of."""

    address: str
    title: str


def picture_of(entity: Persona | Step, here: Here) -> Picture | None:
    """Give the picture of a persona or a step, where it has one."""
    if not entity.picture:
        return None
    return Picture(address=here.site.picture_href(here.uri, entity.picture), title=entity.title)
