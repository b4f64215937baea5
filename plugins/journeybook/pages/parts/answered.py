"""How the questions of a persona in a phase stand, for every table that compares them."""

from dataclasses import dataclass

from journeybook.counts.counted import Counted
from journeybook.counts.within import Within
from journeybook.pages.parts.tallies import Tally, share_of, tally
from journeybook.pages.parts.ways.links import Here
from journeybook.pages.parts.words.asked import not_asked_words, unasked_word


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a persona asks in a phase, how much of it is answered, and what nobody asked there."""

    questions: Tally | None
    share: float | None
    unasked: str
    missing: str


def asked_in(persona: str, phase: str, here: Here) -> Asked:
    """Tell how the questions of a persona in a phase stand."""
    site, within = here.site, Within(persona=persona, phase=phase)
    share = share_of(site, Counted.ANSWERED, within)
    missing = site.handbook.asked.missing.get((persona, phase), frozenset())
    return Asked(
        questions=tally(here, Counted.ANSWERED, within) if share is not None else None,
        share=share,
        unasked=unasked_word(site, persona, phase),
        missing=not_asked_words(site, missing),
    )
