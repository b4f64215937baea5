"""Scores: how much is answered, how much is known, and how it feels.

Counts are counts. The score beside a count is a mean over personas in phases, made so that silence
never looks better: a place where nobody asked counts nothing, what is not rated stays in, and where
several steps tell of one place the best counts, so that taking one away gains nothing.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from journeybook.grouping import grouped
from journeybook.handbook.book import Handbook
from journeybook.handbook.fitting.asked import Part, PartState, Place, holds, said_in, state_in
from journeybook.handbook.fitting.coverage import AnswerState, Coverage
from journeybook.handbook.journeys import Journey, Step
from journeybook.handbook.strength import Shortcoming, Strength

_Rate = Callable[[Step, str | None], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """So many of so many, and the score between 0 and 1; no score where there are no places."""

    part: int
    whole: int
    value: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Content coverage, evidence coverage, happiness, and what nobody helps with or counters."""

    answered: Share
    lacking: int
    filling: int
    researched: Share
    strengths: Mapping[Strength, int]
    shortcomings: Mapping[Shortcoming, int]
    positive: Share
    moments: int
    unsupported_moments: int
    uncountered_drop_offs: int

    @property
    def unanswered(self) -> int:
        """Questions that nothing answers and nothing will."""
        return self.answered.whole - self.answered.part - self.lacking - self.filling


def all_places(book: Handbook) -> tuple[Place, ...]:
    """Give all personas in all phases in which they take part, whatever journeys there are."""
    return tuple(
        (persona.id, phase)
        for persona in book.personas.values()
        for phase in persona.phases or book.phases
    )


def journey_places(journey: Journey) -> tuple[Place, ...]:
    """Give the personas of a journey in the phases it is meant to cover."""
    personas = journey.personas or (None,)
    return tuple(
        (one, phase) for one in personas for phase in journey.stated_scope or journey.scope
    )


def score(
    steps: Iterable[Step], places: Sequence[Place], coverage: Coverage, persona: str | None = None
) -> Scores:
    """Score some steps over some places; count for one persona or for all of their personas.

    Answered: questions that published content answers without a lack, for the persona or for all
    who ask; `lacking` are those it answers with one. Researched: statements, feelings included,
    that research shows; `strengths` and `shortcomings` tell how well. Positive: touchpoints with an
    emotion above zero, of those with an emotion.
    """
    chosen = tuple(steps)
    counts = _Counts(chosen, coverage, persona)
    means = _Means(chosen, places)
    return Scores(
        answered=Share(
            part=counts.states.count(AnswerState.ANSWERED),
            whole=len(counts.states),
            value=means.of(lambda step, who: _answered(step, who, coverage)),
        ),
        lacking=counts.states.count(AnswerState.LACKING),
        filling=counts.states.count(AnswerState.FILLING),
        researched=Share(
            part=sum(one.strength.is_shown for one in counts.support),
            whole=len(counts.support),
            value=means.of(*(_researched(part) for part in Part)),
        ),
        strengths=Counter(one.strength for one in counts.support),
        shortcomings=Counter(lack for one in counts.support for lack in one.lacks),
        positive=Share(
            part=sum(feeling > 0 for feeling in counts.felt),
            whole=len(counts.felt),
            value=means.of(_positive),
        ),
        moments=len(counts.moments),
        unsupported_moments=sum(one.id not in coverage.helped for one in counts.moments),
        uncountered_drop_offs=sum(one.id not in coverage.helped for one in counts.drop_offs),
    )


class _Counts:
    # What is counted of some steps, each statement once.

    def __init__(self, steps: Sequence[Step], coverage: Coverage, persona: str | None) -> None:
        held = {
            part: [one for step in steps for one in said_in(step, part) if holds(one, persona)]
            for part in Part
        }
        self.support = [one.support for part in Part for one in held[part]]
        questions = [one for step in steps for one in step.questions if holds(one, persona)]
        self.states = [coverage.state_of(one, persona) for one in questions]
        met = [one for step in steps for one in step.touchpoints if holds(one, persona)]
        self.felt = [one.emotion for one in met if one.emotion is not None]
        self.moments = [one for one in met if one.moment_of_truth]
        self.drop_offs = [one for step in steps for one in step.drop_offs if holds(one, persona)]


class _Means:
    # Means over places, of what the best step there is worth.

    def __init__(self, steps: Sequence[Step], places: Sequence[Place]) -> None:
        by_phase = grouped((step.phase, step) for step in steps)
        self.told = [
            (persona, [step for step in by_phase.get(phase, ()) if holds(step, persona)])
            for persona, phase in places
        ]

    def of(self, *rates: _Rate) -> float | None:
        if not self.told:
            return None
        best = (
            max((rate(step, persona) for step in steps), default=0.0)
            for persona, steps in self.told
            for rate in rates
        )
        return sum(best) / (len(self.told) * len(rates))


def _answered(step: Step, persona: str | None, coverage: Coverage) -> float:
    asked = [one for one in step.questions if holds(one, persona)]
    if not asked:
        return float(state_in(step, Part.QUESTIONS, persona) is PartState.NONE)
    proven = sum(
        all(answer.is_proven for answer in coverage.answers_for(one, persona)) for one in asked
    )
    return proven / len(asked)


def _researched(part: Part) -> _Rate:
    def rate(step: Step, persona: str | None) -> float:
        # That there is nothing is a statement too, and may have its evidence.
        said = [one for one in said_in(step, part) if holds(one, persona)]
        none = [one for one in step.none if one.lane.value == part.value and holds(one, persona)]
        known = [one.support.strength.is_shown for one in said or none]
        return sum(known) / len(known) if known else 0.0

    return rate


def _positive(step: Step, persona: str | None) -> float:
    met = [one for one in step.touchpoints if holds(one, persona)]
    return sum((one.emotion or 0) > 0 for one in met) / len(met) if met else 0.0
