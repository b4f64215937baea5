"""Headings between the rows of a table, such as *Blogs*: what they say holds for those below."""

from collections.abc import Iterator, Mapping
from itertools import chain, islice, pairwise
from typing import Any, TypeVar

from journeybook.handbook.inventories.cells import texts_of
from journeybook.handbook.inventories.headings import Columns
from journeybook.handbook.inventories.meanings import Meanings
from journeybook.schema.settings.inventory import Key
from journeybook.sources.records.record import LeftOut, Reason, Record, Records

_SAID: tuple[Key, ...] = ("personas", "phases", "type", "channels")
_FEWEST = 3
_ENDS = frozenset((Reason.HEADINGS, Reason.NAME, Reason.OTHER_TABLE))
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")
Above = Mapping[Key, Any]
_NOTHING: Above = {}


def under_headings(
    records: Records, columns: Columns, meanings: Meanings
) -> Iterator[tuple[Record | LeftOut, Above]]:
    """Give each entry with what stands above it; a heading itself is left out.

    It is a word that is known, alone in its row, with a fuller one below it. Where a table says
    only one or two things, a row of one word is no heading.
    """
    if not columns.is_grid or len(columns.headings) < _FEWEST:
        yield from ((entry, _NOTHING) for entry in records.entries())
        return
    above: dict[Key, Any] = {}
    member, is_within = "", False
    for entry, below in pairwise(chain(records.entries(), (None,))):
        if entry is None:
            continue
        if entry.member != member or (isinstance(entry, LeftOut) and entry.reason in _ENDS):
            above, member = {}, entry.member
        key, word = _heading(entry, meanings)
        is_within, was_within = key is not None and _is_headed(below, key, meanings), is_within
        if key and is_within:
            value = meanings.of(key, word).value
            above = with_heading(above, key, value, is_within=was_within)
            yield LeftOut(row=entry.row, member=entry.member, reason=Reason.NAME, text=word), {}
        else:
            if word:
                # It may head the rows below as well, and nobody knows what it says of them.
                above = {}
            yield entry, above


def _is_headed(below: Record | LeftOut | None, key: Key, meanings: Meanings) -> bool:
    # A fuller row, or a heading of another sort.
    if not isinstance(below, Record):
        return False
    other, word = _heading(below, meanings)
    return not word or other not in {None, key}


def with_heading(
    above: Mapping[_Key, _Value], key: _Key, value: _Value, *, is_within: bool
) -> dict[_Key, _Value]:
    """Put what a heading says to what those above it say.

    It ends those of its own sort and all within them, and stands within one just above it.
    """
    keys = list(above)
    outer = keys[: keys.index(key)] if key in keys else keys if is_within else []
    return {**{one: above[one] for one in outer}, key: value}


def _heading(entry: Record | LeftOut, meanings: Meanings) -> tuple[Key | None, str]:
    word = _lone_word(entry) if isinstance(entry, Record) else None
    key = next((one for one in _SAID if word and meanings.is_known(one, word)), None)
    return key, word or ""


def _lone_word(record: Record) -> str | None:
    filled = list(islice((cell for cell in record.cells.values() if cell), 2))
    words = texts_of(filled[0]) if len(filled) == 1 else ()
    return words[0] if len(words) == 1 else None
