"""Whether all that a finding is about is in both states."""

from collections.abc import Mapping
from dataclasses import dataclass

from journeybook.compare.pairing.matching import ENTITIES, Matches
from journeybook.findings import Finding, Ref, RefKind
from journeybook.handbook.ids import owner_of
from journeybook.schema import Kind

_NAMELESS = frozenset(
    {RefKind.ASSET_TYPE, RefKind.ROLE, RefKind.CONTENT_MIX, RefKind.NOTE, RefKind.WORD}
)
"""What has no file and no words of its own to be matched by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The ids of entities and the names of statements in one state that are in the other too."""

    ids: Mapping[Kind, frozenset[str]]
    statements: frozenset[Ref]

    def holds(self, finding: Finding) -> bool:
        """Tell whether all that a finding of this state names is in the other one too."""
        named = (
            (Kind.PERSONA, finding.persona),
            (Kind.JOURNEY, finding.journey),
            (Kind.PHASE, finding.phase),
        )
        if any(name and name not in self.ids[kind] for kind, name in named):
            return False
        subject = finding.subject
        if subject is None or subject.kind in _NAMELESS:
            return True
        if subject.kind is RefKind.EMOTION:
            return owner_of(subject.id) in self.ids[Kind.STEP]
        if subject.kind in ENTITIES:
            return subject.id in self.ids[Kind(subject.kind.value)]
        return subject in self.statements


def kept_of(matches: Matches) -> tuple[Kept, Kept]:
    """Give what is kept, by its earlier names and by its later ones."""
    return (
        Kept(
            ids={kind: frozenset(matches.ids[kind]) for kind in Kind},
            statements=frozenset(matches.statements),
        ),
        Kept(
            ids={kind: frozenset(matches.ids[kind].values()) for kind in Kind},
            statements=frozenset(matches.statements.values()),
        ),
    )
