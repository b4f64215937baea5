"""Gaps by what they are about: a statement, an asset, or a persona in a phase."""

from dataclasses import dataclass, replace

from journeybook.findings import Filling, Finding, Ref
from journeybook.handbook.entities import Action, Asset
from journeybook.handbook.journeys import Emotion, Journey, Step, Touchpoint
from journeybook.handbook.statements import Statement
from journeybook.rules.engine.scope import Place, Stretch
from journeybook.rules.engine.settings import Settings


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
        return self.statement.label or ""

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
        persona=place.personas[0] if len(place.personas) == 1 else None,
        journey=said.journey.id,
        phase=said.step.phase,
        subject=said.statement.ref,
        owner=said.step.owner or said.journey.owner,
        being_filled=being_filled,
    )


def gap_of_asset(settings: Settings, code: str, asset: Asset, message: str, hint: str) -> Finding:
    """Make a finding about an asset, whomever it is for."""
    return settings.gap(
        code,
        message,
        hint,
        asset.span,
        place=asset_place(asset),
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
        journey=action.journeys[0] if len(action.journeys) == 1 else None,
        phase=action.phases[0] if len(action.phases) == 1 else None,
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
    subject: Ref | None = None,
    place: Place | None = None,
    being_filled: Filling | None = None,
) -> Finding:
    """Make a finding about a persona in a phase."""
    return settings.gap(
        code,
        message,
        hint,
        stretch.span,
        place=place or stretch.place,
        persona=stretch.persona.id,
        phase=stretch.phase.id,
        subject=subject,
        owner=stretch.owner,
        being_filled=being_filled,
    )
