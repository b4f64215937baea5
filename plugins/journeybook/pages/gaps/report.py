"""The gap report of a phase, and the same gaps cut by persona, by channel and as one list."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from journeybook.gaps.ledger import OPEN, Entry
from journeybook.handbook.entities import Phase
from journeybook.pages.gaps.filters import FilterBar, make_filters
from journeybook.pages.gaps.item import GapItem, make_item
from journeybook.pages.gaps.list import GapList, list_by_persona
from journeybook.pages.gaps.standing import Standing, standings
from journeybook.pages.gaps.words import expectation_words, how_ranked
from journeybook.pages.parts.links import Here, Link
from journeybook.pages.parts.site import Site

MOST_FIRST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """Another report of the same kind: how many open gaps it holds, and whether it is this one."""

    link: Link
    number: str
    words: str
    is_here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GapReport:
    """One page of gaps.

    `first` are those to close first; `expects` and `standings` are told of phases only.
    """

    uri: str
    title: str
    description: str
    lead: str
    summary: str
    is_complete: bool
    source: str | None
    neighbours_label: str
    neighbours: tuple[Neighbour, ...]
    elsewhere: tuple[Link, ...]
    expects: tuple[str, ...]
    first: tuple[GapItem, ...]
    standings: tuple[Standing, ...]
    gaps: GapList | None
    filters: FilterBar
    ranking: tuple[str, ...]
    entries: tuple[Entry, ...] = ()


def phase_report(phase: Phase, site: Site) -> GapReport:
    """Report what is missing in a phase."""
    uri = site.addresses.gaps_of(phase.id)
    here, entries = Here(site=site, uri=uri), site.ledger.by_phase.get(phase.id, ())
    title = site.wording.text("Gaps in {phase}", phase=phase.title)
    return GapReport(
        uri=uri,
        title=title,
        description=counts_sentence(entries, site),
        lead=phase.summary or "",
        summary=counts_sentence(entries, site),
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
        first=first_items(entries, here),
        standings=standings(phase, entries, here),
        gaps=list_by_persona(entries, here),
        filters=make_filters(entries, here),
        ranking=how_ranked(site),
    )


def persona_report(persona: str, site: Site) -> GapReport:
    """Report what is missing for a persona, over all phases."""
    uri = site.addresses.gaps_of_persona(persona)
    here, entries = Here(site=site, uri=uri), site.ledger.by_persona.get(persona, ())
    known = site.handbook.personas[persona]
    say = site.wording.text
    return plain_report(
        uri,
        say("Gaps for {persona}", persona=known.title),
        entries,
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
    here, entries = Here(site=site, uri=uri), site.ledger.by_channel.get(channel, ())
    known = site.handbook.channels[channel]
    say = site.wording.text
    return plain_report(
        uri,
        say("Gaps on {channel}", channel=known.title),
        entries,
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
        site.ledger.entries,
        site,
        lead=say("Every gap of the handbook on one page, to search and to filter."),
        label=say("Phases"),
        neighbours=phase_neighbours(here, site),
        elsewhere=(here.page(site.addresses.gaps, say("All phases")),),
    )


def counts_sentence(entries: Sequence[Entry], site: Site) -> str:
    """Say how many gaps are open, being filled and accepted."""
    say = site.wording
    states = [entry.state for entry in entries]
    if not states:
        return say.text("Nothing is missing here.")
    counted = sum(entry.counts for entry in entries)
    parts = [say.count("{n} open gap", "{n} open gaps", counted)]
    if minor := states.count(OPEN) - counted:
        parts.append(say.count("{n} minor", "{n} minor", minor))
    if number := states.count("filling"):
        parts.append(say.text("{n} being filled", n=number))
    if number := states.count("waived"):
        parts.append(say.text("{n} accepted for now", n=number))
    return " · ".join(parts)


def first_items(
    entries: Sequence[Entry], here: Here, most: int = MOST_FIRST
) -> tuple[GapItem, ...]:
    """Show the gaps to close first; where none counts, none."""
    chosen = [one for one in entries if one.counts][:most]
    return tuple(make_item(one, here, number=at) for at, one in enumerate(chosen, start=1))


def phase_neighbours(here: Here, site: Site) -> tuple[Neighbour, ...]:
    """Lead to the report of every phase."""
    phases = site.handbook.phases.values()
    counts = site.ledger.open_counts["phase"]
    return _neighbours(
        ((site.addresses.gaps_of(one.id), one.title, counts[one.id]) for one in phases), here
    )


def persona_neighbours(here: Here, site: Site) -> tuple[Neighbour, ...]:
    """Lead to the report of every persona."""
    personas = site.handbook.personas.values()
    counts = site.ledger.open_counts["persona"]
    ones = ((site.addresses.gaps_of_persona(one.id), one.title, counts[one.id]) for one in personas)
    return _neighbours(ones, here)


def channel_neighbours(here: Here, site: Site) -> tuple[Neighbour, ...]:
    """Lead to the report of every channel."""
    channels = site.handbook.channels.values()
    counts = site.ledger.open_counts["channel"]
    ones = ((site.addresses.gaps_of_channel(one.id), one.title, counts[one.id]) for one in channels)
    return _neighbours(ones, here)


def owner_neighbours(here: Here, site: Site) -> tuple[Neighbour, ...]:
    """Lead to the page of every owner."""
    owners, counts = sorted(site.ledger.owner_slugs.items()), site.ledger.open_counts["owner"]
    ones = ((site.addresses.gaps_of_owner(name), owner, counts[owner]) for owner, name in owners)
    return _neighbours(ones, here)


def _neighbours(ones: Iterable[tuple[str, str, int]], here: Here) -> tuple[Neighbour, ...]:
    return tuple(
        Neighbour(
            link=here.page(uri, title),
            number=here.site.wording.number(waiting),
            words=here.site.wording.count("{n} open gap", "{n} open gaps", waiting),
            is_here=uri == here.uri,
        )
        for uri, title, waiting in ones
    )


def plain_report(
    uri: str,
    title: str,
    entries: Sequence[Entry],
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
    return GapReport(
        uri=uri,
        title=title,
        description=counts_sentence(entries, site),
        lead=lead,
        summary=counts_sentence(entries, site),
        is_complete=not entries,
        source=source,
        neighbours_label=label,
        neighbours=neighbours,
        elsewhere=elsewhere,
        expects=(),
        first=first_items(entries, here),
        standings=(),
        gaps=None,
        filters=make_filters(entries, here),
        ranking=how_ranked(site),
        entries=tuple(entries),
    )
