"""The gaps of all phases on one page: how many there are, where, and which to close first."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from journeybook.codes import Severity
from journeybook.counts.counted import Counted
from journeybook.counts.gap_counts import GAP_STATES
from journeybook.counts.within import EVERYTHING, Within
from journeybook.gaps.state import GapState
from journeybook.handbook.addressing.anchors import GAP_LIST
from journeybook.handbook.entities import Asset
from journeybook.pages.gaps.effort_chart import EffortChart, effort_chart
from journeybook.pages.gaps.fix_item import FixItem
from journeybook.pages.gaps.fix_words import loud_fixes, promise
from journeybook.pages.gaps.item import GapItem, make_item
from journeybook.pages.gaps.list import Coming, GapList, coming_items, list_of_fixes
from journeybook.pages.gaps.neighbours import (
    Neighbour,
    channel_neighbours,
    owner_neighbours,
    persona_neighbours,
)
from journeybook.pages.gaps.report import PROMISED, counts_of_gaps, first_items, in_words
from journeybook.pages.gaps.words import how_ranked
from journeybook.pages.parts.hrefs import with_query
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.tallies import Tally, figure, tally
from journeybook.pages.parts.ways.links import Here, Link
from journeybook.pages.parts.words.asked import NOT_ASKED
from journeybook.pages.parts.words.states import Figure, severity_word

MOST_FIRST = 10
RECENT = timedelta(days=60)
_COUNTING = (Severity.ERROR, Severity.WARNING, Severity.HIGH, Severity.MEDIUM)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """How many open gaps of a severity."""

    severity: str
    words: str
    gaps: Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixCell:
    """The open gaps of a persona in a phase; without a persona on the way there, neither."""

    kind: str
    words: str
    gaps: Tally | None
    amounts: tuple[Amount, ...]


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
    description: str
    is_complete: bool
    figures: tuple[Figure, ...]
    cuts: tuple[tuple[str, tuple[Neighbour, ...]], ...]
    all_gaps: Link
    columns: tuple[Link, ...]
    rows: tuple[MatrixRow, ...]
    first: tuple[FixItem, ...]
    promise: str
    effort: EffortChart | None
    quick_wins: Link
    what_if: Link
    filling: tuple[Coming, ...]
    changes: tuple[Change, ...]
    waived: tuple[GapItem, ...]
    loose: GapList | None
    ranking: tuple[str, ...]


def make_overview(site: Site) -> GapOverview:
    """Lay out the gaps of the whole handbook."""
    here, say = Here(site=site, uri=site.addresses.gaps), site.wording.text
    summary = counts_of_gaps(here, EVERYTHING)
    loose = site.ledger.of(phase="")
    all_gaps = here.page(site.addresses.all_gaps, say("Every gap on one page"))
    waived = (one for one in site.ledger.entries if one.state is GapState.WAIVED)
    return GapOverview(
        title=say("What to write"),
        description=in_words(summary, site, EVERYTHING),
        is_complete=not site.ledger.entries,
        figures=_figures(here),
        cuts=(
            (say("By persona"), persona_neighbours(here)),
            (say("By channel"), channel_neighbours(here)),
            (say("By owner"), owner_neighbours(here)),
        ),
        all_gaps=all_gaps,
        columns=tuple(
            here.page(site.addresses.gaps_of(one.id), one.title)
            for one in site.handbook.phases.values()
        ),
        rows=_rows(here),
        first=first_items(site.fixes.all, here, MOST_FIRST),
        promise=promise(loud_fixes(site.fixes.all)[:PROMISED], site),
        effort=effort_chart(loud_fixes(site.fixes.all), here),
        quick_wins=Link(
            text=say("All fixes, quick wins first"),
            href=f"{with_query(all_gaps.href or '', sort='-worth')}#{GAP_LIST}",
        ),
        what_if=here.page(site.addresses.what_if, say("What if these were done?")),
        filling=coming_items(site.ledger.entries, here),
        changes=_changes(here),
        waived=tuple(make_item(one, here) for one in waived),
        loose=list_of_fixes(loose, site.fixes.among(loose), here) if loose else None,
        ranking=how_ranked(site),
    )


def _figures(here: Here) -> tuple[Figure, ...]:
    return (
        figure(here, Counted.OPEN_GAPS),
        *(_of_severity(here, severity) for severity in _counting(here)),
        *(figure(here, one) for one in tuple(GAP_STATES)[1:]),
    )


def _of_severity(here: Here, severity: Severity) -> Figure:
    word = severity_word(here.site, severity)
    return replace(
        figure(here, Counted.OPEN_GAPS, Within(severity=severity.word)),
        words=here.site.wording.text("open, severity {severity}", severity=word),
        tone="open" if severity >= Severity.HIGH else "",
    )


def _counting(here: Here) -> Iterator[Severity]:
    # What a team raises to a warning or an error is rare, and nothing is said where there is none.
    for severity in _COUNTING:
        if severity <= Severity.HIGH or here.site.counts.gaps(Within(severity=severity.word)):
            yield severity


def _rows(here: Here) -> tuple[MatrixRow, ...]:
    site, book = here.site, here.site.handbook
    visited = {(one, step.phase) for _, step in book.steps for one in step.personas}
    rows = []
    for persona in book.personas.values():
        cells = tuple(
            _cell(
                Within(persona=persona.id, phase=phase),
                here,
                on_the_way=(persona.id, phase) in visited,
            )
            for phase in book.phases
        )
        head = here.page(site.addresses.gaps_of_persona(persona.id), persona.title)
        total = _cell(Within(persona=persona.id), here, on_the_way=True)
        rows.append(MatrixRow(head=head, cells=(*cells, total)))
    return tuple(rows)


def _cell(within: Within, here: Here, *, on_the_way: bool) -> MatrixCell:
    say = here.site.wording.text
    opened = tally(here, Counted.OPEN_GAPS, within)
    minor = tally(here, Counted.MINOR_GAPS, within)
    if not opened.number and not minor.number:
        words = say("nothing open") if on_the_way else say("not on the way")
        if silent := here.site.handbook.asked.missing.get(
            (within.persona or "", within.phase or "")
        ):
            words = say("not asked yet")
        kind = NOT_ASKED if silent else "unused"
        return MatrixCell(kind=kind, words=words, gaps=None, amounts=())
    amounts = tuple(_amounts(within, here))
    heaviest = amounts[0].severity if amounts else ""
    kind = "low" if not heaviest else "thin" if heaviest == Severity.MEDIUM.word else "missing"
    return MatrixCell(kind=kind, words="", gaps=opened if opened.number else minor, amounts=amounts)


def _amounts(within: Within, here: Here) -> Iterator[Amount]:
    for severity in _COUNTING:
        gaps = tally(here, Counted.OPEN_GAPS, within._replace(severity=severity.word))
        if gaps.number:
            yield Amount(
                severity=severity.word, words=severity_word(here.site, severity), gaps=gaps
            )


def _changes(here: Here) -> tuple[Change, ...]:
    """What was published lately, newest first, and the questions it answers."""
    book, wording = here.site.handbook, here.site.wording
    recent = [
        (one.published, one)
        for one in book.assets.values()
        if one.is_published
        and one.published
        and timedelta() <= book.today - one.published <= RECENT
    ]
    recent.sort(key=lambda pair: (-pair[0].toordinal(), pair[1].id))
    return tuple(
        Change(day=wording.day(day), asset=here.asset(asset), words=_published_words(asset, here))
        for day, asset in recent
    )


def _published_words(asset: Asset, here: Here) -> str:
    say = here.site.wording
    if not asset.answers:
        return say.text("published")
    return say.count(
        "published, answers {n} question", "published, answers {n} questions", len(asset.answers)
    )
