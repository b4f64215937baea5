"""All gaps of a handbook with their bearing and rank, worked out once and cut in many ways."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, count

from journeybook.codes import Severity
from journeybook.findings import Finding
from journeybook.gaps.bearing import Bearing, Bearings
from journeybook.gaps.ranking import Rank, rank
from journeybook.handbook.book import Handbook
from journeybook.handbook.ids import slug

OPEN = "open"
FILLING = "filling"
WAIVED = "waived"
STATES = (OPEN, FILLING, WAIVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A gap with all that is known of it; `state` is open, filling or waived."""

    finding: Finding
    bearing: Bearing
    rank: Rank
    state: str

    @property
    def is_quiet(self) -> bool:
        """Whether it weighs so little that it is told folded."""
        return self.finding.severity <= Severity.LOW

    @property
    def counts(self) -> bool:
        """Whether it is an open gap as every page counts them; the minor ones are told apart."""
        return self.state == OPEN and not self.is_quiet


@dataclass(frozen=True, kw_only=True)
class Ledger:
    """Every gap of a handbook, the one to close first at the head."""

    handbook: Handbook
    gaps: tuple[Finding, ...]

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All gaps, ranked."""
        phases = tuple(self.handbook.phases)
        bearings = Bearings(handbook=self.handbook)
        made = (self._weighed(finding, bearings.of(finding)) for finding in self.gaps)
        return tuple(sorted(made, key=lambda one: _order(one, phases)))

    @cached_property
    def by_phase(self) -> Mapping[str, tuple[Entry, ...]]:
        """The gaps of each phase; those of no phase under the empty text."""
        return _cut(self.entries, lambda one: one.bearing.phases or ("",))

    @cached_property
    def by_persona(self) -> Mapping[str, tuple[Entry, ...]]:
        """The gaps that concern each persona."""
        return _cut(self.entries, lambda one: one.bearing.personas)

    @cached_property
    def by_channel(self) -> Mapping[str, tuple[Entry, ...]]:
        """The gaps that concern each channel."""
        return _cut(self.entries, lambda one: one.bearing.channels)

    @cached_property
    def by_owner(self) -> Mapping[str, tuple[Entry, ...]]:
        """The gaps of each owner; those of nobody under the empty text."""
        return _cut(self.entries, lambda one: (one.finding.owner or "",))

    @cached_property
    def open_counts(self) -> Mapping[str, Counter[str]]:
        """How many open gaps count in each phase and channel, for each persona and owner."""
        counts = {cut: Counter[str]() for cut in ("phase", "persona", "channel", "owner")}
        for one in self.entries:
            if one.counts:
                counts["phase"].update(one.bearing.phases)
                counts["persona"].update(one.bearing.personas)
                counts["channel"].update(one.bearing.channels)
                counts["owner"].update((one.finding.owner or "",))
        return counts

    @cached_property
    def owner_slugs(self) -> Mapping[str, str]:
        """The last part of each owner's address; owners who spell alike are told apart."""
        taken: dict[str, str] = {}
        for owner in sorted(self.owners):
            wanted = slug(owner)
            names = chain((wanted,), (f"{wanted}-{at}" for at in count(2)))
            free = next(name for name in names if name not in taken)
            taken[free] = owner
        return {owner: name for name, owner in taken.items()}

    @cached_property
    def owners(self) -> frozenset[str]:
        """Everybody who owns a gap, a draft or anything that is reviewed."""
        book = self.handbook
        kept = (book.personas, book.phases, book.assets, book.journeys, book.channels)
        owners = {one.owner for folder in kept for one in folder.values()}
        owners |= {entry.finding.owner for entry in self.entries}
        return frozenset(owner for owner in owners if owner)

    def waiting(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        """Give those nobody is filling and nobody has waived."""
        return tuple(one for one in entries if one.state == OPEN)

    def _weighed(self, finding: Finding, bearing: Bearing) -> Entry:
        weight = rank(finding, bearing, self.handbook)
        return Entry(finding=finding, bearing=bearing, rank=weight, state=_state(finding))


def due_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Sort what is being filled by the day it is due, undated last."""
    return tuple(sorted(entries, key=_due))


def _due(entry: Entry) -> tuple[bool, str]:
    due = entry.finding.being_filled.due if entry.finding.being_filled else None
    return due is None, due.isoformat() if due else ""


def _state(finding: Finding) -> str:
    if finding.waived:
        return WAIVED
    return FILLING if finding.being_filled else OPEN


def _order(entry: Entry, phases: tuple[str, ...]) -> tuple[object, ...]:
    found = entry.bearing.phases
    phase = phases.index(found[0]) if found else len(phases)
    return -entry.rank.score, phase, entry.finding.span, entry.finding.fingerprint


def _cut(
    entries: Iterable[Entry], keys: Callable[[Entry], tuple[str, ...]]
) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        for key in keys(entry):
            found.setdefault(key, []).append(entry)
    return {key: tuple(items) for key, items in found.items()}
