"""Which entity and which statement of the earlier handbook is which of the later one."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from journeybook.compare.heirs import Heir, find_heirs
from journeybook.compare.likeness import (
    own_lines,
    paired_by_key,
    paired_by_lines,
    paired_by_text,
)
from journeybook.findings import Ref, RefKind
from journeybook.handbook.book import Handbook
from journeybook.handbook.ids import folded, last_part, local_of, owner_of, with_owner
from journeybook.handbook.journeys import Step
from journeybook.handbook.statements import Entity, Statement
from journeybook.schema import Kind

_ALIKE_TITLES = 0.75
_ALIKE_ELSEWHERE = 0.85
_SHORTEST_BODY = 40

Texts = Callable[[str], str]
"""Gives the text of a file by its path."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """The later id of each earlier one, by kind; and of each statement and each file.

    What is gone may have `heirs`, which took its place.
    """

    ids: Mapping[Kind, Mapping[str, str]]
    statements: Mapping[Ref, Ref]
    paths: Mapping[str, str]
    heirs: Mapping[Ref, Heir] = field(default_factory=dict)

    def one(self, kind: Kind, identifier: str | None) -> str | None:
        """Give the later id of an earlier one, or of its heir; the same where there is neither."""
        if identifier is None or identifier in self.ids[kind]:
            return identifier and self.ids[kind][identifier]
        heir = self.heir(kind, identifier)
        return heir.id if heir else identifier

    def heir(self, kind: Kind, identifier: str) -> Heir | None:
        """Give what took the place of something that is gone."""
        return self.heirs.get(Ref(kind=RefKind(kind.value), id=identifier))

    def subject(self, subject: Ref | None) -> Ref | None:
        """Give the later name of whatever a finding is about; the same where it went unmatched."""
        if subject is None:
            return None
        if subject.kind in _ENTITIES:
            kind = Kind(subject.kind.value)
            return subject._replace(id=self.ids[kind].get(subject.id, subject.id))
        # Neither a feeling nor a note has words to be matched by; they go where their file goes.
        if subject.kind is RefKind.EMOTION:
            return _with_owner(subject, self.ids[Kind.STEP])
        if subject.kind is RefKind.NOTE:
            return _with_owner(subject, self.paths)
        return self.statements.get(subject, subject)


_ENTITIES = frozenset(RefKind(kind.value) for kind in Kind)


def _with_owner(subject: Ref, later: Mapping[str, str]) -> Ref:
    owner = owner_of(subject.id)
    return subject._replace(id=with_owner(subject.id, later.get(owner, owner)))


def _unread(_path: str) -> str:
    return ""


def match(
    before: Handbook, after: Handbook, texts: tuple[Texts, Texts] = (_unread, _unread)
) -> Matches:
    """Match two states of a handbook: the same id first, then a moved or renamed file.

    The `texts` of its files, by their paths, tell of a file that was renamed and edited.
    """
    olds, news = before.entities, after.entities
    ids: dict[Kind, Mapping[str, str]] = {}
    for kind in Kind:
        if kind is not Kind.STEP:
            same = _same_entities(olds[kind], news[kind])
            ids[kind] = same | _same_files(olds[kind], news[kind], same, texts)
    ids[Kind.STEP] = _same_steps(before, after, ids[Kind.JOURNEY], ids[Kind.PHASE])
    paths = {
        olds[kind][old].path: news[kind][new].path
        for kind in Kind
        for old, new in ids[kind].items()
    }
    statements = dict(_same_statements(before, after, ids))
    heirs = find_heirs(before, after, ids)
    return Matches(ids=ids, statements=statements, paths=paths, heirs=heirs)


def _same_entities(before: Mapping[str, Entity], after: Mapping[str, Entity]) -> dict[str, str]:
    same = {name: name for name in before if name in after}
    gone = [one for name, one in before.items() if name not in after]
    come = [one for name, one in after.items() if name not in before]
    for key in (_body, _title, _name):
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


def _same_files(
    before: Mapping[str, Entity],
    after: Mapping[str, Entity],
    same: Mapping[str, str],
    texts: tuple[Texts, Texts],
) -> dict[str, str]:
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


def _body(entity: Entity) -> str:
    text = " ".join(entity.body.split())
    return text if len(text) >= _SHORTEST_BODY else ""


def _title(entity: Entity) -> str:
    return folded(entity.title)


def _name(entity: Entity) -> str:
    return folded(last_part(entity.id))


def _same_steps(
    before: Handbook, after: Handbook, journeys: Mapping[str, str], phases: Mapping[str, str]
) -> dict[str, str]:
    same: dict[str, str] = {}
    for old_id, new_id in journeys.items():
        old_steps = {last_part(one.id): one for one in before.journeys[old_id].steps}
        new_steps = {last_part(one.id): one for one in after.journeys[new_id].steps}
        same.update(
            {old_steps[name].id: new_steps[name].id for name in old_steps if name in new_steps}
        )
        gone = {one.id: one for name, one in old_steps.items() if name not in new_steps}
        come = {one.id: one for name, one in new_steps.items() if name not in old_steps}
        found = _same_entities(gone, come)
        same.update(found)
        left = [one for one in gone.values() if one.id not in found]
        new = [one for one in come.values() if one.id not in found.values()]
        alone = paired_by_key(
            [(phases.get(one.phase or "", ""), one.id) for one in left],
            [(one.phase or "", one.id) for one in new],
            lambda one: one[0],
        )
        same.update({old[1]: later[1] for old, later in alone})
    same.update(_steps_of_other_journeys(before, after, same))
    return same


def _steps_of_other_journeys(
    before: Handbook, after: Handbook, same: Mapping[str, str]
) -> Mapping[str, str]:
    # Where a journey is split or two are merged, a step that tells the same story goes along.
    found = set(same.values())
    gone = [step for _, step in before.all_steps if step.id not in same]
    come = [step for _, step in after.all_steps if step.id not in found]
    return {old.id: new.id for old, new in paired_by_key(gone, come, _body)}


def _same_statements(
    before: Handbook, after: Handbook, ids: Mapping[Kind, Mapping[str, str]]
) -> Iterable[tuple[Ref, Ref]]:
    olds, news = before.entities, after.entities
    for old, new in ids[Kind.PERSONA].items():
        then, now = before.personas[old], after.personas[new]
        yield from _paired_ids((*then.goals, *then.pains), (*now.goals, *now.pains))
    for old, new in ids[Kind.RESEARCH].items():
        yield from _paired_ids(before.research[old].findings, after.research[new].findings)
    steps: dict[Ref, Ref] = {}
    for old, new in ids[Kind.STEP].items():
        then_step, now_step = olds[Kind.STEP][old], news[Kind.STEP][new]
        if isinstance(then_step, Step) and isinstance(now_step, Step):
            steps.update(_paired_ids(tuple(then_step.statements), tuple(now_step.statements)))
    yield from steps.items()
    later = set(steps.values())
    for old, new in ids[Kind.JOURNEY].items():
        left = [one for one in _statements(before, old) if one.ref not in steps]
        come = [one for one in _statements(after, new) if one.ref not in later]
        yield from _paired_across(left, come)


def _statements(book: Handbook, journey: str) -> Iterable[Statement]:
    return (one for step in book.journeys[journey].steps for one in step.statements)


def _paired_ids(
    before: tuple[Statement, ...], after: tuple[Statement, ...]
) -> Iterable[tuple[Ref, Ref]]:
    known = {_local(one): one for one in after}
    taken = {_local(one) for one in before if _local(one) in known}
    for one in before:
        if _local(one) in taken:
            yield one.ref, known[_local(one)].ref
    gone = [one for one in before if _local(one) not in taken]
    come = [one for one in after if _local(one) not in taken]
    for lane in dict.fromkeys(one.lane for one in gone):
        olds = [one for one in gone if one.lane is lane]
        news = [one for one in come if one.lane is lane]
        for old, new in paired_by_text(olds, news, lambda one: one.text):
            yield old.ref, new.ref


def _paired_across(gone: list[Statement], come: list[Statement]) -> Iterable[tuple[Ref, Ref]]:
    for lane in dict.fromkeys(one.lane for one in gone):
        olds = [one for one in gone if one.lane is lane]
        news = [one for one in come if one.lane is lane]
        for old, new in paired_by_text(olds, news, lambda one: one.text, _ALIKE_ELSEWHERE):
            yield old.ref, new.ref


def _local(statement: Statement) -> str:
    return local_of(statement.id)
