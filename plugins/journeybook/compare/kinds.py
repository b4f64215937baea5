"""What is said when an entity of a kind comes or goes, and how much that weighs."""

from collections.abc import Mapping
from dataclasses import dataclass

from journeybook.compare.change import Thing
from journeybook.schema import Kind
from journeybook.wording import marked


@dataclass(frozen=True, slots=True, kw_only=True)
class KindWords:
    """The words for a kind of entity."""

    thing: Thing
    added: str
    removed: str
    weight: int


KINDS: Mapping[Kind, KindWords] = {
    Kind.PERSONA: KindWords(
        thing=Thing.PERSONA,
        added=marked("New persona"),
        removed=marked("Persona removed"),
        weight=95,
    ),
    Kind.PHASE: KindWords(
        thing=Thing.PHASE, added=marked("New phase"), removed=marked("Phase removed"), weight=90
    ),
    Kind.CHANNEL: KindWords(
        thing=Thing.CHANNEL,
        added=marked("New channel"),
        removed=marked("Channel removed"),
        weight=60,
    ),
    Kind.ASSET: KindWords(
        thing=Thing.ASSET, added=marked("New content"), removed=marked("Content removed"), weight=55
    ),
    Kind.RESEARCH: KindWords(
        thing=Thing.RESEARCH,
        added=marked("New research"),
        removed=marked("Research removed"),
        weight=50,
    ),
    Kind.ACTION: KindWords(
        thing=Thing.ACTION,
        added=marked("New improvement"),
        removed=marked("Improvement removed"),
        weight=50,
    ),
}
