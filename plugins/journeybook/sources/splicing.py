"""A name added to a statement in an author's file, of which every other byte stays as it is.

The engine's marks say where a value begins and ends; only what is new is put in between.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from journeybook.sources.nodes import Tree, Value
from journeybook.sources.parsing import read_tree
from journeybook.sources.prose import split_front_matter
from journeybook.sources.waiver_text import scalar

_FLOW_SIGNS = frozenset(",[]{}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """A name to add under a key of the statement at a place of a list; plain text is its `text`."""

    lane: str
    at: int
    text: str
    key: str
    name: str


_Insertion = tuple[int, int, str]


def with_name(data: bytes, addition: Addition) -> bytes | None:
    """Give the bytes of a file with the name added; None where that cannot be done for certain."""
    try:
        raw = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    lines = raw.split("\n")
    if any("\r" in line.removesuffix("\r") for line in lines):
        return None
    before = _front_matter(raw)
    found = _statement(before, addition)
    if found is None:
        return None
    node, in_flow = found
    for line, column, text in sorted(_insertions(node, addition, in_flow=in_flow), reverse=True):
        # The first line of a file is the one above its front matter.
        at = line + 1
        end = "\r\n" if lines[at].endswith("\r") else "\n"
        plain = lines[at].removesuffix("\r")
        place = len(plain) if column < 0 else column
        new = plain[:place] + text.replace("\n", end) + plain[place:]
        lines[at] = new + lines[at][len(plain) :]
    after = "\n".join(lines)
    # Read back before it is believed.
    wanted = _wanted(_value(before), addition)
    return after.encode() if wanted is not None and _value(_front_matter(after)) == wanted else None


def _front_matter(raw: str) -> str:
    text = raw.removeprefix("\ufeff").replace("\r\n", "\n")
    return split_front_matter(text).yaml or ""


def _value(text: str) -> Value:
    tree = read_tree(text, "")
    return tree.value() if isinstance(tree, Tree) else None


def _statement(text: str, addition: Addition) -> tuple[yaml.Node, bool] | None:
    try:
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return None
    lane = _under(root, addition.lane)
    if lane is None:
        return None
    if not isinstance(lane, yaml.SequenceNode):
        return lane, True
    said = [node for node in lane.value if not _says_nothing(node)]
    if addition.at >= len(said):
        return None
    return said[addition.at], bool(lane.flow_style)


def _says_nothing(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.value in ("", "~", "null", "Null", "NULL")


def _under(node: yaml.Node | None, key: str) -> yaml.Node | None:
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for name, value in pairs if name.value == key), None)


def _insertions(node: yaml.Node, addition: Addition, *, in_flow: bool) -> Iterator[_Insertion]:
    said = f"{addition.key}: {scalar(addition.name)}"
    start, end = node.start_mark, node.end_mark
    if isinstance(node, yaml.ScalarNode):
        if in_flow:
            quote = '"' if not node.style and _FLOW_SIGNS & set(node.value) else ""
            yield start.line, start.column, f"{{{addition.text}: {quote}"
            yield end.line, end.column, f"{quote}, {said}}}"
        else:
            yield start.line, start.column, f"{addition.text}: "
            yield _next_line(node, start.column, said)
    elif (there := _under(node, addition.key)) is not None:
        yield from _joined(there, addition)
    elif isinstance(node, yaml.MappingNode) and node.flow_style:
        yield end.line, end.column - 1, f", {said}"
    elif isinstance(node, yaml.MappingNode) and node.value:
        first = next((value for name, value in node.value if name.value == addition.text), None)
        if isinstance(first, yaml.ScalarNode):
            yield _next_line(first, start.column, said)


def _next_line(scalar_node: yaml.ScalarNode, column: int, said: str) -> _Insertion:
    end = scalar_node.end_mark
    if scalar_node.style in ("|", ">"):
        return end.line, 0, f"{' ' * column}{said}\n"
    # Behind a comment on the same line.
    return end.line, -1, f"\n{' ' * column}{said}"


def _joined(there: yaml.Node, addition: Addition) -> Iterator[_Insertion]:
    name, start, end = scalar(addition.name), there.start_mark, there.end_mark
    if isinstance(there, yaml.SequenceNode) and there.flow_style:
        yield end.line, end.column - 1, f", {name}" if there.value else name
    elif isinstance(there, yaml.SequenceNode):
        last = there.value[-1].end_mark
        yield last.line, -1, f"\n{' ' * start.column}- {name}"
    elif _says_nothing(there):
        yield start.line, start.column, f" {name}"
    elif isinstance(there, yaml.ScalarNode):
        yield start.line, start.column, "["
        yield end.line, end.column, f", {name}]"


def _wanted(value: Value, addition: Addition) -> Value:
    if not isinstance(value, dict):
        return None
    lane = value.get(addition.lane)
    items: list[Value] = lane if isinstance(lane, list) else [lane]
    if addition.at >= len(items):
        return None
    wanted = _with(items[addition.at], addition)
    if isinstance(lane, list):
        return {**value, addition.lane: [*lane[: addition.at], wanted, *lane[addition.at + 1 :]]}
    return {**value, addition.lane: wanted}


def _with(item: Value, addition: Addition) -> Value:
    said: dict[str, Value] = dict(item) if isinstance(item, dict) else {addition.text: item}
    before = said.get(addition.key)
    if isinstance(before, list):
        said[addition.key] = [*before, addition.name]
    else:
        said[addition.key] = [before, addition.name] if before else addition.name
    return said
