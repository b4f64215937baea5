"""The reports beside a report: the other phases, personas, channels and owners."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from journeybook.counts.counted import Counted
from journeybook.counts.within import Within
from journeybook.findings import RefKind
from journeybook.gaps.state import GapState
from journeybook.handbook.addressing.anchors import GAP_LIST
from journeybook.pages.parts.hrefs import with_query
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.tallies import Tally, tally
from journeybook.pages.parts.ways.links import Here, Link
from journeybook.pages.parts.ways.near import near


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """Another report of the same kind: how many open gaps it holds, and whether it is this one."""

    link: Link
    gaps: Tally
    is_here: bool


def phase_neighbours(here: Here) -> tuple[Neighbour, ...]:
    """Lead to the report of every phase."""
    phases = here.site.handbook.phases
    return _reports(RefKind.PHASE, lambda one: (phases[one].title, Within(phase=one)), here)


def persona_neighbours(here: Here) -> tuple[Neighbour, ...]:
    """Lead to the report of every persona."""
    personas = here.site.handbook.personas
    return _reports(RefKind.PERSONA, lambda one: (personas[one].title, Within(persona=one)), here)


def channel_neighbours(here: Here) -> tuple[Neighbour, ...]:
    """Lead to the report of every channel."""
    channels = here.site.handbook.channels
    return _reports(RefKind.CHANNEL, lambda one: (channels[one].title, Within(channel=one)), here)


def owner_name(owner: str, site: Site) -> str:
    """Name an owner, or say that nobody is."""
    return owner or site.wording.text("nobody yet")


def owner_neighbours(here: Here) -> tuple[Neighbour, ...]:
    """Lead to the page of every owner."""
    site = here.site
    owners = sorted(site.ledger.owner_slugs.items())
    pages = {owner: site.addresses.gaps_of_owner(name) for owner, name in owners}
    return _neighbours(pages, lambda one: (owner_name(one, site), Within(owner=one)), here)


_About = Callable[[str], tuple[str, Within]]


def _reports(kind: RefKind, about: _About, here: Here) -> tuple[Neighbour, ...]:
    return _neighbours(here.site.addresses.reports("gaps", kind), about, here)


def _neighbours(pages: Mapping[str, str], about: _About, here: Here) -> tuple[Neighbour, ...]:
    named = near(pages, here.uri, here.site.addresses.gaps)
    return tuple(_neighbour(pages[one], *about(one), here) for one in named)


def _neighbour(uri: str, title: str, within: Within, here: Here) -> Neighbour:
    gaps, link = tally(here, Counted.OPEN_GAPS, within), here.page(uri, title)
    # The number stands in the link, so the link shows what was counted and nothing else.
    listed = f"{with_query(link.href or '', state=GapState.OPEN.value)}#{GAP_LIST}"
    return Neighbour(
        link=Link(text=title, href=listed if gaps.number else link.href),
        gaps=gaps,
        is_here=uri == here.uri,
    )
