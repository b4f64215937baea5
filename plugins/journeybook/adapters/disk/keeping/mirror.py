"""A folder that holds what was written into it, and nothing of that which is gone."""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from journeybook.adapters.disk.keeping.kept import write_if_changed
from journeybook.adapters.disk.keeping.writing import write_whole
from journeybook.adapters.disk.refusal import CannotRunError

LIST = ".journeybook-site"
"""The list of the files that were written, in the folder that holds them."""


def mirror(folder: Path, files: Mapping[str, bytes]) -> int:
    """Write files by path into a folder, those that changed, and delete what is gone.

    Only what was written this way before is written over or deleted. How many files changed or
    went is given back.

    Raises:
        CannotRunError: when a file of somebody else is in the way, or the disk refuses.
    """
    before = _listed(folder)
    for path in files:
        _refuse_others(folder, path, before)
    try:
        # Whoever is interrupted finds in the list whatever was written.
        _list(folder, {*before, *files})
        changed = sum(write_if_changed(folder / path, data) for path, data in files.items())
        gone = sorted(before - files.keys(), reverse=True)
        for path in gone:
            _delete(folder, path)
        _list(folder, files)
    except OSError as error:
        raise CannotRunError(
            "cannot write {file}: {problem}", file=folder, problem=error.strerror
        ) from error
    return changed + len(gone)


def _listed(folder: Path) -> set[str]:
    try:
        lines = (folder / LIST).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return set()
    # Whatever was written into the list, nothing outside of the folder is meant.
    return {line for line in lines if line and _is_inside(line)}


def _is_inside(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return not (PurePosixPath(path).is_absolute() or ".." in parts)


def _refuse_others(folder: Path, path: str, ours: set[str]) -> None:
    file = folder / path
    above = (folder / one for one in PurePosixPath(path).parents if str(one) != ".")
    is_theirs = path not in ours and os.path.lexists(file)
    if is_theirs or file.is_symlink() or any(one.is_symlink() for one in above):
        raise CannotRunError(
            "{file} was not written by this command; name another folder", file=file
        )


def _list(folder: Path, paths: Iterable[str]) -> None:
    write_whole(folder / LIST, "".join(f"{one}\n" for one in sorted(paths)).encode(), parents=True)


def _delete(folder: Path, path: str) -> None:
    with suppress(FileNotFoundError, NotADirectoryError):
        (folder / path).unlink()
    for above in PurePosixPath(path).parents:
        # Those that still hold something stay.
        with suppress(OSError):
            if str(above) != ".":
                (folder / above).rmdir()
