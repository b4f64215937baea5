"""What changed in everything besides journeys: personas, phases, channels, content and so on."""

from collections.abc import Iterator

from journeybook.compare.change import NOWHERE, Change, Place, What
from journeybook.compare.keys import key_changes
from journeybook.compare.sides import About, Sides
from journeybook.compare.statements import Stated, statement_changes
from journeybook.compare.words import KINDS, KindWords
from journeybook.handbook.entities import Action, Asset, Persona, Research
from journeybook.handbook.statements import Entity
from journeybook.schema import MODELS, Kind


def belonging_changes(sides: Sides) -> Iterator[Change]:
    """Compare everything that is not a journey."""
    olds, news = sides.before.entities, sides.after.entities
    for kind, words in KINDS.items():
        later = sides.matches.ids[kind]
        earlier = {new: old for old, new in later.items()}
        for name, new in news[kind].items():
            if name in earlier:
                yield from _changed(olds[kind][earlier[name]], new, kind, sides)
            else:
                yield _whole(new, What.ADDED, words)
        for name, old in olds[kind].items():
            if name not in later:
                yield _whole(old, What.REMOVED, words)


def _whole(entity: Entity, what: What, words: KindWords) -> Change:
    about = _about(entity, words)
    added = what is What.ADDED
    label = words.added if added else words.removed
    values = ("", about.text) if added else (about.text, "")
    return Sides.change(about, what, label, weight=words.weight, values=values)


def _about(entity: Entity, words: KindWords) -> About:
    personas = entity.personas if isinstance(entity, Asset | Research) else ()
    return About(
        thing=words.thing,
        text=" ".join(entity.title.split()),
        subject=entity.id,
        span=entity.span,
        personas=(entity.id,) if isinstance(entity, Persona) else personas,
        place=_place(entity),
    )


def _place(entity: Entity) -> Place:
    if isinstance(entity, Action):
        journey = entity.journeys[0] if len(entity.journeys) == 1 else None
        return Place(journey=journey, phase=entity.phase)
    return NOWHERE


def _changed(old: Entity, new: Entity, kind: Kind, sides: Sides) -> Iterator[Change]:
    about = _about(new, KINDS[kind])
    yield from key_changes(about, MODELS[kind], old, new, sides)
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
