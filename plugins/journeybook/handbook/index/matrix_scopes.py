"""The scopes that have a matrix: the handbook, every persona, every journey."""

from journeybook.handbook.book import Handbook
from journeybook.handbook.index.matrix_facts import Scope
from journeybook.handbook.journeys import Journey


def everybody(book: Handbook) -> Scope:
    """All personas in all phases."""
    return Scope(personas=tuple(book.personas), phases=tuple(book.phases))


def of_persona(book: Handbook, persona: str) -> Scope:
    """One persona in all phases."""
    return Scope(personas=(persona,), phases=tuple(book.phases))


def of_journey(book: Handbook, journey: Journey) -> Scope:
    """The personas of a journey in its phases, with the journey's own touchpoints only."""
    phases = tuple(book.phases)
    within = tuple(one for one in phases if one in journey.scope) or phases
    return Scope(personas=journey.personas, phases=within, journey=journey.id)
