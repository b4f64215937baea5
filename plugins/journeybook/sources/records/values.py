"""What stands in nested data, as cells: texts, and several texts beside each other."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from journeybook.sources.records.record import Cell

_NAMES = ("name", "title", "label", "slug", "id", "url", "value")
_DEEP = 4


def put(cells: dict[str, Cell], name: str, *values: str) -> None:
    """Add values to a cell; several texts stand beside each other."""
    given = tuple(value for value in values if value)
    before = cells.get(name, ())
    every = (*((before,) if isinstance(before, str) else before), *given)
    if every:
        cells[name] = every[0] if len(every) == 1 else every


def flat(value: Mapping[Any, Any]) -> dict[str, Cell]:
    """Give every value of a mapping as a cell, what stands deeper with the keys above it."""
    cells: dict[str, Cell] = {}
    for key, item in value.items():
        for name, text in _flat(plain(key), item, 1):
            put(cells, name, text)
    return cells


def plain(value: Any) -> str:  # noqa: ANN401 - any value there is
    """Write a value as its reader sees it."""
    if isinstance(value, str):
        # Half a sign, which JSON can hold, is no text.
        return value.encode("utf-8", "replace").decode().strip()
    if isinstance(value, bool):
        return str(value).lower()
    if value is None:
        return ""
    if isinstance(value, dict):
        named = next((value[key] for key in _NAMES if isinstance(value.get(key), str | int)), None)
        return _dumped(value) if named is None else plain(named)
    return _dumped(value) if isinstance(value, list | tuple) else _written(value)


def _written(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _dumped(value: object) -> str:
    try:
        return plain(json.dumps(value, ensure_ascii=False, default=str))
    except (RecursionError, ValueError):
        return ""


def _flat(name: str, value: Any, level: int) -> Iterator[tuple[str, str]]:  # noqa: ANN401
    if isinstance(value, dict) and level < _DEEP:
        for key, item in value.items():
            yield from _flat(f"{name} {plain(key)}", item, level + 1)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _flat(name, item, level + 1) if level < _DEEP else ((name, plain(item)),)
    else:
        yield name, plain(value)
