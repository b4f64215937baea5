"""The home page: what there is, what to write next, and the journeys."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from heapq import nsmallest

from journeybook.counts.counted import Counted
from journeybook.counts.within import EVERYTHING
from journeybook.fixes.fix import Fix
from journeybook.gaps.ledger import Entry
from journeybook.handbook.audiences import Readership
from journeybook.handbook.index.dates import Dated
from journeybook.handbook.vocabulary import Status
from journeybook.pages.gaps.fix_words import loud_fixes, people, phases_of, title_of
from journeybook.pages.gaps.neighbours import owner_name
from journeybook.pages.gaps.words import why_words
from journeybook.pages.home.scorecard import Scorecard, scorecard
from journeybook.pages.journeys.draw import drawn_cards
from journeybook.pages.journeys.journeys_overview import JourneyCard, journey_cards
from journeybook.pages.parts.agenda import duty_words
from journeybook.pages.parts.builder import PageBuilder
from journeybook.pages.parts.entity_parts import Line, Section, joined
from journeybook.pages.parts.filling.renderer import Renderer
from journeybook.pages.parts.hrefs import with_query
from journeybook.pages.parts.page import Page
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.tallies import figure
from journeybook.pages.parts.ways.links import Here, Link
from journeybook.pages.parts.words.asked import nothing_open
from journeybook.pages.parts.words.states import Figure, gap_state
from journeybook.schema.kind import FOLDERS
from journeybook.sources.prose import split_title
from journeybook.wording import marked

_MOST = 6
_FEW_WORDS = 400
AUDIENCE = "for"
"""What names an audience in an address."""
_SECTIONS: Mapping[str, str] = {kind: folder for folder, kind in FOLDERS.items()}
"""The section of each kind of file; a step is part of its journey's."""
_PROBLEMS = marked("Some of what was written here is not understood")


@dataclass(frozen=True, slots=True, kw_only=True)
class NextGap:
    """A gap to close next: what is missing, for whom and when, and why it comes first."""

    link: Link
    kind: str
    word: str
    place: str
    moment: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """Everything on the home page but the author's words."""

    uri: str
    title: str
    figures: tuple[Figure, ...]
    gaps: tuple[NextGap, ...]
    all_gaps: Link
    nothing: str
    cards: tuple[JourneyCard, ...]
    problems: Link | None
    scorecard: Scorecard
    late: Section
    audiences: tuple[Link, ...] = ()


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
        cards=journey_cards(here),
        scorecard=scorecard(here),
        late=_late(here),
        problems=here.page(site.addresses.problems, say(_PROBLEMS)) if site.problems else None,
        audiences=tuple(_seen_as(one, here) for one in site.handbook.audiences),
    )


def _seen_as(audience: Readership, here: Here) -> Link:
    first = here.page(audience.first or here.uri, audience.title)
    return replace(first, href=with_query(first.href or "", **{AUDIENCE: audience.id}))


def _figures(here: Here) -> Iterator[Figure]:
    uri = here.site.addresses.journeys if here.site.handbook.journeys else ""
    journeys = here.site.href(here.uri, uri) if uri else None
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
        link=here.gap(entry),
        kind=kind,
        word=word,
        place=place,
        moment=say("moment of truth") if entry.bearing.met.is_moment_of_truth else "",
        why=why_words(entry, here.site, entry.finding.message),
    )


def _next_fix(fix: Fix, here: Here) -> NextGap:
    site, first = here.site, fix.entries[0]
    whom = (people(fix, site), site.wording.both(phases_of(fix, site)))
    title = title_of(fix, site)
    return replace(
        next_gap(first, here),
        link=here.gap(first, title),
        why=why_words(first, site, title),
        place=" · ".join(one for one in whom if one),
    )


def _late(here: Here) -> Section:
    site, today = here.site, here.site.handbook.today
    past = (one for one in site.ledger.dates if one.day < today)
    late = nsmallest(_MOST, past, key=_by_day)
    return Section(
        title=site.wording.text("What waits for somebody"),
        lines=tuple(_waiting(one, here) for one in late),
        more=here.page(site.addresses.desk, site.wording.text("The desk")),
    )


def _by_day(one: Dated) -> tuple[date, str, str]:
    return one.day, one.title, one.entity.path


def _waiting(one: Dated, here: Here) -> Line:
    say, day = here.site.wording.text, here.site.wording.day(one.day)
    owner = owner_name(one.owner, here.site)
    addresses = here.site.addresses
    return Line(
        link=here.page(addresses.page(one.entity), one.title, addresses.entity_anchor(one.entity)),
        section=_SECTIONS.get(one.entity.kind, "journeys"),
        kind="open",
        word=say("overdue"),
        note=joined(duty_words(one, here.site.wording), owner, say("was due {day}", day=day)),
    )


def home_pages(site: Site, renderer: Renderer) -> Iterator[Page]:
    """Give the home page: how everybody stands, what to do, and then the author's words."""
    view = home_view(site)
    page = PageBuilder(site, renderer, view.uri)
    page.block("find", "home/find.html", view)
    has_few_words = _is_few_words(split_title(site.text_of(view.uri))[1].strip())
    if has_few_words:
        page.prose()
    if view.audiences:
        page.block("audiences", "home/audiences.html", view)
    if view.problems:
        page.block("problems", "home/problems.html", view)
    if view.gaps:
        page.block("first", "home/first.html", view)
    if view.scorecard.rows:
        page.heading(2, page.say("How everybody stands"), "standing")
        page.block("scorecard", "home/scorecard.html", view.scorecard)
    page.block("figures", "home/figures.html", view)
    _to_do(page, view)
    if not has_few_words:
        page.block("turn", "home/turn.html", view)
        page.prose()
    if view.cards:
        cards = drawn_cards(view.cards)
        page.chapter(page.say("Journeys"), "journeys", "journey/cards.html", cards)
    yield page.done(view.title, wide=True)


def _is_few_words(text: str) -> bool:
    # A welcome is read below the title; a longer text would push down how everybody stands.
    return len(text) <= _FEW_WORDS and not re.search(r"^#", text, re.MULTILINE)


def _to_do(page: PageBuilder, view: HomeView) -> None:
    # The author's text stands beside these where there is room.
    page.chapter(page.say("What to write next"), "next", "home/next.html", view)
    if view.scorecard.days:
        page.chapter(page.say("What changed"), "changed", "home/changed.html", view.scorecard)
    if view.late.lines:
        page.chapter(view.late.title, "late", "home/late.html", view.late)
