"""Whom and what a finding concerns, and the places where a team sets a rule differently."""

from dataclasses import dataclass

from pydantic import Field

from journeybook.schema.fields import Many, Written


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The personas, journeys, phases, channels and types of content a finding concerns, by id."""

    personas: tuple[str, ...] = ()
    journeys: tuple[str, ...] = ()
    phases: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    asset_types: tuple[str, ...] = ()


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
