"""Reads every file of a handbook, whatever state it is in."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from journeybook.codes import Code
from journeybook.findings import Mistake, Span
from journeybook.schema import MODELS, Entity, Kind
from journeybook.schema.kind import FOLDERS
from journeybook.schema.period import Words
from journeybook.sources.document import Document, PlainPage, SourceFile
from journeybook.sources.nodes import Tree, Value
from journeybook.sources.parsing import read_tree
from journeybook.sources.prose import Parts, first_heading, split_front_matter
from journeybook.sources.validation import validated

PAGE_KEYS = frozenset(
    {"comments", "description", "hide", "icon", "image", "search", "subtitle", "template"}
)
"""Keys that belong to the theme; they are passed on and are no mistake."""

_UNREADABLE = {
    "large": Code.FILE_TOO_LARGE,
    "linked": Code.LINKED_TWICE,
    "outside": Code.LINK_OUTSIDE,
    "special": Code.UNREADABLE_FILE,
    "unreadable": Code.UNREADABLE_FILE,
}
REFUSED = frozenset({*_UNREADABLE.values(), Code.NOT_UTF_8})
"""What is wrong with a file or folder of which nothing is taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read: documents by kind, the author's other pages, and all mistakes.

    `paths` are those of all files there are, read or not; `content` is the folder of the pages.
    """

    documents: tuple[Document[Entity], ...]
    pages: tuple[PlainPage, ...]
    mistakes: tuple[Mistake, ...]
    paths: frozenset[str] = frozenset()
    content: str = "content"


Known = dict[
    tuple[SourceFile, str], tuple[Document[Entity] | PlainPage | None, tuple[Mistake, ...]]
]
"""Files by content folder with what was read of them, to read many states of a handbook."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    kind: Kind
    id: str


def read_files(
    files: Iterable[SourceFile],
    content: str = "content",
    known: Known | None = None,
    words: Words | None = None,
) -> Reading:
    """Read the Markdown files of the folder `content`, in the order of their paths.

    `words` are those for dates and lengths of time. What is read is kept in `known`, and what
    stands there is not read again.
    """
    known = {} if known is None else known
    documents: list[Document[Entity]] = []
    pages: list[PlainPage] = []
    mistakes: list[Mistake] = []
    found_files = sorted(files, key=lambda one: one.path)
    for file in found_files:
        is_ours = file.path.endswith(".md") or file.refused
        if not file.path.startswith(f"{content}/") or not is_ours:
            continue
        if (file, content) not in known:
            own: list[Mistake] = []
            one = _read_file(file, _place(file.path.removeprefix(f"{content}/")), own, words)
            known[file, content] = (one, tuple(own))
        found, wrong = known[file, content]
        mistakes.extend(wrong)
        if isinstance(found, Document):
            documents.append(found)
        elif found is not None:
            pages.append(found)
    return Reading(
        documents=tuple(documents),
        pages=tuple(pages),
        mistakes=tuple(mistakes),
        paths=frozenset(file.path for file in found_files),
        content=content,
    )


def decoded(file: SourceFile) -> str | Mistake:
    """Give a file's text with plain line ends; a mistake when it cannot be read as text."""
    span = Span(path=file.path)
    if file.refused:
        return Mistake(code=_UNREADABLE[file.refused], span=span)
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
    if not text.strip():
        return Mistake(code=Code.EMPTY_FILE, span=span)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def tree_of(text: str, path: str, mistakes: list[Mistake], first_line: int = 1) -> Tree:
    """Read a YAML text, adding what is wrong with it; nothing stands in one that is unreadable."""
    tree = read_tree(text, path, first_line)
    if isinstance(tree, Mistake):
        mistakes.append(tree)
        return Tree(path=path, root=None)
    mistakes.extend(tree.duplicates)
    return tree


def keys_of(tree: Tree, mistakes: list[Mistake]) -> dict[str, Value]:
    """Give the keys of a YAML text with their values; one that has none is a mistake."""
    value = tree.value()
    if isinstance(value, dict) or value is None:
        return value or {}
    problem = {"problem": "a list of keys"}
    mistakes.append(Mistake(code=Code.BROKEN_FRONT_MATTER, span=tree.span(), values=problem))
    return {}


def _place(path: str) -> _Place | None:
    # Disks of Apple's write a letter with an accent as two signs, authors as one.
    folder, _, inside = unicodedata.normalize("NFC", path).partition("/")
    kind, identifier = FOLDERS.get(folder), inside.removesuffix(".md")
    if kind is None or identifier in ("", "index"):
        return None
    if kind is not Kind.JOURNEY:
        return _Place(kind=kind, id=identifier)
    if "/" not in identifier or identifier.endswith("/index"):
        return _Place(kind=kind, id=identifier.removesuffix("/index"))
    return _Place(kind=Kind.STEP, id=identifier)


def _read_file(
    file: SourceFile, place: _Place | None, mistakes: list[Mistake], words: Words | None
) -> Document[Entity] | PlainPage | None:
    text = decoded(file)
    if isinstance(text, Mistake):
        mistakes.append(text)
        return None
    parts = split_front_matter(text)
    if place is None and "kind:" not in parts.yaml:
        return PlainPage(path=file.path, body=parts.body, body_line=parts.body_line)
    tree = _tree(file.path, parts, mistakes)
    whole = keys_of(tree, mistakes)
    value = {key: item for key, item in whole.items() if key not in PAGE_KEYS}
    place = _said_place(value, place, file.path)
    if place is None:
        return PlainPage(path=file.path, body=parts.body, body_line=parts.body_line)
    added: frozenset[str] = frozenset()
    if place.kind is Kind.PERSONA:
        value, added = _without_plus(value)
    fields, wrong = validated(MODELS[place.kind], value, tree, words=words)
    mistakes.extend(wrong)
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
        theme={key: item for key, item in whole.items() if key in PAGE_KEYS},
    )


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


def _said_place(value: dict[str, Value], place: _Place | None, path: str) -> _Place | None:
    # A `kind:` that is wrong is reported by the model of the kind that the folder tells.
    said = value.get("kind")
    kinds = {kind.value: kind for kind in Kind}
    kind = kinds.get(said.strip().casefold()) if isinstance(said, str) else None
    if kind is None:
        return place
    stem = unicodedata.normalize("NFC", PurePosixPath(path).stem)
    return replace(place, kind=kind) if place else _Place(kind=kind, id=stem)
