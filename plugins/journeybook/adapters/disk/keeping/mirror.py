"""A folder that holds what was written into it, and nothing of that which is gone."""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath, PureWindowsPath
from zlib import crc32

from journeybook.adapters.disk.keeping.kept import write_if_changed
from journeybook.adapters.disk.keeping.writing import change, telling
from journeybook.adapters.disk.refusal import CannotRunError

LIST = ".journeybook-site"
"""The list of the files that were written, in the folder that holds them, each with its sum."""

Sums = Mapping[str, int | None]


def mirror(folder: Path, files: Mapping[str, bytes]) -> int:
    """Write files by path into a folder, those that changed, and delete what is gone.

    Only what was written this way before, and that nobody edited since, is written over or deleted.
    How many files changed or went is given back.

    Raises:
        CannotRunError: when a file of somebody else is in the way, or the disk refuses.
    """
    changed = 0

    def written(before: bytes) -> bytes:
        # The list stays locked meanwhile, so that two commands write one after the other.
        nonlocal changed
        changed = _write(folder, files, _listed(before))
        return _list({path: _sum(data) for path, data in files.items()})

    if (folder / LIST).is_symlink():
        raise not_ours(folder / LIST)
    change(folder / LIST, written)
    return changed


def _write(folder: Path, files: Mapping[str, bytes], before: Sums) -> int:
    gone = {path: before[path] for path in sorted(before.keys() - files.keys(), reverse=True)}
    for path in files:
        _refuse_others(folder, path, before)
    for path in (*gone, *files):
        _refuse_edited(folder / path, before.get(path), files.get(path))
    same = {path: before.get(path) for path, data in files.items()}
    unsure = {path: sum_ if sum_ == _sum(files[path]) else None for path, sum_ in same.items()}
    # Whoever is interrupted finds in the list whatever was written, or was to be.
    _put(folder / LIST, _list({**unsure, **gone}))
    for path in gone:
        _delete(folder, path)
    changed = sum(_put(folder / path, data) for path, data in files.items())
    return len(gone) + changed


def _put(file: Path, data: bytes) -> bool:
    with telling(file):
        return write_if_changed(file, data)


def _listed(data: bytes) -> Sums:
    try:
        told = json.loads(data)
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict):
        return {}
    # Whatever was written into the list, nothing outside of the folder is meant.
    return {path: sum_ for path, sum_ in told.items() if path and _is_inside(path)}


def _list(sums: Sums) -> bytes:
    return f"{json.dumps(sums, indent=0, sort_keys=True)}\n".encode()


def _sum(data: bytes) -> int:
    # A checkout of git may write other ends of lines.
    return crc32(data.replace(b"\r\n", b"\n"))


def _is_inside(path: str) -> bool:
    # Whichever system wrote the list.
    ways = (PurePosixPath(path), PureWindowsPath(path))
    return not any(way.anchor or ".." in way.parts for way in ways)


def _refuse_others(folder: Path, path: str, ours: Sums) -> None:
    file = folder / path
    is_theirs = path not in ours and os.path.lexists(file)
    if is_theirs or _is_linked(folder, path):
        raise not_ours(file)


def not_ours(file: Path) -> CannotRunError:
    """Refuse to write over a file of somebody else."""
    return CannotRunError(
        "{file} was not written by this command; move it away, or name another folder", file=file
    )


def _is_linked(folder: Path, path: str) -> bool:
    # What a link leads to lies elsewhere.
    places = (PurePosixPath(path), *PurePosixPath(path).parents)
    return any((folder / one).is_symlink() for one in places if str(one) != ".")


def _refuse_edited(file: Path, before: int | None, data: bytes | None) -> None:
    # Without a sum it may be what was to be written, or what stood there before.
    if before is None or not file.is_file():
        return
    with telling(file):
        there = file.read_bytes()
    if there != data and _sum(there) != before:
        raise CannotRunError(
            "{file} was edited since it was written; move it away, or delete it to have it anew",
            file=file,
        )


def _delete(folder: Path, path: str) -> None:
    if _is_linked(folder, path):
        return
    with telling(folder / path), suppress(FileNotFoundError, NotADirectoryError):
        (folder / path).unlink()
    for above in PurePosixPath(path).parents:
        # Those that still hold something stay.
        with suppress(OSError):
            if str(above) != ".":
                (folder / above).rmdir()
