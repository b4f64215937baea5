"""The pages of coverage: of the handbook and of every journey."""

from collections.abc import Iterator

from markupsafe import Markup

from journeybook.handbook.index.coverage_facts import places_of
from journeybook.pages.coverage.coverage import CoveragePage, make_coverage_page
from journeybook.pages.coverage.coverage_journey import JourneyCoverage, make_journey_coverage
from journeybook.pages.parts.page import PROSE, Block, Page, escaped, heading
from journeybook.pages.parts.renderer import Renderer
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.svg_charts import draw_bars, draw_bubbles


def coverage_pages(site: Site, renderer: Renderer) -> Iterator[Page]:
    """Give the coverage page of the handbook and the traceability matrix of every journey."""
    yield _overview(site, renderer, make_coverage_page(site, places_of(site.handbook)))
    for journey in site.handbook.journeys.values():
        yield _journey(site, renderer, make_journey_coverage(site, journey))


def _overview(site: Site, renderer: Renderer, view: CoveragePage) -> Page:
    say = site.wording.text
    lead = say("What is answered and offered, and what is not, by persona, phase and kind.")
    parts = (
        ("", renderer.block("figures", "coverage/figures.html", view)),
        (say("Questions per phase"), _charted(renderer, "answers", draw_bars(view.answers), view)),
        (say("Personas and phases"), renderer.block("places", "coverage/places.html", view)),
        (say("Types and phases"), _charted(renderer, "types", draw_bubbles(view.bubbles), view)),
        (
            say("Languages and phases"),
            renderer.block("languages", "coverage/languages.html", view),
        ),
    )
    return _page(site, view.uri, view.title, lead, parts)


def _journey(site: Site, renderer: Renderer, view: JourneyCoverage) -> Page:
    say = site.wording.text
    lead = say("Which content answers which question, and which questions nothing answers yet.")
    parts = [("", renderer.block("figures", "coverage/journey_figures.html", view))]
    for at, table in enumerate(view.tables):
        parts.append((table.phase, renderer.block(f"trace-{at}", "coverage/trace.html", table)))
    return _page(site, view.uri, view.title, lead, tuple(parts))


def _charted(renderer: Renderer, name: str, chart: Markup, view: CoveragePage) -> Block:
    block = renderer.block(name, f"coverage/{name}.html", view)
    return Block(name=name, html=block.html.replace("<!-- chart -->", chart, 1))


def _page(
    site: Site, uri: str, title: str, lead: str, parts: tuple[tuple[str, Block], ...]
) -> Page:
    prose = PROSE if uri in site.authored else escaped(lead)
    lines = [prose]
    for head, block in parts:
        lines.extend((heading(2, head), block.marker) if head else (block.marker,))
    return Page(
        uri=uri,
        title=title,
        markdown="\n\n".join((*lines, "")),
        blocks=tuple(block for _, block in parts),
        description=lead,
        wide=True,
    )
