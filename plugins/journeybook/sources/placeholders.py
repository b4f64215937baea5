"""Words that keep a place free for an answer, such as `tbd`: nobody has answered there yet."""

import re
from collections.abc import Collection, Iterator

from journeybook.codes import Code
from journeybook.findings import Mistake
from journeybook.schema.period import Words
from journeybook.sources.yaml.nodes import Entries, Items, Node, Tree

_SIGNS = re.compile(
    r"\?+|#+|[-\u2013\u2014_]+|\.{2,}|\u2026+|x{2,}|<[^<>@:/]+>|https?:(?://(?:www\.)?)?",
    re.IGNORECASE,
)
_MARK = re.compile(r"(?m)^(\s*(?:- +)*(?:[^\s'\"#\[{][^:#\n]*:[ \t]+)?)([?-])(?=[ \t]*$)")
# Here such a word is a name, or says how far something is.
_NAMES = frozenset({"aliases", "id", "kind", "label", "status", "tags"})


def without_placeholders(
    tree: Tree, words: Words | None, only: Collection[str] = ()
) -> Iterator[Mistake]:
    """Empty each value, or `only` those of some keys, that keeps a place free, and tell of it."""
    waiting: list[tuple[str, Node]] = [("", tree.root)] if tree.root else []
    while waiting:
        key, node = waiting.pop()
        if isinstance(node, Entries):
            waiting.extend((name.text, value) for name, value in node.pairs)
        elif isinstance(node, Items):
            marks = [item for item in node.nodes if _is_mark(item)]
            node.nodes = [item for item in node.nodes if not _is_mark(item)]
            waiting.extend((key, item) for item in node.nodes)
            yield from (_mistake(tree, item, key, "?") for item in marks)
        elif (key in only if only else key not in _NAMES) and _keeps_free(node.text.strip(), words):
            yield _mistake(tree, node, key, node.text.strip())
            node.text = ""


def quoted_marks(text: str) -> str:
    """Put quotes around each `?` and `-` that stands alone, which is a sign of YAML's own."""
    return _MARK.sub(r'\1"\2"', text)


def _keeps_free(text: str, words: Words | None) -> bool:
    plain = re.sub(r"[\W_]+", "", text.casefold())
    return bool(_SIGNS.fullmatch(text)) or (words is not None and plain in words.placeholders)


def _is_mark(node: Node) -> bool:
    # `- ?` is a key without a name and a value.
    return isinstance(node, Entries) and [key.text for key, _ in node.pairs] == [""]


def _mistake(tree: Tree, node: Node, key: str, text: str) -> Mistake:
    span, values = tree.place(node.line, node.column), {"key": key, "value": text}
    return Mistake(code=Code.PLACEHOLDER, span=span, values=values)
