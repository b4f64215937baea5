"""Puts above the title of every page where it stands among the others."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from journeybook.pages.parts.filling.renderer import Renderer
from journeybook.pages.parts.page import Page
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.section import Section
from journeybook.pages.trails.trail import Trail, Trails


def with_trails(
    pages: Iterable[Page], sections: Sequence[Section], site: Site, renderer: Renderer
) -> Iterator[Page]:
    """Give every page with the way to it."""
    made = tuple(pages)
    trails = Trails(site, sections, {page.uri: page.title for page in made})
    return (with_trail(page, trails, renderer) for page in made)


def with_trail(page: Page, trails: Trails, renderer: Renderer) -> Page:
    """Give a page with the way to it, where there is one."""
    trail = trails.of(page.uri)
    if trail == Trail():
        return page
    return replace(page, trail=renderer.block("trail", "trails/trail.html", trail))
