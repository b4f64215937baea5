"""The files with content that inventory.yml names: read where they lie, watched, found in git."""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from journeybook.adapters.disk.sites.handbook_folders import Folders
from journeybook.sources.document import Refusal, SourceFile
from journeybook.sources.names import INVENTORY
from journeybook.sources.records.record import MOST_MEMBERS
from journeybook.sources.settings.inventory import Place, places_in
from journeybook.sources.sitemap_index import sitemaps_beside

_NO_SITES = frozenset(("node_modules", "__MACOSX"))
_STRANGERS = 10
_USUAL = 50_000_000


def settings_file(files: Iterable[SourceFile], config: str) -> SourceFile | None:
    """Find the inventory.yml among the files of a handbook."""
    path = f"{config}/{INVENTORY}"
    return next((one for one in files if one.path == path and not one.refused), None)


def read_elsewhere(
    folders: Folders, files: Iterable[SourceFile], *, of_strangers: bool = False
) -> Iterator[SourceFile]:
    """Read all that inventory.yml names; what strangers name is not looked for outside."""
    settings = settings_file(files, folders.config)
    for place in places_in(settings) if settings else ():
        if of_strangers and place.path.startswith(".."):
            continue
        most = place.most // _STRANGERS if of_strangers else place.most
        yield from _read(folders.root, place, most, of_strangers=of_strangers)


def tops_elsewhere(folders: Folders) -> Iterator[str]:
    """Give the files and folders outside that are read, by their paths from the root."""
    file = folders.root / folders.config / INVENTORY
    try:
        settings = SourceFile(path=f"{folders.config}/{INVENTORY}", data=file.read_bytes())
    except OSError:
        return
    for place in places_in(settings):
        if place.path != "." and place.top != ".":
            yield place.top
            yield from _beside(folders.root, _file(folders.root, place.top, place.most))


def read_place(root: Path, path: str) -> Iterator[SourceFile]:
    """Read a file, or the pages of a folder, that may become a source."""
    place = Place(path=path, most=_USUAL)
    return _read(root, place, place.most)


def _read(
    root: Path, place: Place, most: int, *, of_strangers: bool = False
) -> Iterator[SourceFile]:
    for number, path in enumerate(_paths(root, place)):
        if number >= MOST_MEMBERS:
            yield SourceFile(path=path, refused="many")
            return
        file = _file(root, path, most, of_strangers=of_strangers)
        yield file
        for beside in _beside(root, file):
            yield _file(root, beside, most, of_strangers=of_strangers)


def _beside(root: Path, file: SourceFile) -> Iterator[str]:
    # Whoever names the index of a site means the sitemaps that it names as well.
    return (path for path in sitemaps_beside(file) if (root / path).is_file())


def _paths(root: Path, place: Place) -> Iterator[str]:
    top = root / place.top
    if top.is_file():
        yield place.top
        return
    for folder, folders, names in os.walk(top):
        kept = (name for name in folders if not name.startswith(".") and name not in _NO_SITES)
        folders[:] = sorted(kept)
        for name in sorted(names):
            path = os.path.relpath(Path(folder) / name, root).replace(os.sep, "/")
            if place.names(path):
                yield path


def _file(root: Path, path: str, most: int, *, of_strangers: bool = False) -> SourceFile:
    place = root / path
    try:
        status = place.stat()
        if why := _why_refused(root, place, status, most, of_strangers=of_strangers):
            return SourceFile(path=path, refused=why)
        return SourceFile(path=path, data=place.read_bytes())
    except OSError:
        return SourceFile(path=path, refused="unreadable")


def _why_refused(
    root: Path, place: Path, status: os.stat_result, most: int, *, of_strangers: bool
) -> Refusal | None:
    if of_strangers and not Path(os.path.realpath(place)).is_relative_to(os.path.realpath(root)):
        return "outside"
    if not stat.S_ISREG(status.st_mode):
        return "special"
    return "large" if status.st_size > most else None
