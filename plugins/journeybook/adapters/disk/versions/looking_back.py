"""Measures a handbook at points of its git history, and remembers what it measured."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from journeybook import __version__
from journeybook.adapters.disk.git.commits import list_commits
from journeybook.adapters.disk.git.repository import Repository, find_trees, git_folder
from journeybook.adapters.disk.keeping.writing import write_whole
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.sites.handbook_folders import Folders
from journeybook.adapters.disk.versions.snapshots import at_commit, lists_away
from journeybook.history.history import chosen, measured, telling, with_moves
from journeybook.history.points import Moment, Point
from journeybook.sources.reading import Known
from journeybook.wording import marked

_KEPT = TypeAdapter(dict[str, Point])
_HANDBOOKS = 8
_SHAPE = 5
"""What is measured; what was kept of less is measured again."""

SHALLOW = marked(
    "this clone is shallow, so that its history begins late; fetch all of it with: "
    "git fetch --unshallow (in a workflow: fetch-depth: 0)"
)
"""What to say of a clone that does not hold all of its history."""

_Todo = Iterable[tuple[str, Moment]]
Progress = Callable[[_Todo], AbstractContextManager[_Todo]]
"""Shows how far the measuring is while it hands on what is left to do."""


def look_back(
    repository: Repository,
    every: str,
    since: date | None = None,
    *,
    handbook: Folders | None = None,
    fresh: bool = False,
    progress: Progress = nullcontext,
) -> tuple[Point, ...]:
    """Measure a handbook at points of its history; what was measured before is remembered.

    Where there are several, it is the `handbook` that is named.

    Raises:
        GitError: when git cannot tell.
    """
    moments = chosen(_moments(repository), every, since)
    return with_moves(_points(repository, moments, handbook, fresh=fresh, progress=progress))


@lru_cache(_HANDBOOKS)
def glance_back(
    repository: Repository, commit: str, most: int, handbook: Folders | None = None
) -> tuple[Point, ...]:
    """Measure a handbook at the few points that tell most of what led to a commit.

    It is asked for at every build, and what led to a commit never changes.

    Raises:
        GitError: when git cannot tell.
    """
    moments = telling(_moments(repository, commit), most)
    return with_moves(_points(repository, moments, handbook))


def _moments(repository: Repository, commit: str = "HEAD") -> tuple[Moment, ...]:
    return tuple(
        Moment(commit=one.id, day=one.day, tags=one.tags)
        for one in list_commits(repository, commit)
    )


def _points(
    repository: Repository,
    moments: Sequence[Moment],
    handbook: Folders | None,
    *,
    fresh: bool = False,
    progress: Progress = nullcontext,
) -> tuple[Point, ...]:
    file = git_folder(repository) / "journeybook" / "history.json"
    kept = {} if fresh else _read(file)
    keys = _keys(repository, moments, handbook.name if handbook else "")
    todo = {key: one for key, one in zip(keys, moments, strict=True) if key not in kept}
    known: Known = {}
    objects: dict[str, bytes] = {}
    with progress(tuple(todo.items())) as steps:
        for key, moment in steps:
            kept[key] = _point(repository, moment, handbook, known, objects)
    if todo:
        # That one of several was nowhere may be otherwise as soon as all of its files have moved.
        _keep(file, {key: one for key, one in kept.items() if one.measures or not handbook})
    pairs = zip(keys, moments, strict=True)
    return tuple(replace(kept[key], commit=one.commit, tags=one.tags) for key, one in pairs)


def _point(
    repository: Repository,
    moment: Moment,
    handbook: Folders | None,
    known: Known,
    objects: dict[str, bytes],
) -> Point:
    try:
        snapshot = at_commit(repository, moment.commit, handbook, objects)
    except CannotRunError:
        return Point(commit=moment.commit, day=moment.day)
    missing = (*snapshot.left_out, *lists_away(snapshot, repository))
    return measured(moment, snapshot.judge(moment.day, known), missing)


def _keys(repository: Repository, moments: Iterable[Moment], handbook: str) -> tuple[str, ...]:
    # The same files on the same day give the same figures, whatever the commit: all of the
    # repository's, since an inventory may lie beside the handbook.
    chosen_ones = tuple(moments)
    trees = find_trees(repository, (one.commit for one in chosen_ones))
    ours = f"{__version__} {_SHAPE} {repository.inside} {handbook}"
    return tuple(
        hashlib.sha256(f"{ours} {tree} {one.day}".encode()).hexdigest()[:32]
        for tree, one in zip(trees, chosen_ones, strict=True)
    )


def _read(file: Path) -> dict[str, Point]:
    try:
        return _KEPT.validate_json(file.read_bytes())
    except (OSError, ValidationError):
        # Not there yet, or of another version: it is only kept to be faster.
        return {}


def _keep(file: Path, points: dict[str, Point]) -> None:
    # It is only kept to be faster: a repository that cannot be written is measured every time.
    with suppress(CannotRunError):
        write_whole(file, _KEPT.dump_json(points), parents=True)
