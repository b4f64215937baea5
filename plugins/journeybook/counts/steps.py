"""Questions, statements, feelings and drop-offs of the steps somewhere."""

from collections.abc import Iterable

from journeybook.counts.within import Within
from journeybook.handbook.book import Handbook
from journeybook.handbook.fitting.asked import Asking, Place, asked_of, holds
from journeybook.handbook.index.scores import Scores, all_places, journey_places, score
from journeybook.handbook.journeys import Step


def steps_within(book: Handbook, within: Within) -> list[Step]:
    """Give the steps of today's journeys, or of the journey that is named, somewhere."""
    journey = book.journeys.get(within.journey or "")
    if journey:
        steps: Iterable[Step] = (one for one in journey.steps if holds(one, within.persona))
    elif within.persona is not None:
        steps = book.steps_of(within.persona)
    else:
        steps = (step for _, step in book.steps)
    return [step for step in steps if within.phase in {None, step.phase}]


def scores_within(book: Handbook, within: Within) -> Scores:
    """Score the steps somewhere."""
    steps, places = steps_within(book, within), places_within(book, within)
    return score(steps, places, book.coverage, within.persona)


def places_within(book: Handbook, within: Within) -> tuple[Place, ...]:
    """Give the personas in phases over which is scored somewhere."""
    journey = book.journeys.get(within.journey or "")
    if journey is None and within.persona is not None and within.phase is not None:
        return ((within.persona, within.phase),)
    places = journey_places(journey) if journey else all_places(book)
    return tuple(
        (persona, phase)
        for persona, phase in places
        if within.persona in {None, persona} and within.phase in {None, phase}
    )


def asking_within(book: Handbook, within: Within) -> Asking:
    """Count what was asked somewhere; of a journey, what it asks itself."""
    asked, journey = book.asked, book.journeys.get(within.journey or "")
    if journey:
        personas = (book.personas[persona] for persona in journey.personas)
        asked = asked_of(personas, book.phases, (journey,))
    return asked.among(
        None if within.persona is None else {within.persona},
        None if within.phase is None else {within.phase},
    )
