"""Where in the keys of a file somebody types, from its lines alone: they may be half finished."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_ENTRY = re.compile(r"(?P<lead>[ ]*(?:- +)*)(?P<key>\+?[^\W\d][\w-]*)(?P<colon>[ ]*:(?:[ ]+|$))")
_ITEM = re.compile(r"(?P<lead>[ ]*(?:- *)+)")
_BETWEEN = "[]{},\"'"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """The keys around a place, from the outermost, and the word at it, in columns from 0.

    It `is_key` where the name of a key is typed, which is then none of the `keys`.
    """

    keys: tuple[str, ...]
    is_key: bool
    word: str
    start: int
    end: int


def spot_at(lines: Sequence[str], line: int, column: int) -> Spot | None:
    """Find the place at a line and column, counted from 0; None outside of the front matter."""
    if not _is_inside(lines, line):
        return None
    text = lines[line]
    entry = _ENTRY.match(text)
    depth = len(entry["lead"]) if entry else _depth(text, column)
    around = _around(lines, line, depth, is_item=bool(_ITEM.match(text)) and not entry)
    if entry and column > entry.start("colon"):
        start, end = _word(text, column, entry.end())
        keys = (*around, entry["key"].removeprefix("+"))
        return Spot(keys=keys, is_key=False, word=text[start:end].strip(), start=start, end=end)
    item = _ITEM.match(text)
    begin = entry.start("key") if entry else (item.end() if item else min(depth, len(text)))
    if item and not entry:
        start, end = _word(text, column, begin)
        return Spot(keys=around, is_key=False, word=text[start:end].strip(), start=start, end=end)
    end = entry.end("key") if entry else len(text.rstrip())
    return Spot(keys=around, is_key=True, word=text[begin:end], start=begin, end=max(begin, end))


def keys_beside(lines: Sequence[str], line: int, spot: Spot) -> frozenset[str]:
    """Give the keys that stand in the same list of keys already."""
    found = (
        (at, entry)
        for at, text in enumerate(lines)
        if at != line and _is_inside(lines, at) and (entry := _ENTRY.match(text))
    )
    return frozenset(
        entry["key"]
        for at, entry in found
        if len(entry["lead"]) == spot.start
        and _around(lines, at, spot.start, is_item=False) == spot.keys
    )


def _is_inside(lines: Sequence[str], line: int) -> bool:
    if not lines or lines[0].rstrip() != "---" or not 0 < line < len(lines):
        return False
    return "---" not in (one.rstrip() for one in lines[1 : line + 1])


def _depth(text: str, column: int) -> int:
    item = _ITEM.match(text)
    if item:
        return len(item["lead"])
    return len(text) - len(text.lstrip()) if text.strip() else column


def _around(lines: Sequence[str], line: int, depth: int, *, is_item: bool) -> tuple[str, ...]:
    # Upwards to the keys that stand further out; a list may stand as far out as its key.
    found: list[str] = []
    for text in reversed(lines[1:line]):
        entry = _ENTRY.match(text)
        if entry is None:
            continue
        own = len(entry["lead"])
        opens = entry.end() == len(text.rstrip()) or not text[entry.end() :].strip()
        if opens and (own < depth or (is_item and own == depth)):
            found.insert(0, entry["key"].removeprefix("+"))
            depth, is_item = own, "-" in entry["lead"]
            if is_item:
                depth = entry["lead"].index("-") + 1
        if depth == 0:
            break
    return tuple(found)


def _word(text: str, column: int, begin: int) -> tuple[int, int]:
    # A row between brackets holds several; elsewhere all of the value is one.
    value = text[begin:].lstrip()
    first = len(text) - len(value) if value else begin
    if not value.startswith(("[", "{")):
        quoted = value[:1] in ("'", '"')
        return first + quoted, max(first + quoted, len(text.rstrip()) - quoted)
    start = max(begin, *(text.rfind(sign, begin, column) + 1 for sign in _BETWEEN))
    ends = [at for sign in _BETWEEN if (at := text.find(sign, column)) >= 0]
    end = min(ends, default=len(text))
    lead = len(text[start:end]) - len(text[start:end].lstrip())
    return start + lead, max(start + lead, len(text[:end].rstrip()))
