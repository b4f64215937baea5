"""The page of all improvements."""

from collections.abc import Iterator

from journeybook.render.page import Page
from journeybook.render.parts import Parts
from journeybook.render.renderer import Renderer
from journeybook.views.actions_grid import make_actions_grid
from journeybook.views.addresses import ACTIONS
from journeybook.views.site import Site


def actions_pages(site: Site, renderer: Renderer) -> Iterator[Page]:
    """Give the page of all improvements, where there are any."""
    if not site.handbook.actions:
        return
    say = site.wording.text
    parts = Parts(site, renderer, ACTIONS)
    parts.block("grid", "actions/grid.html", make_actions_grid(site), searchable=True)
    yield Page(
        uri=ACTIONS,
        title=say("Actions"),
        markdown=parts.markdown,
        blocks=parts.blocks,
        description=say("All improvements, by what they bring and how soon they can be done."),
    )
