"""The content that stands elsewhere: which files hold it, as inventory.yml says."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from posixpath import normpath
from typing import ClassVar

from journeybook.codes import Code
from journeybook.findings import Mistake, Span
from journeybook.schema.period import Words
from journeybook.schema.settings.inventory import Inventory, Source
from journeybook.schema.settings.use_source import UseSource
from journeybook.sources.document import SourceFile
from journeybook.sources.names import INVENTORY
from journeybook.sources.records.site_files import PAGES, is_of_site
from journeybook.sources.sitemap_index import sitemaps_beside
from journeybook.sources.texts import decoded, keys_of, tree_of
from journeybook.sources.validation import validated
from journeybook.sources.yaml.nodes import Step, Tree

_PATTERN = re.compile(r"[*?\[]")
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What a source names: a file, a folder or a pattern, and how many bytes a file may have."""

    path: str
    most: int

    @property
    def top(self) -> str:
        """The folder or file below which all lies that it names."""
        parts = self.path.split("/")
        fixed = next((at for at, part in enumerate(parts) if _PATTERN.search(part)), len(parts))
        return "/".join(parts[:fixed]) or "."

    def names(self, path: str) -> bool:
        """Tell whether it names the file at a path."""
        if path == self.path or fnmatchcase(path, self.path):
            return True
        hidden = any(part.startswith(".") and part != ".." for part in path.split("/"))
        return (
            is_of_site(path)
            and not hidden
            and (self.path == "." or path.startswith(f"{self.path}/"))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    # What is written under one of the lists of inventory.yml, at which place of it.
    section: ClassVar[str]

    source: Source | UseSource
    at: int
    tree: Tree
    files: tuple[SourceFile, ...]

    @property
    def name(self) -> str:
        """What people call it."""
        return self.source.name or ", ".join(self.source.file)

    def span(self, *steps: Step) -> Span:
        """Find the line of something that is said of it."""
        return self.tree.span(self.section, self.at, *steps)


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenSource(_Written):
    """A source as it is written, which one of all it is, and the files that it names."""

    section = "sources"

    source: Source

    @property
    def together(self) -> Iterator[tuple[SourceFile, ...]]:
        """The files that are read at once.

        The pages of a site say some things for each other, and what an index names is read with
        it; any other file stands alone.
        """
        pages = [one for one in self.files if one.path.casefold().endswith(PAGES)]
        others = [one for one in self.files if not one.path.casefold().endswith(PAGES)]
        if pages:
            yield (*pages, *(one for one in others if is_of_site(one.path)))
            others = [one for one in others if not is_of_site(one.path)]
        named = {path for one in others for path in sitemaps_beside(one)}
        yield from ((one,) for one in others if one.path not in named)


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenUse(_Written):
    """An export of use as it is written, which one of all it is, and the files that it names."""

    section = "use"

    source: UseSource


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenInventory:
    """All that an inventory.yml names, and what is wrong with it."""

    sources: tuple[WrittenSource, ...] = ()
    use: tuple[WrittenUse, ...] = ()
    mistakes: tuple[Mistake, ...] = ()

    @property
    def elsewhere(self) -> Collection[str]:
        """The paths of all files that are named."""
        every = (*(one.files for one in self.sources), *(one.files for one in self.use))
        return frozenset(file.path for files in every for file in files)


def read_inventory(
    files: Mapping[str, SourceFile], config: str, words: Words | None = None
) -> WrittenInventory:
    """Read inventory.yml of a folder, which may be absent, with the files that it names."""
    path = f"{config}/{INVENTORY}"
    if path not in files:
        return WrittenInventory()
    mistakes: list[Mistake] = []
    inventory, tree = _written(files[path], words, mistakes)
    found = tuple(
        WrittenSource(source=one, at=at, tree=tree, files=tuple(_named(one, files)))
        for at, one in enumerate(inventory.sources)
    )
    use = tuple(
        WrittenUse(source=one, at=at, tree=tree, files=tuple(_named(one, files)))
        for at, one in enumerate(inventory.use)
    )
    mistakes.extend((*_unfound(found, Code.UNREAD_INVENTORY), *_unfound(use, Code.UNREAD_USE)))
    return WrittenInventory(sources=found, use=use, mistakes=tuple(mistakes))


def places_in(file: SourceFile) -> tuple[Place, ...]:
    """Give all that an inventory.yml names, to be read where it lies."""
    inventory, _ = _written(file, None, [])
    named: tuple[Source | UseSource, ...] = (*inventory.sources, *inventory.use)
    return tuple(place for source in named for place in _places(source))


def _written(
    file: SourceFile, words: Words | None, mistakes: list[Mistake]
) -> tuple[Inventory, Tree]:
    text = decoded(file)
    if isinstance(text, Mistake):
        mistakes.append(text)
        return Inventory(), Tree(path=file.path, root=None)
    tree = tree_of(text, file.path, mistakes)
    inventory, wrong, tree = validated(Inventory, keys_of(tree, mistakes), tree, words=words)
    mistakes.extend(wrong)
    return inventory, tree


def _places(source: Source | UseSource) -> Iterator[Place]:
    for name in source.file:
        # A path of one machine alone is none that another can read.
        if not name.startswith("/"):
            yield Place(path=normpath(name.replace("\\", "/")), most=source.limit * _MEGABYTE)


def _named(source: Source | UseSource, files: Mapping[str, SourceFile]) -> Iterator[SourceFile]:
    found: dict[str, None] = {}
    for place in _places(source):
        for path in (place.path,) if place.path in files else sorted(files):
            if place.names(path):
                found[path] = None
                found |= dict.fromkeys(one for one in sitemaps_beside(files[path]) if one in files)
    yield from (files[path] for path in found)


def _unfound(sources: Iterable[WrittenSource | WrittenUse], code: Code) -> Iterator[Mistake]:
    for one in sources:
        if not one.files:
            values = {"reference": one.name, "what": "missing", "file": ", ".join(one.source.file)}
            span = one.span("file")
            yield Mistake(code=code, span=span, values=values)
