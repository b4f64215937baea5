"""Questions, statements, feelings and drop-offs of the steps somewhere."""

from journeybook.counts.within import Within
from journeybook.handbook.book import Handbook
from journeybook.handbook.index.scores import Scores, score
from journeybook.handbook.journeys import Step


def steps_within(book: Handbook, within: Within) -> list[Step]:
    """Give the steps of today's journeys, or of the journey that is named, somewhere."""
    journey = book.journeys.get(within.journey or "")
    steps = journey.steps if journey else (step for _, step in book.steps)
    return [
        step for step in steps if within.phase in {None, step.phase} and _has(step, within.persona)
    ]


def scores_within(book: Handbook, within: Within) -> Scores:
    """Score the steps somewhere."""
    return score(steps_within(book, within), book.coverage, within.persona)


def _has(step: Step, persona: str | None) -> bool:
    return persona is None or persona in step.personas
