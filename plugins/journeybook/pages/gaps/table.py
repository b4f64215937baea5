"""Gaps as a table, in files and in the workbook."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from journeybook.gaps.ledger import Entry
from journeybook.handbook.statements import Entity
from journeybook.pages.gaps.filters import STATE_WORDS
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.table import Column, Table, Value, listed
from journeybook.pages.parts.words.states import gap_state, severity_word


@dataclass(slots=True, kw_only=True)
class GapRows:
    """Lays out gaps as rows; what a row says is the same in every table and is worked out once."""

    site: Site
    _known: dict[str, tuple[Value, ...]] = field(default_factory=dict)

    def table(self, entries: Iterable[Entry]) -> Table:
        """Lay out gaps in the order given, which is their rank."""
        return Table(
            title=self.site.wording.text("Gaps"),
            columns=_columns(self.site),
            rows=tuple(self._row(at, entry) for at, entry in enumerate(entries, start=1)),
        )

    def _row(self, at: int, entry: Entry) -> tuple[Value, ...]:
        fingerprint = entry.finding.fingerprint
        if fingerprint not in self._known:
            self._known[fingerprint] = _cells(entry, self.site)
        return (fingerprint, at, *self._known[fingerprint])


def titles(ids: Iterable[str], named: Mapping[str, Entity]) -> str:
    """Name some entities, separated by commas."""
    return listed(named[one].title for one in ids)


def state_word(entry: Entry, site: Site) -> str:
    """Say whether a gap is open, minor, accepted, or how far the content is that will close it."""
    if entry.state.waits:
        return site.wording.text(STATE_WORDS[entry.state])
    return gap_state(site, entry.finding)[1]


def _columns(site: Site) -> tuple[Column, ...]:
    say = site.wording.text
    heads = (
        say("Rank"),
        say("Points"),
        say("Severity"),
        say("State"),
        say("Kind of gap"),
        say("Gap"),
        say("Way out"),
        say("Persona"),
        say("Phase"),
        say("Channel"),
        say("Owner"),
        say("Importance"),
        say("Moment of truth"),
        say("Filled by"),
        say("Due"),
        say("Accepted because"),
        say("Accepted until"),
        say("Source"),
    )
    # Digits alone, or with an e among them, look like a number.
    name = Column(title=say("Fingerprint"), width=20, keeps=True)
    return (name, *(Column(title=head, width=20) for head in heads))


def _cells(entry: Entry, site: Site) -> tuple[Value, ...]:
    finding, bearing = entry.finding, entry.bearing
    say, book = site.wording.text, site.handbook
    filling, waiver = finding.being_filled, finding.waived
    return (
        entry.value.points,
        severity_word(site, finding.severity),
        state_word(entry, site),
        say(site.rules[finding.code].explanation.title),
        finding.message,
        finding.hint,
        titles(bearing.personas, book.personas),
        titles(bearing.phases, book.phases),
        titles(bearing.channels, book.channels),
        finding.owner,
        bearing.met.importance or None,
        say("yes") if bearing.met.is_moment_of_truth else None,
        filling.title if filling else None,
        filling.due if filling else None,
        waiver.reason if waiver else None,
        waiver.until if waiver else None,
        f"{finding.span.path}:{finding.span.line}",
    )
