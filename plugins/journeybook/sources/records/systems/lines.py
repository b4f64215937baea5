"""In which line of a file each of its records begins, where its parser tells no lines."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

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


def lines_of_items(text: str, key: str | None) -> tuple[int, ...]:
    """Give the line of each item of a list of JSON: of all there is, or of what stands by a key.

    Nothing where that is no list; the text is one that can be read.
    """
    start = _past_blanks(text, 0)
    if key is not None:
        start = next((at for name, at in _members(text, start) if name == key), -1)
    is_list = start >= 0 and text[start : start + 1] == "["
    return tuple(_lines(text, _items(text, start), "\n")) if is_list else ()


def _lines(text: str | bytes, places: Iterable[int], end: str | bytes) -> Iterator[int]:
    line, before = 1, 0
    for at in places:
        line += text.count(end, before, at)  # type: ignore[arg-type] # both are of one kind
        before = at
        yield line


def _members(text: str, start: int) -> Iterator[tuple[str, int]]:
    at = _past_blanks(text, start + 1)
    while text[at : at + 1] == '"':
        name, at = _DECODER.raw_decode(text, at)
        at = _past_blanks(text, _past_blanks(text, at) + 1)
        yield name, at
        at = _past_blanks(text, _DECODER.raw_decode(text, at)[1])
        at = _past_blanks(text, at + 1)


def _items(text: str, start: int) -> Iterator[int]:
    at = _past_blanks(text, start + 1)
    while text[at : at + 1] not in ("]", ""):
        yield at
        at = _past_blanks(text, _DECODER.raw_decode(text, at)[1])
        at = _past_blanks(text, at + 1) if text[at : at + 1] == "," else at


def _past_blanks(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at
