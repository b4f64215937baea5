"""All pages of a handbook."""

from collections.abc import Iterator

from journeybook.render.actions import actions_pages
from journeybook.render.catalogue import catalogue_pages
from journeybook.render.coverage import coverage_pages
from journeybook.render.entities import entity_pages
from journeybook.render.gaps import gaps_pages
from journeybook.render.home import home_pages
from journeybook.render.journeys import journey_pages
from journeybook.render.journeys_overview import overview_pages
from journeybook.render.matrix import matrix_pages
from journeybook.render.page import Page
from journeybook.render.placed import with_placed
from journeybook.render.renderer import Renderer
from journeybook.views.site import Site


def render_book(site: Site, renderer: Renderer) -> Iterator[Page]:
    """Give every page that Journeybook makes or adds to."""
    return with_placed(_pages(site, renderer), site, renderer)


def _pages(site: Site, renderer: Renderer) -> Iterator[Page]:
    yield from home_pages(site, renderer)
    yield from overview_pages(site, renderer)
    yield from gaps_pages(site, renderer)
    yield from journey_pages(site, renderer)
    yield from matrix_pages(site, renderer)
    yield from catalogue_pages(site, renderer)
    yield from entity_pages(site, renderer)
    yield from coverage_pages(site, renderer)
    yield from actions_pages(site, renderer)
