"""Overdue review of a journey.

A journey was last reviewed longer ago than its `review_every` allows.

A map that nobody checks tells how things were, and plans are made on it all the same.

Walk through the journey with those who meet the customer, correct what changed, and write the day
under `reviewed`.
"""

from collections.abc import Iterator

from pydantic import Field

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.rule import FixKind
from journeybook.rules.engine.scope import Place
from journeybook.rules.engine.settings import Settings
from journeybook.schema.fields import Every, Written

CODE = Code.OVERDUE_JOURNEY_REVIEW
SEVERITY = Severity.MEDIUM
FIX = FixKind.PROCESS


class Parameters(Written):
    """How long the review of a journey stays good."""

    review_every: Every | None = Field(
        None, description="How long a review stays good of a journey that does not say so itself."
    )


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the journeys whose review is overdue."""
    say, day = settings.wording.text, settings.wording.day
    for journey in handbook.journeys.values():
        place = Place(personas=journey.personas, journeys=(journey.id,))
        otherwise = settings.parameters_of(CODE, Parameters, place).review_every
        every = journey.review_every or otherwise
        until = every.after(journey.reviewed) if every and journey.reviewed else None
        if until and until < handbook.today:
            yield settings.gap(
                CODE,
                say(
                    "The journey “{journey}” should have been reviewed by {day}",
                    journey=journey.title,
                    day=day(until),
                ),
                say("walk through it and write the day under 'reviewed'"),
                journey.span,
                place=place,
                journey=journey.id,
                owner=journey.owner,
            )
