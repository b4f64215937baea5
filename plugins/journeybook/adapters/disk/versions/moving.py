"""Finds what a handbook was before all of it went into another folder."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path

from journeybook.adapters.disk.git.repository import Repository, list_files, list_paths
from journeybook.adapters.disk.sites.handbook_folders import Folders, same_handbook
from journeybook.schema.kind import FOLDERS
from journeybook.sources.names import CONFIGURATIONS

IsThere = Callable[[str], bool]
"""Tells of a path whether a file lies there in the later state."""


def there_on_disk(root: Path) -> IsThere:
    """Look for files in a folder as it lies on disk."""
    return lambda path: (root / path).is_file()


def there_at(repository: Repository, commit: str, places: Sequence[Folders]) -> IsThere:
    """Look for files of some handbooks as a commit holds them."""
    # Of one that lies outside of the repository it is told elsewhere.
    tops = dict.fromkeys(one.content for one in places if repository.holds(one.content))
    return {one.path for one in list_files(repository, commit, tops)}.__contains__


def seen_then(repository: Repository, commit: str, end: str | None = None) -> Repository:
    """Look at a repository from the folder in which a site lay at a commit.

    It lies in another by now where most of its texts are here by the same names and no longer
    there: on disk, or at the commit that is the `end`.
    """
    if list_files(repository, commit, (*CONFIGURATIONS, "content")):
        return repository
    is_there = there_on_disk(repository.root)
    if end:
        is_there = frozenset(list_paths(repository, end)).__contains__
    paths = list_paths(repository, commit)
    for inside in sorted(_sites(paths)):
        names = [path.removeprefix(inside) for path in paths if path.startswith(inside)]
        names = [name for name in names if name.endswith(".md")]
        if _most_moved(names, inside, repository.inside, is_there):
            return replace(repository, inside=inside)
    return repository


def _sites(paths: Collection[str]) -> frozenset[str]:
    # The folders of sites, with a slash behind.
    parts = (path.rpartition("/") for path in paths)
    return frozenset(f"{top}{slash}" for top, slash, name in parts if name in CONFIGURATIONS)


def state_before(
    now: Folders, olds: Sequence[Folders], listing: tuple[Repository, str], is_there: IsThere
) -> Folders:
    """Find a handbook among those of a commit, the `listing`; else it is where it is now.

    It has its folder or its title, or most of its files lie here by the same names and no longer
    where they were: one that was copied is a new one.
    """
    if len(olds) == 1 and not now.title:
        return olds[0]
    moved = (old for old in olds if _is_moved(old, now, listing, is_there))
    return same_handbook(olds, now) or next(moved, now)


def _is_moved(
    old: Folders, now: Folders, listing: tuple[Repository, str], is_there: IsThere
) -> bool:
    entries = (one.path for one in list_files(*listing, (old.content,)))
    names = [path.removeprefix(f"{old.content}/") for path in entries]
    names = [one for one in names if one.partition("/")[0] in FOLDERS]
    return _most_moved(names, f"{old.content}/", f"{now.content}/", is_there)


def _most_moved(names: Collection[str], there: str, here: str, is_there: IsThere) -> bool:
    # What was copied lies in both folders.
    moved = (is_there(f"{here}{one}") and not is_there(f"{there}{one}") for one in names)
    return 2 * sum(moved) > len(names)
