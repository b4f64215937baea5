"""Which entity and which statement of the earlier handbook is which of the later one."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from journeybook.compare.pairing.heirs import Heir, Ids, find_heirs
from journeybook.compare.pairing.likeness import paired_by_key
from journeybook.compare.pairing.partings import NOTHING_PARTED, Partings, find_partings
from journeybook.compare.pairing.same_entities import Texts, same_entities, same_files
from journeybook.compare.pairing.same_statements import same_statements
from journeybook.compare.pairing.sources import followed
from journeybook.findings import Ref, RefKind
from journeybook.handbook.book import Handbook
from journeybook.handbook.ids import last_part, owner_of, with_owner
from journeybook.handbook.journeys import Journey
from journeybook.schema import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """The later id of each earlier one, by kind; and of each statement and each file.

    What is gone may have `heirs`, which took its place; `partings` tell what was split or merged,
    and `sources` which of inventory.yml go by another name. The text of a file that was `merged`
    into another one stands there.
    """

    ids: Mapping[Kind, Mapping[str, str]]
    statements: Mapping[Ref, Ref]
    paths: Mapping[str, str]
    heirs: Mapping[Ref, Heir] = field(default_factory=dict)
    partings: Partings = NOTHING_PARTED
    sources: Mapping[str, str] = field(default_factory=dict)
    merged: Mapping[str, str] = field(default_factory=dict)

    def one(self, kind: Kind, identifier: str | None) -> str | None:
        """Give the later id of an earlier one, or of its heir; the same where there is neither."""
        if identifier is None or identifier in self.ids[kind]:
            return identifier and self.ids[kind][identifier]
        heir = self.heir(kind, identifier)
        return heir.id if heir else identifier

    def heir(self, kind: Kind, identifier: str) -> Heir | None:
        """Give what took the place of something that is gone."""
        return self.heirs.get(Ref(kind=RefKind(kind.value), id=identifier))

    def is_parted(self, ref: Ref) -> bool:
        """Tell whether something earlier was split, or merged into another."""
        heir = self.heirs.get(ref)
        return ref in self.partings.split or (heir is not None and heir.merged)

    def parts(self, kind: Kind, identifier: str) -> tuple[str, ...]:
        """Give the later ids of what holds a part of something, or stands in its place."""
        ref = Ref(kind=RefKind(kind.value), id=identifier)
        heir = self.heirs.get(ref)
        return self.partings.split.get(ref, (heir.id,) if heir else ())

    def subject(self, subject: Ref | None) -> Ref | None:
        """Give the later name of whatever a finding is about; the same where it went unmatched."""
        if subject is None:
            return None
        if subject.kind in ENTITIES:
            kind = Kind(subject.kind.value)
            return subject._replace(id=self.ids[kind].get(subject.id, subject.id))
        # Neither a feeling nor a note has words to be matched by; they go where their file goes.
        if subject.kind is RefKind.EMOTION:
            return _with_owner(subject, self.ids[Kind.STEP])
        if subject.kind is RefKind.NOTE:
            goes_on = owner_of(subject.id) in self.paths
            return _with_owner(subject, self.paths if goes_on else self.merged)
        if subject.kind is RefKind.WORD:
            source, mark, rest = subject.id.partition(": ")
            return subject._replace(id=f"{self.sources.get(source, source)}{mark}{rest}")
        return self.statements.get(subject, subject)


ENTITIES = frozenset(RefKind(kind.value) for kind in Kind)
"""What has a file of its own."""
NOTHING_MATCHED = Matches(ids={kind: {} for kind in Kind}, statements={}, paths={})
"""Where both states are one, so that everything is called as it is."""


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
    whole = [kind for kind in Kind if kind is not Kind.STEP]
    for kind in whole:
        same = same_entities(olds[kind], news[kind])
        ids[kind] = same | same_files(olds[kind], news[kind], same, texts)
    ids[Kind.STEP] = {}
    parted = find_partings(before, after, ids, whole)
    ids = {kind: {**ids[kind], **parted.names(kind)} for kind in ids}
    ids[Kind.STEP] = _same_steps(before, after, ids, parted)
    steps = find_partings(before, after, ids, (Kind.STEP,))
    ids[Kind.STEP] = {**ids[Kind.STEP], **steps.names(Kind.STEP)}
    partings = parted.and_those(steps)
    paths = {
        olds[kind][old].path: news[kind][new].path
        for kind in Kind
        for old, new in ids[kind].items()
    }
    sources = followed(before, after, ids[Kind.ASSET])
    return Matches(
        ids=ids,
        statements=dict(same_statements(before, after, ids, partings)),
        paths={**paths, **sources.files},
        heirs=_heirs(before, after, ids, partings),
        partings=partings,
        sources=sources.names,
        merged={
            olds[Kind(ref.kind.value)][ref.id].path: news[Kind(ref.kind.value)][one].path
            for ref, one in partings.merged.items()
        },
    )


def _heirs(before: Handbook, after: Handbook, ids: Ids, partings: Partings) -> Mapping[Ref, Heir]:
    named = {
        ref: replace(
            heir, merged=ref.kind in _MEANT and heir.id in ids[Kind(ref.kind.value)].values()
        )
        for ref, heir in find_heirs(before, after, ids).items()
        if ref not in partings.split
    }
    return named | {
        ref: replace(named.get(ref, Heir(id=heir)), id=heir, merged=True)
        for ref, heir in partings.merged.items()
    }


_MEANT = frozenset({RefKind.PERSONA, RefKind.PHASE, RefKind.JOURNEY})
"""Whoever named the one means both by the other; elsewhere one only stands where another stood."""


def _same_steps(before: Handbook, after: Handbook, ids: Ids, partings: Partings) -> dict[str, str]:
    same: dict[str, str] = {}
    phases = ids[Kind.PHASE]
    for old_id, new_id in ids[Kind.JOURNEY].items():
        old_steps = {last_part(one.id): one for one in before.journeys[old_id].steps}
        new_steps = {last_part(one.id): one for one in after.journeys[new_id].steps}
        same.update(
            {old_steps[name].id: new_steps[name].id for name in old_steps if name in new_steps}
        )
        gone = {one.id: one for name, one in old_steps.items() if name not in new_steps}
        come = {one.id: one for name, one in new_steps.items() if name not in old_steps}
        found = same_entities(gone, come)
        same.update(found)
        left = [one for one in gone.values() if one.id not in found]
        new = [one for one in come.values() if one.id not in found.values()]
        alone = paired_by_key(
            [(phases.get(one.phase or "", ""), one.id) for one in left],
            [(one.phase or "", one.id) for one in new],
            lambda one: one[0],
        )
        same.update({old[1]: later[1] for old, later in alone})
    for old_id, new_id in partings.beside(Kind.JOURNEY):
        same.update(_steps_of_parts(before.journeys[old_id], after.journeys[new_id], same))
    return same


def _steps_of_parts(old: Journey, new: Journey, same: Mapping[str, str]) -> Mapping[str, str]:
    # Where a journey is split or two are merged, its steps go along.
    found = set(same.values())
    gone = {one.id: one for one in old.steps if one.id not in same}
    come = {one.id: one for one in new.steps if one.id not in found}
    return same_entities(gone, come)
