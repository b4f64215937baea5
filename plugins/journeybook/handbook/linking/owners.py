"""Owners: names that differ in case, blanks or signs alone are those of one owner."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from journeybook.handbook.ids import owner_key
from journeybook.schema import Entity
from journeybook.schema.kpi import Kpi
from journeybook.sources.document import Document


def with_one_spelling(documents: Sequence[Document[Entity]]) -> tuple[Document[Entity], ...]:
    """Give the documents with every owner spelled as most of them do, of equals as in a list."""
    names = [name for one in documents for name in _named(one.fields)]
    spelled = Counter(" ".join(name.split()) for name in names)
    chosen: dict[str, str] = {}
    for name in sorted(spelled, key=lambda one: (-spelled[one], one)):
        chosen.setdefault(owner_key(name), name)
    known = {name: chosen[owner_key(name)] for name in names}
    if all(name == spelling for name, spelling in known.items()):
        return tuple(documents)
    return tuple(replace(one, fields=_spelled(one.fields, known)) for one in documents)


def _named(fields: Entity) -> Iterator[str]:
    yield from (name for name in (fields.owner, *(one.owner for one in _kpis(fields))) if name)


def _kpis(fields: Entity) -> Iterable[Kpi]:
    # Most have none, and to ask a model for what it lacks takes long.
    kpis: Iterable[Kpi] = fields.__dict__.get("kpis", ())
    return kpis


def _spelled(fields: Entity, known: Mapping[str, str]) -> Entity:
    keys: dict[str, object] = {"owner": known.get(fields.owner or "", fields.owner)}
    if kpis := _kpis(fields):
        keys["kpis"] = tuple(
            one.model_copy(update={"owner": known.get(one.owner or "", one.owner)}) for one in kpis
        )
    return fields.model_copy(update=keys)
