"""How each persona stands in a phase: questions answered, content there, gaps left."""

from collections.abc import Sequence
from dataclasses import dataclass

from journeybook.counts.counted import Counted
from journeybook.counts.within import Within
from journeybook.gaps.ledger import Entry
from journeybook.handbook.entities import Phase
from journeybook.handbook.index.scores import Scores
from journeybook.pages.gaps.checks import Check, checks
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.tallies import Tally, tallies, tally
from journeybook.pages.parts.ways.links import Here, Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A part of a bar: its tone and its share in percent."""

    tone: str
    percent: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a persona stands in a phase."""

    persona: Link
    role: str
    questions: Tally | None
    more: tuple[Tally, ...]
    bar: tuple[Stretch, ...]
    checks: tuple[Check, ...]
    gaps: Tally
    matrix: Link


def standings(phase: Phase, entries: Sequence[Entry], here: Here) -> tuple[Standing, ...]:
    """Show every persona whose journey leads through the phase, or who has gaps in it."""
    book = here.site.handbook
    concerned = {one for entry in entries for one in entry.bearing.personas}
    concerned |= {one for _, step in book.steps if step.phase == phase.id for one in step.personas}
    return tuple(_standing(one, phase, here) for one in book.personas if one in concerned)


def _standing(persona: str, phase: Phase, here: Here) -> Standing:
    site, within = here.site, Within(persona=persona, phase=phase.id)
    scores = site.counts.scores(within)
    return Standing(
        persona=here.page(
            site.addresses.gaps_of_persona(persona), site.handbook.personas[persona].title
        ),
        role=_role(persona, site),
        questions=tally(here, Counted.ANSWERED, within) if scores.answered.whole else None,
        more=tallies(here, (Counted.LACKING, Counted.WAITING, Counted.UNANSWERED), within),
        bar=_bar(scores),
        checks=checks(persona, phase, here),
        gaps=tally(here, Counted.OPEN_GAPS, within),
        matrix=here.page(site.addresses.matrix_of(persona), site.wording.text("Channel matrix")),
    )


def _role(persona: str, site: Site) -> str:
    return site.wording.both(
        site.wording.text(role) for role in site.handbook.personas[persona].roles
    )


def _bar(scores: Scores) -> tuple[Stretch, ...]:
    whole, part = scores.answered.whole, scores.answered.part
    if not whole:
        return ()
    waiting = scores.lacking + scores.filling
    amounts = (("ok", part), ("wait", waiting), ("open", whole - part - waiting))
    return tuple(
        Stretch(tone=tone, percent=round(100 * amount / whole, 2))
        for tone, amount in amounts
        if amount
    )
