"""What a gap bears on: whom it concerns, when and where, and what it stands next to."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from journeybook.findings import Finding, Ref, RefKind
from journeybook.gaps.met import Met, touchpoints_of
from journeybook.grouping import grouped
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Asset
from journeybook.handbook.ids import folded
from journeybook.handbook.journeys import DropOff, Emotion, Expectation, Question, Step, Touchpoint
from journeybook.handbook.statements import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """What a gap is about, and what it stands next to.

    `sharing` are all personas with the same gap: those of `personas`, and those who ask the same
    question in another journey. `journeys` is the one the gap is found on; of a gap found on none,
    those that lead one of the personas through one of the phases. `statement` and `asset` are what
    the gap is about, if anything; `place` is that of the statement in its list.
    """

    personas: tuple[str, ...]
    sharing: tuple[str, ...]
    journeys: tuple[str, ...]
    phases: tuple[str, ...]
    channels: tuple[str, ...]
    steps: tuple[Step, ...]
    met: Met
    statement: Statement | Emotion | None = None
    asset: Asset | None = None
    place: int = 1

    @property
    def is_beyond_content(self) -> bool:
        """Whether something else than content is to be done about what it is about."""
        return isinstance(self.statement, Statement) and self.statement.is_beyond_content


@dataclass(frozen=True, kw_only=True)
class Bearings:
    """Finds the bearing of every gap in one handbook."""

    handbook: Handbook

    def of(self, finding: Finding) -> Bearing:
        """Find what a gap bears on."""
        subject = finding.subject
        statement = self._statements.get(subject) if subject else None
        asset = self._assets.get(subject) if subject else None
        personas = self._personas(finding)
        phases = finding.phases or ((finding.phase,) if finding.phase else ())
        steps = self._near(finding, personas, phases)
        return Bearing(
            personas=personas,
            sharing=self._sharing(statement, personas),
            journeys=self._journeys(finding, personas, phases),
            phases=phases,
            channels=self._channels(finding, statement, asset),
            steps=steps,
            met=self._met(finding, statement, asset, steps),
            statement=statement,
            asset=asset,
            place=self._places.get(subject, 1) if subject else 1,
        )

    def _personas(self, finding: Finding) -> tuple[str, ...]:
        if finding.personas or finding.persona:
            return finding.personas or (finding.persona or "",)
        journey = self.handbook.journeys.get(finding.journey or "")
        return journey.personas if journey else ()

    def _sharing(
        self, statement: Statement | Emotion | None, personas: tuple[str, ...]
    ) -> tuple[str, ...]:
        if not isinstance(statement, Question):
            return personas
        others = self._asking.get(folded(statement.text), ())
        return tuple(dict.fromkeys((*personas, *others)))

    def _journeys(
        self, finding: Finding, personas: tuple[str, ...], phases: tuple[str, ...]
    ) -> tuple[str, ...]:
        if finding.journey:
            return (finding.journey,)
        return tuple(
            journey.id
            for journey in self.handbook.journeys.values()
            if set(personas) & set(journey.personas) and set(phases) & set(journey.scope)
        )

    def _channels(
        self, finding: Finding, statement: Statement | Emotion | None, asset: Asset | None
    ) -> tuple[str, ...]:
        if isinstance(statement, Touchpoint):
            return (statement.channel,) if statement.channel else ()
        if channel := _channel(finding):
            return (channel,)
        return asset.channels if asset else ()

    def _near(
        self, finding: Finding, personas: tuple[str, ...], phases: tuple[str, ...]
    ) -> tuple[Step, ...]:
        own = self._steps_of.get(finding.subject) if finding.subject else None
        if own:
            return (own,)
        found = (self._steps.get(place, ()) for place in product(personas, phases))
        return tuple({step.id: step for steps in found for step in steps}.values())

    def _met(
        self,
        finding: Finding,
        statement: Statement | Emotion | None,
        asset: Asset | None,
        steps: tuple[Step, ...],
    ) -> Met:
        if isinstance(statement, Touchpoint):
            return Met(touchpoints=(statement,))
        named, assets = self._names(statement)
        if asset:
            assets = (*assets, asset.id)
        channel = _channel(finding)
        channels = (channel,) if channel else asset.channels if asset else ()
        place = (named, assets, channels, tuple(step.id for step in steps))
        if place not in self._meetings:
            self._meetings[place] = Met(touchpoints=touchpoints_of(named, assets, channels, steps))
        return self._meetings[place]

    def _names(
        self, statement: Statement | Emotion | None
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        match statement:
            case Question():
                answers = self.handbook.coverage.answers_to(statement)
                return (), tuple(answer.id for answer in answers)
            case Expectation():
                return statement.met_by_touchpoints, statement.met_by_assets
            case DropOff():
                return statement.touchpoints, statement.assets
            case _:
                return (), ()

    @cached_property
    def _meetings(self) -> dict[tuple[tuple[str, ...], ...], Met]:
        return {}

    @cached_property
    def _steps(self) -> Mapping[tuple[str, str], tuple[Step, ...]]:
        return grouped(
            ((persona, step.phase), step)
            for _, step in self.handbook.steps
            if step.phase
            for persona in step.personas
        )

    @cached_property
    def _assets(self) -> Mapping[Ref, Asset]:
        return {asset.ref: asset for asset in self.handbook.assets.values()}

    @cached_property
    def _statements(self) -> Mapping[Ref, Statement | Emotion]:
        statements: dict[Ref, Statement | Emotion] = {}
        for _, step in self.handbook.steps:
            statements.update((said.ref, said) for said in step.said)
        for persona in self.handbook.personas.values():
            statements.update((said.ref, said) for said in (*persona.goals, *persona.pains))
        return statements

    @cached_property
    def _places(self) -> Mapping[Ref, int]:
        lists = [
            lane
            for _, step in self.handbook.steps
            for lane in (
                step.needs,
                step.questions,
                step.expectations,
                step.touchpoints,
                step.drop_offs,
            )
        ]
        lists += [
            lane for one in self.handbook.personas.values() for lane in (one.goals, one.pains)
        ]
        return {said.ref: at for lane in lists for at, said in enumerate(lane, start=1)}

    @cached_property
    def _steps_of(self) -> Mapping[Ref, Step]:
        return {
            ref: step
            for _, step in self.handbook.steps
            for ref in (step.ref, *(said.ref for said in step.said))
        }

    @cached_property
    def _asking(self) -> Mapping[str, tuple[str, ...]]:
        return grouped(
            (folded(question.text), persona)
            for _, _, question in self.handbook.questions
            for persona in question.personas
        )


def _channel(finding: Finding) -> str | None:
    subject = finding.subject
    return subject.id if subject and subject.kind is RefKind.CHANNEL else None
