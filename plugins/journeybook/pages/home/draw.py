"""The home page: what there is, what to write next, and the journeys."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from journeybook.counts.definitions import Counted
from journeybook.counts.within import EVERYTHING
from journeybook.fixes.fix import Fix
from journeybook.gaps.ledger import Entry
from journeybook.handbook.anchors import gap_anchor
from journeybook.handbook.vocabulary import Status
from journeybook.pages.gaps.fix_item import loud_fixes, people, phases_of, title_of
from journeybook.pages.journeys.draw import drawn_cards
from journeybook.pages.journeys.journeys_overview import JourneyCard, journey_cards
from journeybook.pages.parts.asked import nothing_open
from journeybook.pages.parts.builder import PageBuilder
from journeybook.pages.parts.entity_parts import Section
from journeybook.pages.parts.links import Here, Link
from journeybook.pages.parts.page import Page
from journeybook.pages.parts.renderer import Renderer
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.states import Figure, gap_state
from journeybook.pages.parts.tallies import figure
from journeybook.pages.walks.view import walk_lines
from journeybook.wording import marked

_MOST = 6
_PROBLEMS = marked("Some of what was written here is not understood")


@dataclass(frozen=True, slots=True, kw_only=True)
class NextGap:
    """A gap to close next: what is missing, for whom and when, and why it comes first."""

    link: Link
    kind: str
    word: str
    place: str
    moment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """Everything on the home page below the author's words."""

    uri: str
    title: str
    figures: tuple[Figure, ...]
    gaps: tuple[NextGap, ...]
    all_gaps: Link
    nothing: str
    cards: tuple[JourneyCard, ...]
    problems: Link | None
    walks: Section
    compare: Link | None = None


def home_view(site: Site) -> HomeView:
    """Make the home page."""
    here = Here(site=site, uri=site.addresses.home)
    say = site.wording.text
    return HomeView(
        uri=site.addresses.home,
        title=say("Home"),
        figures=tuple(_figures(here)),
        gaps=tuple(_next_fix(fix, here) for fix in loud_fixes(site.fixes.all)[:_MOST]),
        all_gaps=here.page(site.addresses.gaps, say("All gaps")),
        nothing=nothing_open(site, EVERYTHING, marked("No open gaps.")),
        cards=journey_cards(site, here),
        walks=walk_lines(here),
        problems=here.page(site.addresses.problems, say(_PROBLEMS)) if site.problems else None,
    )


def _figures(here: Here) -> Iterator[Figure]:
    journeys = here.site.href(here.uri, here.site.addresses.journeys)
    published = here.catalogue("", status=Status.PUBLISHED.value).href
    yield figure(here, Counted.PERSONAS, href=journeys)
    yield figure(here, Counted.PHASES, href=journeys)
    yield figure(here, Counted.ANSWERED)
    yield figure(here, Counted.LACKING)
    yield figure(here, Counted.ASKED)
    yield figure(here, Counted.PUBLISHED, href=published)
    yield figure(here, Counted.OPEN_GAPS)
    yield figure(here, Counted.FILLING_GAPS)


def next_gap(entry: Entry, here: Here) -> NextGap:
    """Tell a gap in a line: what is missing, for whom, when, and whether it decides."""
    book, say = here.site.handbook, here.site.wording.text
    kind, word = gap_state(here.site, entry.finding)
    who = [book.personas[one].title for one in entry.bearing.personas]
    when = [book.phases[one].title for one in entry.bearing.phases[:1]]
    place = " · ".join((*([here.site.wording.both(who)] if who else []), *when))
    return NextGap(
        link=here.gap(entry.finding, here.site.gap_home(entry)),
        kind=kind,
        word=word,
        place=place,
        moment=say("moment of truth") if entry.bearing.met.is_moment_of_truth else "",
    )


def _next_fix(fix: Fix, here: Here) -> NextGap:
    site, first = here.site, fix.entries[0]
    whom = (people(fix, site), site.wording.both(phases_of(fix, site)))
    return replace(
        next_gap(first, here),
        link=here.page(site.gap_home(first), title_of(fix, site), gap_anchor(fix.fingerprint)),
        place=" · ".join(one for one in whom if one),
    )


def home_pages(site: Site, renderer: Renderer) -> Iterator[Page]:
    """Give the home page, the author's words first."""
    view = home_view(site)
    page = PageBuilder(site, renderer, view.uri)
    page.prose()
    if view.problems:
        page.block("problems", "home/problems.html", view)
    page.block("figures", "home/figures.html", view)
    page.heading(2, page.say("What to write next"), "next")
    page.block("next", "home/next.html", view)
    if view.cards:
        page.heading(2, page.say("Journeys"), "journeys")
        page.block("journeys", "journey/cards.html", drawn_cards(view.cards))
    if view.walks.lines:
        page.heading(2, view.walks.title, "walks")
        page.block("walks", "entities/section.html", view.walks)
    yield page.done(
        view.title,
        wide=True,
    )
