"""Reads every file of a handbook, whatever state it is in."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from journeybook.findings import Mistake
from journeybook.schema import Entity
from journeybook.schema.period import Words
from journeybook.sources.document import Document, PlainPage, SourceFile
from journeybook.sources.names import is_defaults
from journeybook.sources.one_file import read_file
from journeybook.sources.settings.defaults import Layer, layers_above, read_layer
from journeybook.sources.settings.inventory_result import SourceResult
from journeybook.sources.strays import is_beside, stray_files
from journeybook.wording import by_number


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read: documents by kind, the author's other pages, and all mistakes.

    `files` are all that there are by their paths, read or not; `content` is the folder of pages.
    `inventory` tells what became of each source outside of it, `left_out` which pages the site is
    told to leave out.
    """

    documents: tuple[Document[Entity], ...]
    pages: tuple[PlainPage, ...]
    mistakes: tuple[Mistake, ...]
    files: Mapping[str, SourceFile] = field(default_factory=dict)
    content: str = "content"
    inventory: tuple[SourceResult, ...] = ()
    left_out: frozenset[str] = frozenset()


Known = dict[
    tuple[SourceFile, str, tuple[SourceFile, ...]],
    tuple[Words | None, Document[Entity] | PlainPage | None, tuple[Mistake, ...]],
]
"""Files by content folder, and by those of their folders, with what was read of them and in which
words, to read many states of a handbook."""


def read_files(
    files: Iterable[SourceFile],
    content: str = "content",
    config: str = "site_config",
    known: Known | None = None,
    words: Words | None = None,
    *,
    elsewhere: Collection[str] = (),
) -> Reading:
    """Read the Markdown files of the folder `content`, in the order of their paths.

    `words` are those for dates and lengths of time. What is read is kept in `known`, and what
    stands there is not read again. What lies `elsewhere` on purpose is no stray file.
    """
    known = {} if known is None else known
    documents: list[Document[Entity]] = []
    pages: list[PlainPage] = []
    mistakes: list[Mistake] = []
    found_files = sorted(files, key=lambda one: (by_number(one.path), one.path))
    often = words.phrases.get("folders") if words else ()
    written = {one.path: one.data for one in found_files if one.path.endswith(".md")}
    mistakes.extend(
        stray_files(
            (one.path for one in found_files if not (one.refused or one.path in elsewhere)),
            content,
            config,
            written,
            often,
        )
    )
    defaults = _Defaults(found_files, content, words)
    mistakes.extend(defaults.mistakes)
    for file in found_files:
        is_ours = file.path.endswith(".md") or file.refused
        if not file.path.startswith(f"{content}/") or not is_ours or is_defaults(file.path):
            continue
        above = defaults.above(file.path)
        key = (file, content, above)
        if key not in known or known[key][0] is not words:
            own: list[Mistake] = []
            layers = tuple(defaults.layers[one.path] for one in above)
            one = read_file(file, file.path.removeprefix(f"{content}/"), own, words, layers)
            known[key] = (words, one, tuple(own))
        _, found, wrong = known[key]
        mistakes.extend(wrong)
        if isinstance(found, Document):
            documents.append(found)
        elif found is not None:
            pages.append(found)
    return Reading(
        documents=tuple(documents),
        pages=tuple(pages),
        mistakes=tuple(mistakes),
        files={
            file.path: file
            for file in found_files
            if not is_beside(file.path, content, config, often)
        },
        content=content,
    )


class _Defaults:
    # The keys of folders, each read once.

    def __init__(self, files: Iterable[SourceFile], content: str, words: Words | None) -> None:
        top = f"{content}/"
        self.files = {
            one.path: one for one in files if one.path.startswith(top) and is_defaults(one.path)
        }
        self.layers: dict[str, Layer] = {}
        self.mistakes: list[Mistake] = []
        for path, file in self.files.items():
            self.layers[path], wrong = read_layer(file, path.removeprefix(top), words)
            self.mistakes.extend(wrong)
        self.known: dict[str, tuple[SourceFile, ...]] = {}

    def above(self, path: str) -> tuple[SourceFile, ...]:
        folder = path.rpartition("/")[0]
        if folder not in self.known:
            self.known[folder] = layers_above(path, self.files)
        return self.known[folder]
