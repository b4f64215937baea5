"""What stands in one cell: several statements, each with what is known of it in brackets."""

import re
from collections.abc import Callable, Iterator
from typing import get_origin

from journeybook.exports.office.editable import SHORT
from journeybook.importing.heard import Keys
from journeybook.importing.lanes import OF_PERSONAS, Words
from journeybook.schema import MODELS, Kind
from journeybook.schema.fields import Written
from journeybook.schema.phrases import Phrases
from journeybook.schema.types import alternatives, bare, leaves, model_in
from journeybook.sources.records.notion import linked_titles
from journeybook.sources.yaml.nodes import Value

_ITEM = re.compile(r"^\s*(?:[-*•·‣▪–—o]|\d{1,2}[.)])\s+")
_BREAK = re.compile(r"\n|<br\s*/?>|;\s+(?=\S)|\s[•·‣▪]\s")
_COUNTS = re.compile(r"\(?(?P<number>\d{1,2})[.)]\s+")
_COUNTS_ON = r"(?<=\s)\(?{number}[.)]\s+"
# Behind a question mark, and the quotation mark that may follow it.
_ASKED = re.compile(r"(?<=\?)\s+|(?<=\?[\"”’»])\s+")
# Fewer words ask further what was asked before: `Per month?`
_FEWEST_WORDS = 3
_FEW_COMMAS = 2
_DETAILS = re.compile(r"^(?P<text>.*\S)\s*\[(?P<details>[^\[\]:]*:[^\[\]]*)\]$", re.DOTALL)
QUOTES = " \"'”’»"
"""What may stand behind the sign that ends a sentence."""
_QUOTED = re.compile(r"[\"“”„«»](?P<said>[^\"“”„«»]+)[\"“”„«»]")
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?")
_APART = re.compile(r",\s|,(?=\D)|\s/\s|\|")
_BRACKET = re.compile(r"[()\[\]]")
_LAST = re.compile(r"\s[&+]\s")
_AND = r"\s+{and}\s+"
_WHY = r"\s+{because}\s+"


def items_in(cell: str) -> tuple[str, ...]:
    """Give the items of a cell: its lines, its bullets, or what stands between semicolons."""
    whole = cell.replace("\r\n", "\n").replace("\r", "\n")
    lines = [line for line in re.split(r"\n|<br\s*/?>", whole) if line.strip()]
    if len(lines) == 1 and (row := in_a_row(lines[0])):
        return row
    if lines and all(map(_ITEM.match, lines)):
        # Where each has a bullet, a semicolon is part of a sentence.
        items = (" ".join(_ITEM.sub("", line, count=1).split()) for line in lines)
        return tuple(filter(None, items))
    inside = 0
    parts: list[str] = []
    for part in _BREAK.split(whole):
        # What stands in brackets may have semicolons of its own.
        if inside > 0 and parts:
            parts[-1] = f"{parts[-1]}; {part}"
        else:
            parts.append(part)
        inside = parts[-1].count("[") - parts[-1].count("]")
    plain = (" ".join(_ITEM.sub("", part).split()).removesuffix(" ;") for part in parts)
    return tuple(part for part in plain if part)


def listed_in(cell: str) -> tuple[str, ...]:
    """Give the items of a cell, where a semicolon is part of what each says that has a line."""
    lines = [line for line in cell.split("\n") if line.strip()]
    if len(lines) == 1:
        return items_in(cell)
    return tuple(" ".join(_ITEM.sub("", line, count=1).split()) for line in lines)


def in_a_row(line: str) -> tuple[str, ...]:
    """Give what a line counts, 1. this 2. that; nothing where it does not count on."""
    text, found = line.strip(), list[re.Match[str]]()
    mark = _COUNTS.match(text)
    while mark:
        found.append(mark)
        following = int(found[0]["number"]) + len(found)
        mark = re.compile(_COUNTS_ON.format(number=following)).search(text, mark.end())
    ends = (*(one.start() for one in found[1:]), None)
    items = (text[one.end() : end] for one, end in zip(found, ends, strict=False))
    plain = tuple(" ".join(one.split()).rstrip(" ,;") for one in items)
    return plain if len(plain) > 1 and all(plain) else ()


def statements_in(item: str, lane: str, words: Words) -> tuple[Keys, ...]:
    """Give the keys of what an item says: each question that it asks is one of its own."""
    parts = _ASKED.split(item) if lane == "questions" else [item]
    asks = all(one.rstrip(QUOTES).endswith("?") for one in parts)
    if not asks or any(len(one.split()) < _FEWEST_WORDS for one in parts):
        parts = [item]
    return tuple(statement_in(_unquoted(one), lane, words) for one in parts)


def _unquoted(text: str) -> str:
    # A page puts what somebody says in quotation marks itself.
    found = _QUOTED.fullmatch(text)
    return found["said"].strip() if found else text


def statement_in(item: str, lane: str, words: Words) -> Keys:
    """Give the keys of a statement: its text, and what its brackets tell of it."""
    found = _DETAILS.match(item)
    details = dict(_details(found["details"], words, model_of(lane))) if found else {}
    text = found["text"] if found and details else item
    has_why = lane == "drop_offs" and "why" not in details
    parts = words.phrases.pattern(_WHY).split(text, maxsplit=1) if has_why else [text]
    why = {"why": parts[1]} if len(parts) > 1 else {}
    return {SHORT.get(lane, "text"): parts[0].rstrip(" ,") or parts[0], **why, **details}


def _details(text: str, words: Words, model: type[Written] | None) -> Iterator[tuple[str, Value]]:
    known = tuple(model.model_fields) if model else ()
    pairs = [part.partition(":") for part in text.split(";") if part.strip()]
    named = [(words.meant(name, known), value.strip()) for name, _, value in pairs]
    if all(keys and value for keys, value in named):
        for keys, value in named:
            yield keys[0], several_in(value) if is_list(model, keys[0]) else value


def several_in(text: str) -> Value:
    """Give the names in a text: between upright strokes, or else commas; one stays alone."""
    parts = [part.strip() for part in text.split("|" if "|" in text else ",")]
    names: list[Value] = [part for part in parts if part]
    return names if len(names) > 1 else text


def several_names(cell: str) -> list[Value]:
    """Give the names in a cell, with lines, commas or strokes between them.

    Of names that lead to pages of Notion only the names are given.
    """
    if titles := linked_titles(cell):
        return list(titles)
    parts = [part for item in items_in(cell) for part in _named(item)]
    return [part.strip() for part in parts if part.strip()]


def may_be_several(item: str) -> bool:
    """Tell whether an item lists things in so few words that each may be one of its own."""
    parts = list(_named(item))
    is_short = all(0 < len(part.split()) <= _FEWEST_WORDS for part in parts)
    return len(parts) > _FEW_COMMAS and is_short and not item.endswith((".", "!", "?"))


def names_in(text: str) -> tuple[str, ...]:
    """Give the names that a text lists, the last of them also behind a sign that joins it."""
    *names, last = _named(text)
    parts = (*names, *(_LAST.split(last) if names else (last,)))
    return tuple(part.strip() for part in parts if part.strip())


def known_names_in(text: str, phrases: Phrases, is_known: Callable[[str], object]) -> Iterator[str]:
    """Likewise, and those that a word joins where each of them is known: `Website and fair`."""
    for name in names_in(text):
        parts = phrases.pattern(_AND).split(name)
        is_joined = len(parts) > 1 and not is_known(name) and all(map(is_known, parts))
        yield from parts if is_joined else (name,)


def _named(text: str) -> Iterator[str]:
    # Not in brackets, which explain a name: `Website (blog, prices)`.
    brackets = list(_BRACKET.finditer(text))
    begun = at = 0
    for found in _APART.finditer(text):
        while at < len(brackets) and brackets[at].start() < found.end():
            at += 1
        if at == len(brackets) or brackets[at][0] in "([":
            yield text[begun : found.start()]
            begun = found.end()
    yield text[begun:]


def several_texts(cell: str) -> list[Value]:
    """Give the texts in a cell: a sentence may have commas, so they part only what has no line."""
    items = items_in(cell)
    if len(items) == 1 and "," in cell and not cell.rstrip().endswith((".", "?", "!")):
        items = tuple(part.strip() for part in cell.split(",") if part.strip())
    return list(items)


def is_list(model: type[Written] | None, key: str) -> bool:
    """Tell whether a key of a model may hold several."""
    field = model.model_fields.get(key) if model else None
    return field is not None and get_origin(bare(alternatives(field.annotation)[0])[0]) is tuple


def may_be(model: type[Written] | None, key: str, cell: str) -> bool:
    """Tell whether a cell may stand under a key: where a number is wanted, a word is none."""
    field = model.model_fields.get(key) if model else None
    kinds = set(leaves(field.annotation)) if field else set()
    return not kinds or not kinds <= {int, float} or bool(_NUMBER.fullmatch(cell))


def model_of(lane: str) -> type[Written] | None:
    """Give what may be said of an item of a lane."""
    kind = Kind.PERSONA if lane in OF_PERSONAS else Kind.STEP
    return model_in(MODELS[kind].model_fields[lane].annotation)
