"""Gaps as rows of a page's table, written without a template: a handbook may have thousands.

What a row says is the same on every page and is written once; only its rank and the address of
the gap depend on the page.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from journeybook.gaps.ledger import Entry
from journeybook.handbook.addresses import gap_anchor
from journeybook.pages.gaps.line import filter_keys
from journeybook.pages.gaps.rows import state_word, titles
from journeybook.pages.parts.links import Here
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.states import gap_state, severity_word

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
    if bearing.is_moment_of_truth:
        kind = f"{kind} · {say('moment of truth')}"
    phases = tuple(book.phases)
    order = phases.index(bearing.phases[0]) if bearing.phases else len(phases)
    word = escape(severity_word(site, severity))
    before = f'<tr data-jb-gap="{finding.fingerprint}"{keys}>'
    after = (
        f'{escape(finding.message)}</a> <span class="jb-quiet">{escape(kind)}</span></th>'
        f"<td>{_or_dash(titles(bearing.sharing, book.personas))}</td>"
        f'<td data-jb-sort="{order}">{_or_dash(titles(bearing.phases, book.phases))}</td>'
        f'<td data-jb-sort="{_HEAVIEST - severity}">'
        f'<span class="jb-severity jb-severity--{severity.word}">{word}</span></td>'
        f"<td>{_state(entry, site, marks)}</td>"
        f"<td>{_or_dash(finding.owner or '')}</td>"
        f'<td class="jb-num">{entry.rank.score}</td></tr>'
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
