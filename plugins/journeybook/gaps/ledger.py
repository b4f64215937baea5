"""All gaps of a handbook with their bearing and rank, worked out once and cut in many ways."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, count, product

from journeybook.findings import Finding
from journeybook.gaps.bearing import Bearing, Bearings
from journeybook.gaps.state import GapState, is_quiet, state_of
from journeybook.gaps.value import Value, value_of
from journeybook.grouping import grouped
from journeybook.handbook.book import Handbook
from journeybook.handbook.ids import slug, word_of
from journeybook.handbook.index.dates import Dated, all_dates
from journeybook.schema.settings.value import Weights


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A gap with all that is known of it."""

    finding: Finding
    bearing: Bearing
    value: Value

    @cached_property
    def state(self) -> GapState:
        """Whether it is open, minor, being filled or accepted."""
        return state_of(self.finding)

    @cached_property
    def is_quiet(self) -> bool:
        """Whether it weighs so little that it is told folded."""
        return is_quiet(self.finding)

    @cached_property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """What lists of gaps are filtered by, each as words between spaces."""
        finding, bearing = self.finding, self.bearing
        return (
            ("persona", _as_words(bearing.personas)),
            ("phase", _as_words(bearing.phases)),
            ("channel", _as_words(bearing.channels)),
            ("journey", _as_words(bearing.journeys)),
            ("code", finding.code),
            ("severity", finding.severity.word),
            ("owner", finding.owner or ""),
            ("state", self.state.value),
        )


def _as_words(ids: Iterable[str]) -> str:
    return " ".join(map(word_of, ids))


CUTS: Mapping[str, Callable[[Entry], tuple[str, ...]]] = {
    "persona": lambda one: one.bearing.personas,
    "phase": lambda one: one.bearing.phases or ("",),
    "channel": lambda one: one.bearing.channels,
    "journey": lambda one: one.bearing.journeys,
    "owner": lambda one: (one.finding.owner or "",),
    "severity": lambda one: (one.finding.severity.word,),
}
"""What a gap may concern, and what it concerns of that."""


@dataclass(frozen=True, kw_only=True)
class Ledger:
    """Every gap of a handbook, the one to close first at the head."""

    handbook: Handbook
    gaps: tuple[Finding, ...]
    weights: Weights = field(default_factory=Weights)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All gaps, ranked."""
        bearings = Bearings(handbook=self.handbook)
        made = (self._weighed(finding, bearings.of(finding)) for finding in self.gaps)
        return tuple(sorted(made, key=lambda one: _order(one, self.handbook)))

    def of(self, **named: str) -> tuple[Entry, ...]:
        """Give the gaps that concern all that is named, each by its id.

        Gaps may be of a `persona`, `phase`, `channel`, `journey`, `owner` and `severity`; those of
        no phase, or of nobody, are of the empty text.
        """
        return self._cut(tuple(named)).get(tuple(named.values()), ())

    def _cut(self, cuts: tuple[str, ...]) -> Mapping[tuple[str, ...], tuple[Entry, ...]]:
        if cuts not in self._cuts:
            self._cuts[cuts] = grouped(
                (names, entry)
                for entry in self.entries
                for names in product(*(CUTS[cut](entry) for cut in cuts))
            )
        return self._cuts[cuts]

    @cached_property
    def _cuts(self) -> dict[tuple[str, ...], Mapping[tuple[str, ...], tuple[Entry, ...]]]:
        return {}

    @cached_property
    def dates(self) -> tuple[Dated, ...]:
        """Every day on which somebody has to do something."""
        return tuple(all_dates(self.handbook))

    @cached_property
    def owner_slugs(self) -> Mapping[str, str]:
        """The last part of each owner's address; owners who spell alike are told apart.

        The empty text stands for nobody, where something without an owner is due on a day.
        """
        taken: dict[str, str] = {}
        dated = {one.owner for one in self.dates}
        waived = {one.finding.owner or "" for one in self.entries if one.finding.waived}
        for owner in sorted({*self.owners, *dated, *waived}):
            wanted = slug(owner or "nobody")
            names = chain((wanted,), (f"{wanted}-{at}" for at in count(2)))
            free = next(name for name in names if name not in taken)
            taken[free] = owner
        return {owner: name for name, owner in taken.items()}

    @cached_property
    def owners(self) -> frozenset[str]:
        """Everybody who owns a gap, a draft or anything that is reviewed."""
        book = self.handbook
        kept = (book.personas, book.phases, book.assets, book.journeys, book.channels, book.actions)
        owners = {one.owner for folder in kept for one in folder.values()}
        owners |= {entry.finding.owner for entry in self.entries}
        owners |= {one.owner for one in self.dates}
        return frozenset(owner for owner in owners if owner)

    def _weighed(self, finding: Finding, bearing: Bearing) -> Entry:
        value = value_of(finding, bearing, self.handbook, self.weights)
        return Entry(finding=finding, bearing=bearing, value=value)


def due_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Sort what is being filled by the day it is due, undated last."""
    return tuple(sorted(entries, key=_due))


def _due(entry: Entry) -> tuple[bool, str]:
    due = entry.finding.being_filled.due if entry.finding.being_filled else None
    return due is None, due.isoformat() if due else ""


def _order(entry: Entry, book: Handbook) -> tuple[object, ...]:
    # What is written decides, and the names of files only where everything else is the same.
    bearing, finding = entry.bearing, entry.finding
    whom = sorted(book.personas[one].title for one in bearing.sharing)
    return (
        -entry.value.points,
        book.first_place(bearing.phases),
        finding.message,
        whom,
        sorted(book.phases[one].title for one in bearing.phases),
        finding.span.order,
        finding.fingerprint,
    )
