"""How each persona stands in a phase: questions answered, content there, gaps left."""

from collections.abc import Sequence
from dataclasses import dataclass

from journeybook.gaps.ledger import OPEN, Entry
from journeybook.handbook.entities import Phase
from journeybook.handbook.index.scores import Scores, score
from journeybook.pages.gaps.checks import Check, checks
from journeybook.pages.gaps.list import group_anchor
from journeybook.pages.parts.links import Here, Link
from journeybook.pages.parts.site import Site


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
    questions: str
    more: str
    bar: tuple[Stretch, ...]
    checks: tuple[Check, ...]
    gaps: Link
    matrix: Link


def standings(phase: Phase, entries: Sequence[Entry], here: Here) -> tuple[Standing, ...]:
    """Show every persona whose journey leads through the phase, or who has gaps in it."""
    book = here.site.handbook
    concerned = {one for entry in entries for one in entry.bearing.personas}
    concerned |= {one for _, step in book.steps if step.phase == phase.id for one in step.personas}
    return tuple(_standing(one, phase, entries, here) for one in book.personas if one in concerned)


def _standing(persona: str, phase: Phase, entries: Sequence[Entry], here: Here) -> Standing:
    site, book = here.site, here.site.handbook
    steps = [step for _, step in book.steps if step.phase == phase.id]
    scores = score(steps, book.coverage, persona)
    waiting = [one for one in entries if one.state == OPEN and persona in one.bearing.personas]
    counted = sum(one.counts for one in waiting)
    words = site.wording.count("{n} open gap", "{n} open gaps", counted)
    return Standing(
        persona=here.page(
            here.site.addresses.gaps_of_persona(persona), book.personas[persona].title
        ),
        role=_role(persona, site),
        questions=_questions(scores, site),
        more=_unanswered(scores, site),
        bar=_bar(scores),
        checks=checks(persona, phase, site),
        gaps=here.page(here.uri, words, group_anchor(persona, waiting, site))
        if waiting
        else Link(text=words),
        matrix=here.page(
            here.site.addresses.matrix_of(persona), site.wording.text("Channel matrix")
        ),
    )


def _role(persona: str, site: Site) -> str:
    return site.wording.both(
        site.wording.text(role) for role in site.handbook.personas[persona].roles
    )


def _questions(scores: Scores, site: Site) -> str:
    share, say = scores.answered, site.wording
    if not share.whole:
        return say.text("No questions asked here")
    return say.count(
        "{part} of {n} question answered",
        "{part} of {n} questions answered",
        share.whole,
        part=say.number(share.part),
    )


def _unanswered(scores: Scores, site: Site) -> str:
    say = site.wording
    left = scores.answered.whole - scores.answered.part - scores.lacking - scores.filling
    lacking = say.text("{n} with a lack", n=scores.lacking) if scores.lacking else ""
    filling = say.text("{n} being filled", n=scores.filling) if scores.filling else ""
    still_open = say.text("{n} open", n=left) if left else ""
    return " · ".join(words for words in (lacking, filling, still_open) if words)


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
