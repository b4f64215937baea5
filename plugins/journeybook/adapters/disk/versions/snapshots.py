"""A handbook as it was at a commit, and beside it as it lies on disk."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from journeybook.adapters.disk.git.commits import list_commits
from journeybook.adapters.disk.git.repository import (
    Entry,
    Repository,
    find_commit,
    find_repository,
    list_files,
    list_ignored,
    read_objects,
)
from journeybook.adapters.disk.git.running import GitError
from journeybook.adapters.disk.inventory_files import settings_file, tops_elsewhere
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.sites.configuration import (
    Place,
    find_folders,
    is_file,
    is_folder,
    only_one,
)
from journeybook.adapters.disk.sites.handbook_folders import Folders
from journeybook.adapters.disk.versions.committed import committed_files, tops_of
from journeybook.adapters.disk.versions.moving import seen_then, state_before, there_on_disk
from journeybook.adapters.disk.versions.past_sites import handbooks_at, with_parents
from journeybook.adapters.disk.versions.snapshot import Snapshot
from journeybook.adapters.disk.workspace import files_of
from journeybook.pipeline import Judged
from journeybook.sources.document import Refusal, SourceFile
from journeybook.sources.names import CONFIGURATIONS, is_defaults
from journeybook.sources.settings.inventory import Place as Named
from journeybook.sources.settings.inventory import places_in
from journeybook.sources.sitemap_index import sitemaps_beside
from journeybook.sources.tables.responses import with_responses
from journeybook.sources.tables.tables import MOST_BYTES as MOST_RESPONSES


def repository_of(place: Place) -> Repository:
    """Find the repository around a handbook.

    Raises:
        CannotRunError: when there is none, or no git.
    """
    path = place.root if isinstance(place, Folders) else place
    folder = path.parent if is_file(path) else path
    if not is_folder(folder):
        raise CannotRunError("there is no folder {path}", path=folder)
    return find_repository(folder)


def judge_at(place: Place, name: str, today: date | None, *, hides: bool = False) -> Judged:
    """Judge a handbook as it was at a commit, as of a day or of the commit's own.

    What is private is shown nowhere when it `hides`.

    Raises:
        CannotRunError: when git cannot read it.
    """
    repository = repository_of(place)
    commit = find_commit(repository, name)
    snapshot = at_commit(repository, commit, named(place))
    (made,) = list_commits(repository, commit, 1)
    return snapshot.judge(today or made.day, hides=hides)


def named(place: Place) -> Folders | None:
    """Give the handbook that a place names among several; None where it names none."""
    return place if isinstance(place, Folders) and place.title else None


def on_disk(place: Place) -> Snapshot:
    """Take the handbook as it lies on disk, whether committed or not."""
    folders = find_folders(place)
    return Snapshot(files=files_of(folders), folders=folders)


def at_commit(
    repository: Repository,
    commit: str,
    handbook: Folders | None = None,
    known: dict[str, bytes] | None = None,
) -> Snapshot:
    """Take the handbook as it was at a commit; objects in `known` are not read again.

    Of several it is the `handbook` that is named, in the folders it had then, or else in those it
    has now.

    Raises:
        CannotRunError: when git cannot read it, or there were several.
    """
    then = seen_then(repository, commit)
    return files_at(then, commit, _folders(then, commit, handbook), known)


def files_at(
    repository: Repository,
    commit: str,
    folders: Folders,
    known: dict[str, bytes] | None = None,
    *,
    site: bool = False,
) -> Snapshot:
    """Take what lies in some folders at a commit; with how the `site` is set up, if asked for.

    Raises:
        CannotRunError: when git cannot read it.
    """
    content = folders.content
    more = (*CONFIGURATIONS, *filter(None, [folders.overrides])) if site else ()
    if content.split("/")[0] == "..":
        raise GitError("the folder {content} lies outside of the handbook", content=content)
    listed = list_files(repository, commit, dict.fromkeys((*tops_of(folders), *more)))
    kept_back = frozenset(one.path for one in listed if is_kept_back(one.path, folders))
    entries = tuple(one for one in listed if one.path not in kept_back)
    data = {} if known is None else known
    files, left_out = committed_files(repository, entries, folders, data)
    found = Snapshot(files=files, folders=folders, left_out=left_out).without(left_out)
    found = _with_responses(found, repository, listed, data)
    found = _with_inventory(found, repository, commit, data)
    there = with_parents(found.files, repository, commit) if site else found.files
    return replace(found, files=there, kept_back=kept_back, inside=repository.inside)


def _with_responses(
    snapshot: Snapshot, repository: Repository, listed: Sequence[Entry], data: dict[str, bytes]
) -> Snapshot:
    # What customers answered is read though the site may be told to leave it out.
    entries = {one.path: one for one in listed if not one.is_link and one.size <= MOST_RESPONSES}
    files = [SourceFile(path=path, version=one.object) for path, one in entries.items()]
    there = {one.path: one for one in snapshot.files}
    asked = tuple(with_responses(files, snapshot.files, lambda _: b""))
    data.update(read_objects(repository, (one.version for one in asked if one.version not in data)))
    there |= {one.path: replace(one, data=data.get(one.version, b"")) for one in asked}
    return replace(snapshot, files=tuple(there.values()))


def _with_inventory(
    snapshot: Snapshot, repository: Repository, commit: str, data: dict[str, bytes]
) -> Snapshot:
    # What an inventory names; git has nothing of what lies outside of the repository.
    places = _places(snapshot)
    inside = [one for one in places if repository.holds(one.path)]
    files = {one.path: one for one in snapshot.files}
    found = _held(repository, commit, inside, data)
    most = max((one.most for one in inside), default=0)
    beside = {path for file in found.values() for path in sitemaps_beside(file)}
    more = [Named(path=path, most=most) for path in sorted(beside - found.keys())]
    files |= {**found, **_held(repository, commit, more, data)}
    outside = tuple(one.top for one in places if not repository.holds(one.path))
    left_out = (*snapshot.left_out, *outside)
    return replace(snapshot, files=tuple(files.values()), left_out=left_out)


def _held(
    repository: Repository, commit: str, places: Sequence[Named], data: dict[str, bytes]
) -> dict[str, SourceFile]:
    tops = dict.fromkeys(one.top for one in places)
    entries = list_files(repository, commit, tops) if tops else ()
    sizes = {
        one.path: (one, max((place.most for place in places if place.names(one.path)), default=0))
        for one in entries
        if not one.is_link and not one.is_submodule
    }
    named = {path: found for path, found in sizes.items() if found[1]}
    small = [one.object for one, most in named.values() if one.size <= most]
    data.update(read_objects(repository, (one for one in small if one not in data)))
    files: dict[str, SourceFile] = {}
    for path, (entry, most) in named.items():
        refused: Refusal | None = "large" if entry.size > most else None
        held = data.get(entry.object, b"") if refused is None else b""
        files[path] = SourceFile(path=path, data=held, refused=refused, version=entry.object)
    return files


def lists_left_alone(
    repository: Repository, folders: Folders, paths: Iterable[str]
) -> frozenset[str]:
    """Give the lists of content, among the paths of what is read, that git is told to ignore."""
    return _ignored(repository, tops_elsewhere(folders)).intersection(paths)


def lists_away(snapshot: Snapshot, repository: Repository) -> tuple[str, ...]:
    """Give the lists of content that a state of a handbook names, and git is told to ignore."""
    named = {one.top for one in _places(snapshot)} - {one.path for one in snapshot.files}
    return tuple(sorted(_ignored(repository, named) & named))


def _ignored(repository: Repository, tops: Iterable[str]) -> frozenset[str]:
    held = [one for one in tops if repository.holds(one)]
    return list_ignored(repository, held) if held else frozenset()


def _places(snapshot: Snapshot) -> tuple[Named, ...]:
    # What the inventory of a state names.
    settings = settings_file(snapshot.files, snapshot.folders.config)
    return places_in(settings) if settings else ()


def is_kept_back(path: str, folders: Folders) -> bool:
    """Tell whether the site is told to leave a file out."""
    inside = path.removeprefix(f"{folders.content}/")
    return inside != path and not is_defaults(path) and folders.left_out(inside)


def _folders(repository: Repository, commit: str, handbook: Folders | None) -> Folders:
    found = handbooks_at(repository, commit)
    if handbook is None:
        return only_one(found)
    return state_before(handbook, found, (repository, commit), there_on_disk(handbook.root))
