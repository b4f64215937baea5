"""Compares two states of a handbook: what changed for whom, the most important first."""

from collections.abc import Iterable
from dataclasses import dataclass

from journeybook.compare.belongings import belonging_changes
from journeybook.compare.change import Change, Place, Tone
from journeybook.compare.gaps import finding_changes
from journeybook.compare.journeys import journey_changes
from journeybook.compare.sides import Sides, put_side_by_side
from journeybook.counts.definitions import Counted
from journeybook.counts.steps import asking_within
from journeybook.counts.within import Within
from journeybook.handbook.index.asked import Asking
from journeybook.handbook.index.scores import Scores
from journeybook.pipeline import Judged
from journeybook.schema import Kind
from journeybook.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The scores of a journey or of the whole handbook, and its open gaps."""

    scores: Scores
    asked: Asking
    gaps: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Phased:
    """The changes of one phase of a journey; those of no phase have no title."""

    phase: str | None
    title: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The changes of one journey, phase by phase; or of everything outside journeys."""

    journey: str | None
    title: str
    personas: tuple[str, ...]
    phases: tuple[Phased, ...]
    before: Standing | None = None
    after: Standing | None = None

    @property
    def changes(self) -> tuple[Change, ...]:
        """All its changes, phase by phase."""
        return tuple(one for phased in self.phases for one in phased.changes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Everything that changed between two states of a handbook; empty when nobody notices."""

    groups: tuple[Group, ...]
    before: Standing
    after: Standing
    sides: Sides

    @property
    def changes(self) -> tuple[Change, ...]:
        """All changes, the most important journey first."""
        return tuple(one for group in self.groups for one in group.changes)

    @property
    def wording(self) -> Wording:
        """The language it is told in: that of the later handbook."""
        return self.sides.wording

    def counted(self, tone: Tone) -> int:
        """Count the changes of a tone."""
        return sum(one.tone is tone for one in self.changes)


def compare(before: Judged, after: Judged) -> Comparison:
    """Tell what changed for personas from one state of a handbook to the other."""
    sides = put_side_by_side(before.handbook, after.handbook, after.site.wording)
    changes = [
        *journey_changes(sides),
        *belonging_changes(sides),
        *finding_changes(before.site.findings, after.site.findings, sides),
    ]
    placed = [(_settled(one, sides), one) for one in changes]
    journeys = dict.fromkeys(place.journey for place, _ in placed)
    groups = [
        _group(name, [pair for pair in placed if pair[0].journey == name], before, after, sides)
        for name in journeys
    ]
    return Comparison(
        groups=tuple(sorted(groups, key=_importance)),
        before=_standing(before, None),
        after=_standing(after, None),
        sides=sides,
    )


def _settled(change: Change, sides: Sides) -> Place:
    # A change told in the words of the earlier side stands where that journey is now.
    journey, phase = change.place.journey, change.place.phase
    if journey is not None and journey not in sides.after.journeys:
        journey = sides.matches.one(Kind.JOURNEY, journey)
    if phase is not None and phase not in sides.after.phases:
        phase = sides.matches.one(Kind.PHASE, phase)
    return Place(journey=journey, phase=phase)


def _importance(group: Group) -> tuple[bool, int, int, str]:
    weights = [one.weight for one in group.changes]
    return group.journey is None, -max(weights), -sum(weights), group.title


def _group(
    name: str | None,
    placed: list[tuple[Place, Change]],
    before: Judged,
    after: Judged,
    sides: Sides,
) -> Group:
    now = after.handbook.journeys.get(name or "")
    earlier = {new: old for old, new in sides.matches.ids[Kind.JOURNEY].items()}
    then = before.handbook.journeys.get(earlier.get(name or "", name or ""))
    known = now or then
    people = [sides.titles_after if now else sides.titles_before] if known else []
    return Group(
        journey=name,
        title=" ".join(known.title.split()) if known else "",
        personas=tuple(who(Kind.PERSONA, [one]) for who in people for one in known.personas)
        if known
        else (),
        phases=_phased(placed, sides),
        before=_standing(before, then.id) if then else None,
        after=_standing(after, now.id) if now else None,
    )


def _phased(placed: Iterable[tuple[Place, Change]], sides: Sides) -> tuple[Phased, ...]:
    found: dict[str | None, list[Change]] = {}
    for place, change in placed:
        found.setdefault(place.phase, []).append(change)
    order = [None, *sides.after.phases, *sides.before.phases]
    phases = [one for one in dict.fromkeys(order) if one in found]
    phases += [one for one in found if one not in phases]
    return tuple(
        Phased(
            phase=phase,
            title=_phase_title(phase, sides),
            changes=tuple(sorted(found[phase], key=lambda one: one.rank)),
        )
        for phase in phases
    )


def _phase_title(phase: str | None, sides: Sides) -> str:
    if phase is None:
        return ""
    known = sides.after.phases.get(phase) or sides.before.phases.get(phase)
    return " ".join(known.title.split()) if known else phase


def _standing(judged: Judged, journey: str | None) -> Standing:
    within, counts = Within(journey=journey), judged.site.counts
    return Standing(
        scores=counts.scores(within),
        asked=asking_within(judged.handbook, within),
        gaps=counts.of(Counted.OPEN_GAPS, within),
    )
