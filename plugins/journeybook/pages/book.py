"""All pages of a handbook."""

from collections.abc import Iterator

from journeybook.pages.actions.draw import actions_pages
from journeybook.pages.catalogue.draw import catalogue_pages
from journeybook.pages.coverage.draw import coverage_pages
from journeybook.pages.entities.draw import entity_pages
from journeybook.pages.gaps.draw_gaps import gaps_pages
from journeybook.pages.home.draw import home_pages
from journeybook.pages.journeys.draw_journeys import journey_pages
from journeybook.pages.journeys.draw_journeys_overview import overview_pages
from journeybook.pages.matrix.draw import matrix_pages
from journeybook.pages.parts.page import Page
from journeybook.pages.parts.renderer import Renderer
from journeybook.pages.parts.site import Site
from journeybook.pages.placed.draw import with_placed


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
