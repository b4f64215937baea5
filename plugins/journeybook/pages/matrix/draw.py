"""The pages of the channel matrices."""

from collections.abc import Iterator

from journeybook.pages.matrix.matrix_page import MatrixPage, make_matrix_pages
from journeybook.pages.matrix.matrix_panels import gaps_by_cell
from journeybook.pages.parts.builder import PageBuilder
from journeybook.pages.parts.page import Drawn, Page
from journeybook.pages.parts.renderer import Renderer
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.svg_charts import draw_pairs


def matrix_pages(site: Site, renderer: Renderer) -> Iterator[Page]:
    """Give a page per matrix: of the handbook, of every persona and of every journey."""
    gaps = gaps_by_cell(site)
    return (_page(site, renderer, view) for view in make_matrix_pages(site, gaps))


def _page(site: Site, renderer: Renderer, view: MatrixPage) -> Page:
    page = PageBuilder(site, renderer, view.uri)
    lead = page.say(
        "Where personas meet us, phase by phase, and whether something is there for them."
    )
    page.prose(lead)
    page.block("matrix", "matrix/matrix.html", view)
    if view.extras.starts:
        page.heading(2, page.say("Where to start"))
        page.block("starts", "matrix/starts.html", view)
    page.heading(2, page.say("Use against supply"))
    chart = Drawn(view=view, drawing=draw_pairs(view.extras.chart))
    page.block("supply", "matrix/supply.html", chart)
    return page.done(view.title, source=view.source, description=lead, wide=True)
