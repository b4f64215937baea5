"""The weakest way on from one phase to the next, told in a sentence."""

from journeybook.handbook.fitting.going_on import weakest
from journeybook.handbook.journeys import Journey
from journeybook.pages.parts.entity_parts import figure_words, target
from journeybook.pages.parts.ways.links import Here


def weakest_words(journey: Journey, here: Here) -> str:
    """Say where the fewest go on, or where most is missing of what it should be.

    So many ways on are measured is said too, for the weakest may be one that nobody measured.
    """
    found = weakest(journey)
    if found is None:
        return ""
    say, one = here.site.wording.text, found.figure
    now = figure_words(here, one.actual or 0, one)
    words = (
        say(
            "Furthest from its target: “{way}”, {now}, should be {target}.",
            way=one.name,
            now=now,
            target=target(here, one),
        )
        if found.misses
        else say("The fewest go on here: {way}, {now}.", way=one.name, now=now)
    )
    if found.measured == found.all:
        return words
    known = say(
        "Measured: {measured} of the {all} ways on.", measured=found.measured, all=found.all
    )
    return f"{words} {known}"
