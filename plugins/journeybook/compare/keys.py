"""What changed under the keys of an entity or a touchpoint, from the table of all fields."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from journeybook.compare.change import Change, Tone
from journeybook.compare.sides import About, Sides, Value
from journeybook.handbook.entities import Asset, Expects, Persona, Phase
from journeybook.schema.told import Told, told_keys


def key_changes(
    about: About, model: type[BaseModel], old: object, new: object, sides: Sides
) -> Iterator[Change]:
    """Compare all that the model's table tells of, before and after."""
    for name, told in told_keys(model).items():
        if told.weight:
            yield from sides.compared(
                about,
                told.aspect or name.replace("_", "-"),
                told.label,
                _value(old, name),
                _value(new, name),
                kind=told.kind,
                weight=told.weight,
                tone=_tone(told, getattr(old, name, None), getattr(new, name, None)),
            )


def rising(before: float | None, after: float | None) -> Tone:
    """Tell the tone of a figure that is better when it is higher."""
    if before is None or after is None or before == after:
        return Tone.NEUTRAL
    return Tone.BETTER if after > before else Tone.WORSE


def _tone(told: Told, before: Any, after: Any) -> Tone:  # noqa: ANN401 - of any field
    if told.rises:
        return rising(before, after)
    if told.rising:
        return rising(_place(told, before), _place(told, after))
    return Tone.NEUTRAL


def _place(told: Told, word: str | None) -> int:
    # A status that is not written counts as an idea.
    return told.rising.index(word or "idea")


def _value(entity: object, name: str) -> Value:
    shown = _SHOWN.get((type(entity), name))
    value: Value = shown(entity) if shown else getattr(entity, name)
    return value


def _expects(phase: Phase) -> Value:
    own = (f"{name}: {{{_demands(one)}}}" for name, one in phase.expects_by_persona.items())
    return ", ".join(filter(None, (_demands(phase.expects), *own)))


def _demands(expects: Expects) -> str:
    known = {
        "assets": expects.assets,
        "formats": expects.formats,
        "types": ", ".join(expects.types),
        "cta": expects.cta,
        "gated": expects.gated,
    }
    return ", ".join(f"{key}: {value}" for key, value in known.items() if value not in (None, ""))


def _cta(asset: Asset) -> Value:
    if asset.cta is None:
        return None
    return f"{asset.cta.text} ({asset.cta.url})" if asset.cta.url else asset.cta.text


_SHOWN: Mapping[tuple[type, str], Callable[[Any], Value]] = {
    (Persona, "role"): lambda persona: persona.roles,
    (Persona, "channels"): lambda persona: persona.channels.all,
    (Phase, "expects"): _expects,
    (Asset, "status"): lambda asset: asset.status_label,
    (Asset, "cta"): _cta,
}
"""The values that read otherwise than they are kept."""
