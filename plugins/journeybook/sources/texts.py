"""Files as text, and texts as trees of keys; what is wrong is told in the words of who typed it."""

from dataclasses import replace

from journeybook.codes import Code
from journeybook.findings import Mistake, Span
from journeybook.sources.document import SourceFile
from journeybook.sources.placeholders import quoted_marks
from journeybook.sources.yaml.nodes import Tree, Value
from journeybook.sources.yaml.parsing import read_tree
from journeybook.sources.yaml.slips import slip_in

_UNREADABLE = {
    "large": Code.FILE_TOO_LARGE,
    "long": Code.FILE_TOO_LARGE,
    "linked": Code.LINKED_TWICE,
    "outside": Code.LINK_OUTSIDE,
    "special": Code.UNREADABLE_FILE,
    "many": Code.UNREADABLE_FILE,
    "unreadable": Code.UNREADABLE_FILE,
}
_NUL = "\0"
_MOST = {"large": "1 MB", "long": "100 kB"}
REFUSED = frozenset({*_UNREADABLE.values(), Code.NOT_UTF_8})
"""What is wrong with a file or folder of which nothing is taken."""


def decoded(file: SourceFile) -> str | Mistake:
    """Give a file's text with plain line ends; a mistake when it cannot be read as text."""
    span = Span(path=file.path)
    if file.refused:
        values = {"most": _MOST.get(file.refused, "")}
        return Mistake(code=_UNREADABLE[file.refused], span=span, values=values)
    try:
        text = file.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = file.data[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - (before.rfind(b"\n") + 1) + 1
        span = Span(path=file.path, line=line, column=column)
        return Mistake(
            code=Code.NOT_UTF_8, span=span, values={"byte": f"0x{file.data[error.start]:02X}"}
        )
    if text.count(_NUL) * 4 > len(text):
        # Of UTF-16 without its mark every other byte is one.
        return Mistake(code=Code.NOT_UTF_8, span=span, values={"byte": "0x00"})
    if not text.strip():
        return Mistake(code=Code.EMPTY_FILE, span=span)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def tree_of(text: str, path: str, mistakes: list[Mistake], first_line: int = 1) -> Tree:
    """Read a YAML text, adding what is wrong with it; nothing stands in one that is unreadable."""
    tree = read_tree(text, path, first_line)
    if isinstance(tree, Mistake):
        again = read_tree(quoted_marks(text), path, first_line)
        tree = tree if isinstance(again, Mistake) else again
    if isinstance(tree, Mistake):
        mistakes.append(_explained(tree, text, first_line))
        return Tree(path=path, root=None)
    mistakes.extend(tree.duplicates)
    return tree


def _explained(mistake: Mistake, text: str, first_line: int) -> Mistake:
    # A slip that people make is told where it was made, in place of where the parser gave up.
    if mistake.code != Code.BROKEN_FRONT_MATTER:
        return mistake
    slip = slip_in(text, mistake.span.line - first_line)
    if slip is None:
        return mistake
    span = Span(path=mistake.span.path, line=first_line + slip.line, column=slip.column + 1)
    if slip.problem == "merge":
        return Mistake(code=Code.UNFINISHED_MERGE, span=span)
    return replace(mistake, span=span, values={"problem": slip.problem, "text": slip.text})


def keys_of(tree: Tree, mistakes: list[Mistake]) -> dict[str, Value]:
    """Give the keys of a YAML text with their values; one that has none is a mistake."""
    value = tree.value()
    if isinstance(value, dict) or value is None:
        return value or {}
    mistake = Mistake(
        code=Code.BROKEN_FRONT_MATTER, span=tree.span(), values={"problem": "a list of keys"}
    )
    text = value if isinstance(value, str) else ""
    mistakes.append(_explained(mistake, text, mistake.span.line))
    return {}
