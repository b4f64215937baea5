"""What took the place of something that is gone: whoever named the one names the other now."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from journeybook.findings import Ref, RefKind
from journeybook.handbook.book import Handbook
from journeybook.handbook.statements import Entity
from journeybook.schema import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Heir:
    """The later id of what took the place of something, and how many files name it instead."""

    id: str
    files: int


_NAMED = (Kind.PERSONA, Kind.PHASE, Kind.CHANNEL, Kind.ASSET, Kind.JOURNEY)

Ids = Mapping[Kind, Mapping[str, str]]


def find_heirs(before: Handbook, after: Handbook, ids: Ids) -> Mapping[Ref, Heir]:
    """Find what most who named something that is gone name in its place.

    Two personas that become one, or a channel that is replaced by another.
    """
    named: Counter[Ref] = Counter()
    heirs: dict[Ref, Counter[str]] = {}
    for old, new in _pairs(before, after, ids):
        for kind in _NAMED:
            names = _names(old, kind)
            gone = [name for name in names if name not in ids[kind]]
            if not gone:
                continue
            # Who stood beside it before is no heir of it.
            kept = {ids[kind].get(name) for name in names}
            gained = set(_names(new, kind)) - kept
            for name in gone:
                ref = Ref(kind=RefKind(kind.value), id=name)
                named[ref] += 1
                heirs.setdefault(ref, Counter()).update(gained)
    found = {ref: max(own.items(), key=_often) for ref, own in heirs.items() if own}
    return {
        ref: Heir(id=name, files=times)
        for ref, (name, times) in found.items()
        if times * 2 > named[ref]
    }


def _often(entry: tuple[str, int]) -> tuple[int, str]:
    return entry[1], entry[0]


def _pairs(before: Handbook, after: Handbook, ids: Ids) -> Iterator[tuple[Entity, Entity]]:
    for kind, olds in before.entities.items():
        # A step is for whomever its journey is for.
        if kind is Kind.STEP:
            continue
        news = after.entities[kind]
        for old, new in ids[kind].items():
            yield olds[old], news[new]


def _names(entity: Entity, kind: Kind) -> tuple[str, ...]:
    names = getattr(entity, f"{kind.value}s", ())
    return names if isinstance(names, tuple) and all(isinstance(one, str) for one in names) else ()
