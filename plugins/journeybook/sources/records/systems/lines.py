"""In which line of a file each of its records begins, where its parser tells no lines."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from journeybook.sources.records.record import LeftOut, Record

_DECODER = json.JSONDecoder()
_BLANK = re.compile(r"[ \t\n\r]*")


def located(
    entries: Iterable[Record | LeftOut], lines: Sequence[int]
) -> Iterator[Record | LeftOut]:
    """Give entries that are counted with their line instead, but for those of another file.

    Where several stand in one line, as a program packs them, they stay counted.
    """
    is_apart = len({*lines}) == len(lines)
    for entry in entries:
        is_known = is_apart and not entry.member and entry.row <= len(lines)
        yield replace(entry, row=lines[entry.row - 1]) if is_known else entry


def lines_of_elements(data: bytes, name: str) -> tuple[int, ...]:
    """Give the line in which each element of a name begins; what is only quoted is none."""
    opening = rb"<(?:[\w.-]+:)?" + name.encode() + rb"(?=[\s>/])"
    pattern = re.compile(rb"<!\[CDATA\[.*?\]\]>|<!--.*?-->|" + opening, re.DOTALL)
    found = (one for one in pattern.finditer(data) if not one[0].startswith(b"<!"))
    return tuple(_lines(data, (one.start() for one in found), b"\n"))


def read_with_lines(text: str, lists: Sequence[str]) -> tuple[Any, tuple[int, ...]]:
    """Read JSON, and tell the line of each item of its list: of all, or of one of `lists`.

    The first of `lists` that a mapping holds counts; without any, there are no lines. Mappings one
    behind the other are the items of a list.

    Raises:
        ValueError: where it is no JSON.
        RecursionError: where lists stand in lists, more than can be read.
    """
    start = _past_blanks(text, 0)
    items: dict[str, list[int]] = {}
    value: Any
    if text[start : start + 1] == "[":
        value, end = _list(text, start, items.setdefault("", []))
    elif text[start : start + 1] == "{":
        value, end = _mapping(text, start, lists, items)
    else:
        value, end = _DECODER.raw_decode(text, start)
    if _past_blanks(text, end) < len(text):
        return _one_by_one(text)
    named = next((one for one in ("", *lists) if one in items), None)
    return value, () if named is None else tuple(_lines(text, items[named], "\n"))


def _one_by_one(text: str) -> tuple[list[Any], tuple[int, ...]]:
    # Several values, one in each line or behind the other, are the items of a list.
    values: list[Any] = []
    places: list[int] = []
    at = _past_blanks(text, 0)
    while at < len(text):
        places.append(at)
        value, at = _DECODER.raw_decode(text, at)
        if not isinstance(value, dict):
            raise json.JSONDecodeError("Extra data", text, at)
        values.append(value)
        at = _past_blanks(text, at)
    return values, tuple(_lines(text, places, "\n"))


def lines_of_members(text: str) -> Iterator[tuple[str, int]]:
    """Give the name of each member of a mapping of JSON, with its line; the text can be read."""
    line, before = 1, 0
    at = _past_blanks(text, _past_blanks(text, 0) + 1)
    while text[at : at + 1] == '"':
        line += text.count("\n", before, at)
        before = at
        name, at = _DECODER.raw_decode(text, at)
        yield name, line
        at = _past_blanks(text, _past_blanks(text, at) + 1)
        at = _past_blanks(text, _DECODER.raw_decode(text, at)[1])
        at = _past_blanks(text, at + 1)


def _mapping(
    text: str, start: int, lists: Sequence[str], items: dict[str, list[int]]
) -> tuple[dict[str, Any], int]:
    value: dict[str, Any] = {}
    at = _past_blanks(text, start + 1)
    if text[at : at + 1] == "}":
        return value, at + 1
    while True:
        _expect(text, at, '"', "Expecting property name enclosed in double quotes")
        name, at = _DECODER.raw_decode(text, at)
        at = _past_blanks(text, at)
        _expect(text, at, ":", "Expecting ':' delimiter")
        at = _past_blanks(text, at + 1)
        if name in lists and text[at : at + 1] == "[":
            value[name], at = _list(text, at, items.setdefault(name, []))
        else:
            items.pop(name, None)
            value[name], at = _DECODER.raw_decode(text, at)
        at = _past_blanks(text, at)
        if text[at : at + 1] == "}":
            return value, at + 1
        _expect(text, at, ",", "Expecting ',' delimiter")
        at = _past_blanks(text, at + 1)


def _list(text: str, start: int, places: list[int]) -> tuple[list[Any], int]:
    # Of a key that is written twice the last one counts.
    places.clear()
    value: list[Any] = []
    at = _past_blanks(text, start + 1)
    if text[at : at + 1] == "]":
        return value, at + 1
    while True:
        places.append(at)
        item, at = _DECODER.raw_decode(text, at)
        value.append(item)
        at = _past_blanks(text, at)
        if text[at : at + 1] == "]":
            return value, at + 1
        _expect(text, at, ",", "Expecting ',' delimiter")
        at = _past_blanks(text, at + 1)


def _expect(text: str, at: int, sign: str, message: str) -> None:
    if text[at : at + 1] != sign:
        raise json.JSONDecodeError(message, text, at)


def _lines(text: str | bytes, places: Iterable[int], end: str | bytes) -> Iterator[int]:
    line, before = 1, 0
    for at in places:
        line += text.count(end, before, at)  # type: ignore[arg-type] # both are of one kind
        before = at
        yield line


def _past_blanks(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at
