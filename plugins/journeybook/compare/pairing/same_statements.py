"""Which statement of the earlier handbook, and which figure, is which of the later one."""

from collections.abc import Iterator, Mapping, Sequence

from journeybook.compare.pairing.likeness import ALIKE, paired_by_text
from journeybook.compare.pairing.partings import Partings
from journeybook.findings import Ref
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Persona
from journeybook.handbook.ids import local_of, with_owner
from journeybook.handbook.index.figures import all_figures
from journeybook.handbook.journeys import Journey, Step
from journeybook.handbook.research import Research
from journeybook.handbook.statements import Entity, Statement
from journeybook.schema import Kind

_ALIKE_ELSEWHERE = 0.85


def same_statements(
    before: Handbook, after: Handbook, ids: Mapping[Kind, Mapping[str, str]], partings: Partings
) -> Iterator[tuple[Ref, Ref]]:
    """Pair what is said in the same place, and what moved within a journey or along with a part."""
    olds, news = before.entities, after.entities
    found: dict[Ref, Ref] = {}
    for kind in (Kind.PERSONA, Kind.RESEARCH, Kind.STEP):
        for old, new in ids[kind].items():
            found.update(_paired_ids(stated(olds[kind][old]), stated(news[kind][new])))
    taken = set(found.values())
    for kind, old, new in _related(ids, partings):
        left = [one for one in stated(olds[kind][old]) if one.ref not in found]
        come = [one for one in stated(news[kind][new]) if one.ref not in taken]
        moved = dict(_paired_across(left, come))
        found.update(moved)
        taken.update(moved.values())
    yield from found.items()
    yield from _same_figures(before, after, ids)


def stated(entity: Entity) -> tuple[Statement, ...]:
    """Give all that the file of something says of customers, or that of its steps."""
    match entity:
        case Journey():
            return tuple(one for step in entity.steps for one in step.statements)
        case Step():
            return tuple(entity.statements)
        case Persona():
            return (*entity.goals, *entity.pains)
        case Research():
            return entity.findings
        case _:
            return ()


def _same_figures(
    before: Handbook, after: Handbook, ids: Mapping[Kind, Mapping[str, str]]
) -> Iterator[tuple[Ref, Ref]]:
    later = {(one.place.kind, one.ref.id): one.ref for one in all_figures(after)}
    for one in all_figures(before):
        kind, place = one.place.kind, one.place.id
        new = with_owner(one.ref.id, ids[Kind(kind.value)].get(place, place))
        if (kind, new) in later:
            yield one.ref, later[kind, new]


def _related(
    ids: Mapping[Kind, Mapping[str, str]], partings: Partings
) -> Iterator[tuple[Kind, str, str]]:
    yield from ((Kind.JOURNEY, old, new) for old, new in ids[Kind.JOURNEY].items())
    for kind in (Kind.JOURNEY, Kind.PERSONA, Kind.RESEARCH):
        yield from ((kind, old, new) for old, new in partings.beside(kind))


def _paired_ids(
    before: Sequence[Statement], after: Sequence[Statement]
) -> Iterator[tuple[Ref, Ref]]:
    known = {local_of(one.id): one for one in after}
    taken = {local_of(one.id) for one in before} & known.keys()
    for one in before:
        if local_of(one.id) in taken:
            yield one.ref, known[local_of(one.id)].ref
    gone = [one for one in before if local_of(one.id) not in taken]
    come = [one for one in after if local_of(one.id) not in taken]
    yield from _paired_across(gone, come, ALIKE)


def _paired_across(
    gone: Sequence[Statement], come: Sequence[Statement], least: float = _ALIKE_ELSEWHERE
) -> Iterator[tuple[Ref, Ref]]:
    for lane in dict.fromkeys(one.lane for one in gone):
        olds = [one for one in gone if one.lane is lane]
        news = [one for one in come if one.lane is lane]
        for old, new in paired_by_text(olds, news, lambda one: one.text, least):
            yield old.ref, new.ref
