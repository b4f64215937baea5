"""Everything that is counted, in the whole handbook and for all that has a name of its own."""

from collections.abc import Iterator
from itertools import product

from journeybook.counts.counted import Counted
from journeybook.counts.counting import Counts
from journeybook.counts.definitions import DEFINITIONS
from journeybook.counts.within import EVERYTHING, Within


def everything_counted(counts: Counts) -> Iterator[tuple[Counted, Within]]:
    """Give all that is counted with where, the whole handbook first."""
    for within in _scopes(counts):
        named = {name for name, _ in within.named}
        for what, definition in DEFINITIONS.items():
            if named.issubset(definition.by):
                yield what, within


def _scopes(counts: Counts) -> Iterator[Within]:
    book = counts.handbook
    yield EVERYTHING
    yield from (Within(journey=one) for one in book.journeys)
    yield from (Within(persona=one) for one in book.personas)
    yield from (Within(phase=one) for one in book.phases)
    yield from (Within(channel=one) for one in book.channels)
    yield from (Within(owner=one) for one in sorted(counts.ledger.owners))
    for persona, phase in product(book.personas, book.phases):
        yield Within(persona=persona, phase=phase)
