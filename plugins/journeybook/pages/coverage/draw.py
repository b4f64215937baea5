"""The pages of coverage: of the handbook and of every journey."""

from collections.abc import Iterator

from journeybook.handbook.index.coverage_facts import places_of
from journeybook.pages.coverage.coverage import CoveragePage, make_coverage_page
from journeybook.pages.coverage.coverage_journey import JourneyCoverage, make_journey_coverage
from journeybook.pages.parts.builder import PageBuilder
from journeybook.pages.parts.drawing.charts import draw_bars, draw_bubbles
from journeybook.pages.parts.filling.renderer import Renderer
from journeybook.pages.parts.page import Drawn, Page
from journeybook.pages.parts.site import Site


def coverage_pages(site: Site, renderer: Renderer) -> Iterator[Page]:
    """Give the coverage page of the handbook and the traceability matrix of every journey."""
    yield _overview(site, renderer, make_coverage_page(site, places_of(site.handbook)))
    for journey in site.handbook.journeys.values():
        yield _journey(site, renderer, make_journey_coverage(site, journey))


def _overview(site: Site, renderer: Renderer, view: CoveragePage) -> Page:
    page = PageBuilder(site, renderer, view.uri)
    lead = page.say("What is answered and offered, and what is not, by persona, phase and kind.")
    page.prose(lead)
    page.block("figures", "coverage/figures.html", view)
    page.heading(2, page.say("Questions per phase"))
    answers = Drawn(view=view, drawing=draw_bars(view.answers))
    page.block("answers", "coverage/answers.html", answers)
    page.heading(2, page.say("Personas and phases"))
    page.block("places", "coverage/places.html", view)
    page.heading(2, page.say("Types and phases"))
    page.block("types", "coverage/types.html", Drawn(view=view, drawing=draw_bubbles(view.bubbles)))
    page.heading(2, page.say("Languages and phases"))
    page.block("languages", "coverage/languages.html", view)
    return page.done(view.title, description=lead, wide=True)


def _journey(site: Site, renderer: Renderer, view: JourneyCoverage) -> Page:
    page = PageBuilder(site, renderer, view.uri)
    lead = page.say(
        "Which content answers which question, and which questions nothing answers yet."
    )
    page.prose(lead)
    page.block("figures", "coverage/journey_figures.html", view)
    for at, table in enumerate(view.tables):
        if table.phase:
            page.heading(2, table.phase)
        page.block(f"trace-{at}", "coverage/trace.html", table)
    return page.done(view.title, description=lead, wide=True)
