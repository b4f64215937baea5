"""Tables of what an author may write, made from the models: keys, values in words, meanings."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from journeybook.schema.fields import Written
from journeybook.schema.types import models_in

_HEAD = "| Key | What to write | What it means |\n|---|---|---|"
_NAMES = {
    "AssetTypeWords": "Type of content",
    "CallToAction": "Call to action",
    "DropOff": "Drop-off",
    "Entity": "Every file",
    "Expects": "What a phase expects",
    "Kpi": "KPI",
    "StatusWords": "Status",
    "WaiverEntry": "Waiver",
}

Schema = Mapping[str, Any]


def joined(*blocks: str) -> str:
    """Put the blocks of a page together, but for those that say nothing."""
    return "\n\n".join(block.strip("\n") for block in blocks if block) + "\n"


def name_of(model: type[Written]) -> str:
    """Give the name of a model as a reader would say it."""
    return _named(model.__name__)


def anchor_of(model: type[Written]) -> str:
    """Give the anchor of a model's section."""
    return _anchored(name_of(model))


def table(model: type[Written], *, anchor: str = "", without: type[Written] | None = None) -> str:
    """Write the keys of a model as a Markdown table, less those of the model it builds on.

    Each key gets an anchor of its own, which starts with that of the model's section.
    """
    schema = model.model_json_schema()
    inherited = without.model_fields if without else {}
    keys = [key for key in schema.get("properties", {}) if key not in inherited]
    section = anchor or anchor_of(model)
    rows = (_row(model, key, schema, f"{section}-{key.replace('_', '-')}") for key in keys)
    return "\n".join((_HEAD, *rows))


def models_below(model: type[Written]) -> Iterator[type[Written]]:
    """Give every model that the values of a model are made of, in the order they are met."""
    for field in model.model_fields.values():
        for inner in models_in(field.annotation):
            yield inner
            yield from models_below(inner)


def _named(class_name: str) -> str:
    words = re.sub(r"(?<!^)(?=[A-Z])", " ", class_name)
    return _NAMES.get(class_name, words.capitalize())


def _anchored(name: str) -> str:
    return name.casefold().replace(" ", "-")


def _row(model: type[Written], key: str, schema: Schema, anchor: str) -> str:
    field: Schema = schema["properties"][key]
    kind = _words(_plain(field), schema, takes_text=_takes_text(model, key))
    remarks = [str(field.get("description", "")), _default(field)]
    if key in schema.get("required", ()):
        remarks.append("Required.")
    return f"| `{key}`{{#{anchor}}} | {kind} | {' '.join(filter(None, remarks))} |"


def _default(field: Schema) -> str:
    default = field.get("default")
    if default is None or isinstance(default, dict) or default in ([], ""):
        return ""
    return f"Default: `{json.dumps(default) if not isinstance(default, str) else default}`."


def _plain(field: Schema) -> Schema:
    # A key that may be left out is a value or nothing; only the value is of interest.
    for choice in field.get("anyOf", ()):
        if choice.get("type") != "null":
            return dict(choice)
    return field


def _words(value: Schema, schema: Schema, *, takes_text: bool) -> str:
    if "$ref" in value:
        return _reference(value, schema, takes_text=takes_text)
    if words := _choices(value):
        return _choice(words)
    if value.get("type") == "array":
        return _list(value["items"], schema, takes_text=takes_text)
    if value.get("type") == "object":
        inner = _words(value["additionalProperties"], schema, takes_text=takes_text)
        return f"names, each with {inner}"
    return _scalar(value)


def _scalar(value: Schema) -> str:
    if value.get("format") == "date":
        return "date"
    if "pattern" in value:
        return "length of time"
    if value.get("type") in ("integer", "number"):
        return _number(value)
    return "`true` or `false`" if value.get("type") == "boolean" else "text"


def _number(value: Schema) -> str:
    noun = "whole number" if value["type"] == "integer" else "number"
    if "maximum" in value:
        return f"{noun} from {value['minimum']} to {value['maximum']}"
    return f"{noun}, {value['minimum']} or more" if "minimum" in value else noun


def _choices(value: Schema) -> list[str]:
    # One word to choose from is written differently by different versions of pydantic.
    return list(value.get("enum") or ([value["const"]] if "const" in value else ()))


def _choice(words: list[str]) -> str:
    *most, last = (f"`{word}`" for word in words)
    return f"{', '.join(most)} or {last}" if most else last


def _list(items: Schema, schema: Schema, *, takes_text: bool) -> str:
    if "enum" in items:
        return f"one or more of {', '.join(f'`{word}`' for word in items['enum'])}"
    if "$ref" in items:
        return f"list; each is {_reference(items, schema, takes_text=takes_text)}"
    return f"list of {_words(items, schema, takes_text=takes_text)}s"


def _reference(value: Schema, schema: Schema, *, takes_text: bool) -> str:
    name = value["$ref"].rpartition("/")[2]
    target = schema["$defs"][name]
    if words := _choices(target):
        return _choice(words)
    keys = f"a group of keys, see [{_named(name)}](#{_anchored(_named(name))})"
    return f"text, or {keys}" if takes_text else keys


def _takes_text(model: type[Written], key: str) -> bool:
    # A plain text may stand for a mapping where a validator says so, which no schema shows.
    return any(_fits(model, key, sample) for sample in ("text", {"text": "text"}))


def _fits(model: type[Written], key: str, sample: object) -> bool:
    try:
        model.model_validate({key: sample})
    except ValidationError as error:
        return all(one["loc"][0] != key for one in error.errors())
    return True
