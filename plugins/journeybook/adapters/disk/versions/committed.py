"""The files of a handbook as a commit holds them."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from posixpath import dirname, join, normpath

from journeybook.adapters.disk.folder import MOST_BYTES, is_small_table
from journeybook.adapters.disk.git.repository import Entry, Repository, read_objects
from journeybook.adapters.disk.sites.handbook_folders import Folders
from journeybook.sources.document import Refusal, SourceFile
from journeybook.sources.names import is_defaults

_POINTER = b"version https://git-lfs.github.com/spec/"
_MOST_LINKS = 10
_LONGEST_POINTER = 300


def committed_files(
    repository: Repository, entries: tuple[Entry, ...], folders: Folders, data: dict[str, bytes]
) -> tuple[tuple[SourceFile, ...], tuple[str, ...]]:
    """Give the files of a handbook among those of a commit, and the paths of what is left out.

    What is read is put into `data`, by the names of its objects.
    """
    files = {one.path: one for one in entries if not one.is_submodule}
    wanted = [one for one in files.values() if not _is_hidden(one.path)]
    links = {one.path: one for one in files.values() if one.is_link}
    small = [one.object for one in files.values() if _needed(one) and one.object not in data]
    data.update(read_objects(repository, small))
    targets = {path: _target(path, links, data) for path in links}
    found = [_file(one, files, targets.get(one.path, one.path), folders, data) for one in wanted]
    pointers = [one.path for one in found if one.data.startswith(_POINTER)]
    missing = [one.path for one in wanted if _needed(one) and one.object not in data]
    # A folder that is a link, or another repository, holds no file of this one.
    elsewhere = [
        one.path
        for one in entries
        if one.is_submodule or (one.is_link and one.path in tops_of(folders))
    ]
    return tuple(found), (*elsewhere, *pointers, *missing)


def tops_of(folders: Folders) -> tuple[str, ...]:
    """Give the folders in which all of a handbook lies."""
    return (folders.content, folders.config, folders.shared or folders.config)


def _is_hidden(path: str) -> bool:
    *folders, name = PurePosixPath(path).parts
    seen = folders if is_defaults(path) else (*folders, name)
    return any(part.startswith(".") for part in seen)


def _is_read(path: str) -> bool:
    return path.endswith((".md", ".yml")) and not _is_hidden(path)


def _needed(entry: Entry) -> bool:
    # A file of a few bytes may be a pointer to another that git does not hold.
    read = _is_read(entry.path) and entry.size <= MOST_BYTES
    return (
        entry.is_link
        or read
        or is_small_table(entry.path, entry.size)
        or entry.size <= _LONGEST_POINTER
    )


def _target(path: str, links: Mapping[str, Entry], data: Mapping[str, bytes]) -> str:
    # Follows links within the commit only; a link to somewhere else leads to no file of it.
    for _ in range(_MOST_LINKS):
        if path not in links:
            return path
        link = data.get(links[path].object, b"").decode("utf-8", "replace")
        path = normpath(join(dirname(path), link))
    return path


def _file(
    entry: Entry,
    files: Mapping[str, Entry],
    where: str,
    folders: Folders,
    data: Mapping[str, bytes],
) -> SourceFile:
    target = files.get(where)
    if why := _why_refused(entry, target, where, files, folders):
        return SourceFile(path=entry.path, refused=why)
    if target is None or target.is_link:
        return SourceFile(path=entry.path)
    known = data.get(target.object, b"")
    if _is_read(entry.path):
        return SourceFile(path=entry.path, data=known)
    small = known.startswith(_POINTER) or is_small_table(entry.path, target.size)
    return SourceFile(path=entry.path, data=known if small else b"", version=target.object)


def _why_refused(
    entry: Entry, target: Entry | None, where: str, files: Mapping[str, Entry], folders: Folders
) -> Refusal | None:
    inside = (f"{one}/" for one in tops_of(folders) if entry.path.startswith(f"{one}/"))
    is_read = _is_read(entry.path)
    if entry.is_nameless:
        return "unreadable"
    if not f"{where}/".startswith(next(inside, "")):
        return "outside"
    if target is None and any(path.startswith(f"{where}/") for path in files):
        return "linked"
    if target is None or target.is_link:
        # A link that leads nowhere, or to itself.
        return "unreadable"
    return "large" if is_read and target.size > MOST_BYTES else None
