"""Finds a handbook on disk and reads it, the way its MkDocs site would."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from journeybook.adapters.disk.folder import read_folder
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.resources import shipped
from journeybook.pages.parts.site import Shape
from journeybook.pipeline import (
    Compilation,
    CompileSettings,
    Judged,
    compile_handbook,
    read_handbook,
)
from journeybook.sources.file import SourceFile
from journeybook.sources.nodes import Tree, Value
from journeybook.sources.parsing import read_tree
from journeybook.sources.reading import Known


@dataclass(frozen=True, slots=True, kw_only=True)
class Folders:
    """Where a handbook keeps its content and its decisions, inside its root."""

    root: Path
    content: str
    config: str


def find_folders(path: Path) -> Folders:
    """Find the folders that mkdocs.yml names, or those of the usual layout.

    Raises:
        CannotRunError: when there is no handbook at the path.
    """
    if not path.is_dir():
        raise CannotRunError(f"there is no folder {path}")
    file = path / "mkdocs.yml"
    text = file.read_text("utf-8") if file.is_file() else ""
    content, config = folders_named(text, lambda name: (path / name).is_dir())
    found = Folders(root=path.resolve(), content=content, config=config)
    if not (found.root / found.content).is_dir():
        raise CannotRunError(
            f"there is no handbook in {path}: the folder {found.content}/ is missing"
        )
    return found


def folders_named(mkdocs: str, has_folder: Callable[[str], bool]) -> tuple[str, str]:
    """Tell the folders of content and of decisions that the text of mkdocs.yml means."""
    settings = _mkdocs_settings(mkdocs)
    content = settings.get("docs_dir")
    config = _plugin_option(settings.get("plugins"), "config") or "site_config"
    if isinstance(content, str):
        return content, config
    return ("docs" if settings and has_folder("docs") else "content"), config


def read_at(path: Path, today: date | None, dead: frozenset[str] = frozenset()) -> Judged:
    """Read and judge the handbook at a path, as of a day or as of today.

    `dead` are addresses elsewhere on the web that lead nowhere.

    Raises:
        CannotRunError: when there is no handbook at the path.
    """
    folders = find_folders(path)
    settings = replace(_settings(folders.content, folders.config), dead=dead)
    return read_handbook(_files(folders), settings, today or _now())


def compile_at(path: Path, today: date | None) -> Compilation:
    """Make the pages of the handbook at a path, as of a day or as of today.

    Raises:
        CannotRunError: when there is no handbook at the path.
    """
    folders = find_folders(path)
    settings = _settings(folders.content, folders.config)
    return compile_handbook(_files(folders), settings, today or _now())


def judged(
    files: Iterable[SourceFile], content: str, config: str, day: date, known: Known | None = None
) -> Judged:
    """Judge a handbook's files as of a day; those in `known` are not read again."""
    return read_handbook(files, _settings(content, config), day, known)


def day_of(today: datetime | None) -> date:
    """Give the day a command was told to judge as of, or today."""
    return today.date() if today else _now()


def _now() -> date:
    # A handbook's dates are calendar days; the day of whoever runs the command is meant.
    return date.today()  # noqa: DTZ011


def _files(folders: Folders) -> tuple[SourceFile, ...]:
    return read_folder(folders.root, folders.content, folders.config)


def _settings(content: str, config: str) -> CompileSettings:
    return CompileSettings(resources=shipped(), config=config, shape=Shape(content=content))


def _mkdocs_settings(text: str) -> dict[str, Value]:
    tree = read_tree(text, "mkdocs.yml")
    value = tree.value() if isinstance(tree, Tree) else None
    return value if isinstance(value, dict) else {}


def _plugin_option(plugins: Value, name: str) -> str | None:
    entries = plugins if isinstance(plugins, list) else [plugins]
    for entry in entries:
        options = entry.get("journeybook") if isinstance(entry, dict) else None
        value = options.get(name) if isinstance(options, dict) else None
        if isinstance(value, str):
            return value
    return None
