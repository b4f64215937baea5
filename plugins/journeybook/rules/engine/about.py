"""Gaps by what they are about: a statement, an asset, or a persona in a phase."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from journeybook.findings import Filling, Finding, Ref, only
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Action, Asset, Persona
from journeybook.handbook.journeys import Emotion, Journey, Step, Touchpoint
from journeybook.handbook.research import Research
from journeybook.handbook.statements import Statement
from journeybook.rules.engine.scope import Place, Stretch
from journeybook.rules.engine.settings import Settings
from journeybook.wording import signed


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement or a feeling with the step and the journey it stands in."""

    journey: Journey
    step: Step
    statement: Statement | Emotion

    @property
    def text(self) -> str:
        """What the statement says."""
        if isinstance(self.statement, Statement):
            return self.statement.text
        score = self.statement.score
        return self.statement.label or signed(score)

    @property
    def place(self) -> Place:
        """What a finding about the statement concerns."""
        channel = self.statement.channel if isinstance(self.statement, Touchpoint) else None
        return Place(
            personas=self.statement.personas,
            journeys=(self.journey.id,),
            phases=(self.step.phase,) if self.step.phase else (),
            channels=(channel,) if channel else (),
        )


def gap_of_statement(
    settings: Settings,
    code: str,
    said: Said,
    message: str,
    hint: str,
    *,
    personas: tuple[str, ...] = (),
    being_filled: Filling | None = None,
) -> Finding:
    """Make a finding about a statement of a step; for some of its personas, or for all."""
    place = replace(said.place, personas=personas) if personas else said.place
    return settings.gap(
        code,
        message,
        hint,
        said.statement.span,
        place=place,
        persona=only(place.personas),
        journey=said.journey.id,
        phase=said.step.phase,
        subject=said.statement.ref,
        owner=said.step.owner or said.journey.owner,
        being_filled=being_filled,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointed:
    """A goal or a pain with the persona whose file says it."""

    persona: Persona
    statement: Statement

    @property
    def text(self) -> str:
        """What the statement says."""
        return self.statement.text

    @property
    def place(self) -> Place:
        """What a finding about the statement concerns."""
        return Place(personas=(self.persona.id,))


def all_said(handbook: Handbook) -> Iterator[Said | Pointed]:
    """Give all that the steps of today and the personas say, each where it is written."""
    for journey, step in handbook.steps:
        for said in step.statements:
            yield Said(journey=journey, step=step, statement=said)
        for felt in step.emotions:
            if felt.label or felt.score is not None:
                yield Said(journey=journey, step=step, statement=felt)
    for persona in handbook.personas.values():
        for point in (*persona.goals, *persona.pains):
            if point.inherited_from is None:
                yield Pointed(persona=persona, statement=point)


def gap_of_said(
    settings: Settings, code: str, said: Said | Pointed, message: str, hint: str
) -> Finding:
    """Make a finding about a statement, wherever it is said."""
    if isinstance(said, Said):
        return gap_of_statement(settings, code, said, message, hint)
    return settings.gap(
        code,
        message,
        hint,
        said.statement.span,
        place=said.place,
        persona=said.persona.id,
        subject=said.statement.ref,
        owner=said.persona.owner,
    )


def gap_of_research(
    settings: Settings, code: str, research: Research, message: str, hint: str
) -> Finding:
    """Make a finding about a round of research."""
    return settings.gap(
        code,
        message,
        hint,
        research.span,
        place=Place(personas=research.personas),
        subject=research.ref,
        owner=research.owner,
    )


def gap_of_asset(
    settings: Settings,
    code: str,
    asset: Asset,
    message: str,
    hint: str,
    *,
    place: Place | None = None,
) -> Finding:
    """Make a finding about an asset, whomever it is for, or whom its `place` concerns."""
    return settings.gap(
        code,
        message,
        hint,
        asset.span,
        place=place or asset_place(asset),
        subject=asset.ref,
        owner=asset.owner,
    )


def gap_of_action(
    settings: Settings, code: str, action: Action, message: str, hint: str
) -> Finding:
    """Make a finding about an improvement."""
    return settings.gap(
        code,
        message,
        hint,
        action.span,
        place=Place(journeys=action.journeys, phases=action.phases),
        journey=only(action.journeys),
        phase=only(action.phases),
        subject=action.ref,
        owner=action.owner,
    )


def asset_place(asset: Asset) -> Place:
    """Give what a finding about an asset concerns."""
    return Place(
        personas=asset.personas,
        phases=asset.phases,
        channels=asset.channels,
        asset_types=(asset.type,) if asset.type else (),
    )


def gap_of_stretch(
    settings: Settings,
    code: str,
    stretch: Stretch,
    message: str,
    hint: str,
    *,
    names: Mapping[str, object] | None = None,
    subject: Ref | None = None,
    place: Place | None = None,
    being_filled: Filling | None = None,
) -> Finding:
    """Make a finding about a persona in a phase; both, and other `names`, stand in its message."""
    persona, phase = stretch.persona, stretch.phase
    told = {"persona": persona.title, "phase": phase.title, **(names or {})}
    return settings.gap(
        code,
        settings.wording.text(message, **told),
        hint,
        stretch.span,
        place=place or stretch.place,
        persona=persona.id,
        phase=phase.id,
        subject=subject,
        owner=stretch.owner,
        being_filled=being_filled,
    )
