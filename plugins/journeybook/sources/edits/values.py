"""Values written as YAML: on one line, or on lines of their own."""

import re

from journeybook.sources.edits.waiver_text import quoted, scalar
from journeybook.sources.yaml.nodes import Value

FLOW_SIGNS = frozenset(",[]{}")
"""The signs that end a text without quotes where brackets stand around it."""
_PLAIN = re.compile(r"(?:[^\W\d_][\w /.'()€%+&-]*[?!])|https?://[\w./?=%~+-]+")
_TEXTS = frozenset(("title", "text", "name", "label", "summary", "quote", "why", "id"))
_SENTENCES = frozenset(
    ("needs", "questions", "expectations", "touchpoints", "drop_offs", "goals", "pains", "kpis")
)
_NO_TEXT = re.compile(r"-?(?:0|[1-9]\d{0,8})(?:\.\d+)?|\d{4}-\d\d-\d\d|true|false")
"""Numbers, days and yes or no, which need no quotes under a key that takes them."""


def in_brackets(value: Value) -> str:
    """Write a value on one line, as it may stand inside others."""
    match value:
        case None:
            return '""'
        case str():
            return quoted(value) if FLOW_SIGNS & set(value) else _text(value)
        case list():
            return f"[{', '.join(map(in_brackets, value))}]"
        case dict():
            pairs = (f"{scalar(key)}: {under(key, inner)}" for key, inner in value.items())
            return f"{{{', '.join(pairs)}}}"


def as_lines(value: Value, column: int = 0) -> str:
    """Write groups and lists on lines of their own, from a column on; each line is ended."""
    pad = " " * column
    if isinstance(value, dict):
        pairs = value.items()
        return "".join(f"{pad}{scalar(key)}:{_after(key, one, column)}" for key, one in pairs)
    if isinstance(value, list):
        return "".join(f"{pad}- {as_lines(one, column + 2).lstrip()}" for one in value)
    return f"{pad}{_text(value or '')}\n"


def under(key: str, value: Value) -> str:
    """Write a value on one line, as it stands under a key: a number, a day or a truth is plain."""
    is_plain = isinstance(value, str) and key not in _TEXTS and _NO_TEXT.fullmatch(value)
    return str(value) if is_plain else in_brackets(value)


def _text(text: str) -> str:
    # A question, and an address, need no quotes, wherever they stand.
    return text if _PLAIN.fullmatch(text) else scalar(text)


def _after(key: str, value: Value, column: int) -> str:
    match value:
        case dict():
            return f"\n{as_lines(value, column + 2)}"
        case list() if key in _SENTENCES or any(isinstance(one, dict) for one in value):
            return f"\n{as_lines(value, column + 2)}"
        case list():
            return f" {in_brackets(value)}\n"
        case str() if key not in _TEXTS and _NO_TEXT.fullmatch(value):
            return f" {value}\n"
        case _:
            return f" {_text(value or '')}\n"
