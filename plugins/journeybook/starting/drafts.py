"""A new file of any kind: its keys, each with what it means, ready to be filled in."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeAlias

from journeybook.schema import MODELS, Kind
from journeybook.schema.types import choices
from journeybook.sources.waiver_text import flow, scalar
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
        lines.append(f"# {_meaning(kind, key, wording)}")
        lines.append(f"{key}:{_value(filled.get(key, ''))}")
    return "\n".join(("---", *lines, "---", ""))


def description(kind: Kind, key: str) -> str:
    """Give what the manual says of a key."""
    return MODELS[kind].model_fields[key].description or ""


def _meaning(kind: Kind, key: str, wording: Wording) -> str:
    meaning = wording.text(description(kind, key))
    words = choices(MODELS[kind].model_fields[key].annotation)
    return meaning if all(word in meaning for word in words) else f"{meaning} ({', '.join(words)})"


def _value(value: Value) -> str:
    if isinstance(value, Mapping):
        return "".join(f"\n  {key}:{_value(inner)}" for key, inner in value.items())
    if isinstance(value, str):
        return f" {scalar(value)}" if value else ""
    return f" {value if isinstance(value, int | date) else flow(value)}"
