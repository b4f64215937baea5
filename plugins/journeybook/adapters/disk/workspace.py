"""Finds a handbook on disk and reads it, the way its MkDocs site would."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from journeybook.adapters.disk.folder import beside, read_folder
from journeybook.adapters.disk.git.line_history import line_days
from journeybook.adapters.disk.refusal import CannotRunError, NoHandbookError
from journeybook.adapters.disk.resources import shipped
from journeybook.adapters.disk.sites.configuration import Place, find_folders
from journeybook.adapters.disk.sites.handbook_folders import DEFAULT_CONFIG, Folders
from journeybook.adapters.disk.today import today_of_machine
from journeybook.pages.parts.shape import Shape
from journeybook.pipeline import CompileSettings, Judged, read_handbook
from journeybook.resources import all_words
from journeybook.sources.document import SourceFile
from journeybook.sources.reading import Known

_DECISIONS = f"{DEFAULT_CONFIG}/journeybook.yml"


def read_at(
    place: Place, today: date | None, dead: frozenset[str] = frozenset(), *, hides: bool = False
) -> Judged:
    """Read and judge the handbook at a place, as of a day, or that of its site, or today.

    `dead` are addresses elsewhere on the web that lead nowhere. What is private is shown nowhere
    when it `hides`.

    Raises:
        CannotRunError: when there is no handbook at the place, or several.
    """
    folders = find_folders(place)
    settings = replace(_settings(folders), dead=dead, hides=hides, line_days=line_days(folders))
    return read_handbook(files_of(folders), settings, day_of(today, folders))


def read_anywhere(place: Place, language: str) -> Judged:
    """Read the handbook at a place as of today, or an empty one in a language where there is none.

    Raises:
        CannotRunError: when the handbook cannot be read.
    """
    try:
        return read_at(place, None)
    except NoHandbookError:
        decided = SourceFile(path=_DECISIONS, data=f"language: {language}\n".encode())
        return read_handbook([decided], CompileSettings(resources=shipped()), today_of_machine())


def judged(
    files: Iterable[SourceFile],
    folders: Folders,
    today: date | None,
    known: Known | None = None,
    *,
    hides: bool = False,
) -> Judged:
    """Judge a handbook's files, as of a day or as `read_at` does.

    Files in `known` are not read again.
    """
    settings = replace(_settings(folders), hides=hides)
    return read_handbook(files, settings, day_of(today, folders), known)


def day_of(today: date | None, folders: Folders | None = None) -> date:
    """Give the day a command was told to judge as of, or that of the site, or today."""
    return today or (folders.today if folders else None) or today_of_machine()


def files_of(folders: Folders) -> tuple[SourceFile, ...]:
    """Read the files of a handbook.

    Raises:
        CannotRunError: when its content folder holds none.
    """
    words = all_words(shipped())
    files = (*read_folder(folders), *beside(folders, words.phrases.get("folders")))
    if not any(file.path.startswith(f"{folders.content}/") for file in files):
        raise CannotRunError(
            "there is nothing in {content}/ of {root}", content=folders.content, root=folders.root
        )
    return files


def _settings(folders: Folders) -> CompileSettings:
    return CompileSettings(
        resources=shipped(),
        config=folders.config,
        shared=folders.shared,
        shape=Shape(content=folders.content, directory_urls=folders.directory_urls),
    )
