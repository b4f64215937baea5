"""What a gap costs where it stands: who leaves there, and what disappoints."""

from journeybook.gaps.ledger import Entry
from journeybook.handbook.journeys import LOW_SATISFACTION, DropOff, Touchpoint
from journeybook.pages.parts.site import Site


def stake_words(entry: Entry, site: Site) -> str:
    """Say where personas leave or are let down around the gap; nothing where nobody wrote it."""
    say = site.wording.text
    sentences = []
    if drop_off := _drop_off(entry, site.handbook.coverage.helped):
        sentences.append(say("Here they drop off: “{drop_off}”.", drop_off=drop_off.text))
    if poor := _poorest(entry):
        sentences.append(
            say(
                "“{touchpoint}” satisfies them {mark} of 5.",
                touchpoint=poor.text,
                mark=poor.satisfaction,
            )
        )
    return " ".join(sentences)


def _drop_off(entry: Entry, helped: frozenset[str]) -> DropOff | None:
    """The first that nobody counters, else the first."""
    found = [
        one
        for step in entry.bearing.steps
        for one in step.drop_offs
        if one != entry.bearing.statement and set(one.personas) & set(entry.bearing.personas)
    ]
    found.sort(key=lambda one: one.id in helped)
    return found[0] if found else None


def _poorest(entry: Entry) -> Touchpoint | None:
    """The most important of the touchpoints that satisfy least."""
    found = [
        one for one in entry.bearing.touchpoints if (one.satisfaction or 5) <= LOW_SATISFACTION
    ]
    found.sort(key=lambda one: (one.satisfaction or 5, -(one.importance or 0)))
    return found[0] if found else None
