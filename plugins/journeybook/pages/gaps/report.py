"""The gap report of a phase, and the same gaps cut by persona, by channel and as one list."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from journeybook.counts.gap_counts import GAP_STATES
from journeybook.counts.within import EVERYTHING, Within
from journeybook.fixes.fix import Fix
from journeybook.gaps.ledger import Entry
from journeybook.handbook.entities import Phase
from journeybook.pages.gaps.filters import FilterBar, make_filters
from journeybook.pages.gaps.fix_item import FixItem, make_fix
from journeybook.pages.gaps.fix_words import loud_fixes, promise
from journeybook.pages.gaps.list import GapList, list_of_fixes
from journeybook.pages.gaps.neighbours import (
    Neighbour,
    channel_neighbours,
    persona_neighbours,
    phase_neighbours,
)
from journeybook.pages.gaps.standing import Standing, standings
from journeybook.pages.gaps.words import expectation_words, how_ranked
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.tallies import Tally, tallies
from journeybook.pages.parts.ways.links import Here, Link
from journeybook.pages.parts.words.asked import nothing_open
from journeybook.wording import marked

PROMISED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class GapReport:
    """One page of gaps.

    `first` are the fixes to do first and `promise` what they would change; `expects` and
    `standings` are told of phases only.
    """

    uri: str
    title: str
    description: str
    lead: str
    summary: tuple[Tally, ...]
    is_complete: bool
    source: str | None
    neighbours_label: str
    neighbours: tuple[Neighbour, ...]
    elsewhere: tuple[Link, ...]
    expects: tuple[str, ...]
    first: tuple[FixItem, ...]
    promise: str
    standings: tuple[Standing, ...]
    gaps: GapList | None
    filters: FilterBar
    ranking: tuple[str, ...]
    entries: tuple[Entry, ...]
    fixes: tuple[Fix, ...]


def phase_report(phase: Phase, site: Site) -> GapReport:
    """Report what is missing in a phase."""
    here, say = Here(site=site, uri=site.addresses.gaps_of(phase.id)), site.wording.text
    report = plain_report(
        here,
        say("Gaps in {phase}", phase=phase.title),
        Within(phase=phase.id),
        lead=phase.summary or "",
        label=say("Phases"),
        neighbours=phase_neighbours(here),
        elsewhere=(here.page(site.addresses.page(phase), say("About this phase")),),
        source=site.uri_of(phase.path),
    )
    return replace(
        report,
        expects=expectation_words(phase.expects, site),
        standings=standings(phase, report.entries, here),
        gaps=list_of_fixes(report.entries, report.fixes, here),
    )


def persona_report(persona: str, site: Site) -> GapReport:
    """Report what is missing for a persona, over all phases."""
    here = Here(site=site, uri=site.addresses.gaps_of_persona(persona))
    known, say = site.handbook.personas[persona], site.wording.text
    return plain_report(
        here,
        say("Gaps for {persona}", persona=known.title),
        Within(persona=persona),
        lead=known.summary or "",
        label=say("Personas"),
        neighbours=persona_neighbours(here),
        elsewhere=(
            Link(text=say("About this persona"), href=here.persona(persona).href),
            here.page(site.addresses.matrix_of(persona), say("Channel matrix")),
        ),
        source=site.uri_of(known.path),
    )


def channel_report(channel: str, site: Site) -> GapReport:
    """Report what is missing on a channel."""
    here = Here(site=site, uri=site.addresses.gaps_of_channel(channel))
    known, say = site.handbook.channels[channel], site.wording.text
    return plain_report(
        here,
        say("Gaps on {channel}", channel=known.title),
        Within(channel=channel),
        lead=known.summary or "",
        label=say("Channels"),
        neighbours=channel_neighbours(here),
        elsewhere=(Link(text=say("About this channel"), href=here.channel(channel).href),),
        source=site.uri_of(known.path),
    )


def whole_report(site: Site) -> GapReport:
    """Report every gap of the handbook on one page."""
    here, say = Here(site=site, uri=site.addresses.all_gaps), site.wording.text
    return plain_report(
        here,
        say("Every gap"),
        EVERYTHING,
        lead=say("Every gap of the handbook on one page, to search and to filter."),
        label=say("Phases"),
        neighbours=phase_neighbours(here),
    )


def counts_of_gaps(here: Here, within: Within) -> tuple[Tally, ...]:
    """Count the gaps somewhere by their state; nothing where nothing is missing."""
    return tallies(here, tuple(GAP_STATES), within)


def in_words(summary: Iterable[Tally], site: Site, within: Within) -> str:
    """Say how many gaps are open, being filled and accepted somewhere."""
    words = " · ".join(one.words for one in summary)
    return words or nothing_open(site, within, marked("Nothing is missing here."))


def first_items(fixes: Sequence[Fix], here: Here, most: int = PROMISED) -> tuple[FixItem, ...]:
    """Show the fixes to do first; where no gap counts, none."""
    chosen = loud_fixes(fixes)[:most]
    return tuple(make_fix(one, here, at, folded=()) for at, one in enumerate(chosen, start=1))


def plain_report(
    here: Here,
    title: str,
    within: Within,
    *,
    lead: str,
    label: str,
    neighbours: tuple[Neighbour, ...],
    elsewhere: tuple[Link, ...] = (),
    source: str | None = None,
) -> GapReport:
    """Report gaps as one table, each leading to all that is told of it on its phase's report."""
    site = here.site
    entries, summary = site.counts.gaps(within), counts_of_gaps(here, within)
    fixes = site.fixes.among(entries)
    return GapReport(
        uri=here.uri,
        title=title,
        description=in_words(summary, site, within),
        lead=lead,
        summary=summary,
        is_complete=not entries,
        source=source,
        neighbours_label=label,
        neighbours=neighbours,
        elsewhere=(here.page(site.addresses.gaps, site.wording.text("All phases")), *elsewhere),
        expects=(),
        first=first_items(fixes, here),
        promise=promise(loud_fixes(fixes)[:PROMISED], site),
        standings=(),
        gaps=None,
        filters=make_filters(entries, here, within),
        ranking=how_ranked(site),
        entries=entries,
        fixes=fixes,
    )
