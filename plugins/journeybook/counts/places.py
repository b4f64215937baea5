"""Places, users and touchpoints of the channel matrix somewhere."""

from collections.abc import Iterable, Iterator

from journeybook.counts.within import Within
from journeybook.handbook.book import Handbook
from journeybook.handbook.index.matrix_facts import CellFacts, CellState, Scope
from journeybook.handbook.index.matrix_scopes import everybody, of_journey


def scope_within(book: Handbook, within: Within) -> Scope:
    """Give the scope of the matrix that is looked at: of a journey, of a persona, or of all."""
    journey = book.journeys.get(within.journey or "")
    if journey:
        return of_journey(book, journey)
    if within.persona is not None:
        return Scope(personas=(within.persona,), phases=tuple(book.phases))
    return everybody(book)


def states_of(cells: Iterable[CellFacts], within: Within) -> Iterator[CellState]:
    """Give how everybody counted is served in some cells."""
    for cell in cells:
        for persona, state in cell.states.items():
            if within.persona in {None, persona}:
                yield state
