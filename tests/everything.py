"""A handbook that writes every key of every kind, made from the models: a new key is in it at once.

Whoever asks says what text stands in each place; a place is the kind and the keys on the way to it.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Literal, get_args, get_origin

from journeybook.schema import MODELS, Kind
from journeybook.schema.fields import Written
from journeybook.schema.period import Period

Place = tuple[str, ...]
Text = Callable[[Place], str]

PATHS: Mapping[Kind, str] = {
    Kind.PERSONA: "content/personas/persona.md",
    Kind.PHASE: "content/phases/phase.md",
    Kind.CHANNEL: "content/channels/channel.md",
    Kind.ASSET: "content/assets/asset.md",
    Kind.JOURNEY: "content/journeys/journey/index.md",
    Kind.STEP: "content/journeys/journey/step.md",
    Kind.RESEARCH: "content/research/research.md",
    Kind.ACTION: "content/actions/action.md",
}
# What names something else has to name what is there, or nothing would come of it.
NAMES: Mapping[str, object] = {
    "persona": "persona",
    "personas": ["persona"],
    "phase": "phase",
    "phases": ["phase"],
    "scope": ["phase"],
    "channel": "channel",
    "channels": ["channel"],
    "assets": ["asset"],
    "journey": ["journey"],
    "journeys": ["journey"],
    "evidence": ["research"],
    "supports": ["journey/step#needs.needs"],
    "contradicts": ["journey/step#drop_offs.drop-offs"],
    "statements": ["journey/step#expectations.expectation"],
    "answered_by": ["asset"],
    "met_by": ["asset"],
    "countermeasures": ["asset"],
    "answers": ["journey/step#question"],
    "touchpoint": ["journey/step#touchpoints.touchpoint"],
    "next": ["asset"],
    "touchpoints": ["journey/step#touchpoints.touchpoint"],
    "extends": "parent",
    "csv": "readings.csv",
    "picture": "picture.png",
    "expectations": ["journey/step#expectations.expectation"],
    "primary": ["channel"],
    "secondary": ["channel"],
    "tertiary": ["channel"],
}
_DEMANDS = ("phase", "expects", "personas", "persona")
# Words of the vocabulary, and what would be told as a mistake if it were just any text.
WORDS: Mapping[Place, object] = {
    ("asset", "type"): "blog",
    ("asset", "status"): "published",
    ("asset", "language"): "nl",
    ("persona", "languages"): ["nl"],
    ("asset", "reviewed"): "2026-11-10",
    ("phase", "expects", "types"): ["blog"],
    (*_DEMANDS, "types"): ["video"],
    (*_DEMANDS, "assets"): "4",
    (*_DEMANDS, "formats"): "4",
    (*_DEMANDS, "gate_fields"): "4",
    (*_DEMANDS, "cta"): "optional",
    (*_DEMANDS, "gated"): "discouraged",
    ("step", "emotion", "label"): "worried",
    ("research", "contradicts"): ["journey/step#expectations.expectation"],
    # Two, so that it matters whom something holds for.
    **{(kind, "personas"): ["persona", "parent"] for kind in ("journey", "research")},
    ("journey", "persona"): ["persona", "parent"],
    # What is not meant where nothing is said.
    **{(*place, "better"): "lower" for place in (("journey", "kpis"), ("step", "kpis"))},
    ("action", "kpi", "better"): "lower",
    ("step", "moves_on", "better"): "lower",
    ("action", "kpis", "better"): "lower",
    ("persona", "formats"): ["blog"],
    # The file has none of the columns that are named, so each of them is told.
    ("research", "survey", "file"): "answers.csv",
    ("research", "survey", "touchpoint"): "touchpoint",
    ("research", "survey", "asked", "touchpoint"): "journey/step#touchpoints.touchpoint",
    ("research", "survey", "personas"): {"persona": "persona"},
    ("research", "survey", "touchpoints"): {"persona": "journey/step#touchpoints.touchpoint"},
}
_FIGURES = ("journeys/journey", "actions")
_PICTURED = ("personas", "journeys/journey")
_IDS = {"questions": "question", "touchpoints": "touchpoint", "expectations": "expectation"}


def handbook(text: Text) -> dict[str, str]:
    """Write the handbook: every key once, and every text of it as `text` says."""
    files = {path: _file(front_matter(kind, text)) for kind, path in PATHS.items()}
    readings = {f"content/{folder}/readings.csv": "2026-10-01,7\n" for folder in _FIGURES}
    answers = {"content/research/answers.csv": "A;B\n1;2\n"}
    pictures = {f"content/{folder}/picture.png": "" for folder in _PICTURED}
    return files | readings | answers | pictures | {"content/personas/parent.md": "# Parent\n"}


def front_matter(kind: Kind, text: Text) -> dict[str, object]:
    """Write every key of a kind."""
    keys = {
        name: _value((kind.value, name), field.annotation, text)
        for name, field in MODELS[kind].model_fields.items()
    }
    return {**keys, "kind": kind.value}


def texts() -> tuple[Place, ...]:
    """Give every place for free text."""
    places: dict[Place, None] = {}

    def note(place: Place) -> str:
        places[place] = None
        return "x"

    handbook(note)
    return tuple(places)


def others() -> tuple[Place, ...]:
    """Give every other place that holds one value or a list of them."""
    free = set(texts())
    return tuple(
        place
        for kind in MODELS
        for place in _leaves((kind.value,), front_matter(kind, str))
        if place not in free
    )


def changed(files: Mapping[str, str], place: Place, value: object) -> dict[str, str]:
    """Write another value in a place; None leaves its key out."""
    kind, *way, last = place
    path = PATHS[Kind(kind)]
    front = json.loads(files[path].split("---\n")[1])
    around = front
    for key in way:
        around = around[key][0] if isinstance(around[key], list) else around[key]
    if value is None:
        del around[last]
    else:
        around[last] = value
    return {**files, path: _file(front)}


def _leaves(place: Place, value: object) -> Iterator[Place]:
    inner = value[0] if isinstance(value, list) else value
    if not isinstance(inner, dict):
        yield place
        return
    for key, item in inner.items():
        yield from _leaves((*place, key), item)


def _file(keys: Mapping[str, object]) -> str:
    # JSON is YAML too, and holds any text.
    return f"---\n{json.dumps(keys)}\n---\n"


def _value(place: Place, annotation: object, text: Text) -> object:
    name = place[-1]
    if place in WORDS:
        return WORDS[place]
    if name == "kind" and place[1:] == ("kind",):
        return place[0]
    if name == "id":
        return _IDS.get(place[-2], place[-2])
    if name in NAMES and _is_text(annotation):
        return NAMES[name]
    return _of_type(place, annotation, text)


def _of_type(place: Place, annotation: object, text: Text) -> object:
    if isinstance(annotation, type) and issubclass(annotation, Written):
        return {
            name: _value((*place, name), field.annotation, text)
            for name, field in annotation.model_fields.items()
        }
    if annotation in (str, *_PLAIN):
        return text(place) if annotation is str else _PLAIN[annotation]
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return inner[0]
    if origin is dict:
        return {"persona": _of_type((*place, "persona"), inner[1], text)}
    value = _of_type(place, inner[0], text)
    return [value] if origin is tuple else value


_PLAIN: Mapping[Any, object] = {
    int: "2",
    float: "3",
    bool: "true",
    date: "2026-11-01",
    Period: "6 months",
    Kind: "persona",
}


def _is_text(annotation: object) -> bool:
    # A mapping's keys are no texts.
    return annotation is str or (
        get_origin(annotation) is not dict and any(_is_text(part) for part in get_args(annotation))
    )
