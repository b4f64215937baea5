"""The pages of the channel matrices."""

from collections.abc import Iterator

from journeybook.pages.matrix.matrix_page import MatrixPage, make_matrix_pages
from journeybook.pages.matrix.matrix_panels import gaps_by_cell
from journeybook.pages.parts.page import PROSE, Block, Page, heading
from journeybook.pages.parts.renderer import Renderer
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.svg_charts import draw_pairs


def matrix_pages(site: Site, renderer: Renderer) -> Iterator[Page]:
    """Give a page per matrix: of the handbook, of every persona and of every journey."""
    gaps = gaps_by_cell(site)
    return (_page(site, renderer, view) for view in make_matrix_pages(site, gaps))


def _page(site: Site, renderer: Renderer, view: MatrixPage) -> Page:
    say = site.wording.text
    block = renderer.block("matrix", "matrix/matrix.html", view)
    lead = say("Where personas meet us, phase by phase, and whether something is there for them.")
    prose = PROSE if view.uri in site.authored else lead
    parts = [(say("Use against supply"), _supply(renderer, view))]
    if view.extras.starts:
        starts = renderer.block("starts", "matrix/starts.html", view)
        parts.insert(0, (say("Where to start"), starts))
    lines = [f"{heading(2, title)}\n\n{part.marker}" for title, part in parts]
    return Page(
        uri=view.uri,
        title=view.title,
        markdown="\n\n".join((prose, block.marker, *lines, "")),
        blocks=(block, *(part for _, part in parts)),
        source=view.source,
        description=lead,
        wide=True,
    )


def _supply(renderer: Renderer, view: MatrixPage) -> Block:
    block = renderer.block("supply", "matrix/supply.html", view)
    chart = draw_pairs(view.extras.chart)
    return Block(name="supply", html=block.html.replace("<!-- chart -->", chart, 1))
