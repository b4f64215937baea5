"""What research says of statements, told at the statements: what shows them, and how well."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from journeybook.findings import Span
from journeybook.handbook.entities import Persona
from journeybook.handbook.fitting.kin import Kin
from journeybook.handbook.fitting.strength import Standards, round_of, support_of
from journeybook.handbook.journeys import Emotion, Journey, Step, Touchpoint
from journeybook.handbook.linking.helping import naming
from journeybook.handbook.research import Research
from journeybook.handbook.statements import Statement
from journeybook.handbook.strength import Support

SaidT = TypeVar("SaidT", bound=Statement | Emotion)
FirstWritten = Callable[[Span], date | None]
"""Tells the day on which a line was first written, where somebody knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What statements are weighed by: what a team asks of research, and since when they stand."""

    standards: Standards
    first_written: FirstWritten


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """All research that was held, whom it is about, and what it is weighed by."""

    research: Mapping[str, Research]
    grounds: Grounds
    kin: Kin
    today: date

    def of_personas(self, personas: Mapping[str, Persona]) -> dict[str, Persona]:
        """Give the personas with what their goals and pains rest on."""
        return {
            name: replace(
                one,
                goals=tuple(map(self._with_support, one.goals)),
                pains=tuple(map(self._with_support, one.pains)),
            )
            for name, one in personas.items()
        }

    def of_journeys(self, journeys: Mapping[str, Journey]) -> dict[str, Journey]:
        """Give the journeys with what each of their statements and feelings rests on."""
        return {
            name: replace(one, steps=tuple(map(self._of_step, one.steps)))
            for name, one in journeys.items()
        }

    def _of_step(self, step: Step) -> Step:
        return replace(
            step,
            needs=tuple(map(self._with_support, step.needs)),
            questions=tuple(map(self._with_support, step.questions)),
            emotions=tuple(map(self._with_support, step.emotions)),
            expectations=tuple(map(self._with_support, step.expectations)),
            touchpoints=tuple(self._with_marks(one) for one in step.touchpoints),
            drop_offs=tuple(map(self._with_support, step.drop_offs)),
            none=tuple(map(self._with_support, step.none)),
        )

    def _with_support(self, one: SaidT) -> SaidT:
        shown = self._shown_by(one)
        if not shown and one.id not in self._against:
            since = one.since or self.grounds.first_written(one.span)
            as_it_is = since == one.since and not one.evidence
            return one if as_it_is else replace(one, since=since, evidence=())
        support = self._support(shown, tuple(self._against.get(one.id, ())), one.personas)
        return replace(one, evidence=shown, support=support)

    def _with_marks(self, one: Touchpoint) -> Touchpoint:
        linked = self._with_support(one)
        return replace(
            linked,
            importance_support=self._of_mark(linked, "importance"),
            emotion_support=self._of_mark(linked, "emotion"),
        )

    def _of_mark(self, one: Touchpoint, mark: str) -> Support:
        name = f"{one.id}.{mark}"
        if name not in self._showing and name not in self._against:
            return one.support
        shown = (*one.evidence, *self._showing.get(name, ()))
        against = (*one.support.contradicted_by, *self._against.get(name, ()))
        return self._support(
            tuple(dict.fromkeys(shown)), tuple(dict.fromkeys(against)), one.personas
        )

    def _shown_by(self, one: Statement | Emotion) -> tuple[str, ...]:
        named = dict.fromkeys((*one.evidence, *self._showing.get(one.id, ())))
        return tuple(name for name in named if name in self.research)

    def _support(
        self, shown: tuple[str, ...], against: tuple[str, ...], personas: tuple[str, ...]
    ) -> Support:
        # A handbook has few rounds, and many statements that rest on the same of them.
        key = (shown, against, personas)
        if key not in self._known:
            rounds = (
                [
                    round_of(
                        self.research[name], personas, self.grounds.standards, self.kin, self.today
                    )
                    for name in names
                ]
                for names in (shown, against)
            )
            self._known[key] = support_of(*rounds)
        return self._known[key]

    @cached_property
    def _known(self) -> dict[tuple[tuple[str, ...], ...], Support]:
        return {}

    @cached_property
    def _showing(self) -> Mapping[str, Sequence[str]]:
        return naming((one.id, one.supports) for one in self.research.values())

    @cached_property
    def _against(self) -> Mapping[str, Sequence[str]]:
        return naming((one.id, one.contradicts) for one in self.research.values())
