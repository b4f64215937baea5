"""Checks what was written against its model, and keeps all that is right."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from journeybook.codes import Code
from journeybook.findings import Mistake
from journeybook.schema.fields import Written
from journeybook.schema.period import Words
from journeybook.schema.types import model_in
from journeybook.sources.likeness import close_to
from journeybook.sources.nodes import Step, Tree

Model = TypeVar("Model", bound=Written)

_LEFT_OUT = object()
_CODES: Mapping[str, Code] = {
    "extra_forbidden": Code.UNKNOWN_KEY,
    "literal_error": Code.UNKNOWN_VALUE,
    "enum": Code.UNKNOWN_VALUE,
    "impossible_date": Code.IMPOSSIBLE_DATE,
    "greater_than_equal": Code.OUT_OF_RANGE,
    "less_than_equal": Code.OUT_OF_RANGE,
    "missing": Code.MISSING_VALUE,
    "unclear_number": Code.UNCLEAR_NUMBER,
}
_EXPECTED: Mapping[str, str] = {
    "bool_parsing": "true-or-false",
    "bool_type": "true-or-false",
    "date_type": "date",
    "dict_type": "mapping",
    "float_parsing": "number",
    "float_type": "number",
    "finite_number": "number",
    "language": "language",
    "int_from_float": "whole-number",
    "int_parsing": "whole-number",
    "int_parsing_size": "whole-number",
    "int_type": "whole-number",
    "model_type": "mapping",
    "period_type": "period",
    "string_type": "text",
}


def validated(
    model: type[Model],
    value: object,
    tree: Tree,
    within: tuple[Step, ...] = (),
    words: Words | None = None,
) -> tuple[Model, tuple[Mistake, ...]]:
    """Make a model of what was written; a value that is wrong is a mistake and is left out.

    `words` are those for dates and lengths of time besides the English ones.
    """
    mistakes: list[Mistake] = []
    kept = value if isinstance(value, dict) else {}
    while True:
        try:
            return model.model_validate(kept, context=words), tuple(mistakes)
        except ValidationError as error:
            details = error.errors(include_url=False, include_input=True)
        mistakes.extend(_mistakes(model, details, tree, within, words))
        kept = _pruned(kept, [_culprit(one) for one in details])


def meant_by(word: str, known: Sequence[str], words: Words | None) -> tuple[str, ...]:
    """Give the keys that people mean by a word, of those that are known."""
    plain = re.sub(r"[\s_-]+", " ", word.strip()).casefold()
    meant = words.keys.get(plain, ()) if words else ()
    return tuple(key for key in meant if key in known)


def _mistakes(
    model: type[Written],
    details: Sequence[ErrorDetails],
    tree: Tree,
    within: tuple[Step, ...],
    words: Words | None,
) -> Iterator[Mistake]:
    unknown = {
        one["loc"]: _unknown_key(model, one, words)
        for one in details
        if one["type"] == "extra_forbidden"
    }
    misspelt = {(*loc[:-1], values["suggestion"]) for loc, values in unknown.items()}
    texts = _texts_with_a_colon(details, unknown)
    for one in details:
        path = (*within, *one["loc"])
        code = _CODES.get(one["type"], Code.WRONG_TYPE)
        if code is Code.MISSING_VALUE and (one["loc"] in misspelt or one["loc"][:-1] in texts):
            continue
        if one["loc"][:-1] in texts:
            code = Code.WRONG_TYPE
            values = {"key": _key_around(one), "value": str(one["loc"][-1]), "expected": "quoted"}
        elif code is Code.UNKNOWN_KEY:
            values = unknown[one["loc"]]
        else:
            values = _DETAILS.get(code, _wrong_type)(one)
        if code is Code.UNKNOWN_VALUE and isinstance(one["loc"][-1], int):
            values["parts"] = ", ".join(_several(values, words))
        find = tree.key_span if one["loc"] in unknown else tree.span
        yield Mistake(code=code, span=find(*path), values=values)


def _texts_with_a_colon(
    details: Sequence[ErrorDetails], unknown: Mapping[tuple[Step, ...], Mapping[str, str]]
) -> frozenset[tuple[Step, ...]]:
    # `- Rent or buy: what is wise?` is meant as a text, and read as a key with a value.
    missing = {one["loc"][:-1] for one in details if one["type"] == "missing"}
    return frozenset(
        loc[:-1]
        for loc, values in unknown.items()
        if loc[:-1] in missing and not values["suggestion"]
    )


def _unknown_key(model: type[Written], one: ErrorDetails, words: Words | None) -> dict[str, str]:
    *around, key = one["loc"]
    known = tuple(_model_at(model, around).model_fields)
    meant = meant_by(str(key), known, words) or (close_to(str(key), known),)
    return {
        "key": str(key),
        "suggestion": meant[0],
        "also": meant[1] if len(meant) > 1 else "",
        "known": ", ".join(known),
    }


def _unknown_value(one: ErrorDetails) -> dict[str, str]:
    expected = str(one.get("ctx", {}).get("expected", ""))
    known = expected.replace(" or ", ", ").replace("'", "").split(", ")
    value = _shown(one["input"])
    return {
        "key": _key(one),
        "value": value,
        "known": ", ".join(known),
        "suggestion": close_to(value, known),
    }


def _several(values: Mapping[str, str], words: Words | None) -> tuple[str, ...]:
    # Blanks between words are dashes by now, as in a choice of two words.
    known, meant = values["known"].split(", "), words.values if words else {}
    parts = tuple(filter(None, re.split(r"[-,;&/|+]+(?:(?:and|en|or|of)-)?", values["value"])))
    is_known = len(parts) > 1 and all(meant.get(one, one) in known for one in parts)
    return parts if is_known else ()


def _out_of_range(one: ErrorDetails) -> dict[str, str]:
    limits = one.get("ctx", {})
    side = "least" if "ge" in limits else "most"
    limit = str(limits.get("ge", limits.get("le", "")))
    return {"key": _key(one), "value": _shown(one["input"]), "side": side, "limit": limit}


def _impossible_date(one: ErrorDetails) -> dict[str, str]:
    return {"key": _key(one), "value": _shown(one["input"])}


def _missing_value(one: ErrorDetails) -> dict[str, str]:
    around = [part for part in one["loc"][:-1] if isinstance(part, str)]
    return {"key": _key(one), "within": around[-1] if around else ""}


def _wrong_type(one: ErrorDetails) -> dict[str, str]:
    if one["input"] == {}:
        # `{buyer, user}` are keys without values.
        return {"key": _key(one), "value": "{}", "expected": "brackets"}
    if one["type"] == "string_type" and isinstance(one["input"], dict) and len(one["input"]) == 1:
        # `- Rent or buy: what is wise?` in a list of texts.
        return {"key": _key(one), "value": next(iter(one["input"])), "expected": "quoted"}
    return {
        "key": _key(one),
        "value": _shown(one["input"]),
        "expected": _EXPECTED.get(one["type"], "text"),
    }


def _unclear_number(one: ErrorDetails) -> dict[str, str]:
    value = _shown(one["input"]).strip()
    whole = re.sub(r"[.,]", "", value)
    decimal = f"{value.replace(',', '.')}0" if re.fullmatch(r"[^.,]+[.,]\d+", value) else ""
    return {"key": _key(one), "value": value, "whole": whole, "decimal": decimal}


_DETAILS: Mapping[Code, Callable[[ErrorDetails], dict[str, str]]] = {
    Code.UNCLEAR_NUMBER: _unclear_number,
    Code.UNKNOWN_VALUE: _unknown_value,
    Code.OUT_OF_RANGE: _out_of_range,
    Code.IMPOSSIBLE_DATE: _impossible_date,
    Code.MISSING_VALUE: _missing_value,
}


def _key(one: ErrorDetails) -> str:
    return next((part for part in reversed(one["loc"]) if isinstance(part, str)), "")


def _key_around(one: ErrorDetails) -> str:
    return next((part for part in reversed(one["loc"][:-1]) if isinstance(part, str)), "")


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(value) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_shown(item) for item in value) + "]"
    return str(value)


def _model_at(model: type[Written], path: Sequence[Step]) -> type[Written]:
    for step in path:
        if isinstance(step, str) and step in model.model_fields:
            model = model_in(model.model_fields[step].annotation) or model
    return model


def _culprit(one: ErrorDetails) -> tuple[Step, ...]:
    loc = one["loc"]
    return loc[:-1] if one["type"] == "missing" else loc


def _pruned(written: dict[str, Any], paths: Sequence[tuple[Step, ...]]) -> dict[str, Any]:
    kept = _without(written, paths)
    if isinstance(kept, dict) and kept != written:
        return kept
    wrong = {path[0] for path in paths if path}
    return {key: value for key, value in written.items() if key not in wrong}


def _without(value: object, paths: Sequence[tuple[Step, ...]]) -> object:
    if () in paths:
        return _LEFT_OUT
    if not isinstance(value, list) and any(isinstance(path[0], int) for path in paths):
        # One value stands where a list is expected; the path still counts it as the first.
        return _without(value, [path[1:] if isinstance(path[0], int) else path for path in paths])
    if isinstance(value, dict):
        pairs = [(key, _without(item, _below(paths, key))) for key, item in value.items()]
        return {key: item for key, item in pairs if item is not _LEFT_OUT}
    if isinstance(value, list):
        items = [_without(item, _below(paths, at)) for at, item in enumerate(value)]
        return [item for item in items if item is not _LEFT_OUT]
    return _LEFT_OUT if paths else value


def _below(paths: Sequence[tuple[Step, ...]], step: Step) -> list[tuple[Step, ...]]:
    return [path[1:] for path in paths if path[0] == step]
