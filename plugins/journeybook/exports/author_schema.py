"""A JSON Schema of what authors write: short forms are right there, unlike in that of our data.

One value may stand for a list, a text for a statement, a number for a feeling, and a key may be
empty. Which short forms a value has is asked of the models themselves.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Any, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from journeybook.grouping import grouped
from journeybook.rules.engine.rule import Rule
from journeybook.rules.engine.scope import Where
from journeybook.rules.engine.team import severities_of
from journeybook.rules.registry import own_rules
from journeybook.schema import MODELS, Kind
from journeybook.schema.fields import Truth, Written
from journeybook.schema.page import PageKeys
from journeybook.schema.period import Period, Words
from journeybook.schema.settings.configuration import Configuration, WaiverEntry
from journeybook.schema.settings.inventory import Inventory
from journeybook.schema.settings.value import Weights
from journeybook.schema.types import alternatives, bare, choices, model_in
from journeybook.sources.settings.configuration import VALUE
from journeybook.wording import Wording

Schema = dict[str, Any]

_DIALECT = "http://json-schema.org/draft-07/schema#"
_TEXT: Schema = {"type": ["string", "number"]}
# Every value is read as text, a number too.
_SHORT: tuple[tuple[Schema, object], ...] = (
    ({"type": "string"}, "text"),
    ({"type": "integer"}, "1"),
    ({"type": "array", "items": _TEXT}, ["text"]),
)
_BY_TYPE: Mapping[object, Schema] = {
    bool: {"type": "boolean"},
    date: {"type": "string"},
    float: {"type": ["number", "string"]},
    int: {"type": "integer"},
    str: _TEXT,
    Period: {"type": "string", "pattern": r"^\s*\d{1,4}\s+\S+\s*$"},
}


def author_schemas(wording: Wording, words: Words) -> Mapping[str, Schema]:
    """Give a schema per kind of file, and per file of settings, by name.

    Keys are explained in the language of the wording; `words` may stand for those of a choice.
    """
    waivers = _document(WaiverEntry, None, wording, words)
    listed = {key: item for key, item in waivers.items() if key in ("$schema", "definitions")}
    entry = {key: item for key, item in waivers.items() if key not in listed}
    waiver_list: Schema = {**listed, "type": ["array", "null"], "items": entry}
    return {
        **_of_kinds(wording, words),
        "journeybook": _document(Configuration, None, wording, words),
        "waivers": waiver_list,
        "rules": _rules_document(wording, words),
        "inventory": _document(Inventory, None, wording, words),
    }


@lru_cache(8)
def author_schema(wording: Wording, words: Words) -> bytes:
    """Write one schema for a file of any kind: each kind is a definition of its name."""
    kinds = _of_kinds(wording, words)
    definitions: Schema = {}
    for schema in kinds.values():
        schema.pop("$schema")
        definitions |= schema.pop("definitions")
    whole = {
        "$schema": _DIALECT,
        "definitions": {**definitions, **kinds},
        "anyOf": [{"$ref": f"#/definitions/{name}"} for name in kinds],
    }
    return schema_text(whole).encode()


def schema_text(schema: Mapping[str, Any]) -> str:
    """Write a schema."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _of_kinds(wording: Wording, words: Words) -> dict[str, Schema]:
    return {kind.value: _document(MODELS[kind], kind, wording, words) for kind in Kind}


def _document(model: type[Written], kind: Kind | None, wording: Wording, words: Words) -> Schema:
    maker = _Maker(wording, words)
    schema = maker.model(model)
    if kind is not None:
        schema["properties"] = {**maker.keys(PageKeys), **schema["properties"]}
    if kind is Kind.PERSONA:
        # `+goals` adds to what is inherited.
        added = {f"+{key}": schema["properties"][key] for key in model.model_fields}
        schema["properties"] |= added
    return {"$schema": _DIALECT, **schema, "definitions": maker.definitions}


def _rules_document(wording: Wording, words: Words) -> Schema:
    maker = _Maker(wording, words)
    rules = {code: maker.rule(rule) for code, rule in own_rules().items()}
    weights = {"description": wording.text("Value of gaps"), **maker.model(Weights)}
    return {
        "$schema": _DIALECT,
        "type": ["object", "null"],
        "properties": {**rules, VALUE: weights},
        # Packages beside this one bring rules of their own.
        "additionalProperties": True,
        "definitions": maker.definitions,
    }


class _Maker:
    # Gathers the models that are met on the way.

    def __init__(self, wording: Wording, words: Words) -> None:
        self.definitions: Schema = {}
        self._wording = wording
        self._meant = grouped((english, word) for word, english in words.values.items())

    def model(self, model: type[Written]) -> Schema:
        return {
            "type": ["object", "null"],
            "properties": self.keys(model),
            "required": [key for key, field in model.model_fields.items() if field.is_required()],
            "additionalProperties": False,
        }

    def keys(self, model: type[Written]) -> Schema:
        hints = _hints(model)
        return {
            key: {
                "description": self._wording.text(field.description or ""),
                "anyOf": [*self._all(hints[key]), *_also(field), {"type": "null"}],
            }
            for key, field in model.model_fields.items()
        }

    def rule(self, rule: Rule) -> Schema:
        """Give what may stand behind a code: a severity, or that and more."""
        # Some editors take a plain `off` for a truth.
        severity: Schema = {"enum": [*self._in_words(tuple(severities_of(rule))), False]}
        own = {"severity": severity, **self.keys(rule.parameters)}
        place = self._object({**self.keys(Where), **own})
        whole = self._object({**own, "where": {"anyOf": [place, _list_of(place)]}})
        told = rule.explanation
        return {
            "description": f"{self._wording.text(told.title)}. {self._wording.text(told.found)}",
            "anyOf": [severity, whole],
        }

    def _object(self, properties: Schema) -> Schema:
        return {"type": "object", "properties": properties, "additionalProperties": False}

    def _all(self, annotation: Any) -> Iterator[Schema]:  # noqa: ANN401 - any type there is
        plain, said = bare(annotation)
        several = alternatives(plain)
        if annotation == Truth:
            yield from ({"type": "boolean"}, {"enum": self._in_words(("true", "false"))})
        elif several != (plain,):
            for part in several:
                yield from self._all(part)
        elif get_origin(plain) in (tuple, dict):
            yield from self._of_many(plain)
        elif words := choices(plain):
            yield {"enum": self._in_words(words)}
        elif inner := model_in(plain):
            yield from _short_forms(annotation)
            if inner.__name__ not in self.definitions:
                self.definitions[inner.__name__] = self.model(inner)
            yield {"$ref": f"#/definitions/{inner.__name__}"}
        else:
            yield {**_BY_TYPE[plain], **_limits(said)}

    def _of_many(self, plain: Any) -> Iterator[Schema]:  # noqa: ANN401
        is_list = get_origin(plain) is tuple
        each = list(self._all(get_args(plain)[0 if is_list else 1]))
        whole = {"anyOf": [*each, {"type": "null"}]}
        if is_list:
            # One value may stand for a list.
            yield from each
            yield {"type": "array", "items": whole}
        else:
            yield {"type": "object", "additionalProperties": whole}

    def _in_words(self, words: tuple[str, ...]) -> list[str]:
        # The words as people of the language write them, all others that may stand for them, with
        # blanks too, and each with a capital.
        known = [
            word
            for one in words
            for word in (self._wording.value(one), one, *self._meant.get(one, ()))
        ]
        known += [word.replace("-", " ") for word in known]
        return list(dict.fromkeys((*known, *(word.capitalize() for word in known))))


@cache
def _hints(model: type[Written]) -> Mapping[str, Any]:
    return get_type_hints(model, include_extras=True)


def _list_of(item: Schema) -> Schema:
    return {"type": "array", "items": item}


def _also(field: FieldInfo) -> Iterator[Schema]:
    # A text may stand here in place of the values of the type.
    if any(isinstance(one, str) for one in field.examples or ()):
        yield {"type": "string"}


def _limits(said: Iterable[object]) -> Schema:
    limits = [limit for one in said if isinstance(one, FieldInfo) for limit in one.metadata]
    return {
        word: getattr(limit, name)
        for limit in limits
        for name, word in (("ge", "minimum"), ("le", "maximum"))
        if hasattr(limit, name)
    }


@cache
def _short_forms(annotation: Any) -> tuple[Schema, ...]:  # noqa: ANN401
    adapter: TypeAdapter[Any] = TypeAdapter(annotation)
    return tuple(schema for schema, value in _SHORT if _takes(adapter, value))


def _takes(adapter: TypeAdapter[Any], value: object) -> bool:
    try:
        adapter.validate_python(value)
    except ValidationError:
        return False
    return True
