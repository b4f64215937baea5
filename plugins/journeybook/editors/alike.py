"""Keys that are written in several ways, brought into the fullest of them, so that forms hold them.

A text becomes a group of keys where another file writes one, and one value a list where another
file has a list. Only what has to change does: comments, order and quotes stay.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_origin, get_type_hints

from pydantic import TypeAdapter, ValidationError

from journeybook.schema import MODELS, Kind
from journeybook.schema.fields import Written
from journeybook.schema.types import alternatives, bare, model_in
from journeybook.sources.document import Document, SourceFile
from journeybook.sources.prose import split_front_matter
from journeybook.sources.texts import decoded
from journeybook.sources.yaml.extents import Extents, beginning, extents
from journeybook.sources.yaml.nodes import Entries, Items, Node, Scalar

_Keys = tuple[Kind | str, ...]
_Edit = tuple[int, int, int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Slot:
    # A key of a file with its value; `keys` are its kind and the keys around it.

    keys: _Keys
    key: Scalar
    node: Node
    model: type[Written]

    @property
    def texts(self) -> list[Scalar]:
        """The texts that stand there, alone or in a list."""
        nodes = self.node.nodes if isinstance(self.node, Items) else [self.node]
        return [one for one in nodes if isinstance(one, Scalar) and not one.is_empty]


def made_alike(
    files: Iterable[SourceFile], documents: Iterable[Document[Any]]
) -> Mapping[str, bytes]:
    """Give the new bytes of each file in which a key is written in less than the fullest way.

    What then stands below may ask for more, so whoever wants all of it reads again and asks again,
    and looks whether the files still say the same.
    """
    slots = {one.path: list(_slots(one)) for one in documents}
    lists = {one.keys for own in slots.values() for one in own if isinstance(one.node, Items)}
    groups = {one.keys for own in slots.values() for one in own if _has_group(one.node)}
    done: dict[str, bytes] = {}
    for file in files:
        text = decoded(file) if file.path in slots else None
        end = _line_end(file.data)
        if not isinstance(text, str) or not file.data.endswith(_bytes(text, end)):
            # Line ends of several kinds, of which each insertion would have to choose one.
            continue
        found = extents(split_front_matter(text).yaml)
        if found is None:
            continue
        if edits := [
            edit for one in slots[file.path] for edit in _edits(one, lists, groups, found)
        ]:
            mark = file.data[: len(file.data) - len(_bytes(text, end))]
            done[file.path] = mark + _bytes(_edited(text, edits), end)
    return done


def _line_end(data: bytes) -> str:
    return "\r\n" if b"\r\n" in data else "\n"


def _bytes(text: str, end: str) -> bytes:
    return text.replace("\n", end).encode()


def _slots(document: Document[Any]) -> Iterator[_Slot]:
    waiting: list[tuple[_Keys, Node | None, type[Written]]] = [
        ((document.kind,), document.tree.root, MODELS[document.kind])
    ]
    while waiting:
        around, node, model = waiting.pop()
        for key, value in node.pairs if isinstance(node, Entries) else ():
            name = key.text.removeprefix("+")
            if name not in model.model_fields or _holds_own_keys(model, name):
                continue
            yield _Slot(keys=(*around, name), key=key, node=value, model=model)
            if inner := model_in(model.model_fields[name].annotation):
                nodes = value.nodes if isinstance(value, Items) else [value]
                waiting.extend(((*around, name), one, inner) for one in nodes)


def _edits(
    slot: _Slot, lists: Collection[_Keys], groups: Collection[_Keys], found: Extents
) -> Iterator[_Edit]:
    is_list, is_grouped = isinstance(slot.node, Items), slot.keys in groups
    if is_list and is_grouped and not _takes_many(slot):
        # A plain list of channels names those that come first.
        opening = f"{_short(slot, 'x')}: "
        yield from _below(slot.key, slot.node, found, opening, ("{" + opening, "}"))
        return
    becomes_list = slot.keys in lists and _takes_many(slot) and not is_list
    if becomes_list and isinstance(slot.node, Entries):
        yield from _listed(slot.node, found)
    for text in slot.texts:
        opening = f"{name}: " if is_grouped and (name := _short(slot, text.text)) else ""
        grouped = ("{" + opening, "}") if opening else ("", "")
        if becomes_list:
            both = (f"[{grouped[0]}", f"{grouped[1]}]")
            yield from _below(slot.key, text, found, f"- {opening}", both)
        elif is_list and opening:
            in_brackets = found[beginning(text)].in_brackets
            yield from _around(text, found, grouped if in_brackets else (opening, ""))
        elif opening:
            yield from _below(slot.key, text, found, opening, grouped)


def _below(
    key: Scalar, node: Node, found: Extents, opening: str, brackets: tuple[str, str]
) -> Iterator[_Edit]:
    # A value moves to a line of its own, deeper than its key; in brackets it gets more of them.
    extent = found[beginning(node)]
    is_block = not isinstance(node, Scalar) and not extent.has_brackets
    if extent.in_brackets:
        yield from _around(node, found, brackets)
    elif node.line == key.line:
        after = found[beginning(key)].column + 1
        yield node.line, after, node.column, f"\n{' ' * (key.column + 2)}{opening}"
    elif node.column > key.column:
        more = f"{opening.rstrip()}\n{' ' * node.column}" if is_block else opening
        yield node.line, node.column, node.column, more


def _listed(node: Entries, found: Extents) -> Iterator[_Edit]:
    extent = found[beginning(node)]
    if extent.has_brackets:
        yield from _around(node, found, ("[", "]"))
        return
    yield node.line, node.column, node.column, "- "
    yield from ((line, 0, 0, "  ") for line in range(node.line + 1, extent.line))


def _around(node: Node, found: Extents, signs: tuple[str, str]) -> Iterator[_Edit]:
    extent = found[beginning(node)]
    yield node.line, node.column, node.column, signs[0]
    yield extent.line, extent.column, extent.column, signs[1]


def _edited(text: str, edits: Iterable[_Edit]) -> str:
    # Front matter begins on the second line.
    lines = text.split("\n")
    for line, start, end, new in sorted(set(edits), reverse=True):
        old = lines[line + 1]
        if old.strip():
            lines[line + 1] = old[:start] + new + old[end:]
    return "\n".join(lines)


def _has_group(node: Node) -> bool:
    nodes = node.nodes if isinstance(node, Items) else [node]
    return any(isinstance(one, Entries) for one in nodes)


def _takes_many(slot: _Slot) -> bool:
    return get_origin(_plain(slot)) is tuple


def _holds_own_keys(model: type[Written], name: str) -> bool:
    return get_origin(model.model_fields[name].annotation) is dict


def _plain(slot: _Slot) -> Any:  # noqa: ANN401
    return bare(alternatives(slot.model.model_fields[str(slot.keys[-1])].annotation)[0])[0]


def _short(slot: _Slot, text: str) -> str:
    # The key for which a plain text stands, or nothing where none may.
    try:
        said = _adapter(slot.model, str(slot.keys[-1])).validate_python(text)
    except ValidationError:
        return ""
    one = said[0] if isinstance(said, tuple) else said
    return "".join(one.model_fields_set) if isinstance(one, Written) else ""


@cache
def _adapter(model: type[Written], key: str) -> TypeAdapter[Any]:
    return TypeAdapter(get_type_hints(model, include_extras=True)[key])
