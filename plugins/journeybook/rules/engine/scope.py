"""Where a rule looks and what a finding concerns: places, and personas in phases."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from functools import cached_property

from pydantic import Field

from journeybook.findings import Span
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Asset, Expects, Persona, Phase
from journeybook.handbook.fitting.coverage import Coverage, coming
from journeybook.handbook.journeys import Journey
from journeybook.schema.fields import Many, Written


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The personas, journeys, phases, channels and types of content a finding concerns, by id."""

    personas: tuple[str, ...] = ()
    journeys: tuple[str, ...] = ()
    phases: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    asset_types: tuple[str, ...] = ()


def together(places: Iterable[Place]) -> Place:
    """Give all that several places concern."""
    known = tuple(places)
    keys = (key.name for key in fields(Place))
    return Place(
        **{
            key: tuple(dict.fromkeys(name for one in known for name in getattr(one, key)))
            for key in keys
        }
    )


class Where(Written):
    """A place where a rule is set differently; every key that is written must fit."""

    persona: Many[str] = Field((), description="Only what concerns no other persona than these.")
    journey: Many[str] = Field((), description="Only what lies in these journeys.")
    phase: Many[str] = Field((), description="Only what concerns no other phase than these.")
    channel: Many[str] = Field((), description="Only what concerns these channels.")
    asset_type: Many[str] = Field((), description="Only what concerns these types of content.")

    def fits(self, place: Place) -> bool:
        """Tell whether everything the place concerns is named here."""
        pairs = (
            (self.persona, place.personas),
            (self.journey, place.journeys),
            (self.phase, place.phases),
            (self.channel, place.channels),
            (self.asset_type, place.asset_types),
        )
        return all(actual and set(actual) <= set(named) for named, actual in pairs if named)


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """One persona in one phase, told once however many journeys cross it."""

    persona: Persona
    phase: Phase
    journeys: tuple[Journey, ...]
    assets: tuple[Asset, ...]
    coverage: Coverage

    @property
    def expects(self) -> Expects:
        """What this phase needs for this persona."""
        return self.phase.expects_of(self.persona.id)

    @cached_property
    def published(self) -> tuple[Asset, ...]:
        """The content this persona can find, get to and read in this phase now."""
        return self.coverage.reaching(self.persona.id, self.phase.id)

    def tells(self, key: str) -> bool:
        """Tell whether some of the published content stands where a key could be told."""
        return any(one.can_say(key) for one in self.published)

    @cached_property
    def coming(self) -> tuple[Asset, ...]:
        """The content on its way, the furthest first."""
        return coming(self.assets)

    @property
    def place(self) -> Place:
        """What a finding about this persona in this phase concerns."""
        return Place(
            personas=(self.persona.id,),
            phases=(self.phase.id,),
            journeys=tuple(one.id for one in self.journeys),
        )

    @property
    def span(self) -> Span:
        """The first step of the persona in this phase, or else the journey."""
        steps = (step for one in self.journeys for step in one.steps_in(self.phase.id))
        return next((step.span for step in steps), self.journeys[0].span)

    @property
    def owner(self) -> str | None:
        """Who keeps that step, or else the journey or the phase."""
        steps = (step for one in self.journeys for step in one.steps_in(self.phase.id))
        owners = (*(step.owner for step in steps), *(one.owner for one in self.journeys))
        return next((one for one in owners if one), self.phase.owner)


def stretches(handbook: Handbook) -> Iterator[Stretch]:
    """Give every persona in every phase its journeys of today cover, in the order of the phases."""
    for persona in handbook.personas.values():
        journeys = [one for one in handbook.journeys_of(persona.id) if one.is_current]
        for phase in handbook.phases.values():
            covering = tuple(one for one in journeys if phase.id in one.scope)
            if covering:
                yield Stretch(
                    persona=persona,
                    phase=phase,
                    journeys=covering,
                    assets=handbook.coverage.assets_at(persona.id, phase.id),
                    coverage=handbook.coverage,
                )
