"""What a key of a file holds: of which kind it names files, and which words it takes."""

from collections.abc import Mapping, Sequence
from typing import Any

from journeybook.schema import MODELS, Kind
from journeybook.schema.fields import Written
from journeybook.schema.persona import RankedChannels
from journeybook.schema.types import choices, leaves, model_under

_NAMED: Mapping[str, tuple[Kind, ...]] = {
    "answered_by": (Kind.ASSET,),
    "assets": (Kind.ASSET,),
    "channel": (Kind.CHANNEL,),
    "channels": (Kind.CHANNEL,),
    "countermeasures": (Kind.ASSET, Kind.ACTION),
    "evidence": (Kind.RESEARCH,),
    "extends": (Kind.PERSONA,),
    "journey": (Kind.JOURNEY,),
    "journeys": (Kind.JOURNEY,),
    "met_by": (Kind.ASSET, Kind.ACTION),
    "next": (Kind.ASSET,),
    "persona": (Kind.PERSONA,),
    "personas": (Kind.PERSONA,),
    "phase": (Kind.PHASE,),
    "phases": (Kind.PHASE,),
    "primary": (Kind.CHANNEL,),
    "scope": (Kind.PHASE,),
    "secondary": (Kind.CHANNEL,),
    "tertiary": (Kind.CHANNEL,),
}


def model_at(kind: Kind, keys: Sequence[str]) -> type[Written] | None:
    """Give the model of what stands under some keys; None where only text may stand."""
    return model_under(MODELS[kind], keys)


def annotation_at(kind: Kind, keys: Sequence[str]) -> Any:  # noqa: ANN401 - any type there is
    """Give what is annotated of the last of some keys; None where there is no such key."""
    model = model_at(kind, keys[:-1])
    field = model.model_fields.get(keys[-1]) if model and keys else None
    return field.annotation if field else None


def kinds_named(kind: Kind, keys: Sequence[str]) -> tuple[Kind, ...]:
    """Give the kinds of file that may be named under some keys."""
    named = _NAMED.get(keys[-1], ()) if keys else ()
    takes_names = {str, RankedChannels} & {*leaves(annotation_at(kind, keys))} if named else ()
    return named if takes_names else ()


def words_at(kind: Kind, keys: Sequence[str]) -> tuple[str, ...]:
    """Give the words that a key of few choices takes."""
    annotation = annotation_at(kind, keys)
    if bool in leaves(annotation):
        return ("true", "false")
    return choices(annotation)
