"""A handbook as it lies on disk, to be compared with what git holds."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from journeybook.adapters.disk.folder import read_folder
from journeybook.adapters.disk.git.repository import Repository, list_ignored, list_sparse
from journeybook.adapters.disk.sites.handbook_folders import Folders
from journeybook.adapters.disk.versions.snapshot import Snapshot
from journeybook.adapters.disk.versions.snapshots import files_at, is_kept_back, lists_left_alone
from journeybook.sources.document import SourceFile
from journeybook.sources.names import CONFIGURATIONS
from journeybook.sources.settings.site import parent_of


def as_it_lies(repository: Repository, folders: Folders, earlier: Snapshot) -> Snapshot:
    """Take a handbook as it lies on disk, and call the same what git would.

    Raises:
        CannotRunError: when git cannot tell what it leaves alone.
    """
    known = {one.path: one for one in earlier.files}
    # All folders of a repository, such as one of installed packages, may hold very many files.
    places = (folders.content, folders.config, folders.shared, folders.overrides)
    ignored = list_ignored(repository, filter(None, places))
    found = (*read_folder(folders), *_of_site(folders))
    alone = lists_left_alone(repository, folders, (one.path for one in found))
    away = {one.path for one in found if one.refused == "left-out"} | ignored | alone
    files = [one for one in found if one.path not in away]
    if sparse := list_sparse(repository) - {one.path for one in files}:
        # What a sparse checkout leaves out is not deleted.
        kept = files_at(repository, "HEAD", folders, site=True).files
        files += [one for one in kept if one.path in sparse]
    return Snapshot(
        # A list that git never held is in neither state, as one outside of the repository.
        left_out=tuple(sorted(alone - known.keys())),
        files=tuple(_as_in_git(one, known.get(one.path), folders.root) for one in files),
        folders=folders,
        inside=repository.inside,
        kept_back=frozenset(
            path
            for path in known
            if is_kept_back(path, folders) and (folders.root / path).is_file()
        ),
    )


def _of_site(folders: Folders) -> Iterator[SourceFile]:
    wanted = [*CONFIGURATIONS]
    seen = set[str]()
    for name in wanted:
        if name not in seen and (file := folders.root / name).is_file():
            seen.add(name)
            found = SourceFile(path=name, data=file.read_bytes())
            yield found
            wanted.append(parent_of(found))
    inside = folders.root / folders.overrides
    if folders.overrides and inside.is_dir():
        for file in sorted(one for one in inside.rglob("*") if one.is_file()):
            path = file.relative_to(folders.root)
            if not any(part.startswith(".") for part in path.parts):
                yield SourceFile(path=path.as_posix())


def _as_in_git(file: SourceFile, before: SourceFile | None, root: Path) -> SourceFile:
    if file.data or file.refused:
        # Ends of lines are what git makes of them on the disk of whoever runs it.
        same = before and _ends(before.data) == _ends(file.data)
        return replace(file, data=before.data) if before and same else file
    if before is None or not before.version:
        return file
    try:
        data = (root / file.path).read_bytes()
    except OSError:
        return file
    made = hashlib.sha1 if len(before.version) == _SHA1 else hashlib.sha256
    found = [
        made(b"blob %d\0" % len(one) + one, usedforsecurity=False).hexdigest()
        for one in (data, _ends(data))
    ]
    return replace(file, version=before.version if before.version in found else found[0])


_SHA1 = 40


def _ends(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n")
