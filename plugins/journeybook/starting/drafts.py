"""A new file of any kind: its keys, each with what it means, ready to be filled in."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypeAlias

from journeybook.schema import MODELS, Kind
from journeybook.schema.types import choices, meaning_of, model_in
from journeybook.sources.edits.waiver_text import flow, scalar
from journeybook.wording import Wording

KEYS: Mapping[Kind, tuple[str, ...]] = {
    Kind.PERSONA: ("summary", "role", "goals", "pains", "channels", "owner"),
    Kind.PHASE: ("summary", "order", "stage", "expects", "owner"),
    Kind.CHANNEL: ("summary", "type", "owner"),
    Kind.ASSET: (
        "summary", "type", "status", "personas", "phases", "channels", "answers", "url", "owner",
    ),
    Kind.JOURNEY: ("summary", "persona", "purpose", "owner"),
    Kind.STEP: (
        "phase", "order",
        "needs", "questions", "emotion", "expectations", "touchpoints", "drop_offs",
    ),
    Kind.RESEARCH: ("summary", "method", "date", "participants", "personas", "findings", "owner"),
    Kind.ACTION: ("summary", "journey", "phase", "impact", "term", "status", "due", "owner"),
}  # fmt: skip
"""The keys that matter, in the order in which people think of them."""

_OF_FURTHER_STEPS = ("phase", "order")

Value: TypeAlias = "int | date | str | Sequence[str] | Mapping[str, Value]"
Filled: TypeAlias = Mapping[str, Value]
"""What is known of a new file already, by key."""


def draft(kind: Kind, title: str, filled: Filled, wording: Wording) -> str:
    """Write a new file: what is known stands in it, what is not is an empty key with its meaning.

    A file without a title of its own says none; the first step of a phase is named like it, and
    says neither its phase nor its place.
    """
    lines = [f"title: {scalar(title)}"] if title else []
    for key in KEYS[kind]:
        if kind is Kind.STEP and key in _OF_FURTHER_STEPS and key not in filled:
            continue
        field = MODELS[kind].model_fields[key]
        lines.append(f"# {meaning_of(field, wording)}")
        lines.append(f"{key}:{_value(_spoken(field.annotation, filled.get(key, ''), wording))}")
    return "\n".join(("---", *lines, "---", ""))


def _spoken(annotation: Any, value: Value, wording: Wording) -> Value:  # noqa: ANN401
    # A word of few choices is written as people of the language say it.
    if isinstance(value, Mapping):
        inner = model_in(annotation)
        fields = inner.model_fields if inner else {}
        return {
            key: _spoken(fields[key].annotation, one, wording) if key in fields else one
            for key, one in value.items()
        }
    return (
        wording.value(value) if isinstance(value, str) and value in choices(annotation) else value
    )


def _value(value: Value) -> str:
    if isinstance(value, Mapping):
        return "".join(f"\n  {key}:{_value(inner)}" for key, inner in value.items())
    if isinstance(value, str):
        return f" {scalar(value)}" if value else ""
    return f" {value if isinstance(value, int | date) else flow(value)}"
