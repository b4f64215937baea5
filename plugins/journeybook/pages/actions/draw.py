"""The page of all improvements."""

from collections.abc import Iterator

from journeybook.pages.actions.view import make_actions_grid
from journeybook.pages.parts.builder import PageBuilder
from journeybook.pages.parts.page import Page
from journeybook.pages.parts.renderer import Renderer
from journeybook.pages.parts.site import Site


def actions_pages(site: Site, renderer: Renderer) -> Iterator[Page]:
    """Give the page of all improvements, where there are any."""
    if not site.handbook.actions:
        return
    say = site.wording.text
    page = PageBuilder(site, renderer, site.addresses.actions)
    page.prose()
    page.block("grid", "actions/grid.html", make_actions_grid(site), searchable=True)
    yield page.done(
        say("Actions"),
        description=say("All improvements, by what they bring and how soon they can be done."),
    )
