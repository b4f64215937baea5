"""The page of the catalogue."""

from collections.abc import Iterator

from journeybook.pages.catalogue.catalogue import make_catalogue
from journeybook.pages.parts.builder import PageBuilder
from journeybook.pages.parts.page import Page
from journeybook.pages.parts.renderer import Renderer
from journeybook.pages.parts.site import Site


def catalogue_pages(site: Site, renderer: Renderer) -> Iterator[Page]:
    """Give the catalogue of all assets."""
    view = make_catalogue(site)
    page = PageBuilder(site, renderer, view.uri)
    lead = page.say("All content, with whom it is for, when, where, and how fresh it is.")
    page.prose(lead)
    page.block("catalogue", "catalogue/catalogue.html", view)
    yield page.done(view.title, description=lead, wide=True)
