"""What a field of a form has to be, by the values that are written."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from journeybook.schema.types import alternatives, bare
from journeybook.sources.yaml.nodes import Value

Field = dict[str, Any]
"""A field, or the widget of one, as forms are configured."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


class MixedError(Exception):
    """A key is written in several ways, or in one that no form has."""


def plain_widget(plain: Any, texts: Sequence[str]) -> Field:  # noqa: ANN401
    """Give the widget for a truth, a number or a day; nothing where the texts are none."""
    if plain is bool:
        if not set(texts) <= {"true", "false"}:
            raise MixedError
        return {"widget": "boolean"}
    if plain in (int, float) and all(map(_NUMBER.fullmatch, texts)):
        whole = plain is int or all("." not in one for one in texts)
        return {"widget": "number", "value_type": "int" if whole else "float"}
    if plain is date and all(map(_DAY.fullmatch, texts)):
        return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
    return {}


def options(words: Mapping[str, str], used: Sequence[str]) -> list[str]:
    """Give what may be chosen: a word that is written already stays as it is."""
    own = (word if word in used else spoken for word, spoken in words.items())
    return list(dict.fromkeys((*own, *used)))


def texts_of(values: Iterable[Value]) -> list[str]:
    """Give values as texts.

    Raises:
        MixedError: when some are none.
    """
    found = [one for one in values if isinstance(one, str)]
    if len(found) < len(list(values)):
        raise MixedError
    return found


def first_shape(annotation: Any) -> Any:  # noqa: ANN401
    """Give the shape that a form has a widget for; whoever writes another has no field for it."""
    return bare(alternatives(annotation)[0])[0]
