"""What an author may write: one model per kind of file, every field described."""

from journeybook.schema.action import Action
from journeybook.schema.asset import Asset
from journeybook.schema.channel import Channel
from journeybook.schema.entity import Entity
from journeybook.schema.journey import Journey, Step
from journeybook.schema.kind import Kind
from journeybook.schema.persona import Persona
from journeybook.schema.phase import Phase
from journeybook.schema.research import Research

__all__ = ["MODELS", "Entity", "Kind"]

MODELS: dict[Kind, type[Entity]] = {
    Kind.PERSONA: Persona,
    Kind.PHASE: Phase,
    Kind.CHANNEL: Channel,
    Kind.ASSET: Asset,
    Kind.JOURNEY: Journey,
    Kind.STEP: Step,
    Kind.RESEARCH: Research,
    Kind.ACTION: Action,
}
"""The model of each kind of file."""
