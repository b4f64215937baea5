"""Files that a build keeps for the next one, so that only what changed is written.

They stand in a folder that git ignores, and that nobody has to look at.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from journeybook.adapters.disk.keeping.writing import replace

FOLDER = ".cache/journeybook"
_IGNORED = ".gitignore"


def keep(root: Path, name: str, files: Mapping[str, bytes]) -> Path | None:
    """Keep files by path in the folder of a name; whatever else stood there goes.

    Nothing is written through a link. None when the folder cannot be written.
    """
    folder = root / FOLDER / name
    if not ready(root, folder):
        return None
    try:
        _clear(folder, files)
        for path, data in files.items():
            write_if_changed(folder / path, data)
    except OSError:
        # A disk that is only to be read. The build goes on without.
        return None
    return folder


def ready(root: Path, folder: Path) -> bool:
    """Make a folder to keep something in, and tell whether it can be written."""
    cache = root / FOLDER
    if any(place.is_symlink() for place in (folder, cache, cache.parent)):
        return False
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_if_changed(cache / _IGNORED, b"*\n")
    except OSError:
        return False
    return True


def _clear(folder: Path, wanted: Mapping[str, bytes]) -> None:
    for place, folders, names in os.walk(folder, topdown=False):
        here = Path(place)
        for file in (here / name for name in (*folders, *names)):
            if file.is_symlink() or (
                file.is_file() and file.relative_to(folder).as_posix() not in wanted
            ):
                file.unlink()
        if here != folder:
            with suppress(OSError):
                here.rmdir()


def write_if_changed(file: Path, data: bytes) -> bool:
    """Write a file that says something else, whole or not at all, and tell whether it did."""
    with suppress(FileNotFoundError):
        if file.stat().st_size == len(data) and file.read_bytes() == data:
            return False
    file.parent.mkdir(parents=True, exist_ok=True)
    replace(file, data, lasting=False)
    return True
