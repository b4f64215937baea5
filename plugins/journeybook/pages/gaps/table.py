"""Gaps as a table: on pages, in files and in the workbook.

On a page the rows are written without a template: a handbook may have thousands.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from journeybook.gaps.ledger import Entry
from journeybook.handbook.anchors import gap_anchor
from journeybook.handbook.statements import Entity
from journeybook.pages.gaps.filters import STATE_WORDS
from journeybook.pages.gaps.line import filter_keys, how_many
from journeybook.pages.parts.links import Here
from journeybook.pages.parts.near import MOST_NAMED
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.states import gap_state, severity_word
from journeybook.pages.parts.table import Column, Table, Value


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
    return ", ".join(named[one].title for one in ids)


def state_word(entry: Entry, site: Site) -> str:
    """Say whether a gap is open, minor, accepted, or how far the content is that will close it."""
    if entry.state.waits:
        return site.wording.text(STATE_WORDS[entry.state])
    return gap_state(site, entry.finding)[1]


def _columns(site: Site) -> tuple[Column, ...]:
    say = site.wording.text
    heads = (
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
    return tuple(Column(title=head, width=20) for head in heads)


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


_HEAVIEST = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnTable:
    """The rows of one page, for its template."""

    rows: Markup


class GapTables:
    """Writes the rows of gaps for many pages."""

    def __init__(self, site: Site, marks: Mapping[str, str]) -> None:
        """Take the site, and the marks of states."""
        self._site = site
        self._parts = {
            entry.finding.fingerprint: _parts(entry, site, marks) for entry in site.ledger.entries
        }

    def drawn(self, entries: Iterable[Entry], uri: str) -> DrawnTable:
        """Write the rows of the page at an address."""
        here = Here(site=self._site, uri=uri)
        homes: dict[str, str] = {}
        rows = []
        for at, entry in enumerate(entries, start=1):
            home = here.site.gap_home(entry)
            if home not in homes:
                homes[home] = here.site.href(uri, home, "-")[:-1]
            fingerprint = entry.finding.fingerprint
            before, after = self._parts[fingerprint]
            href = escape(f"{homes[home]}{gap_anchor(fingerprint)}")
            link = f'<th scope="row"><a href="{href}">'
            rows.append(f'{before}<td class="jb-num">{at}</td>{link}{after}')
        return DrawnTable(rows=Markup("\n".join(rows)))  # noqa: S704 - escaped below


def _parts(entry: Entry, site: Site, marks: Mapping[str, str]) -> tuple[str, str]:
    finding, bearing, book = entry.finding, entry.bearing, site.handbook
    say, severity = site.wording.text, finding.severity
    keys = "".join(
        f' data-jb-{key}="{escape(value)}"' for key, value in filter_keys(entry) if value
    )
    kind = say(site.rules[finding.code].explanation.title)
    if bearing.met.is_moment_of_truth:
        kind = f"{kind} · {say('moment of truth')}"
    many = len(bearing.personas) > MOST_NAMED
    people = how_many(bearing.personas, site) if many else titles(bearing.personas, book.personas)
    phases = tuple(book.phases)
    order = phases.index(bearing.phases[0]) if bearing.phases else len(phases)
    word = escape(severity_word(site, severity))
    before = f'<tr data-jb-gap="{finding.fingerprint}"{keys}>'
    after = (
        f'{escape(finding.message)}</a> <span class="jb-quiet">{escape(kind)}</span></th>'
        f"<td>{_or_dash(people)}</td>"
        f'<td data-jb-sort="{order}">{_or_dash(titles(bearing.phases, book.phases))}</td>'
        f'<td data-jb-sort="{_HEAVIEST - severity}">'
        f'<span class="jb-severity jb-severity--{severity.word}">{word}</span></td>'
        f"<td>{_state(entry, site, marks)}</td>"
        f"<td>{_or_dash(finding.owner or '')}</td>"
        f'<td class="jb-num">{entry.value.points}</td></tr>'
    )
    return before, after


def _state(entry: Entry, site: Site, marks: Mapping[str, str]) -> str:
    filling, waiver = entry.finding.being_filled, entry.finding.waived
    mark, _ = gap_state(site, entry.finding)
    word = f"{marks[mark]}<span>{escape(state_word(entry, site))}</span>"
    parts = (
        filling.title if filling else "",
        filling.due.isoformat() if filling and filling.due else "",
        waiver.until.isoformat() if waiver and waiver.until else "",
    )
    more = ", ".join(part for part in parts if part)
    quiet = f' <span class="jb-quiet">{escape(more)}</span>' if more else ""
    return f'<span class="jb-state jb-state--{mark}">{word}</span>{quiet}'


def _or_dash(text: str) -> str:
    return str(escape(text)) if text else "–"
