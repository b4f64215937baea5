"""Finds a handbook on disk and reads it, the way its MkDocs site would."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from journeybook.adapters.disk.clock import today_of_machine
from journeybook.adapters.disk.configuration import Folders, find_folders
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
from journeybook.sources.reading import Known


def read_at(path: Path, today: date | None, dead: frozenset[str] = frozenset()) -> Judged:
    """Read and judge the handbook at a path, as of a day or as of today.

    `dead` are addresses elsewhere on the web that lead nowhere.

    Raises:
        CannotRunError: when there is no handbook at the path.
    """
    folders = find_folders(path)
    settings = replace(_settings(folders.content, folders.config), dead=dead)
    return read_handbook(files_of(folders), settings, today or today_of_machine())


def compile_at(path: Path, today: date | None) -> Compilation:
    """Make the pages of the handbook at a path, as of a day or as of today.

    Raises:
        CannotRunError: when there is no handbook at the path.
    """
    folders = find_folders(path)
    settings = _settings(folders.content, folders.config)
    return compile_handbook(files_of(folders), settings, today or today_of_machine())


def judged(
    files: Iterable[SourceFile], content: str, config: str, day: date, known: Known | None = None
) -> Judged:
    """Judge a handbook's files as of a day; those in `known` are not read again."""
    return read_handbook(files, _settings(content, config), day, known)


def day_of(today: datetime | None) -> date:
    """Give the day a command was told to judge as of, or today."""
    return today.date() if today else today_of_machine()


def files_of(folders: Folders) -> tuple[SourceFile, ...]:
    """Read the files of a handbook.

    Raises:
        CannotRunError: when its content folder holds none.
    """
    files = read_folder(folders)
    if not any(file.path.startswith(f"{folders.content}/") for file in files):
        raise CannotRunError(f"there is nothing in {folders.content}/ of {folders.root}")
    return files


def _settings(content: str, config: str) -> CompileSettings:
    return CompileSettings(resources=shipped(), config=config, shape=Shape(content=content))
