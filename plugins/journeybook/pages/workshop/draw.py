"""The page of a workshop about each journey, which is made to be printed."""

from collections.abc import Iterator

from journeybook.handbook.journeys import Journey
from journeybook.pages.parts.builder import PageBuilder
from journeybook.pages.parts.filling.renderer import Renderer
from journeybook.pages.parts.page import Page
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.links import Here, download
from journeybook.pages.workshop.kit import kit_of


def workshop_pages(site: Site, renderer: Renderer) -> Iterator[Page]:
    """Give a page for each journey that has phases."""
    yield from (_page(one, site, renderer) for one in site.handbook.journeys.values() if one.scope)


def _page(journey: Journey, site: Site, renderer: Renderer) -> Page:
    here = Here(site=site, uri=site.addresses.workshop_of(journey.id))
    page, kit = PageBuilder(site, renderer, here.uri), kit_of(journey, site)
    lead = page.say(
        "For a workshop about {journey}: print this page, and lay the cards on the table.",
        journey=journey.title,
    )
    page.prose(otherwise=lead)
    tools = {"back": here.journey(journey), "downloads": download(site, here.uri)}
    page.block("tools", "workshop/tools.html", tools)
    page.chapter(page.say("An empty map"), "map", "workshop/map.html", kit)
    if kit.cards:
        page.chapter(page.say("Cards"), "cards", "workshop/cards.html", kit)
        page.chapter(page.say("Votes"), "votes", "workshop/votes.html", kit)
    title = page.say("Workshop: {journey}", journey=journey.title)
    return page.done(title, description=lead, listed=False, wide=True)
