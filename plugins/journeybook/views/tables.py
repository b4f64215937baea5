"""Which tables there are: the file beside each page, and the sheets of the workbook."""

from collections.abc import Iterator

from journeybook.views.addresses import (
    CATALOGUE,
    COVERAGE,
    MATRIX,
    coverage_of,
    matrix_of,
    matrix_of_journey,
)
from journeybook.views.asset_table import asset_table
from journeybook.views.channel_table import channel_table, persona_channel_table, supply_table
from journeybook.views.coverage_tables import (
    language_table,
    place_table,
    question_table,
    touchpoint_table,
    type_table,
)
from journeybook.views.links import Link
from journeybook.views.matrix_facts import Scope
from journeybook.views.matrix_scopes import everybody, of_journey, of_persona
from journeybook.views.site import Site
from journeybook.views.table import Table

TYPES = "coverage/types-by-phase.csv"
LANGUAGES = "coverage/languages-by-phase.csv"
_NAMES = {
    MATRIX: "matrix/channel-matrix.csv",
    CATALOGUE: "assets/content.csv",
    COVERAGE: "coverage/coverage-by-phase.csv",
}


def table_beside(page: str) -> str:
    """Give the file with the table of a page, by path inside the site."""
    return _NAMES.get(page) or f"{page.removesuffix('.md')}.csv"


def supply_beside(page: str) -> str:
    """Give the file with use against supply of a matrix, by path inside the site."""
    return f"{table_beside(page).removesuffix('.csv')}-use-and-supply.csv"


def download(site: Site, page: str) -> tuple[Link, ...]:
    """Link to the table of a page."""
    words = site.wording.text("As a table (CSV)")
    return (Link(text=words, href=site.file_href(page, table_beside(page))),)


def page_tables(site: Site) -> Iterator[tuple[str, Table]]:
    """Give every table that stands beside a page, with its path inside the site."""
    book = site.handbook
    yield table_beside(CATALOGUE), asset_table(site)
    yield from _matrix_tables(site, MATRIX, everybody(book))
    for persona in book.personas:
        yield from _matrix_tables(site, matrix_of(persona), of_persona(book, persona))
    yield table_beside(COVERAGE), place_table(site)
    yield TYPES, type_table(site)
    yield LANGUAGES, language_table(site)
    for journey in book.journeys.values():
        yield from _matrix_tables(site, matrix_of_journey(journey.id), of_journey(book, journey))
        yield table_beside(coverage_of(journey.id)), question_table(site, journey)


def _matrix_tables(site: Site, page: str, scope: Scope) -> Iterator[tuple[str, Table]]:
    yield table_beside(page), channel_table(site, scope)
    yield supply_beside(page), supply_table(site, scope)


def workbook_tables(site: Site) -> Iterator[Table]:
    """Give the sheets of the workbook."""
    yield channel_table(site, everybody(site.handbook))
    yield persona_channel_table(site)
    yield place_table(site)
    yield question_table(site)
    yield touchpoint_table(site)
    yield asset_table(site)
    yield type_table(site)
    yield language_table(site)
