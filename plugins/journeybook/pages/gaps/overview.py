"""The gaps of all phases on one page: how many there are, where, and which to close first."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from journeybook.codes import Severity
from journeybook.gaps.ledger import FILLING, WAIVED, Entry
from journeybook.handbook.entities import Asset
from journeybook.pages.gaps.item import GapItem, make_item
from journeybook.pages.gaps.list import Coming, GapList, coming_items, group_anchor, list_by_persona
from journeybook.pages.gaps.report import (
    Neighbour,
    channel_neighbours,
    counts_sentence,
    first_items,
    owner_neighbours,
    persona_neighbours,
)
from journeybook.pages.gaps.words import how_ranked
from journeybook.pages.parts.links import Here, Link
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.states import severity_word

MOST_FIRST = 10
RECENT = timedelta(days=60)
_SHOWN = (Severity.ERROR, Severity.WARNING, Severity.HIGH, Severity.MEDIUM, Severity.LOW)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number with its words, and the tone it is shown in."""

    figure: str
    words: str
    tone: str
    href: str | None
    share: float | None = None
    explanation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """How many gaps of a severity."""

    severity: str
    words: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixCell:
    """The open gaps of a persona in a phase; without a persona on the way there, neither."""

    kind: str
    total: str
    words: str
    amounts: tuple[Amount, ...]
    href: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """A persona's gaps, phase by phase, and all together."""

    head: Link
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Something that changed lately: the day, the asset, and what it does."""

    day: str
    asset: Link
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GapOverview:
    """All that the overview shows."""

    title: str
    summary: str
    is_complete: bool
    figures: tuple[Figure, ...]
    cuts: tuple[tuple[str, tuple[Neighbour, ...]], ...]
    all_gaps: Link
    columns: tuple[Link, ...]
    rows: tuple[MatrixRow, ...]
    first: tuple[GapItem, ...]
    filling: tuple[Coming, ...]
    changes: tuple[Change, ...]
    waived: tuple[GapItem, ...]
    loose: GapList | None
    ranking: tuple[str, ...]


def make_overview(site: Site) -> GapOverview:
    """Lay out the gaps of the whole handbook."""
    here, say = Here(site=site, uri=site.addresses.gaps), site.wording.text
    loose = site.ledger.by_phase.get("", ())
    waived = (one for one in site.ledger.entries if one.state == WAIVED)
    return GapOverview(
        title=say("Content gaps"),
        summary=counts_sentence(site.ledger.entries, site),
        is_complete=not site.ledger.entries,
        figures=_figures(site),
        cuts=(
            (say("By persona"), persona_neighbours(here, site)),
            (say("By channel"), channel_neighbours(here, site)),
            (say("By owner"), owner_neighbours(here, site)),
        ),
        all_gaps=here.page(site.addresses.all_gaps, say("Every gap on one page")),
        columns=tuple(
            here.page(site.addresses.gaps_of(one.id), one.title)
            for one in site.handbook.phases.values()
        ),
        rows=_rows(site, here),
        first=first_items(site.ledger.entries, here, MOST_FIRST),
        filling=coming_items(site.ledger.entries, here),
        changes=_changes(site, here),
        waived=tuple(make_item(one, here) for one in waived),
        loose=list_by_persona(loose, here) if loose else None,
        ranking=how_ranked(site),
    )


def _figures(site: Site) -> tuple[Figure, ...]:
    say = site.wording
    everything = site.href(site.addresses.gaps, site.addresses.all_gaps)
    waiting = site.ledger.waiting(site.ledger.entries)
    counts = Counter(one.finding.severity for one in waiting)
    states = Counter(one.state for one in site.ledger.entries)
    by_severity = [
        Figure(
            figure=say.number(counts[severity]),
            words=say.text("open, severity {severity}", severity=severity_word(site, severity)),
            tone="open" if severity >= Severity.HIGH and counts[severity] else "",
            href=f"{everything}?severity={severity.word}&state=open",
        )
        for severity in _SHOWN
        if counts[severity] or severity in _SHOWN[2:]
    ]
    return (
        *by_severity,
        Figure(
            figure=say.number(states[FILLING]),
            words=say.text("being filled"),
            tone="wait" if states[FILLING] else "",
            href=f"{everything}?state=filling",
        ),
        Figure(
            figure=say.number(states[WAIVED]),
            words=say.text("accepted for now"),
            tone="",
            href=f"{everything}?state=waived",
        ),
    )


def _rows(site: Site, here: Here) -> tuple[MatrixRow, ...]:
    book = site.handbook
    visited = {(one, step.phase) for _, step in book.steps for one in step.personas}
    rows = []
    for persona in book.personas.values():
        waiting = site.ledger.waiting(site.ledger.by_persona.get(persona.id, ()))
        cells = tuple(
            _phase_cell(persona.id, phase, waiting, here, on_the_way=(persona.id, phase) in visited)
            for phase in book.phases
        )
        head = here.page(site.addresses.gaps_of_persona(persona.id), persona.title)
        total = _cell(waiting, here, head.href, on_the_way=True)
        rows.append(MatrixRow(head=head, cells=(*cells, total)))
    return tuple(rows)


def _phase_cell(
    persona: str, phase: str, waiting: Sequence[Entry], here: Here, *, on_the_way: bool
) -> MatrixCell:
    found = [one for one in waiting if phase in one.bearing.phases]
    href = here.site.href(
        here.uri, here.site.addresses.gaps_of(phase), group_anchor(persona, found, here.site)
    )
    return _cell(found, here, href, on_the_way=on_the_way)


def _cell(
    waiting: Sequence[Entry], here: Here, href: str | None, *, on_the_way: bool
) -> MatrixCell:
    site, say = here.site, here.site.wording
    if not waiting:
        words = say.text("nothing open") if on_the_way else say.text("not on the way")
        kind = "served" if on_the_way else "unused"
        return MatrixCell(kind=kind, total="", words=words, amounts=(), href=None)
    counts = Counter(one.finding.severity for one in waiting)
    heaviest = max(counts)
    kind = "missing" if heaviest >= Severity.HIGH else "thin" if heaviest > Severity.LOW else "low"
    counted = sum(one.counts for one in waiting)
    return MatrixCell(
        kind=kind,
        total=say.number(counted),
        words=say.count("{n} open gap", "{n} open gaps", counted)
        if counted
        else say.count("{n} minor", "{n} minor", len(waiting)),
        amounts=tuple(
            Amount(
                severity=one.word,
                words=severity_word(site, one),
                number=say.number(counts[one]),
            )
            for one in _SHOWN
            if counts[one]
        ),
        href=href,
    )


def _changes(site: Site, here: Here) -> tuple[Change, ...]:
    """What was published lately, newest first, and the questions it answers."""
    today = site.handbook.today
    recent = [
        (one.published, one)
        for one in site.handbook.assets.values()
        if one.is_published and one.published and timedelta() <= today - one.published <= RECENT
    ]
    recent.sort(key=lambda pair: (-pair[0].toordinal(), pair[1].id))
    return tuple(
        Change(
            day=site.wording.day(day), asset=here.asset(asset), words=_published_words(asset, here)
        )
        for day, asset in recent
    )


def _published_words(asset: Asset, here: Here) -> str:
    say = here.site.wording
    if not asset.answers:
        return say.text("published")
    return say.count(
        "published, answers {n} question", "published, answers {n} questions", len(asset.answers)
    )
