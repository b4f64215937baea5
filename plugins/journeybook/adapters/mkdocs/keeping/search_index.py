"""The index of the search: what it says of pages that were taken over, each in its place."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File

_PLACE = "search/search_index.json"


def complete(
    site: Path, pages: Sequence[File], kept: Mapping[str, tuple[str, ...]]
) -> Mapping[str, tuple[str, ...]]:
    """Put in what is `kept` of pages that the search has not read, and give what it says of each.

    The index is then as the search would have written it.
    """
    file = site / _PLACE
    if not file.is_file():
        return {}
    index = json.loads(file.read_bytes())
    read: dict[str, list[str]] = {}
    for entry in index["docs"]:
        read.setdefault(entry["location"].partition("#")[0], []).append(_written(entry))
    found = dict(_entries(pages, read, kept))
    if kept:
        docs = ",".join(entry for entries in found.values() for entry in entries)
        parts = (f"{_written(key)}:{_value(key, index[key], docs)}" for key in index)
        file.write_bytes(f"{{{','.join(parts)}}}".encode())
    return found


def _entries(
    pages: Sequence[File], read: Mapping[str, list[str]], kept: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for file in pages:
        if file.src_uri in kept:
            yield file.src_uri, kept[file.src_uri]
        elif file.page:
            yield file.src_uri, tuple(read.get(file.page.url, ()))


def _value(key: str, value: object, docs: str) -> str:
    return f"[{docs}]" if key == "docs" else _written(value)


def _written(value: Any) -> str:  # noqa: ANN401 - any JSON
    return json.dumps(value, separators=(",", ":"))
