"""Tells when somebody saved a file of a handbook, by looking again and again."""

import os
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from journeybook.adapters.disk.own_places import read_elsewhere_at
from journeybook.adapters.disk.sites.configuration import Place
from journeybook.adapters.disk.sites.handbook_folders import Folders

_PAUSE = 0.5
_LEFT_OUT = frozenset((".git", ".venv", "node_modules", "__pycache__", ".cache"))
_BUILT = "site"

State = frozenset[tuple[str, int, int]]


def saves(place: Place, leaving_out: Path) -> Iterator[None]:
    """Give once at the beginning, and again after each time that files were saved.

    What inventory.yml names counts wherever it lies; what lies in the place that is written to does
    not.
    """
    root = place.root if isinstance(place, Folders) else place if place.is_dir() else place.parent
    tops = (root, *read_elsewhere_at(place))
    before = _state(tops, leaving_out)
    yield
    while True:
        time.sleep(_PAUSE)
        now = _state(tops, leaving_out)
        if now != before:
            tops = (root, *read_elsewhere_at(place))
            before = _state(tops, leaving_out)
            yield


def _state(tops: Iterable[Path], leaving_out: Path) -> State:
    written = leaving_out.resolve()
    found: set[tuple[str, int, int]] = set()
    for top in tops:
        for file in _files(top, written):
            with suppress(OSError):
                told = file.stat()
                if file.resolve() != written:
                    found.add((str(file), told.st_mtime_ns, told.st_size))
    return frozenset(found)


def _files(top: Path, written: Path) -> Iterator[Path]:
    if top.is_file():
        yield top
    for folder, folders, names in os.walk(top):
        here = Path(folder)
        folders[:] = [
            one
            for one in folders
            if one not in _LEFT_OUT
            and not (one == _BUILT and here == top)
            and (here / one).resolve() != written
        ]
        yield from (here / name for name in names)
