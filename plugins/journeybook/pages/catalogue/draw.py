"""The page of the catalogue."""

from collections.abc import Iterator

from journeybook.pages.catalogue.catalogue import make_catalogue
from journeybook.pages.parts.page import PROSE, Page
from journeybook.pages.parts.renderer import Renderer
from journeybook.pages.parts.site import Site


def catalogue_pages(site: Site, renderer: Renderer) -> Iterator[Page]:
    """Give the catalogue of all assets."""
    view = make_catalogue(site)
    block = renderer.block("catalogue", "catalogue/catalogue.html", view)
    lead = site.wording.text("All content, with whom it is for, when, where, and how fresh it is.")
    prose = PROSE if view.uri in site.authored else lead
    yield Page(
        uri=view.uri,
        title=view.title,
        markdown=f"{prose}\n\n{block.marker}\n",
        blocks=(block,),
        description=lead,
        wide=True,
    )
