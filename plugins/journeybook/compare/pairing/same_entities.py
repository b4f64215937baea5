"""Which entity of the earlier handbook is which of the later one."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from journeybook.compare.pairing.likeness import (
    own_lines,
    paired_by_key,
    paired_by_lines,
    paired_by_text,
)
from journeybook.handbook.entities import Asset
from journeybook.handbook.ids import folded, last_part
from journeybook.handbook.inventories.web import page_of
from journeybook.handbook.statements import Entity

_ALIKE_TITLES = 0.75
_ALIKE_ELSEWHERE = 0.85
_SHORTEST_BODY = 40

Texts = Callable[[str], str]
"""Gives the text of a file by its path."""


def same_entities(before: Mapping[str, Entity], after: Mapping[str, Entity]) -> dict[str, str]:
    """Pair the entities of a kind by their ids, and others by what they are called or say."""
    same = {name: name for name in before if name in after}
    gone = [one for name, one in before.items() if name not in after]
    come = [one for name, one in after.items() if name not in before]
    for key in (_address, _body, _title, _name):
        for old, new in paired_by_key(gone, come, key):
            same[old.id] = new.id
        found = set(same.values())
        gone = [one for one in gone if one.id not in same]
        come = [one for one in come if one.id not in found]
    for same_by in (_by_alias, _by_title, _by_body):
        for old, new in same_by(gone, come):
            same[old.id] = new.id
        found = set(same.values())
        gone = [one for one in gone if one.id not in same]
        come = [one for one in come if one.id not in found]
    return same


def same_files(
    before: Mapping[str, Entity],
    after: Mapping[str, Entity],
    same: Mapping[str, str],
    texts: tuple[Texts, Texts],
) -> dict[str, str]:
    """Pair those that are left by the lines of their files, by id."""
    found = set(same.values())
    gone = [one.path for name, one in before.items() if name not in same]
    come = [one.path for name, one in after.items() if name not in found]
    if not gone or not come:
        return {}
    sides = zip((before, after), texts, strict=True)
    olds, news = (
        own_lines({one.path: text(one.path) for one in side.values()}) for side, text in sides
    )
    names = {one.path: one.id for one in (*before.values(), *after.values())}
    pairs = paired_by_lines(
        {path: olds[path] for path in gone}, {path: news[path] for path in come}
    )
    return {names[old]: names[new] for old, new in pairs}


def _by_alias(gone: Sequence[Entity], come: Sequence[Entity]) -> Iterable[tuple[Entity, Entity]]:
    # A file that is renamed keeps its old name among its aliases.
    for old in gone:
        names = {_title(old), _name(old)}
        heirs = [one for one in come if names & set(map(folded, one.aliases))]
        if len(heirs) == 1:
            yield old, heirs[0]


def _by_title(gone: Sequence[Entity], come: Sequence[Entity]) -> Iterable[tuple[Entity, Entity]]:
    return paired_by_text(gone, come, lambda one: one.title, _ALIKE_TITLES)


def _by_body(gone: Sequence[Entity], come: Sequence[Entity]) -> Iterable[tuple[Entity, Entity]]:
    old, new = ([one for one in each if _body(one)] for each in (gone, come))
    return paired_by_text(old, new, _body, _ALIKE_ELSEWHERE)


def _address(entity: Entity) -> str:
    # Content that other programs list has its address for a name, whatever its title is.
    return page_of(entity.url) if isinstance(entity, Asset) and entity.url else ""


def _body(entity: Entity) -> str:
    text = " ".join(entity.body.split())
    return text if len(text) >= _SHORTEST_BODY else ""


def _title(entity: Entity) -> str:
    return folded(entity.title)


def _name(entity: Entity) -> str:
    return folded(last_part(entity.id))
