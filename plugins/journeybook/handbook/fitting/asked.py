"""What was asked of each persona in each phase, and what nobody asked yet.

Each of the five questions is answered, said to be none, or not asked yet; the first of them is
about needs and about questions, and is asked where both are.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from journeybook.handbook.entities import Persona
from journeybook.handbook.journeys import Emotion, Journey, Step
from journeybook.handbook.statements import Statement


class Part(StrEnum):
    """What is asked of a persona in a step, by the key that answers it."""

    NEEDS = "needs"
    QUESTIONS = "questions"
    EMOTION = "emotion"
    TOUCHPOINTS = "touchpoints"
    EXPECTATIONS = "expectations"
    DROP_OFFS = "drop_offs"


class PartState(StrEnum):
    """How a part stands."""

    SAID = "said"
    NONE = "none"
    NOT_ASKED = "not-asked"


FIVE = (
    frozenset((Part.NEEDS, Part.QUESTIONS)),
    frozenset((Part.EMOTION,)),
    frozenset((Part.TOUCHPOINTS,)),
    frozenset((Part.EXPECTATIONS,)),
    frozenset((Part.DROP_OFFS,)),
)
"""The five questions, by the parts that answer them."""

Place = tuple[str | None, str]
"""A persona in a phase; no persona where a journey names none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """So many of the five questions asked, of so many in all the places that are looked at."""

    part: int
    whole: int

    @property
    def left(self) -> int:
        """How many nobody asked yet."""
        return self.whole - self.part


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The parts that nobody asked of each persona in each phase in scope.

    In scope are the phases that the journeys looked at cover; for a persona without one, all those
    in which it takes part. Where several steps tell of one place, it is enough that one asks.
    """

    missing: Mapping[tuple[str, str], frozenset[Part]]

    def among(
        self, personas: Collection[str] | None = None, phases: Collection[str] | None = None
    ) -> Asking:
        """Count what was asked of some personas in some phases, or of all in all."""
        return self.of(
            (persona, phase)
            for persona, phase in self.missing
            if (personas is None or persona in personas) and (phases is None or phase in phases)
        )

    def of(self, places: Iterable[Place]) -> Asking:
        """Count what was asked in those of some places that are in scope."""
        # Nobody can tell what a journey asks of a persona that it does not name.
        named = [(persona, phase) for persona, phase in places if persona]
        found = [self.missing[place] for place in named if place in self.missing]
        asked = sum(parts.isdisjoint(question) for parts in found for question in FIVE)
        return Asking(part=asked, whole=len(found) * len(FIVE))


def asked_of(
    personas: Iterable[Persona], phases: Iterable[str], journeys: Iterable[Journey]
) -> Asked:
    """Tell what some journeys ask of every persona in every phase in scope."""
    told, order = tuple(journeys), tuple(phases)
    missing: dict[tuple[str, str], frozenset[Part]] = {}
    for persona in personas:
        own = [journey for journey in told if persona.id in journey.personas]
        taking_part = persona.phases or order
        for phase in order:
            if phase in taking_part and (not own or any(phase in one.scope for one in own)):
                steps = (step for journey in own for step in journey.steps_in(phase))
                missing[persona.id, phase] = _missing(steps, persona.id)
    return Asked(missing=missing)


def parts_not_asked(step: Step, persona: str | None) -> tuple[Part, ...]:
    """Give what nobody asked of a persona, or of anybody, in a step."""
    return tuple(part for part in Part if state_in(step, part, persona) is PartState.NOT_ASKED)


def state_in(step: Step, part: Part, persona: str | None = None) -> PartState:
    """Tell how a part of a step stands with a persona, or with anybody."""
    if any(holds(one, persona) for one in said_in(step, part)):
        return PartState.SAID
    none = (one for one in step.none if one.lane.value == part.value)
    return PartState.NONE if any(holds(one, persona) for one in none) else PartState.NOT_ASKED


def said_in(step: Step, part: Part) -> tuple[Statement | Emotion, ...]:
    """Give what a step says in a part."""
    match part:
        case Part.NEEDS:
            return step.needs
        case Part.QUESTIONS:
            return step.questions
        case Part.EMOTION:
            return tuple(one for one in step.emotions if one.label or one.score is not None)
        case Part.TOUCHPOINTS:
            return step.touchpoints
        case Part.EXPECTATIONS:
            return step.expectations
        case Part.DROP_OFFS:
            return step.drop_offs


def holds(one: Statement | Emotion | Step, persona: str | None) -> bool:
    """Tell whether something holds for a persona; for anybody, it always does."""
    return persona is None or persona in one.personas


def _missing(steps: Iterable[Step], persona: str) -> frozenset[Part]:
    missing = frozenset(Part)
    for step in steps:
        missing &= frozenset(parts_not_asked(step, persona))
    return missing
