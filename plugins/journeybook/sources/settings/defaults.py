"""What the files below a folder say alike, written once for all of them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from journeybook.codes import Code
from journeybook.findings import Mistake
from journeybook.schema import MODELS, Kind
from journeybook.schema.fields import Written
from journeybook.schema.kind import FOLDERS
from journeybook.schema.page import PageKeys
from journeybook.schema.period import Words
from journeybook.sources.document import SourceFile
from journeybook.sources.names import DEFAULTS
from journeybook.sources.placeholders import without_placeholders
from journeybook.sources.texts import decoded, keys_of, tree_of
from journeybook.sources.validation import validated
from journeybook.sources.yaml.losses import losses
from journeybook.sources.yaml.nodes import Tree, Value

_OF_EVERY_FILE = frozenset({"kind", "title", "aliases"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """The keys of one such file."""

    values: Mapping[str, Value]
    tree: Tree


def layers_above(path: str, files: Mapping[str, SourceFile]) -> tuple[SourceFile, ...]:
    """Give the files whose keys a file inherits, the nearest first."""
    folders = PurePosixPath(path).parents
    above = (files.get((folder / name).as_posix()) for folder in folders for name in DEFAULTS)
    return tuple(file for file in above if file)


def read_layer(
    file: SourceFile, inside: str, words: Words | None
) -> tuple[Layer, tuple[Mistake, ...]]:
    """Read the keys of a folder, and what is wrong with them for every kind it may hold.

    `inside` is the path in the content folder.
    """
    mistakes: list[Mistake] = []
    text = decoded(file)
    if isinstance(text, Mistake):
        return Layer(values={}, tree=Tree(path=file.path, root=None)), (text,)
    tree = tree_of(text, file.path, mistakes)
    mistakes.extend(without_placeholders(tree, words))
    values = keys_of(tree, mistakes)
    kinds = tuple(_kinds(inside))
    mistakes.extend(losses(text, tree, MODELS[kinds[0]]))
    mistakes.extend(_wrong(values, kinds, tree, words))
    kept = {key: item for key, item in values.items() if key not in _OF_EVERY_FILE}
    return Layer(values=kept, tree=tree), tuple(mistakes)


def with_inherited(
    own: Mapping[str, Value], layers: Iterable[Layer], model: type[Written]
) -> dict[str, Value]:
    """Give the keys of a file with those that it takes from its folders, if its kind knows them."""
    found: dict[str, Value] = {}
    for layer in layers:
        for key, item in layer.values.items():
            if key in model.model_fields and key not in own:
                found.setdefault(key, item)
    return {**found, **own}


def _kinds(inside: str) -> Iterator[Kind]:
    folder, slash, _ = inside.partition("/")
    kind = FOLDERS.get(folder) if slash else None
    if kind is None:
        yield from Kind
        return
    yield kind
    if kind is Kind.JOURNEY:
        yield Kind.STEP


def _wrong(
    values: Mapping[str, Value], kinds: tuple[Kind, ...], tree: Tree, words: Words | None
) -> Iterator[Mistake]:
    models: tuple[type[Written], ...] = (*(MODELS[kind] for kind in kinds), PageKeys)
    told: set[str] = set()
    for key, item in values.items():
        knowing = [model for model in models if key in model.model_fields]
        if key in _OF_EVERY_FILE:
            nothing = {"key": key, "suggestion": "", "also": "", "known": _all_but_own(models[0])}
            yield Mistake(code=Code.UNKNOWN_KEY, span=tree.key_span(key), values=nothing)
            continue
        # Material's own file may hold keys for any plugin.
        unknown = models if tree.path.endswith(DEFAULTS[0]) else ()
        for model in knowing or unknown:
            for mistake in validated(model, {key: item}, tree, words=words)[1]:
                if (said := f"{mistake.code} {mistake.span}") not in told:
                    told.add(said)
                    yield mistake


def _all_but_own(model: type[Written]) -> str:
    return ", ".join(key for key in model.model_fields if key not in _OF_EVERY_FILE)
