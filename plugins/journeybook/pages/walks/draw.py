"""The pages of walks: one for each persona with a journey of today."""

from collections.abc import Iterator

from journeybook.handbook.index.walk import Walk
from journeybook.pages.parts.builder import PageBuilder
from journeybook.pages.parts.filling.renderer import Renderer
from journeybook.pages.parts.page import Drawn, Page
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.links import Here
from journeybook.pages.walks.svg_walk import draw_walk
from journeybook.pages.walks.view import walk_view


def walk_pages(site: Site, renderer: Renderer) -> Iterator[Page]:
    """Give the page of every walk."""
    for walk in site.walks.values():
        yield _page(walk, site, renderer)


def _page(walk: Walk, site: Site, renderer: Renderer) -> Page:
    view = walk_view(walk, site)
    page = PageBuilder(site, renderer, view.uri)
    page.block("head", "walks/head.html", view, searchable=True)
    page.prose()
    drawing = draw_walk(walk, view.title, view.lead, Here(site=site, uri=view.uri))
    page.block("picture", "walks/picture.html", Drawn(view=view, drawing=drawing))
    if view.barriers:
        page.heading(2, page.say("What lets them through"), "through")
    for at, barrier in enumerate(view.barriers, start=1):
        page.heading(3, barrier.title)
        page.block(f"barrier-{at}", "entities/section.html", barrier)
    page.heading(2, page.say("Phase by phase"), "phases")
    page.block("stages", "walks/stages.html", view, searchable=True)
    return page.done(view.title, description=view.lead, wide=True)
