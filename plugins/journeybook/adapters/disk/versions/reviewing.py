"""Two states of a handbook to be compared, whatever state each of them is in."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from journeybook.adapters.disk.folder import read_folder
from journeybook.adapters.disk.git.repository import Repository, list_ignored, list_sparse
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.sites.configuration import Place, named_handbooks, sites_inside
from journeybook.adapters.disk.sites.handbook_folders import Folders, same_handbook
from journeybook.adapters.disk.versions.past_sites import handbooks_at
from journeybook.adapters.disk.versions.snapshots import (
    Snapshot,
    files_at,
    is_kept_back,
    lists_away,
    lists_left_alone,
)
from journeybook.adapters.disk.workspace import day_of
from journeybook.compare.comparison import Comparison, compare
from journeybook.sources.document import SourceFile
from journeybook.sources.names import CONFIGURATIONS
from journeybook.sources.reading import Known
from journeybook.sources.settings.site import parent_of
from journeybook.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class States:
    """A handbook before and after.

    Where the configuration of one state cannot be read, that is its trouble, and the other's tells
    where the handbook is.
    """

    before: Snapshot
    after: Snapshot
    trouble_before: CannotRunError | None = None
    trouble_after: CannotRunError | None = None

    def troubles(self, wording: Wording) -> Iterator[str]:
        """Say what stood in the way."""
        if self.trouble_before:
            yield wording.text(
                "The earlier configuration cannot be read, so that the later one tells where the "
                "handbook is: {problem}.",
                problem=self.trouble_before.said(wording),
            )
        if self.trouble_after:
            yield wording.text(
                "The later configuration cannot be read, so that the earlier one tells where the "
                "handbook is: {problem}.",
                problem=self.trouble_after.said(wording),
            )

    @property
    def title(self) -> str:
        """The name of the handbook, where it is one of several."""
        return self.after.folders.title

    @property
    def left_out(self) -> tuple[str, ...]:
        """The paths of which one state has no text, and which are compared in neither."""
        return tuple(dict.fromkeys((*self.before.left_out, *self.after.left_out)))

    def compared(self, today: date | None, known: Known) -> Comparison:
        """Compare them as of a day, or that of the later site, or today.

        Files in `known` are not read again.
        """
        day = day_of(today, self.after.folders)
        before, after = (
            one.without(self.left_out).judge(day, known) for one in (self.before, self.after)
        )
        return compare(before, after, self.after.kept_back)


def states_of(
    repository: Repository, place: Place, start: str, end: str | None
) -> tuple[States, ...]:
    """Take each handbook at a commit, and at another or as it lies on disk.

    Where the configuration of one state cannot be read, that of the other tells where it is.

    Raises:
        CannotRunError: when neither state has a handbook, or git cannot read them.
    """
    before, trouble_before = _named(lambda: handbooks_at(repository, start))
    after, trouble_after = _named(lambda: _now(repository, place, end))
    if trouble_before and trouble_after:
        raise trouble_after
    news = after or before or ()
    olds = before or news
    pairs = [
        (_earlier(olds, one, news), one)
        for one in (news if not isinstance(place, Folders) else (place,))
    ]
    found = [_states(repository, old, new, (start, end)) for old, new in pairs]
    if not isinstance(place, Folders) and len(olds) > 1:
        # One of several that nobody names any more is gone.
        parts = {one.part for pair in pairs for one in pair}
        gone = (one for one in olds if one.part not in parts)
        found += [_gone(repository, one, start) for one in gone]
    if all(one.before.is_empty and one.after.is_empty and not one.left_out for one in found):
        raise _no_handbook(_root(repository))
    return tuple(
        replace(one, trouble_before=trouble_before, trouble_after=trouble_after) for one in found
    )


def _no_handbook(root: Path) -> CannotRunError:
    if inside := sites_inside(root):
        return CannotRunError(
            "there is no handbook in {path} or around it in either state; go to one of its "
            "folders, or name it with --path: {folders}",
            path=root,
            folders=inside,
        )
    return CannotRunError(
        "there is no handbook in {path} or around it in either state; --path names its folder",
        path=root,
    )


def _named(
    handbooks: Callable[[], Sequence[Folders]],
) -> tuple[Sequence[Folders] | None, CannotRunError | None]:
    try:
        return handbooks(), None
    except CannotRunError as problem:
        return None, problem


def _now(repository: Repository, place: Place, end: str | None) -> Sequence[Folders]:
    if end:
        return handbooks_at(repository, end)
    return (place,) if isinstance(place, Folders) else named_handbooks(place)


def _earlier(olds: Sequence[Folders], now: Folders, news: Sequence[Folders]) -> Folders:
    if len(olds) == 1 and not now.title:
        return olds[0]
    others = {one.part for one in news} - {now.part}
    return same_handbook([one for one in olds if one.part not in others], now) or now


def _states(
    repository: Repository, old: Folders, new: Folders, commits: tuple[str, str | None]
) -> States:
    start, end = commits
    before = files_at(repository, start, old, site=True)
    if end:
        after = files_at(repository, end, new, site=True)
        held = {one.path for one in before.files}
        away = (one for one in lists_away(after, repository) if one not in held)
        return States(before=before, after=replace(after, left_out=(*after.left_out, *away)))
    folders = replace(new, root=_root(repository))
    return States(before=before, after=_on_disk(repository, folders, before))


def _root(repository: Repository) -> Path:
    return repository.folder.resolve()


def _gone(repository: Repository, folders: Folders, start: str) -> States:
    before = files_at(repository, start, folders, site=True)
    return States(before=before, after=Snapshot(files=(), folders=folders))


def _on_disk(repository: Repository, folders: Folders, earlier: Snapshot) -> Snapshot:
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
