"""A channel matrix that an author places in a page: of all, of a persona or of a journey."""

from journeybook.handbook.entities import PlacedView
from journeybook.handbook.index.matrix_facts import Scope
from journeybook.handbook.index.matrix_scopes import everybody, of_journey, of_persona
from journeybook.pages.matrix.matrix import make_matrix
from journeybook.pages.matrix.matrix_extras import make_extras
from journeybook.pages.matrix.matrix_page import MatrixPage
from journeybook.pages.matrix.matrix_panels import gaps_by_cell, make_panels
from journeybook.pages.parts.links import Here
from journeybook.pages.parts.site import Site


def placed_matrix(placed: PlacedView, site: Site, uri: str) -> MatrixPage:
    """Make the matrix that a placed asks for, without the ways to the others."""
    here = Here(site=site, uri=uri)
    title, scope = _scope(placed, here)
    matrix, cells = make_matrix(here, scope, title)
    return MatrixPage(
        uri=uri,
        title=title,
        choices=(),
        matrix=matrix,
        panels=tuple(make_panels(here, scope, cells, gaps_by_cell(site))),
        downloads=(),
        extras=make_extras(here, scope, cells),
    )


def _scope(placed: PlacedView, here: Here) -> tuple[str, Scope]:
    book, say = here.site.handbook, here.site.wording.text
    if placed.journey:
        journey = book.journeys[placed.journey]
        title = say("Channel matrix of the journey: {subject}", subject=journey.title)
        return title, of_journey(book, journey)
    if placed.persona:
        persona = book.personas[placed.persona]
        title = say("Channel matrix: {subject}", subject=persona.title)
        return title, of_persona(book, persona.id)
    return say("Channel matrix"), everybody(book)
