"""Gaps as rows of a table: on the page that lists them all, and in the files beside the reports."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from journeybook.gaps.ledger import OPEN, Entry
from journeybook.handbook.entities import Entity
from journeybook.pages.gaps.line import filter_keys
from journeybook.pages.parts.addresses import gap_anchor
from journeybook.pages.parts.gap_addresses import gap_home
from journeybook.pages.parts.links import Here
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.states import gap_state, severity_word


@dataclass(frozen=True, slots=True, kw_only=True)
class GapRow:
    """A gap with every fact in a column of its own; `weight` sorts severities."""

    fingerprint: str
    number: int
    score: int
    weight: int
    severity: str
    severity_word: str
    mark: str
    state: str
    kind: str
    sentence: str
    hint: str
    personas: str
    phases: str
    phase_order: int
    channels: str
    owner: str
    importance: str
    moment_of_truth: str
    filled_by: str
    due: str
    waived: str
    until: str
    source: str
    keys: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A gap's place in the table of a page, and its address as seen from there."""

    number: int
    href: str
    fingerprint: str


def make_rows(entries: Iterable[Entry], site: Site) -> tuple[GapRow, ...]:
    """Lay out gaps as rows, in the order given."""
    return tuple(_row(at, entry, site) for at, entry in enumerate(entries, start=1))


def table_rows(entries: Iterable[Entry], here: Here) -> tuple[TableRow, ...]:
    """Lead from a page to gaps, in the order given."""
    homes: dict[str, str] = {}
    rows = []
    for at, entry in enumerate(entries, start=1):
        if gap_home(entry) not in homes:
            homes[gap_home(entry)] = here.site.href(here.uri, gap_home(entry), "-")[:-1]
        fingerprint = entry.finding.fingerprint
        href = f"{homes[gap_home(entry)]}{gap_anchor(fingerprint)}"
        rows.append(TableRow(number=at, href=href, fingerprint=fingerprint))
    return tuple(rows)


def column_names(site: Site) -> tuple[str, ...]:
    """Name the columns of the file, in the order of `values_of`."""
    say = site.wording.text
    return (
        say("Fingerprint"),
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


def values_of(row: GapRow) -> tuple[str, ...]:
    """Give the cells of a row, in the order of `column_names`."""
    return (
        row.fingerprint,
        str(row.number),
        str(row.score),
        row.severity_word,
        row.state,
        row.kind,
        row.sentence,
        row.hint,
        row.personas,
        row.phases,
        row.channels,
        row.owner,
        row.importance,
        row.moment_of_truth,
        row.filled_by,
        row.due,
        row.waived,
        row.until,
        row.source,
    )


def _row(at: int, entry: Entry, site: Site) -> GapRow:
    finding, bearing = entry.finding, entry.bearing
    say, book = site.wording.text, site.handbook
    filling, waiver = finding.being_filled, finding.waived
    mark, word = gap_state(site, finding)
    phases = tuple(book.phases)
    return GapRow(
        fingerprint=finding.fingerprint,
        number=at,
        score=entry.rank.score,
        weight=int(finding.severity),
        severity=finding.severity.word,
        severity_word=severity_word(site, finding.severity),
        mark=mark,
        state=say("open") if entry.state == OPEN else word,
        kind=say(site.rules[finding.code].explanation.title),
        sentence=finding.message,
        hint=finding.hint,
        personas=_titles(bearing.sharing, book.personas),
        phases=_titles(bearing.phases, book.phases),
        phase_order=phases.index(bearing.phases[0]) if bearing.phases else len(phases),
        channels=_titles(bearing.channels, book.channels),
        owner=finding.owner or "",
        importance=str(bearing.importance or ""),
        moment_of_truth=say("yes") if bearing.is_moment_of_truth else "",
        filled_by=filling.title if filling else "",
        due=filling.due.isoformat() if filling and filling.due else "",
        waived=waiver.reason if waiver else "",
        until=waiver.until.isoformat() if waiver and waiver.until else "",
        source=f"{finding.span.path}:{finding.span.line}",
        keys=filter_keys(entry),
    )


def _titles(ids: Iterable[str], named: Mapping[str, Entity]) -> str:
    return ", ".join(named[one].title for one in ids)
