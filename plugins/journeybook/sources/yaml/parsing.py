"""YAML text to nodes in one pass, which stops at what is too deep or says too much.

The engine's own tree is not used: it is built by recursion, which a row of opening brackets
brings down, and expanded by whoever reads it, which a few aliases make endless.
"""

from collections.abc import Iterator

import yaml

from journeybook.codes import Code
from journeybook.findings import Mistake, Span, visible
from journeybook.sources.yaml.nodes import Entries, Items, Node, Scalar, Tree, is_empty

MOST_VALUES = 50_000
MOST_LEVELS = 50
MOST_LETTERS = 2_000_000

# What is missing at the end is told where it began.
_UNCLOSED = frozenset(
    {
        "did not find expected ',' or ']'",
        "did not find expected ',' or '}'",
        "found unexpected end of stream",
    }
)

_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
ODD_BREAKS = str.maketrans("\x85\u2028\u2029", "   ")
"""YAML ends a line at these as well, and an editor does not, which would shift every line below."""


def read_tree(text: str, path: str, first_line: int = 1) -> Tree | Mistake:
    """Read a YAML text; one mistake when it cannot be read, or says too much once expanded."""
    return _Reader(path, first_line).read(text.translate(ODD_BREAKS))


def read_texts(data: bytes) -> object:
    """Read YAML that is known to be right, whose values are all texts, in a tenth of the time."""
    return yaml.load(data, Loader=yaml.CBaseLoader)  # noqa: S506 - which makes nothing but texts


def tokens_of(text: str) -> Iterator[yaml.Token]:
    """Give the smallest parts of a YAML text that was read, each with its place."""
    return yaml.scan(text.translate(ODD_BREAKS), Loader=yaml.CSafeLoader)


class _Reader:
    # Puts nodes together from the engine's events, with one list of what is still open.

    def __init__(self, path: str, first_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self.root: Node | None = None
        self.open: list[Items | Entries] = []
        self.keys: list[Scalar | None] = []
        self.anchors: dict[str, Node] = {}
        self.used: set[str] = set()
        self.duplicates: list[Mistake] = []

    def read(self, text: str) -> Tree | Mistake:
        try:
            for event in yaml.parse(text, Loader=yaml.CSafeLoader):
                refusal = self._take(event)
                if refusal:
                    return refusal
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            is_after = mark is not None and mark.line > text.rstrip().count("\n")
            if error.context_mark and (is_after or error.problem in _UNCLOSED):
                mark = error.context_mark
            place = (mark.line, mark.column) if mark else (0, 0)
            return self._broken(error.problem or error.context or "", *place)
        except yaml.reader.ReaderError as error:
            before = text.encode()[: error.position].decode(errors="replace")
            column = len(before) - (before.rfind("\n") + 1)
            return self._broken("control characters are not allowed", before.count("\n"), column)
        self._tell_unused()
        return Tree(
            path=self.path,
            root=self.root,
            first_line=self.first_line,
            duplicates=tuple(self.duplicates),
        )

    def _take(self, event: yaml.Event) -> Mistake | None:
        match event:
            case yaml.ScalarEvent():
                return self._scalar(event)
            case yaml.CollectionStartEvent():
                return self._begin(event)
            case yaml.CollectionEndEvent():
                self.keys.pop()
                node = self.open.pop()
                return self._asking(node) or self._put(node)
            case yaml.AliasEvent():
                return self._repeat(event)
            case yaml.DocumentStartEvent() if self.root is not None:
                return self._broken("a second document", *place_of(event))
            case _:
                return None

    def _asking(self, node: Items | Entries) -> Mistake | None:
        # `? How do we start` is a key without a value, and its sign is gone.
        if not isinstance(node, Entries) or node.has_sign or not node.pairs:
            return None
        key, value = node.pairs[0]
        is_asked = (key.line, key.column) != (node.line, node.column) and is_empty(value)
        return self._broken("sign", node.line, node.column) if is_asked else None

    def _scalar(self, event: yaml.ScalarEvent) -> Mistake | None:
        line, column = place_of(event)
        # `!important` at the start of a text is a mark, and the word is gone.
        if event.tag and event.tag.startswith("!"):
            return self._broken("sign", line, column)
        node = Scalar(line=line, column=column, text=visible(event.value), plain=not event.style)
        if event.anchor:
            self.anchors[event.anchor] = node
        return self._put(node)

    def _begin(self, event: yaml.CollectionStartEvent) -> Mistake | None:
        kind = Entries if isinstance(event, yaml.MappingStartEvent) else Items
        line, column = place_of(event)
        node = kind(line=line, column=column)
        if isinstance(node, Entries):
            node.has_sign = bool(event.flow_style or event.anchor or event.tag)
        if self.open and isinstance(self.open[-1], Entries) and self.keys[-1] is None:
            return self._odd_key(node)
        if event.anchor:
            self.anchors[event.anchor] = node
        self.open.append(node)
        self.keys.append(None)
        return self._too_much("levels", MOST_LEVELS) if len(self.open) > MOST_LEVELS else None

    def _repeat(self, event: yaml.AliasEvent) -> Mistake | None:
        node = self.anchors.get(event.anchor or "")
        self.used.add(event.anchor or "")
        if node is None:
            return self._broken("found undefined alias", *place_of(event))
        # A value that holds itself would never end.
        if any(one is node for one in self.open):
            return self._too_much("itself", 0)
        return self._put(node)

    def _put(self, node: Node) -> Mistake | None:
        if not self.open:
            self.root = node
            return None
        around = self.open[-1]
        if isinstance(around, Items):
            around.nodes.append(node)
        elif (key := self.keys[-1]) is not None:
            around.pairs.append((key, node))
            self.keys[-1] = None
        elif isinstance(node, Scalar):
            # A blank that another program pasted before a key is none that YAML knows, and what
            # nobody sees in it is none of its letters.
            node.text = node.text.translate(_UNSEEN).strip()
            self._tell_if_twice(node, around)
            self.keys[-1] = node
        else:
            return self._odd_key(node)
        around.size += node.size
        around.height = max(around.height, node.height + 1)
        around.letters += node.letters
        if around.size > MOST_VALUES:
            return self._too_much("values", MOST_VALUES)
        if around.letters > MOST_LETTERS:
            return self._too_much("letters", MOST_LETTERS)
        return self._too_much("levels", MOST_LEVELS) if around.height > MOST_LEVELS else None

    def _tell_if_twice(self, key: Scalar, around: Entries) -> None:
        first = around.names.setdefault(key.text, key)
        if first is not key:
            values = {"key": key.text, "line": str(self.first_line + first.line)}
            span = self._span(key.line, key.column)
            self.duplicates.append(Mistake(code=Code.DUPLICATE_KEY, span=span, values=values))

    def _tell_unused(self) -> None:
        # `&more` at the start of a text is a mark that nobody uses, and the word is gone.
        for name, node in self.anchors.items():
            if name not in self.used:
                self.duplicates.append(self._broken("sign", node.line, node.column))

    def _odd_key(self, node: Node) -> Mistake:
        return self._broken("a plain key", node.line, node.column)

    def _too_much(self, what: str, most: int) -> Mistake:
        span = Span(path=self.path, line=self.first_line)
        return Mistake(
            code=Code.EXPANDS_TOO_FAR, span=span, values={"what": what, "most": str(most)}
        )

    def _broken(self, problem: str, line: int, column: int) -> Mistake:
        values = {"problem": problem}
        span = self._span(line, column)
        return Mistake(code=Code.BROKEN_FRONT_MATTER, span=span, values=values)

    def _span(self, line: int, column: int) -> Span:
        return Span(path=self.path, line=self.first_line + line, column=column + 1)


def place_of(event: yaml.Event) -> tuple[int, int]:
    """Give where something begins, counted from 0."""
    mark = event.start_mark
    return (mark.line, mark.column) if mark else (0, 0)
