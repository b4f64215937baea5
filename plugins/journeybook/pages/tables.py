"""Which tables there are: the file beside each page, and the sheets of the workbook."""

from collections.abc import Iterator

from journeybook.handbook.index.matrix_facts import Scope
from journeybook.handbook.index.matrix_scopes import everybody, of_journey, of_persona
from journeybook.pages.alignment.table import alignment_table
from journeybook.pages.alignment.view import has_alignments
from journeybook.pages.catalogue.asset_table import asset_table
from journeybook.pages.coverage.coverage_tables import (
    language_table,
    place_table,
    question_table,
    touchpoint_table,
    type_table,
)
from journeybook.pages.coverage.figure_table import figure_table
from journeybook.pages.gaps.table import GapRows
from journeybook.pages.matrix.channel_table import (
    channel_table,
    persona_channel_table,
    supply_table,
)
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.table import Table
from journeybook.pages.research.test_plan import make_plan, plan_table
from journeybook.pages.workshop.kit import vote_table


def page_tables(site: Site) -> Iterator[tuple[str, Table]]:
    """Give every table that stands beside a page, with its path inside the site."""
    book = site.handbook
    yield site.addresses.table_beside(site.addresses.catalogue), asset_table(site)
    yield from _matrix_tables(site, site.addresses.matrix, everybody(book))
    for persona in book.personas:
        yield from _matrix_tables(
            site, site.addresses.matrix_of(persona), of_persona(book, persona)
        )
    yield site.addresses.table_beside(site.addresses.coverage), place_table(site)
    yield site.addresses.figures, figure_table(site)
    yield site.addresses.types, type_table(site)
    yield site.addresses.languages, language_table(site)
    yield site.addresses.table_beside(site.addresses.test_plan), plan_table(make_plan(site), site)
    if has_alignments(site):
        yield site.addresses.table_beside(site.addresses.alignment), alignment_table(site)
    for journey in book.journeys.values():
        yield from _matrix_tables(
            site, site.addresses.matrix_of_journey(journey.id), of_journey(book, journey)
        )
        yield (
            site.addresses.table_beside(site.addresses.coverage_of(journey.id)),
            question_table(site, journey),
        )
        yield (
            site.addresses.table_beside(site.addresses.workshop_of(journey.id)),
            vote_table(journey, site),
        )


def _matrix_tables(site: Site, page: str, scope: Scope) -> Iterator[tuple[str, Table]]:
    yield site.addresses.table_beside(page), channel_table(site, scope)
    yield site.addresses.supply_beside(page), supply_table(site, scope)


def telling_tables(site: Site) -> Iterator[Table]:
    """Give a table of each sort that only tells what the files say, with nothing to edit."""
    yield from _of_journeys(site)
    yield from _of_content(site)
    yield GapRows(site=site).table(())
    yield supply_table(site, everybody(site.handbook))
    yield plan_table(make_plan(site), site)


def workbook_tables(site: Site) -> Iterator[Table]:
    """Give the sheets of the workbook."""
    yield from _of_journeys(site)
    yield asset_table(site)
    yield from _of_content(site)


def _of_journeys(site: Site) -> Iterator[Table]:
    yield figure_table(site)
    yield channel_table(site, everybody(site.handbook))
    yield persona_channel_table(site)
    yield place_table(site)
    yield question_table(site)
    yield touchpoint_table(site)


def _of_content(site: Site) -> Iterator[Table]:
    yield type_table(site)
    yield language_table(site)
    if has_alignments(site):
        yield alignment_table(site)
