"""Reads one file of a handbook."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import PurePosixPath

from journeybook.codes import Code
from journeybook.findings import Mistake, Span
from journeybook.schema import MODELS, Entity, Kind
from journeybook.schema.kind import FOLDERS
from journeybook.schema.page import PageKeys, for_theme
from journeybook.schema.period import Words
from journeybook.sources.document import Document, PlainPage, SourceFile
from journeybook.sources.names import is_to_copy
from journeybook.sources.opening import misplaced_front_matter, second_front_matter
from journeybook.sources.placeholders import without_placeholders
from journeybook.sources.prose import Parts, first_heading, lines_of_prose, split_front_matter
from journeybook.sources.settings.defaults import Layer, with_inherited
from journeybook.sources.strays import (
    TO_COPY,
    file_to_copy,
    is_step,
    stray_index,
    stray_page,
    stray_step,
)
from journeybook.sources.texts import decoded, keys_of, tree_of
from journeybook.sources.validation import validated
from journeybook.sources.yaml.losses import losses
from journeybook.sources.yaml.nodes import Tree, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePlace:
    """What a file describes: its kind, and its id."""

    kind: Kind
    id: str


def read_file(
    file: SourceFile,
    inside: str,
    mistakes: list[Mistake],
    words: Words | None,
    layers: tuple[Layer, ...],
) -> Document[Entity] | PlainPage | None:
    """Read a file that lies `inside` the content folder; None where it cannot be read.

    What is wrong in it is added to the `mistakes`; `layers` are the keys of its folders.
    """
    text = decoded(file)
    if isinstance(text, Mistake):
        mistakes.append(text)
        return None
    parts = split_front_matter(text)
    page = PlainPage(path=file.path, body=parts.body, body_line=parts.body_line)
    mistakes.extend(_unmerged(page))
    place = place_of(inside)
    if place is None and not parts.yaml:
        return page
    own: list[Mistake] = []
    tree = _tree(file.path, parts, own)
    own.extend(without_placeholders(tree, words))
    whole = keys_of(tree, own)
    for_page, value = _parted(whole)
    said = said_place(value, place, file.path, words)
    stray = _stray(file.path, inside, value, place, words) if said == place else None
    if said and not (stray and stray.values["what"] == TO_COPY):
        mistakes.extend(own)
    if stray:
        mistakes.append(stray)
    place = said
    if place is None or (stray and stray.values["what"] in (Kind.STEP.value, TO_COPY)):
        return page
    mistakes.extend(_unseen(text, parts, tree, MODELS[place.kind], words))
    if isinstance(whole.get("description"), str):
        value.setdefault("summary", whole["description"])
    added: frozenset[str] = frozenset()
    if place.kind is Kind.PERSONA:
        value, added = _without_plus(value)
    tree = replace(tree, below=tuple(layer.tree for layer in layers))
    value = with_inherited(value, layers, MODELS[place.kind])
    fields, wrong, tree = validated(MODELS[place.kind], value, tree, words=words)
    for_page = with_inherited(for_page, layers, PageKeys)
    page_keys, wrong_for_page, _ = (
        validated(PageKeys, for_page, tree) if for_page else (_NO_PAGE_KEYS, (), tree)
    )
    # What is wrong in a folder's own file was told there.
    mistakes.extend(one for one in (*wrong, *wrong_for_page) if one.span.path == file.path)
    return Document(
        kind=place.kind,
        id=place.id,
        path=file.path,
        fields=fields,
        tree=tree,
        heading=first_heading(parts.body),
        body=parts.body,
        body_line=parts.body_line,
        added=added,
        theme=for_theme(page_keys),
    )


def _parted(whole: Mapping[str, Value]) -> tuple[dict[str, Value], dict[str, Value]]:
    # The keys that belong to the theme, and all others, known or not.
    for_page = {key: item for key, item in whole.items() if key in PageKeys.model_fields}
    return for_page, {key: item for key, item in whole.items() if key not in for_page}


def _stray(
    path: str, inside: str, value: dict[str, Value], place: FilePlace | None, words: Words | None
) -> Mistake | None:
    if place is None:
        return stray_page(path, inside, value, words)
    if any(map(is_to_copy, inside.split("/"))):
        return file_to_copy(path)
    if place.kind is Kind.JOURNEY and "/" not in inside.partition("/")[2] and is_step(value):
        return stray_step(path)
    return stray_index(path) if place.kind is Kind.JOURNEY else None


def _unseen(
    text: str, parts: Parts, tree: Tree, model: type[Entity], words: Words | None
) -> Iterator[Mistake]:
    # What its author typed and nobody would read.
    known = _keys(model)
    below = (
        second_front_matter(parts.body, tree.path, parts.body_line, known)
        if parts.yaml
        else misplaced_front_matter(text, tree.path, known, words.keys if words else ())
    )
    if below and not parts.unclosed:
        yield below
    if parts.yaml:
        yield from losses(parts.yaml, tree, model)


_NO_PAGE_KEYS = PageKeys()
_MARKS = ("<<<<<<< ", "||||||| ", ">>>>>>> ")


@cache
def _keys(model: type[Entity]) -> frozenset[str]:
    return frozenset((*model.model_fields, *PageKeys.model_fields))


def _unmerged(page: PlainPage) -> Iterator[Mistake]:
    # Whoever mends it by hand may leave one of the marks.
    if any(mark in page.body for mark in _MARKS):
        lines = lines_of_prose(page.body)
        at = next((at for at, line in lines if line.startswith(_MARKS)), None)
        if at is not None:
            span = Span(path=page.path, line=page.body_line + at)
            yield Mistake(code=Code.UNFINISHED_MERGE, span=span)


def _without_plus(value: dict[str, Value]) -> tuple[dict[str, Value], frozenset[str]]:
    # `+goals:` adds to the goals a persona inherits; the model knows the key without its sign.
    added: set[str] = set()
    plain: dict[str, Value] = {}
    for key, item in value.items():
        name = key.removeprefix("+").strip()
        inner, below = _without_plus(item) if isinstance(item, dict) else (item, frozenset())
        added |= below | ({name} if name != key else frozenset())
        plain.setdefault(name, inner)
    return plain, frozenset(added)


def _tree(path: str, parts: Parts, mistakes: list[Mistake]) -> Tree:
    nothing = Tree(path=path, root=None)
    if parts.unclosed:
        mistakes.append(Mistake(code=Code.UNCLOSED_FRONT_MATTER, span=Span(path=path)))
        return nothing
    if not parts.yaml.strip():
        return nothing
    return tree_of(parts.yaml, path, mistakes, first_line=2)


def place_of(path: str) -> FilePlace | None:
    """Give what the folder of a file tells, by its path in the content folder."""
    # Disks of Apple's write a letter with an accent as two signs, authors as one.
    folder, _, inside = unicodedata.normalize("NFC", path).partition("/")
    kind, identifier = FOLDERS.get(folder), inside.removesuffix(".md")
    if kind is None or identifier in ("", "index", "README"):
        return None
    if kind is not Kind.JOURNEY:
        return FilePlace(kind=kind, id=identifier)
    journey, _, name = identifier.rpartition("/")
    if not journey or name.casefold() in ("index", "readme"):
        return FilePlace(kind=kind, id=journey or name)
    return FilePlace(kind=Kind.STEP, id=identifier)


def said_place(
    value: Mapping[str, Value], place: FilePlace | None, path: str, words: Words | None
) -> FilePlace | None:
    """Give what the keys of a file say that it describes, or else what its folder tells."""
    # A `kind:` that is wrong is reported by the model of the kind that the folder tells.
    said = value.get("kind")
    kinds = {kind.value: kind for kind in Kind}
    word = said.strip().casefold() if isinstance(said, str) else ""
    # In the folder of actions other words than these tell the kind of work.
    is_work = place is not None and place.kind is Kind.ACTION
    kind = kinds.get(words.values.get(word, word) if words and not is_work else word)
    if kind is None:
        return place
    stem = unicodedata.normalize("NFC", PurePosixPath(path).stem)
    return replace(place, kind=kind) if place else FilePlace(kind=kind, id=stem)
