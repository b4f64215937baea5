"""The home page: what there is, what to write next, and the journeys."""

from collections.abc import Iterator
from dataclasses import dataclass

from journeybook.gaps.ledger import FILLING, OPEN, Entry
from journeybook.handbook.index.coverage import AnswerState
from journeybook.pages.journeys.draw import drawn_cards
from journeybook.pages.journeys.journeys_overview import JourneyCard, journey_cards
from journeybook.pages.parts.builder import PageBuilder
from journeybook.pages.parts.links import Here, Link
from journeybook.pages.parts.page import Page
from journeybook.pages.parts.renderer import Renderer
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.states import Figure, gap_state

_MOST = 6


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
    compare: Link | None = None


def home_view(site: Site) -> HomeView:
    """Make the home page."""
    here = Here(site=site, uri=site.addresses.home)
    say = site.wording.text
    waiting = [one for one in site.ledger.entries if one.counts]
    return HomeView(
        uri=site.addresses.home,
        title=say("Home"),
        figures=(*_described(here), *_missing(site, here)),
        gaps=tuple(next_gap(one, here) for one in waiting[:_MOST]),
        all_gaps=here.page(site.addresses.gaps, say("All gaps")),
        nothing=say("No open gaps."),
        cards=journey_cards(site, here),
    )


def _described(here: Here) -> tuple[Figure, ...]:
    book, wording = here.site.handbook, here.site.wording
    states = [book.coverage.state_of(one) for _, _, one in book.questions]
    answered, asked = states.count(AnswerState.ANSWERED), len(states)
    people, phases = len(book.personas), len(book.phases)
    return (
        Figure(
            figure=wording.number(people),
            words=wording.count("persona", "personas", people),
            href=_folder("personas", here),
        ),
        Figure(
            figure=wording.number(phases),
            words=wording.count("phase", "phases", phases),
            href=_folder("phases", here),
        ),
        Figure(
            figure=f"{wording.number(answered)}/{wording.number(asked)}",
            words=wording.count("question answered", "questions answered", asked),
            share=answered / asked if asked else None,
            href=here.site.href(here.uri, here.site.addresses.journeys),
        ),
    )


def _folder(name: str, here: Here) -> str:
    # Where nobody wrote an index for the folder, the overview of journeys names the same people.
    index = f"{name}/index.md"
    there = index if index in here.site.authored else here.site.addresses.journeys
    return here.site.href(here.uri, there)


def _missing(site: Site, here: Here) -> tuple[Figure, ...]:
    book, wording = here.site.handbook, here.site.wording
    states = [one.state for one in site.ledger.entries if not one.is_quiet]
    published = sum(one.is_published for one in book.assets.values())
    gaps = here.site.href(here.uri, site.addresses.gaps)
    return (
        Figure(
            figure=wording.number(published),
            words=wording.count("published asset", "published assets", published),
            href=here.site.href(here.uri, site.addresses.catalogue),
        ),
        Figure(
            figure=wording.number(states.count(OPEN)),
            words=wording.count("open gap", "open gaps", states.count(OPEN)),
            tone="open" if OPEN in states else "ok",
            href=gaps,
        ),
        Figure(
            figure=wording.number(states.count(FILLING)),
            words=wording.count("gap being filled", "gaps being filled", states.count(FILLING)),
            tone="wait" if FILLING in states else "",
            href=gaps,
        ),
    )


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
        moment=say("moment of truth") if entry.bearing.is_moment_of_truth else "",
    )


def home_pages(site: Site, renderer: Renderer) -> Iterator[Page]:
    """Give the home page, the author's words first."""
    view = home_view(site)
    page = PageBuilder(site, renderer, view.uri)
    page.prose()
    page.block("figures", "home/figures.html", view)
    page.heading(2, page.say("What to write next"), "next")
    page.block("next", "home/next.html", view)
    if view.cards:
        page.heading(2, page.say("Journeys"), "journeys")
        page.block("journeys", "journey/cards.html", drawn_cards(view.cards))
    yield page.done(
        view.title,
        wide=True,
    )
