"""What is counted of content, and of the places where somebody could meet it."""

from collections.abc import Iterable, Iterator
from itertools import product

from journeybook.counts.within import Within
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Asset
from journeybook.handbook.fitting.freshness import fresh_until
from journeybook.handbook.index.matrix_facts import CellFacts, CellState, Scope
from journeybook.handbook.index.matrix_scopes import everybody, of_journey


def assets_within(book: Handbook, within: Within) -> tuple[Asset, ...]:
    """Give the assets of any status somewhere, each once.

    What is named of personas, phases and journeys is where content is placed; of a type or a
    language, the phases are those that the catalogue tells.
    """
    if within.type is not None or within.language is not None:
        return tuple(_of_kind(book, within))
    if not any((within.journey, within.persona, within.phase)):
        return tuple(book.assets.values())
    return tuple({one.id: one for one in _placed(book, within)}.values())


def is_stale(asset: Asset, book: Handbook) -> bool:
    """Tell whether published content has gone without a review for too long."""
    until = fresh_until(asset, book.vocabulary) if asset.is_published else None
    return until is not None and until < book.today


def is_to_update(asset: Asset, book: Handbook) -> bool:
    """Tell whether content has grown old, or was decided to be brought up to date."""
    return asset.decision == "update" or is_stale(asset, book)


def _of_kind(book: Handbook, within: Within) -> Iterator[Asset]:
    for (kind, language, phases), assets in book.assets_by_kind.items():
        is_there = within.phase is None or within.phase in phases
        if is_there and within.type in (None, kind) and within.language in (None, language):
            yield from assets


def _placed(book: Handbook, within: Within) -> Iterator[Asset]:
    scope, coverage = scope_within(book, within), book.coverage
    personas = (within.persona,) if within.persona is not None else scope.personas
    phases = (within.phase,) if within.phase is not None else scope.phases
    for persona, phase in product(personas, phases):
        yield from coverage.assets_at(persona, phase)


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
