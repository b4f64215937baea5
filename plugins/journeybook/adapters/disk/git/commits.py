"""The commits of a repository."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from journeybook.adapters.disk.git.repository import Repository
from journeybook.adapters.disk.git.running import GitError, run_git

_NO_DAY = date(1970, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit:
    """A commit: its id, the day it was made on where its author was, and its tags."""

    id: str
    day: date
    tags: tuple[str, ...] = ()


def find_parting(repository: Repository, one: str, other: str) -> str:
    """Give the id of the commit at which two lines of history part.

    Raises:
        GitError: when this clone does not hold it.
    """
    try:
        return run_git(repository.folder, "merge-base", one, other).decode().strip()
    except GitError as problem:
        if repository.is_shallow:
            raise GitError(
                "the two have no commit in common; this clone is shallow, fetch more of it"
            ) from problem
        raise GitError("the two have no commit in common") from problem


def read_changes(repository: Repository, commit: str, paths: Iterable[str]) -> bytes:
    """Tell every change of some paths that led to a commit, the oldest first, line by line.

    Each commit begins with a zero byte and its day.
    """
    wanted = [f":(top,literal){repository.inside}{path}" for path in paths]
    asked = (
        *("log", "--topo-order", "--reverse", "--format=%x00%cs"),
        *("--patch", "--unified=0", "--find-renames", "--no-ext-diff", "--no-textconv"),
        *("--src-prefix=a/", "--dst-prefix=b/", "--end-of-options"),
    )
    quoting = ("-c", "core.quotePath=false")
    return run_git(repository.folder, *quoting, *asked, commit, "--", *wanted)


def list_commits(repository: Repository, name: str, most: int | None = None) -> tuple[Commit, ...]:
    """List the commits that lead to a name, newest first, along the first parents."""
    asked = [
        "log",
        "--first-parent",
        "--format=%H %cs %D",
        "--decorate=full",
        "--decorate-refs=refs/tags/*",
    ]
    asked += [] if most is None else [f"--max-count={most}"]
    lines = run_git(repository.folder, *asked, name, "--").decode("utf-8", "replace").splitlines()
    return tuple(_commit(line) for line in lines)


def _commit(line: str) -> Commit:
    name, day, *rest = line.split(" ", 2)
    marks = rest[0].split(", ") if rest else []
    start = "tag: refs/tags/"
    tags = tuple(one.removeprefix(start) for one in marks if one.startswith(start))
    return Commit(id=name, day=_day(day), tags=tags)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        # A clock that was set wrong: git writes down any number, of which not all are days.
        return _NO_DAY
