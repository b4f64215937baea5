"""The strip of figures of a journey, each with what it means."""

from journeybook.counts.counted import Counted
from journeybook.counts.within import Within
from journeybook.pages.journeys.map.journey_items import Around
from journeybook.pages.parts.tallies import figure
from journeybook.pages.parts.words.states import Figure

SCORES = (
    Counted.ANSWERED,
    Counted.RESEARCHED,
    Counted.LIKED,
    Counted.ASKED,
    Counted.LACKING,
    Counted.OPEN_GAPS,
    Counted.FILLING_GAPS,
    Counted.UNCOUNTERED,
)


def journey_scores(around: Around) -> tuple[Figure, ...]:
    """Score a journey: what is answered, known, liked and missing."""
    within = Within(journey=around.journey.id)
    return tuple(figure(around.here, what, within) for what in SCORES)
