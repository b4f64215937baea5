"""A channel matrix that an author places in a page: of all, of a persona or of a journey."""

from journeybook.handbook.placements import Placement
from journeybook.views.gap_ledger import Ledger
from journeybook.views.links import Here
from journeybook.views.matrix import make_matrix
from journeybook.views.matrix_extras import make_extras
from journeybook.views.matrix_facts import Scope
from journeybook.views.matrix_page import MatrixPage
from journeybook.views.matrix_panels import gaps_by_cell, make_panels
from journeybook.views.matrix_scopes import everybody, of_journey, of_persona


def placed_matrix(placement: Placement, ledger: Ledger, uri: str) -> MatrixPage:
    """Make the matrix that a placement asks for, without the ways to the others."""
    here = Here(site=ledger.site, uri=uri)
    title, scope = _scope(placement, here)
    matrix, cells = make_matrix(here, scope, title)
    return MatrixPage(
        uri=uri,
        title=title,
        choices=(),
        matrix=matrix,
        panels=tuple(make_panels(here, scope, cells, gaps_by_cell(ledger))),
        downloads=(),
        extras=make_extras(here, scope, cells),
    )


def _scope(placement: Placement, here: Here) -> tuple[str, Scope]:
    book, say = here.site.handbook, here.site.wording.text
    if placement.journey:
        journey = book.journeys[placement.journey]
        title = say("Channel matrix of the journey: {subject}", subject=journey.title)
        return title, of_journey(book, journey)
    if placement.persona:
        persona = book.personas[placement.persona]
        title = say("Channel matrix: {subject}", subject=persona.title)
        return title, of_persona(book, persona.id)
    return say("Channel matrix"), everybody(book)
