"""Fixes as the rows of a table, each with its gaps folded inside.

The rows are written without a template: a handbook may have thousands.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from journeybook.fixes.fix import Fix
from journeybook.gaps.ledger import Entry
from journeybook.handbook.addressing.anchors import gap_anchor
from journeybook.pages.gaps.fix_words import KINDS, MOST_NAMED, in_order, title_of
from journeybook.pages.gaps.table import state_word, titles
from journeybook.pages.gaps.words import how_many
from journeybook.pages.parts.escaping import as_html, escaped
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.links import Here
from journeybook.pages.parts.words.states import EFFORTS, gap_state, severity_word

_HEAVIEST = 9
_RANK = "\0"
_BATCH = 25
_AT_ONCE = 12
# As many batches as the style sheet shows of them.
_FIRST = 4 * _BATCH
_EFFORTS = tuple(EFFORTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnTable:
    """The rows of one page, in batches: what is beyond the window is laid out batch by batch.

    The `rest` of very many a script puts in bit by bit, so that the page answers meanwhile. A
    telephone shows the first hundred, and `more` of them when somebody asks.
    """

    batches: tuple[Markup, ...]
    rest: tuple[Markup, ...]
    more: str


class FixTables:
    """Writes the rows of fixes, and of gaps that nobody waits for, for many pages."""

    def __init__(self, site: Site, marks: Mapping[str, str]) -> None:
        """Take the site, and the marks of states."""
        self._site = site
        self._marks = marks
        self._rows: dict[tuple[int, tuple[str, ...]], str] = {}
        self._keys = {entry.finding.fingerprint: _keys(entry) for entry in site.ledger.entries}

    def drawn(self, entries: Sequence[Entry], fixes: Sequence[Fix], uri: str) -> DrawnTable:
        """Write the rows of the page at an address: what waits in fixes, then the rest."""
        here = Here(site=self._site, uri=uri)
        homes = {
            home: here.site.href(uri, home, "-")[:-1]
            for home in {here.site.gap_home(entry) for entry in entries}
        }
        rest = [entry for entry in entries if not entry.state.waits]
        # From all pages in folders of one depth the same links lead to the same places.
        depth = uri.count("/")
        rows = []
        for fix in in_order(fixes):
            key = depth, tuple(entry.finding.fingerprint for entry in fix.entries)
            if key not in self._rows:
                self._rows[key] = self._fix(fix, homes)
            rows.append(self._rows[key])
        rows += [self._gap(entry, homes) for entry in rest]
        rows = [row.replace(_RANK, str(at), 1) for at, row in enumerate(rows, start=1)]
        joined = ("\n".join(rows[at : at + _BATCH]) for at in range(0, len(rows), _BATCH))
        batches = tuple(map(as_html, joined))
        more, count = len(rows) - _FIRST, self._site.wording.count
        return DrawnTable(
            batches=batches[:_AT_ONCE],
            rest=batches[_AT_ONCE:],
            more=count("Show {n} more", "Show {n} more", more) if more > 0 else "",
        )

    def _fix(self, fix: Fix, homes: Mapping[str, str]) -> str:
        say, count = self._site.wording.text, self._site.wording.count
        kind = say(KINDS[fix.kind])
        effort = _EFFORTS.index(fix.effort)
        ends = (
            f'<td data-jb-sort="{effort}">{escaped(say(EFFORTS[fix.effort]))}</td>'
            f"<td>{_or_dash(fix.owner or '')}</td>"
            f"{self._points(fix.value)}{self._points(fix.worth)}</tr>"
        )
        if len(fix.entries) == 1:
            return self._row(fix.entries[0], homes, kind, title_of(fix, self._site)) + ends
        closes = count("closes {n} gap", "closes {n} gaps", len(fix.entries))
        lines = "".join(self._line(entry, homes) for entry in fix.entries)
        head = (
            f'<tr data-jb-gap-group><td class="jb-num">{_RANK}</td><th scope="row">'
            f'{escaped(title_of(fix, self._site))} <span class="jb-quiet">{escaped(kind)}</span>'
            f'<details class="jb-fold"><summary>{escaped(closes)}</summary>'
            f'<ul class="jb-gap-lines">{lines}</ul></details></th>'
        )
        return head + self._where(fix.entries, fix.personas, fix.phases) + ends

    def _gap(self, entry: Entry, homes: Mapping[str, str]) -> str:
        value = self._points(entry.value.points)
        ends = f"<td>–</td><td>{_or_dash(entry.finding.owner or '')}</td>{value}<td>–</td></tr>"
        return self._row(entry, homes, "", entry.finding.message) + ends

    def _points(self, points: float) -> str:
        # What is sorted by is no number in words: a comma may stand in it.
        words = escaped(self._site.wording.number(points))
        return f'<td class="jb-num" data-jb-sort="{points}">{words}</td>'

    def _row(self, entry: Entry, homes: Mapping[str, str], kind: str, title: str) -> str:
        finding, bearing, say = entry.finding, entry.bearing, self._site.wording.text
        names = (kind, say(self._site.rules[finding.code].explanation.title))
        moment = (say("moment of truth"),) if bearing.met.is_moment_of_truth else ()
        # What is to be done is called as everywhere; the gap itself is told where it differs.
        gap = finding.message if finding.message != title else ""
        told = " · ".join(name for name in (gap, *names, *moment) if name)
        return (
            f'<tr data-jb-gap="{finding.fingerprint}"{self._keys[finding.fingerprint]}>'
            f'<td class="jb-num">{_RANK}</td><th scope="row">{self._link(entry, homes, title)} '
            f'<span class="jb-quiet">{escaped(told)}</span></th>'
            + self._where((entry,), bearing.personas, bearing.phases)
        )

    def _line(self, entry: Entry, homes: Mapping[str, str]) -> str:
        fingerprint = entry.finding.fingerprint
        link = self._link(entry, homes, entry.finding.message)
        return f'<li data-jb-gap="{fingerprint}"{self._keys[fingerprint]}>{link}</li>'

    def _link(self, entry: Entry, homes: Mapping[str, str], words: str) -> str:
        home = homes[self._site.gap_home(entry)]
        href = escaped(f"{home}{gap_anchor(entry.finding.fingerprint)}")
        return f'<a href="{href}">{escaped(words)}</a>'

    def _where(
        self, entries: Sequence[Entry], personas: Sequence[str], phases: Sequence[str]
    ) -> str:
        site, book = self._site, self._site.handbook
        many = len(personas) > MOST_NAMED
        people = how_many(personas, site) if many else titles(personas, book.personas)
        order, inside = book.first_place(phases), [one for one in book.phases if one in phases]
        severity = max(entry.finding.severity for entry in entries)
        word = escaped(severity_word(site, severity))
        return (
            f"<td>{_or_dash(people)}</td>"
            f'<td data-jb-sort="{order}">{_or_dash(titles(inside, book.phases))}</td>'
            f'<td data-jb-sort="{_HEAVIEST - severity}">'
            f'<span class="jb-severity jb-severity--{severity.word}">{word}</span></td>'
            f"<td>{_state(entries[0], site, self._marks)}</td>"
        )


def _keys(entry: Entry) -> str:
    return "".join(f' data-jb-{key}="{escaped(value)}"' for key, value in entry.keys if value)


def _state(entry: Entry, site: Site, marks: Mapping[str, str]) -> str:
    filling, waiver = entry.finding.being_filled, entry.finding.waived
    mark, _ = gap_state(site, entry.finding)
    word = f"{marks[mark]}<span>{escaped(state_word(entry, site))}</span>"
    parts = (
        filling.title if filling else "",
        site.wording.day(filling.due) if filling and filling.due else "",
        site.wording.day(waiver.until) if waiver and waiver.until else "",
    )
    more = ", ".join(part for part in parts if part)
    quiet = f' <span class="jb-quiet">{escaped(more)}</span>' if more else ""
    return f'<span class="jb-state jb-state--{mark}">{word}</span>{quiet}'


def _or_dash(text: str) -> str:
    return str(escaped(text)) if text else "–"
