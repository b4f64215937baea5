"""Texts, lists and tables as the Markdown of a wiki has them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from journeybook.pages.parts.table import Table
from journeybook.pages.parts.table import Value as Cell
from journeybook.schema.fields import Written
from journeybook.schema.told import label_of
from journeybook.schema.types import choices, field_under, is_day_under, model_under
from journeybook.sources.yaml.nodes import Value
from journeybook.wording import Wording

# What would be read as HTML, or as Markdown in a sentence.
_MEANS = re.compile(
    r"<(?=[A-Za-z/!?])|&(?=#?\w{1,31};)|`|~(?=~)|(?<=\])\(|\\(?=[!-/:-@\[-`{-~])"
    r"|\*(?=\S)|(?<=\S)\*|(?<!\w)_(?=\w)|(?<=\w)_(?!\w)"
)
_MONTH = re.compile(r"\d{4}-\d{2}")
_PAD = "    "
_NAMED = {"<": "&lt;", "&": "&amp;"}


def line(text: str) -> str:
    """Write a text on one line, so that every sign is shown as it was typed."""
    return typed(" ".join(text.split()))


def typed(text: str) -> str:
    """Write a text so that every sign is shown, and can be read back, as it was typed."""
    return _MEANS.sub(lambda found: _NAMED.get(found[0], f"&#{ord(found[0])};"), text)


def cell(text: str) -> str:
    """Write a text for a cell of a table."""
    return typed(text).replace("|", "\\|").replace("\r\n", "\n").strip().replace("\n", "<br>")


def pipe_table(table: Table, wording: Wording) -> str:
    """Write a table as Markdown has it, without the columns in which nothing stands."""
    kept = [
        at
        for at in range(len(table.columns))
        if not table.rows or any(row[at] not in (None, "") for row in table.rows)
    ]
    heads = [table.columns[at].title for at in kept]
    return pipes(heads, [[cell(_shown(row[at], wording)) for at in kept] for row in table.rows])


def pipes(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write rows of cells below their heads."""
    lines = [_row(map(cell, heads)), _row("---" for _ in heads), *map(_row, rows)]
    return "\n".join((*lines, ""))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _shown(value: Cell, wording: Wording) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return wording.number(value)
    return wording.day(value) if isinstance(value, date) else str(value)


Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Says what a key below others is called, one inside the other, and what a text there means."""

    model: type[Written]
    wording: Wording

    def name(self, keys: Keys) -> str:
        """Give the label of a key; what is no key, but a name, is as it was typed."""
        around, key = model_under(self.model, keys[:-1]), keys[-1]
        if around is None or key not in around.model_fields:
            return key
        return self.wording.text(label_of(around, key))

    def value(self, keys: Keys, text: str) -> str:
        """Say a text, which may be a word of ours for one of few choices, or a day."""
        field = field_under(self.model, keys)
        if field and text in choices(field.annotation):
            return self.wording.value(text)
        if is_day_under(self.model, keys):
            return _in_words(text, self.wording)
        return text


def _in_words(text: str, wording: Wording) -> str:
    try:
        if _MONTH.fullmatch(text):
            return wording.month(date.fromisoformat(f"{text}-01"))
        return wording.day(date.fromisoformat(text))
    except ValueError:
        return text


def told(keys: Keys, value: Value, words: Words) -> Iterator[str]:
    """Tell a key, the last of some, and all that stands below it as a list."""
    head = f"{_PAD * (len(keys) - 1)}- **{line(words.name(keys))}**:"
    match value:
        case str():
            yield f"{head} {line(words.value(keys, value))}"
        case list() if not has_groups(value):
            texts = [words.value(keys, one) if isinstance(one, str) else one for one in value]
            yield f"{head} {line(joined(texts))}"
        case list():
            yield head
            for one in value:
                yield from _told_item(keys, one, words)
        case dict():
            yield head
            for name, inner in value.items():
                yield from told((*keys, name), inner, words)
        case None:
            return


def _told_item(keys: Keys, value: Value, words: Words) -> Iterator[str]:
    (name, first), *rest = list(value.items()) if isinstance(value, dict) else [("", value)]
    text = words.value((*keys, name), first) if isinstance(first, str) else joined(first)
    yield f"{_PAD * len(keys)}- {line(text)}"
    for name, inner in rest:
        yield from (f"{_PAD}{text}" for text in told((*keys, name), inner, words))


def has_groups(items: Sequence[Value]) -> bool:
    """Tell whether one of some values has keys or is a list itself."""
    return any(isinstance(one, dict | list) for one in items)


def joined(value: Value) -> str:
    """Write a value in one text."""
    if isinstance(value, dict):
        return "; ".join(f"{key}: {joined(inner)}" for key, inner in value.items())
    if not isinstance(value, list):
        return value or ""
    texts = [joined(one) for one in value]
    if any("," in one for one in texts):
        return " | ".join(texts) if len(texts) > 1 else f"{texts[0]} |"
    return ", ".join(texts)
