"""A handbook's folder on disk, read whole before anybody looks at what it says."""

import os
import stat
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from journeybook.adapters.disk.inventory_files import read_elsewhere
from journeybook.adapters.disk.keeping.lasting import Lasting, Read
from journeybook.adapters.disk.sites.handbook_folders import Folders
from journeybook.schema.kind import FOLDERS
from journeybook.sources.document import Refusal, SourceFile
from journeybook.sources.names import is_defaults, is_utf_8
from journeybook.sources.strays import DECISIONS, is_like, is_nearly_content
from journeybook.sources.tables.responses import with_responses
from journeybook.sources.tables.tables import MOST_BYTES as MOST_RESPONSES

MOST_BYTES = 1_000_000
_MOST: Mapping[Refusal, int] = {"large": MOST_BYTES, "long": MOST_BYTES // 10}
_JOURNEYS = "journeys"
_READ = (".md", ".yml")


def read_folder(
    folders: Folders, *, of_strangers: bool = False, lasting: Lasting | None = None
) -> tuple[SourceFile, ...]:
    """Read the Markdown of the content folder and the YAML of the folder of decisions.

    A file that cannot be read, is over a megabyte (or a tenth of it, when it is `of_strangers`), is
    no plain file, or lies behind a link that leads out of its folder is named but not read; so are
    pictures and all other files, since content may point to them. Of what the site is told to leave
    out, pages alone are named. What an inventory names is read wherever it lies. What is known to
    be `lasting` is not read again.
    """
    content = folders.content
    places = dict.fromkeys((content, folders.config, folders.shared or folders.config))
    read: Read = partial(_file, "long" if of_strangers else "large")
    if lasting:
        read = partial(lasting.read, read)
    found = [file for folder in places for file in _files(folders.root, folder, read)]
    files = list(_told_of(found, folders))
    most = MOST_RESPONSES // 10 if of_strangers else MOST_RESPONSES
    # What a survey answered is read though the site may be told to leave it out.
    responses = with_responses(found, files, lambda file: _responses(folders.root, file, most))
    elsewhere = read_elsewhere(folders, found, of_strangers=of_strangers)
    return tuple({file.path: file for file in (*files, *responses, *elsewhere)}.values())


def _told_of(found: Iterable[SourceFile], folders: Folders) -> Iterator[SourceFile]:
    for file in found:
        inside = file.path.removeprefix(f"{folders.content}/")
        is_page = inside != file.path and not file.refused and not is_defaults(file.path)
        if not is_page or not folders.left_out(inside):
            yield file
        elif inside.endswith(".md"):
            yield _refused(file.path, "left-out")


def beside(folders: Folders, often: Collection[str]) -> Iterator[SourceFile]:
    """Read what lies beside the folders of a handbook and looks as if it belonged inside them.

    A folder of pages is `often` called so.
    """
    root, ours = folders.root, (folders.content, folders.config, folders.shared)
    near = (root, *(root / name for name in _names(root) if is_like(name, folders.config)))
    # Of several sites in one folder, each has a content folder of its own.
    has_one_site = len(tuple(root.glob("mkdocs*.y*ml"))) == 1
    names = (name for name in _names(root) if is_nearly_content(name, folders.content, often))
    tops = (root, *(root / name for name in names if has_one_site))
    found = (
        *(place / name for place in near for name in DECISIONS),
        *(place / name for place in _kinds(tops) for name in _names(place)),
    )
    for file in found:
        path = file.relative_to(root).as_posix()
        is_ours = any(path.startswith(f"{one}/") for one in ours)
        if not is_ours and path.endswith(_READ) and file.is_file():
            real = os.path.join(os.path.realpath(file.parent), file.name)  # noqa: PTH118 - a text
            yield _file("large", real, path, os.path.realpath(root))


def _kinds(tops: Iterable[Path]) -> Iterator[Path]:
    for top in tops:
        yield from (top / name for name in FOLDERS)
        journeys = top / _JOURNEYS
        yield from (journeys / name for name in _names(journeys) if (journeys / name).is_dir())


def _names(folder: Path) -> Iterator[str]:
    try:
        return iter(sorted(one.name for one in folder.iterdir()))
    except OSError:
        return iter(())


def _files(root: Path, folder: str, read: Read) -> Iterator[SourceFile]:
    start = root / folder
    top = os.path.realpath(start)
    unreadable: list[OSError] = []
    seen = {real: real for real in _real_folders(top)}
    for place, folders, names in os.walk(start, followlinks=True, onerror=unreadable.append):
        here, real = Path(place), os.path.realpath(place)
        path = _path(root, here)
        # A folder is read at its own place; a link to it would tell everything twice.
        if here != start and seen.setdefault(real, place) != place and _is_linked(here, start):
            folders.clear()
            yield _refused(path, "linked")
            continue
        if not Path(real).is_relative_to(top):
            folders.clear()
            yield _refused(path, "outside")
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        inside = f"{path}/".removeprefix("./")
        for name in sorted(names):
            if name[0] != "." or is_defaults(name):
                file = os.path.join(real, name)  # noqa: PTH118 - many files
                yield read(file, f"{inside}{name}", top)
    for error in unreadable:
        if start.is_symlink() or not isinstance(error, FileNotFoundError):
            closed = Path(os.fsdecode(error.filename or ""))
            yield _refused(_path(root, closed), "unreadable")


def _real_folders(top: str) -> Iterator[str]:
    return (os.path.realpath(place) for place, _, _ in os.walk(top))


def _is_linked(folder: Path, start: Path) -> bool:
    below = (part for part in (folder, *folder.parents) if start in part.parents)
    return any(part.is_symlink() for part in below)


def _file(too_much: Refusal, file: str, path: str, top: str) -> SourceFile:
    # The folder of the file is where it is, with no link on the way.
    try:
        if why := _why_refused(file, path, top, too_much):
            return _refused(path, why)
        return SourceFile(path=path, data=_data(Path(file)))
    except OSError:
        # No right to read it, a link that leads nowhere or to itself, or gone meanwhile.
        return _refused(path, "unreadable")


def is_small_table(name: str, size: int) -> bool:
    """Tell whether a file may hold figures; a table to be downloaded may have any size."""
    return name.endswith((".csv", ".json")) and size <= MOST_BYTES // 10


def _data(file: Path) -> bytes:
    is_read = file.name.endswith(_READ) or (
        file.is_file() and is_small_table(file.name, file.stat().st_size)
    )
    return file.read_bytes() if is_read else b""


def _responses(root: Path, file: SourceFile, most: int) -> bytes:
    place = root / file.path
    try:
        return place.read_bytes() if place.is_file() and place.stat().st_size <= most else b""
    except OSError:
        return b""


def _why_refused(file: str, path: str, top: str, too_much: Refusal) -> Refusal | None:
    if not is_utf_8(path):
        return "unreadable"
    status = os.lstat(file)
    is_link = stat.S_ISLNK(status.st_mode)
    place = os.path.realpath(file) if is_link else file
    if not place.startswith(os.path.join(top, "")):  # noqa: PTH118 - many files
        return "outside"
    is_read = file.endswith(_READ)
    if is_link:
        # One that leads nowhere ends a build, be it a page or a picture.
        status = os.stat(file)  # noqa: PTH116 - many files
    if not stat.S_ISREG(status.st_mode):
        return "special"
    return too_much if is_read and status.st_size > _MOST[too_much] else None


def _refused(path: str, why: Refusal) -> SourceFile:
    # A name may hold bytes that are no UTF-8; they are shown as such.
    shown = path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return SourceFile(path=shown, refused=why)


def _path(root: Path, place: Path) -> str:
    return place.relative_to(root).as_posix()
