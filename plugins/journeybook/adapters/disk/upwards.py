"""Finds the handbook around a folder, the way git finds its repository."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from journeybook.adapters.disk.git.repository import find_commit, list_files
from journeybook.adapters.disk.git.running import GitError
from journeybook.adapters.disk.sites.configuration import is_file, is_folder
from journeybook.adapters.disk.versions.snapshots import repository_of
from journeybook.schema.kind import FOLDERS
from journeybook.sources.names import CONFIGURATIONS


def nearest(place: Path) -> Path:
    """Give the nearest folder that holds a handbook, from a place upwards, or else the place."""
    return next((one for one in _upwards(place) if _holds(one, place)), place)


def nearest_in_past(place: Path, *commits: str) -> Path:
    """Give the nearest folder that holds a handbook, or held one at any of some commits."""
    return next(
        (one for one in _upwards(place) if _holds(one, place) or _held(one, commits)), place
    )


def _upwards(place: Path) -> Iterator[Path]:
    # Nobody means a handbook outside of their repository, above their home or on another disk.
    if not is_folder(place):
        return
    yield place
    here = place.resolve()
    for folder in here.parents:
        if _is_top(here):
            return
        yield folder
        here = folder


def _is_top(folder: Path) -> bool:
    try:
        # `Path.is_mount` works on Windows from Python 3.12 on.
        if (folder / ".git").exists() or os.path.ismount(folder):
            return True
    except PermissionError:
        return True
    # Who runs it may have no home.
    with suppress(RuntimeError):
        return folder == Path.home()
    return False


def _holds(folder: Path, place: Path) -> bool:
    if any(is_file(folder / name) for name in CONFIGURATIONS):
        return True
    # Above, a folder of that name may be anything; here, whoever reads it says what it lacks.
    if folder == place:
        return is_folder(folder / "content")
    return any(is_folder(folder / one) for one in _USUAL)


def _held(folder: Path, commits: tuple[str, ...]) -> bool:
    try:
        repository = repository_of(folder)
        return any(
            list_files(repository, find_commit(repository, one), (*CONFIGURATIONS, *_USUAL))
            for one in commits
        )
    except GitError:
        # Whoever asks for these commits is told what is wrong with them.
        return False


_USUAL = tuple(f"content/{name}" for name in FOLDERS)
