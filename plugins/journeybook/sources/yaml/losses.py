"""What YAML takes for something else than its author meant, without a word."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import get_origin

from journeybook.codes import Code
from journeybook.findings import Mistake
from journeybook.schema.fields import Written
from journeybook.schema.types import model_in
from journeybook.sources.yaml.nodes import Entries, Items, Node, Scalar, Tree, is_empty
from journeybook.sources.yaml.parsing import tokens_of
from journeybook.sources.yaml.slips import SIGNS

_HASHED = re.compile(r"(?<![ \t])[ \t]+#(?=[^\s#]|[ \t]\d)")
_BULLETED = re.compile(rf"(?:[{SIGNS}-]|\d{{1,2}}[.)])\s*\S")
_NUMBER = re.compile(r"[-+]?\d+[.,]\d+")
_BETWEEN = re.compile(r"[,;|]")
_BETWEEN_NAMES = re.compile(r"[,;|]|\s/\s")
_IN_BRACKETS = re.compile(r"[;|]")
_SHORT = 4
_LINE = 60
_ENDS = (".", "!", "?")
# The keys whose values are names of one's own: no unknown one tells that it is several.
_FREE = frozenset({"aliases", "tags"})


def losses(yaml_text: str, tree: Tree, model: type[Written]) -> Iterator[Mistake]:
    """Find texts that were cut off, and lists that were read as one text."""
    if tree.root is None:
        return
    lines = yaml_text.split("\n")
    yield from _cut_off(yaml_text, lines, tree)
    yield from _lists_as_text(tree.root, model, lines, tree)


def _cut_off(text: str, lines: list[str], tree: Tree) -> Iterator[Mistake]:
    # A blank and `#` start a comment; one that is glued to a word was meant as text.
    if not _HASHED.search(text):
        return
    ends: dict[int, int] = {}
    for token in tokens_of(text):
        end = token.end_mark
        if end.column:
            ends[end.line] = max(ends.get(end.line, 0), end.column)
    for line, column in ends.items():
        if comment := _HASHED.match(lines[line], column):
            span = tree.place(line, comment.end() - 1)
            values = {"text": lines[line][comment.end() - 1 :].strip()}
            yield Mistake(code=Code.TEXT_CUT_OFF, span=span, values=values)


def _lists_as_text(
    node: Node | None, model: type[Written], lines: list[str], tree: Tree
) -> Iterator[Mistake]:
    if isinstance(node, Items):
        for item in node.nodes:
            yield from _lists_as_text(item, model, lines, tree)
    shape = _shape(model)
    yield from _behind_commas(node, model, lines, tree)
    for key, value in node.pairs if isinstance(node, Entries) else ():
        takes_many, below = shape.get(key.text.removeprefix("+").strip(), (False, None))
        if not isinstance(value, Scalar):
            yield from _swallowed(value, key, lines, tree)
            yield from _rows_in(value, key, lines, tree)
            if below and isinstance(value, Entries) and _are_names(value, below):
                span, values = tree.place(value.line, value.column), {"key": key.text}
                told = {**values, "value": "{}", "expected": "brackets"}
                yield Mistake(code=Code.WRONG_TYPE, span=span, values=told)
            if below:
                yield from _lists_as_text(value, below, lines, tree)
        elif takes_many and (
            _is_block(value, lines)
            if not value.plain
            else _is_list(value, key, lines, _between(below))
        ):
            span, values = tree.place(value.line, value.column), {"key": key.text}
            yield Mistake(code=Code.LIST_AS_TEXT, span=span, values=values)


@cache
def _shape(model: type[Written]) -> Mapping[str, tuple[bool, type[Written] | None]]:
    # Whether each key takes a list, and the model of what is in it.
    return {
        name: (get_origin(field.annotation) is tuple, model_in(field.annotation))
        for name, field in model.model_fields.items()
    }


def _are_names(value: Entries, model: type[Written]) -> bool:
    # `{website, fair}` are keys without values, which nobody would read.
    empty = (isinstance(one, Scalar) and one.is_empty for _, one in value.pairs)
    return all(empty) and not any(key.text in model.model_fields for key, _ in value.pairs)


def _behind_commas(
    node: Node | None, model: type[Written], lines: list[str], tree: Tree
) -> Iterator[Mistake]:
    # `{title: Asks, at last}` is a title and a key without a value, which nobody would read. Of
    # digits, the reader makes a number again.
    if not isinstance(node, Entries) or not node.has_sign or _are_names(node, model):
        return
    for key, value in node.pairs:
        has_colon = lines[value.line][: value.column].rstrip().endswith(":")
        is_known = key.text in model.model_fields or key.text.isdecimal()
        if is_empty(value) and not has_colon and not is_known:
            span, values = tree.place(key.line, key.column), {"text": key.text, "by": "comma"}
            yield Mistake(code=Code.TEXT_CUT_OFF, span=span, values=values)


def _swallowed(value: Node, key: Scalar, lines: list[str], tree: Tree) -> Iterator[Mistake]:
    # A line of a list that stands deeper than the one above it belongs to that one's text.
    for item in value.nodes if isinstance(value, Items) else ():
        if isinstance(item, Scalar) and item.plain and _has_entry_below(item, lines):
            below = lines[item.line + 1]
            span = tree.place(item.line + 1, len(below) - len(below.lstrip()))
            yield Mistake(code=Code.LIST_AS_TEXT, span=span, values={"key": key.text})


def _has_entry_below(text: Scalar, lines: list[str]) -> bool:
    # With its dash or without; a long line was folded on purpose.
    line = "".join(lines[text.line + 1 : text.line + 2]).strip()
    if not line or line not in text.text:
        return False
    above = lines[text.line][text.column :].rstrip()
    begins = line[0].isupper() and not above.endswith(",")
    is_new = len(above) < _LINE and (begins or above.endswith(_ENDS))
    return is_new or bool(_BULLETED.match(line))


def _rows_in(value: Node, key: Scalar, lines: list[str], tree: Tree) -> Iterator[Mistake]:
    # `[price; unit]` is one name with a sign in it.
    if not isinstance(value, Items):
        return
    in_brackets = lines[value.line][value.column : value.column + 1] == "["
    between = _BETWEEN_NAMES if key.text in _FREE else _IN_BRACKETS if in_brackets else None
    for item in value.nodes if between else ():
        if isinstance(item, Scalar) and item.plain and between and _is_row(item.text, between):
            span = tree.place(item.line, item.column)
            values = {"key": key.text, "entry": item.text}
            yield Mistake(code=Code.LIST_AS_TEXT, span=span, values=values)


def _between(below: type[Written] | None) -> re.Pattern[str]:
    # A statement may speak of one thing / another; a name does not.
    return _BETWEEN if below else _BETWEEN_NAMES


def _is_list(value: Scalar, key: Scalar, lines: list[str], between: re.Pattern[str]) -> bool:
    # Several lines below the key, each meant as an entry; or a row of a few words with commas.
    if value.line > key.line:
        below = lines[value.line + 1 : value.line + 2]
        goes_on = bool(below) and below[0].startswith(" ") and bool(below[0].strip())
        return goes_on or bool(_BULLETED.match(value.text))
    if _NUMBER.fullmatch(value.text):
        return False
    if _has_entry_below(value, lines):
        return True
    if value.text.endswith("?") and "? " in value.text:
        return True
    return _is_row(value.text, between)


def _is_block(value: Scalar, lines: list[str]) -> bool:
    # Below `|`, every line was meant as an entry.
    return lines[value.line].rstrip().endswith("|") and "\n" in value.text.strip()


def _is_row(text: str, between: re.Pattern[str]) -> bool:
    parts = [part.split() for part in between.split(text)]
    return len(parts) > 1 and all(0 < len(words) < _SHORT for words in parts)
