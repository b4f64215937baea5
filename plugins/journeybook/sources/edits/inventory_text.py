"""A source added to the text of inventory.yml, of which every other byte stays as it is."""

import re
from collections.abc import Iterator, Mapping

from journeybook.sources.edits.waiver_text import flow, scalar
from journeybook.sources.yaml.nodes import Tree, Value
from journeybook.sources.yaml.parsing import read_tree

Entry = Mapping[str, object]
"""What is said of a source, by key: texts, lists of them, and groups of keys with texts."""

_BEGINNING = "# The content that stands elsewhere. It is read at every build.\n"
_STEP = "  "
_NEXT = re.compile(r"(?m)^(?=[\w#\"'])")


def with_source(text: str, entry: Entry, section: str = "sources") -> str | None:
    """Give the text with a source at the end of them; None where it is no list that can grow.

    An export of use stands in the `section` of that name.
    """
    before = _value(text)
    if before is None or not isinstance(before.get(section, []), list):
        return None
    heading = re.compile(rf"(?m)^{section}:[ \t]*(?:#.*)?\r?\n")
    end = "\r\n" if "\r\n" in text else "\n"
    kept = text if text.strip() else _BEGINNING
    kept = kept if kept.endswith("\n") else f"{kept}{end}"
    head = heading.search(kept)
    if head is None:
        kept = f"{kept}{section}:{end}"
        head = heading.search(kept)
    start = head.end() if head else len(kept)
    # The list ends where the next key, or a remark about it, begins.
    below = _NEXT.search(kept, start)
    at = below.start() if below else len(kept)
    found = re.search(r"(?m)^( *)- ", kept[start:at])
    indent = found.group(1) if found else _STEP
    first, *rest = _lines(entry)
    lines = [f"{indent}- {first}", *(f"{indent}{_STEP}{line}" for line in rest)]
    after = kept[:at] + end.join(lines) + end + kept[at:]
    wanted = {**before, section: [*_list(before.get(section)), _as_read(entry)]}
    # Read back before it is believed: a list on one line cannot grow so.
    return after if _value(after) == wanted else None


def _lines(entry: Mapping[str, object]) -> Iterator[str]:
    for key, value in entry.items():
        if isinstance(value, Mapping):
            yield f"{scalar(key)}:"
            yield from (f"{_STEP}{line}" for line in _lines(value))
        elif isinstance(value, tuple):
            yield f"{scalar(key)}: {flow(value)}"
        else:
            text = scalar(value) if isinstance(value, str) else _said(value)
            yield f"{scalar(key)}: {text}"


def _as_read(value: object) -> Value:
    if isinstance(value, Mapping):
        return {str(key): _as_read(one) for key, one in value.items()}
    return [str(one) for one in value] if isinstance(value, tuple) else _said(value)


def _said(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _list(value: Value) -> list[Value]:
    return value if isinstance(value, list) else []


def _value(text: str) -> dict[str, Value] | None:
    tree = read_tree(text, "inventory.yml")
    value = tree.value() if isinstance(tree, Tree) else ""
    return {} if value is None else value if isinstance(value, dict) else None
