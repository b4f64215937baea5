"""A handbook's folder on disk, read whole before anybody looks at what it says."""

import os
from collections.abc import Iterator
from pathlib import Path

from journeybook.adapters.disk.configuration import Folders
from journeybook.sources.file import SourceFile

MOST_BYTES = 1_000_000
_READ = (".md", ".yml")


def read_folder(folders: Folders) -> tuple[SourceFile, ...]:
    """Read the Markdown of the content folder and the YAML of the folder of decisions.

    A file over a megabyte, or behind a link that leads out of its folder, is named but not read;
    so are pictures and all other files, since content may point to them. What the site is told to
    leave out is not there.
    """
    content, config = folders.content, folders.config
    files = (
        file
        for folder in dict.fromkeys((content, config))
        for file in _files(folders.root, folder)
        if folder != content or not folders.left_out(file.path.removeprefix(f"{content}/"))
    )
    return tuple(files)


def _files(root: Path, folder: str) -> Iterator[SourceFile]:
    top = (root / folder).resolve()
    seen: set[Path] = set()
    for place, folders, names in os.walk(root / folder, followlinks=True):
        here = Path(place)
        real = here.resolve()
        if real in seen:
            # A link that leads back to where the walk has been.
            folders.clear()
            continue
        seen.add(real)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if not real.is_relative_to(top):
            folders.clear()
        for name in sorted(names):
            if name.startswith("."):
                continue
            if name.endswith(_READ):
                yield _file(root, here / name, top)
            else:
                yield SourceFile(path=(here / name).relative_to(root).as_posix())


def _file(root: Path, file: Path, top: Path) -> SourceFile:
    path = file.relative_to(root).as_posix()
    if not file.resolve().is_relative_to(top):
        return SourceFile(path=path, refused="outside")
    if not file.is_file():
        return SourceFile(path=path, refused="outside")
    if file.stat().st_size > MOST_BYTES:
        return SourceFile(path=path, refused="large")
    return SourceFile(path=path, data=file.read_bytes())
