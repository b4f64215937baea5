"""What changed in everything besides journeys: personas, phases, channels, content and so on."""

from collections.abc import Iterator

from journeybook.compare.change import NOWHERE, Change, Place, What
from journeybook.compare.sides import About, Sides
from journeybook.compare.sorts import SORTS, Sort
from journeybook.compare.statements import Stated, statement_changes
from journeybook.handbook.entities import Action, Asset, Entity, Persona, Research


def belonging_changes(sides: Sides) -> Iterator[Change]:
    """Compare everything that is not a journey."""
    olds, news = sides.before.entities, sides.after.entities
    for kind, sort in SORTS.items():
        later = sides.matches.ids[kind]
        earlier = {new: old for old, new in later.items()}
        for name, new in news[kind].items():
            if name in earlier:
                yield from _changed(olds[kind][earlier[name]], new, sort, sides)
            else:
                yield _whole(new, What.ADDED, sort)
        for name, old in olds[kind].items():
            if name not in later:
                yield _whole(old, What.REMOVED, sort)


def _whole(entity: Entity, what: What, sort: Sort) -> Change:
    about = _about(entity, sort)
    added = what is What.ADDED
    label = sort.added if added else sort.removed
    values = ("", about.text) if added else (about.text, "")
    return Sides.change(about, what, label, weight=sort.weight, values=values)


def _about(entity: Entity, sort: Sort) -> About:
    personas = entity.personas if isinstance(entity, Asset | Research) else ()
    return About(
        thing=sort.thing,
        text=" ".join(entity.title.split()),
        subject=entity.id,
        span=entity.span,
        personas=(entity.id,) if isinstance(entity, Persona) else personas,
        place=_place(entity),
    )


def _place(entity: Entity) -> Place:
    if isinstance(entity, Action):
        return Place(journey=entity.journey, phase=entity.phase)
    return NOWHERE


def _changed(old: Entity, new: Entity, sort: Sort, sides: Sides) -> Iterator[Change]:
    about = _about(new, sort)
    for side in sort.sides:
        yield from sides.compared(
            about,
            side.aspect,
            side.label,
            side.read(old),
            side.read(new),
            kind=side.kind,
            weight=side.weight,
            tone=side.tone(old, new),
        )
    match old, new:
        case Persona(), Persona():
            before, after = (*old.goals, *old.pains), (*new.goals, *new.pains)
        case Research(), Research():
            before, after = old.findings, new.findings
        case _:
            return
    yield from statement_changes(
        (Stated(statement=one) for one in before), (Stated(statement=one) for one in after), sides
    )
