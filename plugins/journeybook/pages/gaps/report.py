"""The gap report of a phase, and the same gaps cut by persona, by channel and as one list."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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
    entries: tuple[Entry, ...] = ()
    fixes: tuple[Fix, ...] = ()


def phase_report(phase: Phase, site: Site) -> GapReport:
    """Report what is missing in a phase."""
    uri = site.addresses.gaps_of(phase.id)
    here = Here(site=site, uri=uri)
    entries = site.counts.gaps(Within(phase=phase.id))
    fixes = site.fixes.among(entries)
    title = site.wording.text("Gaps in {phase}", phase=phase.title)
    summary = counts_of_gaps(here, Within(phase=phase.id))
    return GapReport(
        uri=uri,
        title=title,
        description=in_words(summary, site, Within(phase=phase.id)),
        lead=phase.summary or "",
        summary=summary,
        is_complete=not entries,
        source=site.uri_of(phase.path),
        neighbours_label=site.wording.text("Phases"),
        neighbours=phase_neighbours(here, site),
        elsewhere=(
            here.page(site.addresses.gaps, site.wording.text("All phases")),
            Link(
                text=site.wording.text("About this phase"),
                href=site.href(uri, site.addresses.page(phase)),
            ),
        ),
        expects=expectation_words(phase.expects, site),
        first=first_items(fixes, here),
        promise=promise(loud_fixes(fixes)[:PROMISED], site),
        standings=standings(phase, entries, here),
        gaps=list_of_fixes(entries, fixes, here),
        filters=make_filters(entries, here),
        ranking=how_ranked(site),
    )


def persona_report(persona: str, site: Site) -> GapReport:
    """Report what is missing for a persona, over all phases."""
    uri = site.addresses.gaps_of_persona(persona)
    here = Here(site=site, uri=uri)
    known = site.handbook.personas[persona]
    say = site.wording.text
    return plain_report(
        uri,
        say("Gaps for {persona}", persona=known.title),
        Within(persona=persona),
        site,
        lead=known.summary or "",
        label=say("Personas"),
        neighbours=persona_neighbours(here, site),
        elsewhere=(
            here.page(site.addresses.gaps, say("All phases")),
            Link(text=say("About this persona"), href=here.persona(persona).href),
            here.page(site.addresses.matrix_of(persona), say("Channel matrix")),
        ),
        source=site.uri_of(known.path),
    )


def channel_report(channel: str, site: Site) -> GapReport:
    """Report what is missing on a channel."""
    uri = site.addresses.gaps_of_channel(channel)
    here = Here(site=site, uri=uri)
    known = site.handbook.channels[channel]
    say = site.wording.text
    return plain_report(
        uri,
        say("Gaps on {channel}", channel=known.title),
        Within(channel=channel),
        site,
        lead=known.summary or "",
        label=say("Channels"),
        neighbours=channel_neighbours(here, site),
        elsewhere=(
            here.page(site.addresses.gaps, say("All phases")),
            Link(text=say("About this channel"), href=here.channel(channel).href),
        ),
        source=site.uri_of(known.path),
    )


def whole_report(site: Site) -> GapReport:
    """Report every gap of the handbook on one page."""
    here, say = Here(site=site, uri=site.addresses.all_gaps), site.wording.text
    return plain_report(
        site.addresses.all_gaps,
        say("Every gap"),
        EVERYTHING,
        site,
        lead=say("Every gap of the handbook on one page, to search and to filter."),
        label=say("Phases"),
        neighbours=phase_neighbours(here, site),
        elsewhere=(here.page(site.addresses.gaps, say("All phases")),),
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
    uri: str,
    title: str,
    within: Within,
    site: Site,
    *,
    lead: str,
    label: str,
    neighbours: tuple[Neighbour, ...],
    elsewhere: tuple[Link, ...],
    source: str | None = None,
) -> GapReport:
    """Report gaps as one table, each leading to all that is told of it on its phase's report."""
    here = Here(site=site, uri=uri)
    entries, summary = site.counts.gaps(within), counts_of_gaps(here, within)
    fixes = site.fixes.among(entries)
    return GapReport(
        uri=uri,
        title=title,
        description=in_words(summary, site, within),
        lead=lead,
        summary=summary,
        is_complete=not entries,
        source=source,
        neighbours_label=label,
        neighbours=neighbours,
        elsewhere=elsewhere,
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
