"""One value of an author's file set, added or taken away, and every other byte left as it is.

The engine's marks say where a value begins and ends. What was changed is read back before it is
believed, so that a file of a shape nobody thought of stays as it is.
"""

from collections.abc import Sequence

from journeybook.sources.edits.change import Change, Edit
from journeybook.sources.edits.node_edits import Editing
from journeybook.sources.prose import split_front_matter
from journeybook.sources.yaml.extents import extents
from journeybook.sources.yaml.nodes import Step, Tree, Value
from journeybook.sources.yaml.parsing import read_tree


def with_change(data: bytes, change: Change) -> bytes | None:
    """Give the bytes of a Markdown file with a change made; None where that is not certain."""
    try:
        raw = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    mark = "\ufeff" if raw.startswith("\ufeff") else ""
    end = "\r\n" if "\r\n" in raw else "\n"
    text = raw.removeprefix(mark).replace(end, "\n")
    if "\r" in text or (end == "\r\n" and "\n" in raw.replace(end, "")):
        return None
    if not split_front_matter(text).yaml and not text.startswith("---"):
        text = f"---\n---\n{text}"
    before = split_front_matter(text)
    after = None if before.unclosed else _changed(before.yaml, change)
    if after is None:
        return None
    opening = text.partition("\n")[0] + "\n"
    rest = text[len(opening) + len(before.yaml) :]
    made = opening + after + rest
    if split_front_matter(made).body != before.body:
        return None
    return (mark + made.replace("\n", end)).encode()


def front_matter_of(data: bytes) -> Value:
    """Give what the front matter of a file says; nothing where it cannot be read."""
    text = data.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n")
    tree = read_tree(split_front_matter(text).yaml, "")
    return tree.value() if isinstance(tree, Tree) else None


def _changed(text: str, change: Change) -> str | None:
    tree = read_tree(text, "")
    if not isinstance(tree, Tree) or tree.duplicates:
        return None
    found = extents(text)
    edit = None if found is None else Editing(text=text, extents=found).edit(tree.root, change)
    if edit is None:
        return None
    after = _applied(text, edit)
    again = read_tree(after, "")
    wanted = _plain(_put(tree.value(), change.keys, change))
    is_so = isinstance(again, Tree) and not again.duplicates and _plain(again.value()) == wanted
    return after if is_so else None


def _applied(text: str, edit: Edit) -> str:
    lines = text.split("\n")
    (line, column), (last, end) = edit.begin, edit.end
    new = lines[line][:column] + edit.text + lines[last][end:]
    return "\n".join((*lines[:line], *new.split("\n"), *lines[last + 1 :]))


def _put(value: Value, keys: Sequence[Step], change: Change) -> Value:
    if not keys:
        return change.value
    step, *rest = keys
    if isinstance(step, int):
        items: list[Value] = (
            value if isinstance(value, list) else [value] if value is not None else []
        )
        before = items[step] if step < len(items) else None
        made: list[Value] = [*items[:step], _put(before, rest, change), *items[step + 1 :]]
        return made
    group: dict[str, Value] = (
        value if isinstance(value, dict) else {change.short: value} if value is not None else {}
    )
    return {**group, step: _put(group.get(step), rest, change)}


def _plain(value: Value) -> Value:
    # As it counts: nothing is left out, and a list of one is that one.
    if isinstance(value, dict):
        pairs = ((key, _plain(inner)) for key, inner in value.items())
        return {key: inner for key, inner in pairs if inner is not None} or None
    if isinstance(value, list):
        items: list[Value] = [one for one in map(_plain, value) if one is not None]
        return items if len(items) > 1 else next(iter(items), None)
    return value or None
