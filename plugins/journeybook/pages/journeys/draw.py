"""The pages of journeys: one per journey, the overview of all, and the one that compares them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from journeybook.pages.journeys.compare import CompareView, compare_view
from journeybook.pages.journeys.drawings.svg_curve import LARGE, SMALL, Size, draw_curve, shape
from journeybook.pages.journeys.drawings.svg_flow import draw_flow
from journeybook.pages.journeys.drawings.svg_map import standing_curve, standing_map
from journeybook.pages.journeys.drawings.svg_progress import draw_progress
from journeybook.pages.journeys.drawings.svg_spark import draw_spark
from journeybook.pages.journeys.journey import VIEWS, JourneyView, journey_view
from journeybook.pages.journeys.journey_curve import CurveView
from journeybook.pages.journeys.journeys_overview import (
    JourneyCard,
    OverviewView,
    journeys_overview,
)
from journeybook.pages.journeys.map.journey_map import MapView
from journeybook.pages.journeys.map.journey_phases import PhaseColumn
from journeybook.pages.journeys.slides import deck_of
from journeybook.pages.parts.builder import PageBuilder
from journeybook.pages.parts.filling.renderer import Renderer
from journeybook.pages.parts.page import Drawn, Page
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.links import Link
from journeybook.sources.prose import headings_below


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnCards:
    """Cards of journeys, each with its curve drawn small."""

    cards: tuple[tuple[JourneyCard, Markup], ...]
    compare: Link | None = None


def journey_pages(site: Site, renderer: Renderer, only: str = "") -> Iterator[Page]:
    """Give the page of every journey, or the one at a path alone."""
    for journey in site.addresses.at(only, site.handbook.journeys.values()):
        deck = deck_of(journey, site)
        slides = Drawn(view=deck, drawing=draw_progress(deck.curve)) if deck.slides else None
        yield _page(journey_view(journey, site), slides, site, renderer)


def drawn_map(view: MapView) -> Drawn:
    """Draw the curve of a map."""
    curve = drawn_curve(view.curve)
    return Drawn(view=view, drawing=curve.drawing, keys=curve.keys)


def drawn_curve(view: CurveView, size: Size = LARGE) -> Drawn:
    """Draw a curve; several lines get a key each."""
    keys = tuple((shape(at), line.persona) for at, line in enumerate(view.lines))
    drawing = draw_curve(view, size) if view.is_drawn else Markup("")
    return Drawn(view=view, drawing=drawing, keys=keys if len(keys) > 1 else ())


def _page(view: JourneyView, slides: Drawn | None, site: Site, renderer: Renderer) -> Page:
    page = PageBuilder(site, renderer, view.uri)
    titles = {anchor: page.say(title) for anchor, title in VIEWS}
    page.block("first", "journey/first.html", view, searchable=True)
    page.heading(2, titles["overview"], "overview")
    curve = drawn_curve(view.glance.map.curve, SMALL)
    page.block("glance", "journey/glance.html", replace(curve, view=view.glance))
    _about(view, page)
    page.heading(2, titles["map"], "map")
    page.block("map", "journey/map.html", drawn_map(view.map))
    if view.flow.is_drawn:
        page.heading(2, titles["flow"], "flow")
        page.block("flow", "journey/flow.html", Drawn(view=view.flow, drawing=draw_flow(view.flow)))
    page.heading(2, titles["story"], "story")
    page.block("contents", "journey/contents.html", view)
    for phase in view.story:
        _story(phase, page)
    page.heading(2, titles["content"], "content")
    page.block("content", "journey/content.html", view, searchable=True)
    if slides:
        page.block("present", "journey/present.html", slides)
    return page.done(
        view.title,
        source=view.source,
        description=view.summary,
        wide=True,
        framed="glance",
        drawings=(
            (view.drawings.map, standing_map(view.glance, view.title)),
            (view.drawings.curve, standing_curve(view.glance, view.title)),
        ),
    )


def _about(view: JourneyView, page: PageBuilder) -> None:
    page.heading(2, page.say("About this journey"), "about")
    if view.summary:
        page.block("lede", "journey/lede.html", view, searchable=True)
    page.prose()
    page.block("about", "journey/about.html", view, searchable=True)
    if view.change:
        page.heading(2, view.change.title, "change")
        page.block("change", "journey/list.html", view.change)


def _story(phase: PhaseColumn, page: PageBuilder) -> None:
    page.heading(2, phase.link.text, phase.heading)
    page.block(f"lead-{phase.anchor}", "journey/lead.html", phase)
    for step in phase.told:
        if step.anchor != phase.heading:
            page.heading(3, step.title, step.anchor)
        if step.summary or step.picture or step.facts:
            page.block(f"about-{step.anchor}", "journey/step.html", step, searchable=True)
        page.lines(headings_below(step.body, 3).strip("\n"))
        page.block(f"step-{step.anchor}", "journey/facts.html", step, searchable=True)


def drawn_cards(cards: tuple[JourneyCard, ...], compare: Link | None = None) -> DrawnCards:
    """Draw the curve of every card."""
    return DrawnCards(cards=tuple((one, draw_spark(one.curve)) for one in cards), compare=compare)


def overview_pages(site: Site, renderer: Renderer) -> Iterator[Page]:
    """Give the overview, and the comparison where there is more than one journey."""
    if not site.handbook.journeys:
        return
    yield _overview(journeys_overview(site), site, renderer)
    if len(site.handbook.journeys) > 1:
        yield _compare(compare_view(site), site, renderer)


def _overview(view: OverviewView, site: Site, renderer: Renderer) -> Page:
    page = PageBuilder(site, renderer, view.uri)
    page.prose()
    page.block("cards", "journey/cards.html", drawn_cards(view.cards, view.compare))
    page.heading(2, page.say("Who is served where"), "personas")
    page.block("overview", "journey/overview.html", view)
    if view.roles:
        page.heading(2, view.group_title, "buying-group")
        page.block("group", "journey/group.html", view)
    return page.done(view.title, wide=True)


def _compare(view: CompareView, site: Site, renderer: Renderer) -> Page:
    page = PageBuilder(site, renderer, view.uri)
    page.prose()
    page.block("compare", "journey/compare.html", view)
    return page.done(view.title, wide=True, listed=False)
