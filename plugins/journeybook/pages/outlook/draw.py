"""The page What if: the first fixes, and all that is planned, tried."""

from collections.abc import Iterator

from journeybook.gaps.state import GapState
from journeybook.pages.outlook.view import what_if
from journeybook.pages.parts.builder import PageBuilder
from journeybook.pages.parts.filling.renderer import Renderer
from journeybook.pages.parts.page import Page, in_markdown
from journeybook.pages.parts.site import Site


def what_if_pages(site: Site, renderer: Renderer) -> Iterator[Page]:
    """Give the page, where anything is still to be done."""
    if all(entry.state is GapState.WAIVED for entry in site.ledger.entries):
        return
    view = what_if(site)
    page = PageBuilder(site, renderer, view.uri)
    page.prose()
    page.lines(in_markdown(view.lead))
    for scenario in view.scenarios:
        page.chapter(scenario.title, scenario.anchor, "outlook/outlook.html", scenario)
    yield page.done(view.title, description=view.lead, listed=False)
