"""What took the place of something that is gone: whoever named the one names the other now."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from journeybook.findings import Ref, RefKind
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Asset
from journeybook.handbook.journeys import Step
from journeybook.handbook.statements import Entity
from journeybook.schema import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Heir:
    """The later id of what took the place of something, and how many files name it instead.

    What it said may stand there too, or somebody may be meant by either: then it was `merged`.
    """

    id: str
    files: int = 0
    merged: bool = False


_NAMED = (Kind.PERSONA, Kind.PHASE, Kind.CHANNEL, Kind.ASSET, Kind.JOURNEY)

Ids = Mapping[Kind, Mapping[str, str]]


def find_heirs(before: Handbook, after: Handbook, ids: Ids) -> Mapping[Ref, Heir]:
    """Find what most who named something that is gone name in its place.

    Two personas that become one, or a channel that is replaced by another.
    """
    changes: dict[Ref, list[tuple[frozenset[str], frozenset[str]]]] = {}
    for old, new in _pairs(before, after, ids):
        for kind in _NAMED:
            names, later = names_of(old, kind), frozenset(names_of(new, kind))
            beside = later & {ids[kind].get(name) for name in names}
            for name in names:
                if name not in ids[kind]:
                    ref = Ref(kind=RefKind(kind.value), id=name)
                    changes.setdefault(ref, []).append((later - beside, beside))
    found = {ref: _heir_of(own) for ref, own in changes.items()}
    return {ref: heir for ref, heir in found.items() if heir}


def _heir_of(changes: Sequence[tuple[frozenset[str], frozenset[str]]]) -> Heir | None:
    often = Counter(name for gained, _ in changes for name in gained)
    if not often:
        return None
    name, files = max(often.items(), key=lambda entry: (entry[1], entry[0]))
    # Where it stood beside what is gone, nobody can tell whether it took its place.
    silent = sum(name in beside for _, beside in changes)
    return Heir(id=name, files=files) if files * 2 > len(changes) - silent else None


def _pairs(before: Handbook, after: Handbook, ids: Ids) -> Iterator[tuple[Entity, Entity]]:
    for kind, olds in before.entities.items():
        news = after.entities[kind]
        for old, new in ids[kind].items():
            yield olds[old], news[new]


def names_of(entity: Entity, kind: Kind) -> tuple[str, ...]:
    """Give the ids of a kind that something names, itself or in what it says."""
    if isinstance(entity, Step):
        return tuple(dict.fromkeys(_named_in_step(entity, kind)))
    # For whom content is that says nothing of it follows from what others say.
    named = entity.stated if isinstance(entity, Asset) else entity
    names = getattr(named, f"{kind.value}s", ())
    return names if isinstance(names, tuple) else ()


def _named_in_step(step: Step, kind: Kind) -> Iterator[str]:
    # A step is for whomever its journey is for.
    match kind:
        case Kind.PHASE:
            yield from filter(None, (step.phase,))
        case Kind.CHANNEL:
            yield from filter(None, (one.channel for one in step.touchpoints))
        case Kind.ASSET:
            yield from (name for one in step.touchpoints for name in one.assets)
            yield from (name for one in step.drop_offs for name in one.assets)
            yield from (name for one in step.expectations for name in one.met_by_assets)
