"""In which line of a page each key of its front matter stands, by the heading it becomes."""

import re
from collections.abc import Iterator, Mapping

from journeybook.sources.records.systems.lines import lines_of_members
from journeybook.sources.yaml.nodes import Entries, Items, Node

KeyLines = Mapping[str, int]

_TOML = re.compile(
    r"[ \t]*(?:\[\[?[ \t]*(?P<table>[^\[\]]+?)[ \t]*\]\]?|(?P<key>[^=#\n]+?)[ \t]*=).*"
)


def lines_of_yaml(root: Node | None, first_line: int) -> KeyLines:
    """Give the line of each key, of one in another with the names of both."""
    found: dict[str, int] = {}
    for name, line in _keys(root, ""):
        found.setdefault(name, line + first_line)
    return found


def lines_of_toml(text: str, first_line: int) -> KeyLines:
    """Give the same of TOML; a line of a long text that looks like a key does no harm."""
    found: dict[str, int] = {}
    table = ""
    for at, line in enumerate(text.split("\n"), start=first_line):
        if told := _TOML.fullmatch(line):
            named = _words(told["table"] or told["key"])
            table, name = (named, named) if told["table"] else (table, f"{table} {named}".strip())
            found.setdefault(name, at)
    return found


def lines_of_json(text: str, first_line: int) -> KeyLines:
    """Give the line of each key at the edge of a mapping of JSON that can be read."""
    return {name: line + first_line - 1 for name, line in lines_of_members(text)}


def line_of(heading: str, lines: KeyLines) -> int | None:
    """Give the line of a heading: of its own key, or of the closest one around it."""
    while heading and heading not in lines:
        heading = heading.rpartition(" ")[0]
    return lines.get(heading)


def _keys(node: Node | None, around: str) -> Iterator[tuple[str, int]]:
    if isinstance(node, Entries):
        for key, value in node.pairs:
            name = f"{around} {key.text}".strip()
            yield name, key.line
            yield from _keys(value, name)
    elif isinstance(node, Items):
        for item in node.nodes:
            yield from _keys(item, around)


def _words(name: str) -> str:
    return " ".join(part.strip(" \t'\"") for part in name.split("."))
