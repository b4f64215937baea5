"""Tells when somebody saved a file of a handbook, by looking again and again."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

from journeybook.adapters.disk.sites.configuration import Place
from journeybook.adapters.disk.sites.handbook_folders import Folders

_PAUSE = 0.5
_LEFT_OUT = frozenset((".git", ".venv", "node_modules", "site", "__pycache__", ".cache"))

State = frozenset[tuple[str, int, int]]


def saves(place: Place, leaving_out: Path) -> Iterator[None]:
    """Give once at the beginning, and again after each time that files were saved.

    What lies in the place that is written to does not count.
    """
    root = place.root if isinstance(place, Folders) else place if place.is_dir() else place.parent
    before = _state(root, leaving_out)
    yield
    while True:
        time.sleep(_PAUSE)
        now = _state(root, leaving_out)
        if now != before:
            before = now
            yield


def _state(root: Path, leaving_out: Path) -> State:
    written = leaving_out.resolve()
    found: set[tuple[str, int, int]] = set()
    for folder, folders, names in os.walk(root):
        here = Path(folder)
        folders[:] = [
            one for one in folders if one not in _LEFT_OUT and (here / one).resolve() != written
        ]
        for name in names:
            file = here / name
            try:
                told = file.stat()
            except OSError:
                continue
            if file.resolve() != written:
                found.add((str(file), told.st_mtime_ns, told.st_size))
    return frozenset(found)
