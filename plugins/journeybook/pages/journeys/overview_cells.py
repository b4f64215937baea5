"""Personas by phases: what is answered, how it feels and what is missing in every cell."""

from dataclasses import dataclass

from journeybook.counts.counted import Counted
from journeybook.counts.within import Within
from journeybook.handbook.fitting.asked import Part, parts_not_asked
from journeybook.handbook.fitting.coverage import AnswerState
from journeybook.handbook.journeys import Step
from journeybook.pages.journeys.journey_head import role_words
from journeybook.pages.parts.tallies import Tally, tally
from journeybook.pages.parts.ways.links import Here, Link
from journeybook.pages.parts.words.asked import NOT_ASKED
from journeybook.wording import signed


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewCell:
    """One persona in one phase; `kind` is served, thin, missing, unasked or unused."""

    kind: str
    word: str
    answered: Tally | None = None
    href: str | None = None
    feeling: str = ""
    mood: str = ""
    gaps: Tally | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewRow:
    """One persona with the journeys it goes on."""

    id: str
    persona: Link
    roles: str
    journeys: tuple[Link, ...]
    cells: tuple[OverviewCell, ...]


def overview_rows(here: Here) -> tuple[OverviewRow, ...]:
    """Give a row per persona, those without a journey included."""
    book = here.site.handbook
    return tuple(
        OverviewRow(
            id=persona.id,
            persona=here.persona(persona.id),
            roles=", ".join(role_words(persona, here)),
            journeys=tuple(here.journey(one) for one in book.journeys_of(persona.id)),
            cells=tuple(_cell(persona.id, phase, here) for phase in book.phases),
        )
        for persona in book.personas.values()
    )


def _cell(persona: str, phase: str, here: Here) -> OverviewCell:
    site, steps = here.site, _steps(persona, phase, here)
    within = Within(persona=persona, phase=phase)
    gaps = tally(here, Counted.OPEN_GAPS, within)
    shown = gaps if gaps.number else None
    say = site.wording.text
    if not steps:
        in_scope = (persona, phase) in site.handbook.asked.missing
        if in_scope:
            return OverviewCell(kind=NOT_ASKED, word=say("not asked yet"), gaps=shown)
        return OverviewCell(kind="unused", word=say("not described"), gaps=shown)
    feeling, mood = _feeling(steps, persona)
    return OverviewCell(
        kind=_kind(steps, persona, here),
        word=say("not asked yet") if _is_silent(steps, persona) else say("no questions"),
        answered=tally(here, Counted.ANSWERED, within)
        if site.counts.of(Counted.QUESTIONS, within)
        else None,
        href=here.step(steps[0]).href,
        feeling=feeling,
        mood=mood,
        gaps=shown,
    )


def _steps(persona: str, phase: str, here: Here) -> list[Step]:
    found = here.site.handbook.journeys_of(persona)
    return [step for one in found if one.is_current for step in one.steps_in(phase)]


def _kind(steps: list[Step], persona: str, here: Here) -> str:
    # A step that asks nothing is no place where all is answered.
    if _is_silent(steps, persona):
        return NOT_ASKED
    coverage = here.site.handbook.coverage
    asked = [one for step in steps for one in step.questions if persona in one.personas]
    states = {coverage.state_of(one, persona) for one in asked}
    if states <= {AnswerState.ANSWERED}:
        return "served"
    return "thin" if states & {AnswerState.ANSWERED, AnswerState.LACKING} else "missing"


def _is_silent(steps: list[Step], persona: str) -> bool:
    return any(Part.QUESTIONS in parts_not_asked(step, persona) for step in steps)


def _feeling(steps: list[Step], persona: str) -> tuple[str, str]:
    felt = [one for step in steps for one in step.emotions if persona in one.personas]
    known = [one for one in felt if one.score is not None]
    if not known:
        return "", ""
    lowest = min(known, key=lambda one: one.score or 0)
    value = lowest.score or 0
    mood = "neutral" if not value else "delight" if value > 0 else "pain"
    return " ".join(part for part in (lowest.label or "", signed(value)) if part), mood
