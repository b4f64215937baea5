"""The home page."""

from collections.abc import Iterator

from journeybook.pages.home.view import home_view
from journeybook.pages.journeys.draw import drawn_cards
from journeybook.pages.parts.builder import PageBuilder
from journeybook.pages.parts.page import Page
from journeybook.pages.parts.renderer import Renderer
from journeybook.pages.parts.site import Site


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
