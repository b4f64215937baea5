"""The form for a content request and the template of a pull request, for the code host."""

import json
from collections.abc import Iterable, Iterator

from journeybook.handbook.book import Handbook
from journeybook.handbook.statements import Entity
from journeybook.wording import Wording, marked

_LONG = frozenset({"summary", "answers"})
_MULTIPLE = frozenset({"personas", "phases", "channels"})
_ASKED = {
    "title": (marked("What do you call it for now?"), marked("A few words are enough.")),
    "personas": (marked("Who misses it?"), marked("You may choose several.")),
    "phases": (
        marked("When do they miss it?"),
        marked("The phase of their journey, as far as you know."),
    ),
    "answers": (marked("What do they ask?"), marked("In their own words, one question a line.")),
    "summary": (
        marked("What should it tell them?"),
        marked("And what do they find today, if anything?"),
    ),
    "type": (marked("In which form would it help?"), marked("Leave it open if you do not mind.")),
    "channels": (marked("Where do they look for it?"), marked("You may choose several.")),
    "language": (marked("In which language?"), marked("Such as English.")),
    "due": (marked("By when?"), marked("A day or a month, and what happens then.")),
    "owner": (
        marked("Who knows more about it?"),
        marked("A name or a team whom the writer can ask."),
    ),
}
"""What is asked, in words for people who have never seen a file of the handbook, by the field."""


def content_request(book: Handbook, wording: Wording) -> str:
    """Write the issue form that asks for content; what is asked fills the fields of an asset."""
    say = wording.text
    lines = [
        f"name: {_quoted(say('Content request'))}",
        f"description: {_quoted(say('Ask for content that a persona misses'))}",
        "labels: [content]",
        "body:",
    ]
    for name in _ASKED:
        lines.extend(_element(name, _options(name, book), wording))
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


def _element(name: str, options: tuple[str, ...], wording: Wording) -> Iterator[str]:
    label, told = _ASKED[name]
    kind = "dropdown" if options else "textarea" if name in _LONG else "input"
    yield f"  - type: {kind}"
    yield f"    id: {name}"
    yield "    attributes:"
    yield f"      label: {_quoted(wording.text(label))}"
    yield f"      description: {_quoted(wording.text(told))}"
    if options:
        yield f"      multiple: {'true' if name in _MULTIPLE else 'false'}"
        yield "      options:"
        yield from (f"        - {_quoted(one)}" for one in options)
    if name == "title":
        yield "    validations:"
        yield "      required: true"


def _options(name: str, book: Handbook) -> tuple[str, ...]:
    folders: dict[str, Iterable[Entity]] = {
        "personas": book.personas.values(),
        "phases": book.phases.values(),
        "channels": book.channels.values(),
    }
    if name == "type":
        found = [one.label for one in book.vocabulary.asset_types.values()]
        return tuple(sorted(dict.fromkeys(found), key=str.casefold))
    return tuple(dict.fromkeys(" ".join(one.title.split()) for one in folders.get(name, ())))


def _quoted(text: str) -> str:
    # A text between JSON's quotes is the same text in YAML.
    return json.dumps(text, ensure_ascii=False)
