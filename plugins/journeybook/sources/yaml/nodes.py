"""YAML read by node: every scalar stays the text it is, and every value knows its line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from journeybook.findings import Mistake, Span

Step = str | int
Value = str | list["Value"] | dict[str, "Value"] | None

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(slots=True, kw_only=True)
class Scalar:
    """A text with its place, counted from 0; `plain` when no quotes stand around it."""

    line: int
    column: int
    text: str
    plain: bool
    size: int = 1
    height: int = 0

    @property
    def letters(self) -> int:
        """How many letters it has."""
        return len(self.text)

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing."""
        return not self.text.strip() or (self.plain and self.text in _NULLS)


@dataclass(slots=True, kw_only=True)
class Items:
    """A list; `size` counts every value and `letters` every letter in it, once all is written out.

    `height` counts the levels of lists below it.
    """

    line: int
    column: int
    nodes: list["Node"] = field(default_factory=list)
    size: int = 1
    height: int = 0
    letters: int = 0
    _said: "list[Node] | None" = field(default=None, repr=False, compare=False)

    @property
    def said(self) -> "list[Node]":
        """The items that say something, once the whole list has been read."""
        if self._said is None:
            self._said = [one for one in self.nodes if not is_empty(one)]
        return self._said


@dataclass(slots=True, kw_only=True)
class Entries:
    """A mapping, with every key as often as it is written; `names` holds the first of each.

    `has_sign` where it begins with a sign of its own, such as a bracket.
    """

    line: int
    column: int
    pairs: list[tuple[Scalar, "Node"]] = field(default_factory=list)
    names: dict[str, Scalar] = field(default_factory=dict)
    has_sign: bool = False
    size: int = 1
    height: int = 0
    letters: int = 0

    def find(self, name: Step) -> "Node | None":
        """Find what stands under a key; of a key written twice, what counts."""
        found = [value for key, value in self.pairs if _name(key) == name]
        return next((value for value in found if not is_empty(value)), found[0] if found else None)


Node = Scalar | Items | Entries


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A YAML text as nodes, in a file that it starts in at `first_line` (counted from 1).

    A key that it does not say may stand in one `below`, the first that says it. Items of lists
    that are `left_out` are not counted where a place is asked for.
    """

    path: str
    root: Node | None
    first_line: int = 1
    duplicates: tuple[Mistake, ...] = ()
    below: tuple["Tree", ...] = ()
    left_out: frozenset[tuple[Step, ...]] = frozenset()

    def value(self) -> Value:
        """Give mappings, lists and texts; what is empty is left out."""
        return None if self.root is None else _value(self.root)

    def span(self, *steps: Step) -> Span:
        """Find the place of a value, or of the closest one around it that was written."""
        home, written = self._saying(*steps), self.as_written(*steps)
        return home.span(*written) if home is not self else self._place(self._closest(*written))

    def has_sign(self, *steps: Step) -> bool:
        """Tell whether a mapping begins with a sign of its own, such as a bracket."""
        home, written = self._saying(*steps), self.as_written(*steps)
        if home is not self:
            return home.has_sign(*written)
        node = self._closest(*written)
        return isinstance(node, Entries) and node.has_sign

    def _closest(self, *steps: Step) -> Node | None:
        node = self.root
        for step in steps:
            inner = _inside(node, step)
            if inner is None:
                break
            node = inner
        return node

    def key_span(self, *steps: Step) -> Span:
        """Find the place of a key, rather than of what it holds."""
        home, written = self._saying(*steps), self.as_written(*steps)
        if home is not self:
            return home.key_span(*written)
        *around, last = written
        node = self.root
        for step in around:
            node = _inside(node, step) or node
        keys = node.pairs if isinstance(node, Entries) else ()
        found = next((key for key, _ in keys if key.text == last), None)
        return self._place(found) if found else self._place(self._closest(*written))

    def without(self, places: Iterable[tuple[Step, ...]]) -> "Tree":
        """Leave out items of lists, by where they stand among those that are counted."""
        away = frozenset(self.as_written(*one) for one in places)
        return replace(self, left_out=self.left_out | away) if away else self

    def as_written(self, *steps: Step) -> tuple[Step, ...]:
        """Give the place in the text of what is counted without what is left out."""
        found: tuple[Step, ...] = ()
        for step in steps if self.left_out else ():
            around = {one[-1] for one in self.left_out if one[:-1] == found}
            at = step
            for away in sorted(one for one in around if isinstance(one, int)):
                at = at + 1 if isinstance(at, int) and away <= at else at
            found = (*found, at)
        return found or steps

    def says(self, key: Step) -> bool:
        """Tell whether a value stands under a key, in this text itself."""
        node = self.root.find(key) if isinstance(self.root, Entries) else None
        return node is not None and not is_empty(node)

    def text_of(self, key: Step) -> str:
        """Give the text under a key as it was typed, also where it says nothing, as `null` does."""
        node = self.root.find(key) if isinstance(self.root, Entries) else None
        return node.text if isinstance(node, Scalar) else ""

    def keys(self) -> Iterator[tuple[str, bool]]:
        """Give the keys at the edge, in order, each with whether it says something."""
        pairs = self.root.pairs if isinstance(self.root, Entries) else ()
        return ((key.text, not is_empty(value)) for key, value in pairs)

    def empty_keys(self) -> Iterator[Scalar]:
        """Give the keys that have no value, at any depth."""
        waiting = [self.root]
        while waiting:
            node = waiting.pop()
            if isinstance(node, Entries):
                yield from (key for key, value in node.pairs if is_empty(value))
                waiting.extend(value for _, value in node.pairs)
            elif isinstance(node, Items):
                waiting.extend(node.nodes)

    def place(self, line: int, column: int) -> Span:
        """Give the place of a line and column of the text, both counted from 0."""
        return Span(path=self.path, line=self.first_line + line, column=column + 1)

    def _saying(self, *steps: Step) -> "Tree":
        trees = (self, *self.below)
        return next((one for one in trees if steps and one.says(steps[0])), self)

    def _place(self, node: Node | None) -> Span:
        return self.place(node.line, node.column) if node else self.place(0, 0)


def _value(node: Node) -> Value:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Items):
        return [_value(one) for one in node.said]
    found: dict[str, Value] = {}
    before = ""
    for key, value in node.pairs:
        whole = found.get(before)
        if not is_empty(value):
            found.setdefault(key.text, _value(value))
            before = key.text
        elif isinstance(whole, str) and whole.removeprefix("-").isdecimal() and _is_digits(key):
            # `{actual: 2,5}` is a number with a comma, which YAML takes for the end of a value.
            found[before] = f"{whole},{key.text}"
    return found


def _is_digits(key: Scalar) -> bool:
    return key.plain and key.text.isdecimal()


def _inside(node: Node | None, step: Step) -> Node | None:
    if isinstance(node, Items) and isinstance(step, int):
        items = node.said
        return items[step] if step < len(items) else None
    inner = node.find(step) if isinstance(node, Entries) else None
    # One value may stand where a list is expected, and is its first then.
    return node if inner is None and step == 0 else inner


def _name(key: Scalar) -> str:
    # `+goals` is the key `goals`, written so as to add to what is inherited.
    return key.text.removeprefix("+").strip()


def is_empty(node: Node) -> bool:
    """Tell whether a value says nothing."""
    return isinstance(node, Scalar) and node.is_empty
