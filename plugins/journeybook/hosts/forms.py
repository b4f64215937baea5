"""The form for a content request and the template of a pull request, for the code host."""

import json
from collections.abc import Iterable, Iterator

from journeybook.handbook.book import Handbook
from journeybook.handbook.statements import Entity
from journeybook.schema.asset import Asset
from journeybook.wording import Wording, marked

LATER = frozenset(
    {
        "kind",
        "private",
        "aliases",
        "tags",
        "reviewed",
        "review_every",
        "status",
        "url",
        "published",
        "next",
    }
)
"""The fields of an asset that nobody knows yet when asking for it."""

_LONG = frozenset({"summary", "answers", "cta"})
_LABELS = {
    "title": marked("Working title"),
    "summary": marked("Summary"),
    "owner": marked("Owner"),
    "type": marked("Type"),
    "personas": marked("Personas"),
    "phases": marked("Phases"),
    "channels": marked("Channels"),
    "answers": marked("Questions it answers"),
    "gated": marked("Gated"),
    "cta": marked("Call to action"),
    "language": marked("Language"),
    "due": marked("Due"),
}


def content_request(book: Handbook, wording: Wording) -> str:
    """Write the issue form that asks for content, with the fields of an asset file."""
    say = wording.text
    lines = [
        f"name: {_quoted(say('Content request'))}",
        f"description: {_quoted(say('Ask for content that a persona misses'))}",
        "labels: [content]",
        "body:",
    ]
    for name, field in Asset.model_fields.items():
        if name not in LATER:
            told = say(field.description or "")
            lines.extend(_element(name, told, _options(name, book, wording), wording))
    return "\n".join(lines) + "\n"


def pull_request_template(wording: Wording) -> str:
    """Write the template that asks what a change does for whom."""
    say = wording.text
    asked = (
        (
            marked("For which persona?"),
            marked("The persona, or several, whose journey this changes."),
        ),
        (marked("In which phase?"), marked("The phase, or several, where they notice it.")),
        (
            marked("What changes for them?"),
            marked("One or two sentences in their words, not in ours."),
        ),
        (
            marked("How do we know?"),
            marked("The research or the figures behind it, or: an assumption."),
        ),
    )
    parts = [f"## {say(title)}\n\n<!-- {say(help_)} -->\n" for title, help_ in asked]
    return "\n".join(parts)


def _element(name: str, told: str, options: tuple[str, ...], wording: Wording) -> Iterator[str]:
    kind = "dropdown" if options else "textarea" if name in _LONG else "input"
    yield f"  - type: {kind}"
    yield f"    id: {name}"
    yield "    attributes:"
    yield f"      label: {_quoted(wording.text(_LABELS.get(name, name)))}"
    yield f"      description: {_quoted(told)}"
    if options:
        yield f"      multiple: {'true' if name in ('personas', 'phases', 'channels') else 'false'}"
        yield "      options:"
        yield from (f"        - {_quoted(one)}" for one in options)
    if name == "title":
        yield "    validations:"
        yield "      required: true"


def _options(name: str, book: Handbook, wording: Wording) -> tuple[str, ...]:
    folders: dict[str, Iterable[Entity]] = {
        "personas": book.personas.values(),
        "phases": book.phases.values(),
        "channels": book.channels.values(),
    }
    if name == "gated":
        return (wording.text("yes"), wording.text("no"))
    if name == "type":
        found = [one.label for one in book.vocabulary.asset_types.values()]
        return tuple(sorted(dict.fromkeys(found), key=str.casefold))
    return tuple(dict.fromkeys(" ".join(one.title.split()) for one in folders.get(name, ())))


def _quoted(text: str) -> str:
    # A text between JSON's quotes is the same text in YAML.
    return json.dumps(text, ensure_ascii=False)
