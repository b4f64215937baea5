"""YAML read by node: every scalar stays the text it is, and every value knows its line."""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from journeybook.findings import Code, Mistake, Span

MOST_VALUES = 50_000
MOST_LEVELS = 50
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})

Step = str | int
Value = str | list["Value"] | dict[str, "Value"] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A YAML text as nodes, in a file that it starts in at `first_line` (counted from 1)."""

    path: str
    root: yaml.Node | None
    first_line: int = 1

    def value(self) -> Value:
        """Give mappings, lists and texts; what is empty is left out."""
        return _value(self.root) if self.root is not None else None

    def span(self, *steps: Step) -> Span:
        """Find the place of a value, or of the closest one around it that was written."""
        node = self.root
        for step in steps:
            inner = _inside(node, step)
            if inner is None:
                break
            node = inner
        return self._place(node)

    def key_span(self, *steps: Step) -> Span:
        """Find the place of a key, rather than of what it holds."""
        *around, last = steps
        node = self.root
        for step in around:
            node = _inside(node, step) or node
        if isinstance(node, yaml.MappingNode):
            for key, _ in node.value:
                if isinstance(key, yaml.ScalarNode) and key.value == last:
                    return self._place(key)
        return self.span(*steps)

    def duplicates(self) -> Iterator[Mistake]:
        """Tell of every key that is written twice in one mapping."""
        for node in _mappings(self.root):
            seen: dict[str, yaml.Node] = {}
            for key, _ in node.value:
                name = key.value if isinstance(key, yaml.ScalarNode) else ""
                if name in seen:
                    first = self._place(seen[name])
                    values = {"key": name, "line": str(first.line)}
                    yield Mistake(code=Code.DUPLICATE_KEY, span=self._place(key), values=values)
                seen.setdefault(name, key)

    def _place(self, node: yaml.Node | None) -> Span:
        if node is None:
            return Span(path=self.path, line=self.first_line)
        mark = node.start_mark
        return Span(path=self.path, line=self.first_line + mark.line, column=mark.column + 1)


def read_tree(text: str, path: str, first_line: int = 1) -> Tree | Mistake:
    """Read a YAML text; one mistake when it cannot be read, or says too much once expanded."""
    try:
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        span = Span(path=path, line=first_line + line, column=column + 1)
        values = {"problem": error.problem or error.context or ""}
        return Mistake(code=Code.BROKEN_FRONT_MATTER, span=span, values=values)
    except yaml.YAMLError as error:
        values = {"problem": str(error).splitlines()[0]}
        span = Span(path=path, line=first_line)
        return Mistake(code=Code.BROKEN_FRONT_MATTER, span=span, values=values)
    tree = Tree(path=path, root=root, first_line=first_line)
    return _refusal(tree) or tree


def _refusal(tree: Tree) -> Mistake | None:
    span = Span(path=tree.path, line=tree.first_line)
    if _expanded(tree.root) > MOST_VALUES:
        return Mistake(code=Code.EXPANDS_TOO_FAR, span=span, values={"most": str(MOST_VALUES)})
    odd = next(_odd_keys(tree.root), None)
    if odd is None:
        return None
    mark = odd.start_mark
    place = Span(path=tree.path, line=tree.first_line + mark.line, column=mark.column + 1)
    return Mistake(
        code=Code.BROKEN_FRONT_MATTER, span=place, values={"problem": "a plain key"}
    )


def _expanded(root: yaml.Node | None) -> int:
    # Counts every value as often as aliases repeat it; a value that holds itself, or lies deeper
    # than anybody writes, counts as endless.
    sizes: dict[int, int] = {}
    if root is None or _depth_exceeded(root):
        return 0 if root is None else MOST_VALUES + 1
    return _size(root, sizes)


def _size(node: yaml.Node, sizes: dict[int, int]) -> int:
    known = sizes.get(id(node))
    if known is None:
        known = 1 + sum(_size(child, sizes) for child in _children(node))
        sizes[id(node)] = known
    return known


def _depth_exceeded(root: yaml.Node) -> bool:
    # Walks level by level and visits a node once per level at most, so that aliases within
    # aliases cost no more than levels times nodes.
    level = {id(root): root}
    for _ in range(MOST_LEVELS):
        level = {id(child): child for node in level.values() for child in _children(node)}
        if not level:
            return False
    return True


def _children(node: yaml.Node) -> Iterator[yaml.Node]:
    if isinstance(node, yaml.SequenceNode):
        yield from node.value
    elif isinstance(node, yaml.MappingNode):
        for pair in node.value:
            yield from pair


def _mappings(root: yaml.Node | None) -> Iterator[yaml.MappingNode]:
    seen: set[int] = set()
    waiting = [root] if root is not None else []
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            yield node
        waiting.extend(_children(node))


def _odd_keys(root: yaml.Node | None) -> Iterator[yaml.Node]:
    for node in _mappings(root):
        yield from (key for key, _ in node.value if not isinstance(key, yaml.ScalarNode))


def _value(node: yaml.Node) -> Value:
    if isinstance(node, yaml.SequenceNode):
        return [_value(item) for item in _items(node)]
    if isinstance(node, yaml.MappingNode):
        found: dict[str, Value] = {}
        for key, value in node.value:
            if not _is_empty(value):
                found.setdefault(key.value, _value(value))
        return found
    return str(node.value)


def _items(node: yaml.SequenceNode) -> list[yaml.Node]:
    return [item for item in node.value if not _is_empty(item)]


def _is_empty(node: yaml.Node) -> bool:
    if not isinstance(node, yaml.ScalarNode):
        return False
    return not node.value.strip() or (node.style is None and node.value in _NULLS)


def _inside(node: yaml.Node | None, step: Step) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value.removeprefix("+") == step:
                return value if isinstance(value, yaml.Node) else None
        return None
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        items = _items(node)
        return items[step] if step < len(items) else None
    return None
