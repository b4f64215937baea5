"""Checks what was written against its model, and keeps all that is right."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from journeybook.codes import Code
from journeybook.findings import Mistake
from journeybook.schema.fields import Written
from journeybook.schema.period import Words
from journeybook.schema.types import model_in
from journeybook.sources.likeness import close_to
from journeybook.sources.pruning import pruned
from journeybook.sources.wrong_values import details_of, is_key, key_around, several, suggested
from journeybook.sources.yaml.nodes import Step, Tree
from journeybook.sources.yaml.slips import glued_in

Model = TypeVar("Model", bound=Written)

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


def validated(
    model: type[Model],
    value: object,
    tree: Tree,
    within: tuple[Step, ...] = (),
    words: Words | None = None,
) -> tuple[Model, tuple[Mistake, ...], Tree]:
    """Make a model of what was written; a value that is wrong is a mistake and is left out.

    `words` are those for dates and lengths of time besides the English ones. Places of the model
    are found in the tree that is given back, which leaves out the same items of lists.
    """
    mistakes: list[Mistake] = []
    kept, told = value if isinstance(value, dict) else {}, set[tuple[Step, ...]]()
    while True:
        try:
            return model.model_validate(kept, context=words), tuple(mistakes), tree
        except ValidationError as error:
            details = error.errors(include_url=False, include_input=True)
        # What stands there and is wrong is not missing too, once it has been left out.
        places = [tree.as_written(*within, *one["loc"]) for one in details]
        both = zip(details, places, strict=True)
        fresh = [one for one, place in both if one["type"] != "missing" or place not in told]
        told |= {place[:at] for place in places for at in range(len(place) + 1)}
        mistakes.extend(_mistakes(model, fresh, kept, tree, within, words=words))
        kept, gone = pruned(kept, [_culprit(one) for one in details])
        tree = tree.without((*within, *one) for one in gone)


def plain_word(word: str) -> str:
    """Write what somebody calls a key as such words are compared."""
    return re.sub(r"[\s_-]+", " ", word.strip()).replace("’", "'").casefold()


def meant_by(word: str, known: Sequence[str], words: Words | None) -> tuple[str, ...]:
    """Give the keys that people mean by a word, of those that are known."""
    meant = words.keys.get(plain_word(word), ()) if words else ()
    return tuple(key for key in meant if key in known)


def _mistakes(
    model: type[Written],
    details: Sequence[ErrorDetails],
    written: Mapping[str, Any],
    tree: Tree,
    within: tuple[Step, ...],
    *,
    words: Words | None,
) -> Iterator[Mistake]:
    unknown = {
        one["loc"]: _unknown_key(model, one, words)
        for one in details
        if one["type"] == "extra_forbidden"
    }
    misspelt = {(*loc[:-1], values["suggestion"]) for loc, values in unknown.items()}
    texts = _texts_with_a_colon(model, details, unknown)
    for one in details:
        path = (*within, *_place(one))
        code = _CODES.get(one["type"], Code.WRONG_TYPE)
        if code is Code.MISSING_VALUE and (one["loc"] in misspelt or one["loc"][:-1] in texts):
            continue
        is_empty = code is Code.MISSING_VALUE and one["input"] == {} and len(one["loc"]) > 1
        if is_empty and tree.has_sign(*within, *one["loc"][:-1]):
            code = Code.WRONG_TYPE
            values = {"key": key_around(one), "value": "{}", "expected": "braces"}
        elif one["loc"][:-1] in texts:
            code = Code.WRONG_TYPE
            values = {"key": key_around(one), "value": str(one["loc"][-1]), "expected": "quoted"}
        elif code is Code.UNKNOWN_KEY:
            values = {**unknown[one["loc"]], "around": _around(model, one["loc"], tree)}
        else:
            values = details_of(code, one, words)
        if code is Code.UNKNOWN_VALUE:
            kind = "parts" if isinstance(one["loc"][-1], int) else "choices"
            values |= {**suggested(values, words), kind: ", ".join(several(values, words))}
            values["value"] = _typed(written, _place(one)) or values["value"]
        if code is Code.OUT_OF_RANGE:
            values |= {"typed": _key_typed(written, _place(one)) or values["key"]}
        find = tree.key_span if one["loc"] in unknown or is_key(one) else tree.span
        yield Mistake(code=code, span=find(*path), values=values)


def _typed(written: Any, path: Sequence[Step]) -> str:  # noqa: ANN401 - whatever was read
    # The text as it stands in the file; words of a choice are compared in another form.
    for step in path:
        if isinstance(written, list) or not isinstance(step, int):
            written = written[step]
    return written if isinstance(written, str) else ""


def _key_typed(written: Any, path: Sequence[Step]) -> str:  # noqa: ANN401 - as above
    # A value alone may stand for the key below: `emotion: 1` is its score.
    key = ""
    for step in path:
        try:
            written = written[step]
        except (KeyError, TypeError):
            return key
        key = step if isinstance(step, str) else key
    return key


def _texts_with_a_colon(
    model: type[Written],
    details: Sequence[ErrorDetails],
    unknown: Mapping[tuple[Step, ...], Mapping[str, str]],
) -> frozenset[tuple[Step, ...]]:
    # `- Rent or buy: what is wise?` is meant as a text, and read as a key with a value; where a key
    # that is known stands beside it, or one that is meant for one, it is a key.
    missing = {
        one["loc"][:-1]
        for one in details
        if one["type"] == "missing"
        and not _model_at(model, one["loc"][:-1]).model_fields.keys() & one["input"].keys()
    }
    meant = {loc[:-1] for loc, values in unknown.items() if values["suggestion"]}
    around = {loc[:-1] for loc in unknown} & missing - meant
    return frozenset(loc for loc in around if _is_said(_model_at(model, loc)))


def _around(model: type[Written], path: Sequence[Step], tree: Tree) -> str:
    # The key above without a value, below which this one was meant to stand.
    above, (wrong, *below) = "", path
    for key, says in () if below else tree.keys():
        if key == wrong:
            break
        if key in model.model_fields:
            above = "" if says else key
    inner = model_in(model.model_fields[above].annotation) if above else None
    return above if inner and wrong in inner.model_fields else ""


def _is_said(model: type[Written]) -> bool:
    # One text alone may stand for the whole.
    return sum(field.is_required() for field in model.model_fields.values()) == 1


def _unknown_key(model: type[Written], one: ErrorDetails, words: Words | None) -> dict[str, str]:
    *around, key = one["loc"]
    known = tuple(_model_at(model, around).model_fields)
    meant = _fitting(meant_by(str(key), known, words), one["input"])
    problem, text = glued_in(str(key))
    is_glued = text in known
    return {
        "key": str(key),
        "slip": problem if is_glued else "",
        "text": text if is_glued else "",
        "suggestion": meant[0] if meant else close_to(str(key), known),
        "also": meant[1] if len(meant) > 1 else "",
        # A word for a key, in any language, and not only one that is like it.
        "is_word": "yes" if meant else "",
        "known": ", ".join(known),
    }


def _fitting(keys: Sequence[str], value: object) -> tuple[str, ...]:
    # Of a key for one and the same key for several, that which the value behind it is for.
    is_list = isinstance(value, list) or (isinstance(value, str) and "," in value)
    away = {one if is_list else f"{one}s" for one in keys if f"{one}s" in keys}
    return tuple(one for one in keys if one not in away)


def _model_at(model: type[Written], path: Sequence[Step]) -> type[Written]:
    for step in path:
        if isinstance(step, str) and step in model.model_fields:
            model = model_in(model.model_fields[step].annotation) or model
    return model


def _culprit(one: ErrorDetails) -> tuple[Step, ...]:
    return one["loc"][:-1] if one["type"] == "missing" else _place(one)


def _place(one: ErrorDetails) -> tuple[Step, ...]:
    return one["loc"][:-1] if is_key(one) else one["loc"]
