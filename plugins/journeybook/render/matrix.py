"""The pages of the channel matrices."""

from collections.abc import Iterator

from journeybook.render.page import PROSE, Page
from journeybook.render.renderer import Renderer
from journeybook.views.gap_ledger import Ledger
from journeybook.views.matrix_page import MatrixPage, make_matrix_pages
from journeybook.views.matrix_panels import gaps_by_cell
from journeybook.views.site import Site


def matrix_pages(site: Site, renderer: Renderer) -> Iterator[Page]:
    """Give a page per matrix: of the handbook, of every persona and of every journey."""
    gaps = gaps_by_cell(Ledger(site=site))
    return (_page(site, renderer, view) for view in make_matrix_pages(site, gaps))


def _page(site: Site, renderer: Renderer, view: MatrixPage) -> Page:
    block = renderer.block("matrix", "matrix/matrix.html", view)
    lead = site.wording.text(
        "Where personas meet us, phase by phase, and whether something is there for them."
    )
    prose = PROSE if view.uri in site.authored else lead
    return Page(
        uri=view.uri,
        title=view.title,
        markdown=f"{prose}\n\n{block.marker}\n",
        blocks=(block,),
        description=lead,
        wide=True,
    )
