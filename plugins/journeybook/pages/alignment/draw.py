"""The page that puts the maps of departments side by side, where there is something to align."""

from collections.abc import Iterator

from journeybook.pages.alignment.view import alignments
from journeybook.pages.parts.builder import PageBuilder
from journeybook.pages.parts.filling.renderer import Renderer
from journeybook.pages.parts.page import Page
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.links import download


def alignment_pages(site: Site, renderer: Renderer) -> Iterator[Page]:
    """Give the page, where several departments made a map of one persona."""
    found = alignments(site)
    if not found:
        return
    page = PageBuilder(site, renderer, site.addresses.alignment)
    lead = page.say("Maps that departments made of the same persona, and what to agree on.")
    page.prose(otherwise=lead)
    page.block("downloads", "research/downloads.html", download(site, site.addresses.alignment))
    for at, one in enumerate(found):
        page.heading(2, one.persona.text)
        page.block(f"views-{at}", "alignment/views.html", one, searchable=True)
        page.heading(3, page.say("To agree on"))
        page.block(f"agree-{at}", "alignment/agree.html", one, searchable=True)
    yield page.done(page.say("What departments see"), description=lead, wide=True)
