"""What a gap bears on: whom it concerns, when and where, and what it stands next to."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from journeybook.findings import Code, Finding
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Asset, Statement
from journeybook.handbook.journeys import Emotion, Question, Step, Touchpoint
from journeybook.handbook.names import folded


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """The surroundings of a gap.

    `sharing` are all personas with the same gap: those of `personas`, and those who ask the same
    question in another journey. `statement` and `asset` are what the gap is about, if anything.
    """

    personas: tuple[str, ...]
    sharing: tuple[str, ...]
    phases: tuple[str, ...]
    channels: tuple[str, ...]
    steps: tuple[Step, ...]
    touchpoints: tuple[Touchpoint, ...]
    statement: Statement | Emotion | None = None
    asset: Asset | None = None

    @property
    def is_moment_of_truth(self) -> bool:
        """Whether it lies where a deal or a customer is won or lost."""
        return any(one.moment_of_truth for one in self.touchpoints)

    @property
    def importance(self) -> int:
        """The highest importance to the customer, 1 to 5; 0 where nobody judged it."""
        return max((one.importance or 0 for one in self.touchpoints), default=0)


@dataclass(frozen=True, kw_only=True)
class Bearings:
    """Finds the bearing of every gap in one handbook."""

    handbook: Handbook

    def of(self, finding: Finding) -> Bearing:
        """Find what a gap bears on."""
        statement = self._statements.get(finding.subject or "")
        asset = self.handbook.assets.get(finding.subject or "")
        personas = self._personas(finding, statement, asset)
        phases = self._phases(finding, asset)
        steps = self._near(finding, personas, phases)
        return Bearing(
            personas=personas,
            sharing=self._sharing(statement, personas),
            phases=phases,
            channels=self._channels(finding, statement, asset),
            steps=steps,
            touchpoints=_touchpoints(finding, statement, steps),
            statement=statement,
            asset=asset,
        )

    def _personas(
        self, finding: Finding, statement: Statement | Emotion | None, asset: Asset | None
    ) -> tuple[str, ...]:
        if finding.personas or finding.persona:
            return finding.personas or (finding.persona or "",)
        journey = self.handbook.journeys.get(finding.journey or "")
        found = (statement and statement.personas) or (asset and asset.personas)
        return found or (journey.personas if journey else ())

    def _sharing(
        self, statement: Statement | Emotion | None, personas: tuple[str, ...]
    ) -> tuple[str, ...]:
        if not isinstance(statement, Question):
            return personas
        others = self._asking.get(folded(statement.text), ())
        return tuple(dict.fromkeys((*personas, *others)))

    def _phases(self, finding: Finding, asset: Asset | None) -> tuple[str, ...]:
        if finding.phases or finding.phase:
            return finding.phases or (finding.phase or "",)
        step = self.handbook.step(finding.subject or "") if finding.journey else None
        if step and step.phase:
            return (step.phase,)
        claimed = asset.phases if asset else ()
        return tuple(phase for phase in self.handbook.phases if phase in claimed)

    def _channels(
        self, finding: Finding, statement: Statement | Emotion | None, asset: Asset | None
    ) -> tuple[str, ...]:
        if isinstance(statement, Touchpoint):
            return (statement.channel,) if statement.channel else ()
        if finding.subject in self.handbook.channels and finding.code != Code.ORPHAN_ASSET:
            return (finding.subject or "",)
        return asset.channels if asset else ()

    def _near(
        self, finding: Finding, personas: tuple[str, ...], phases: tuple[str, ...]
    ) -> tuple[Step, ...]:
        step = self.handbook.step(finding.subject or "") if "#" in (finding.subject or "") else None
        if step:
            return (step,)
        found = (self._steps.get(place, ()) for place in product(personas, phases))
        return tuple({step.id: step for steps in found for step in steps}.values())

    @cached_property
    def _steps(self) -> Mapping[tuple[str, str], tuple[Step, ...]]:
        found: dict[tuple[str, str], tuple[Step, ...]] = {}
        for _, step in self.handbook.steps:
            for persona in step.personas if step.phase else ():
                place = (persona, step.phase or "")
                found[place] = (*found.get(place, ()), step)
        return found

    @cached_property
    def _statements(self) -> Mapping[str, Statement | Emotion]:
        found: dict[str, Statement | Emotion] = {}
        for _, step in self.handbook.steps:
            found.update((one.id, one) for one in step.statements)
            found.update((one.id, one) for one in step.emotions)
        for persona in self.handbook.personas.values():
            found.update((one.id, one) for one in (*persona.goals, *persona.pains))
        return found

    @cached_property
    def _asking(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for _, _, question in self.handbook.questions:
            same = folded(question.text)
            found[same] = (*found.get(same, ()), *question.personas)
        return found


def _touchpoints(
    finding: Finding, statement: Statement | Emotion | None, steps: tuple[Step, ...]
) -> tuple[Touchpoint, ...]:
    # A gap about one touchpoint or one channel weighs as much as that; others as their whole step.
    if isinstance(statement, Touchpoint):
        return (statement,)
    near = tuple(one for step in steps for one in step.touchpoints)
    on_channel = tuple(one for one in near if one.channel == finding.subject)
    return on_channel or near
