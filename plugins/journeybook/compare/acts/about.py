"""What a change is about, and where it belongs."""

from journeybook.compare.acts.words import LANES
from journeybook.compare.change import NOWHERE, Place, Thing
from journeybook.compare.edit import About
from journeybook.handbook.entities import Action, Asset
from journeybook.handbook.journeys import Journey, Step
from journeybook.handbook.research import Research
from journeybook.handbook.statements import Entity, Statement
from journeybook.schema import Kind


def kind_of(entity: Entity) -> Kind:
    """Give the kind of something that has a file of its own."""
    return Kind(entity.kind.value)


def about_entity(entity: Entity) -> About:
    """Tell what a change of something is about that has a file of its own."""
    return About(
        thing=Thing(kind_of(entity)),
        text=" ".join(entity.title.split()),
        subject=entity.ref,
        span=entity.span,
        personas=_personas(entity),
        place=_place(entity),
    )


def about_statement(statement: Statement, owner: Entity) -> About:
    """Tell what a change of something is about that a file says."""
    place = Place(journey=owner.journey, phase=owner.phase) if isinstance(owner, Step) else NOWHERE
    return About(
        thing=LANES[statement.lane].thing,
        text=" ".join(statement.text.split()),
        subject=statement.ref,
        span=statement.span,
        place=place,
        personas=statement.personas,
    )


def _personas(entity: Entity) -> tuple[str, ...]:
    if isinstance(entity, Asset):
        return entity.stated.personas
    return entity.personas if isinstance(entity, Journey | Step | Research) else ()


def _place(entity: Entity) -> Place:
    match entity:
        case Journey():
            return Place(journey=entity.id)
        case Step():
            return Place(journey=entity.journey, phase=entity.phase)
        case Action():
            journey = entity.journeys[0] if len(entity.journeys) == 1 else None
            phase = entity.phases[0] if len(entity.phases) == 1 else None
            return Place(journey=journey, phase=phase)
    return NOWHERE
