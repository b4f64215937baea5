"""The home page."""

from collections.abc import Iterator

from journeybook.pages.home.view import home_view
from journeybook.pages.journeys.draw_journeys_overview import drawn_cards
from journeybook.pages.parts.drawing import Parts
from journeybook.pages.parts.page import Page
from journeybook.pages.parts.renderer import Renderer
from journeybook.pages.parts.site import Site


def home_pages(site: Site, renderer: Renderer) -> Iterator[Page]:
    """Give the home page, the author's words first."""
    view = home_view(site)
    parts = Parts(site, renderer, view.uri)
    parts.block("figures", "home/figures.html", view)
    parts.heading(2, parts.say("What to write next"), "next")
    parts.block("next", "home/next.html", view)
    if view.cards:
        parts.heading(2, parts.say("Journeys"), "journeys")
        parts.block("journeys", "journey/cards.html", drawn_cards(view.cards))
    yield Page(
        uri=view.uri,
        title=view.title,
        markdown=parts.markdown,
        blocks=parts.blocks,
        wide=True,
    )
