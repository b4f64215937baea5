"""A change of one value that is asked for, and the edit of a text that makes it."""

from collections.abc import Sequence
from dataclasses import dataclass

from journeybook.sources.edits.values import as_lines, under
from journeybook.sources.yaml.nodes import Step, Value

Place = tuple[int, int]
"""A line and a column of a text, both from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What shall stand under some keys; nothing takes it away.

    A number among the keys is a place in a list, the one after its last is new. `short` is the key
    for which a plain text stands in such a list.
    """

    keys: tuple[Step, ...]
    value: Value
    short: str = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A piece of a text, from one place to another, and what stands there then."""

    begin: Place
    end: Place
    text: str


def written_under(change: Change, value: Value) -> str:
    """Write what stands behind the last key of a change."""
    return under(next((one for one in reversed(change.keys) if isinstance(one, str)), ""), value)


def written_at(keys: Sequence[Step], change: Change, column: int) -> str:
    """Write lines with the rest of the keys of a change, from a column on."""
    value = nested(keys, change.value)
    return as_lines(value, column) if value is not None else ""


def nested(keys: Sequence[Step], value: Value) -> Value:
    """Put a value under keys."""
    for step in reversed(keys):
        value = [value] if isinstance(step, int) else {step: value}
    return value


def many(value: list[Value] | str) -> list[Value]:
    """Give the one or many that stand in a list."""
    return value if isinstance(value, list) else [value]
