"""A handbook as git keeps it: read from objects, without a checkout."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from posixpath import normpath, relpath

from journeybook.adapters.disk.git.running import GitError, run_git
from journeybook.grouping import a_few

_SUBMODULE = "160000"
_LINK = "120000"
_SPARSE = b"S "
_LAST_BRANCHES = (
    "for-each-ref",
    "--sort=-committerdate",
    "--format=%(refname:short)",
    "refs/heads",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Repository:
    """The repository around a folder; `inside` is the folder's path in it, with a slash behind."""

    folder: Path
    inside: str
    is_shallow: bool

    @property
    def root(self) -> Path:
        """The folder at the top of the repository."""
        levels = self.inside.count("/")
        here = self.folder.resolve()
        return here.parents[levels - 1] if levels else here

    def holds(self, path: str) -> bool:
        """Tell whether a path that is told from the folder leads to a place inside."""
        return self.from_root(path).split("/")[0] != ".."

    def from_root(self, path: str) -> str:
        """Give the path from the top of what lies at a path from the folder."""
        return normpath(f"{self.inside}{path}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A file of a commit: its path from the folder, its object and its size in bytes.

    Bytes of its name that are no UTF-8 are shown as such, and it `is_nameless`.
    """

    path: str
    object: str
    size: int
    is_link: bool = False
    is_submodule: bool = False
    is_nameless: bool = False


def find_repository(folder: Path) -> Repository:
    """Find the repository that a folder lies in.

    Raises:
        GitError: when there is none, or git is not installed.
    """
    asked = ("rev-parse", "--is-shallow-repository", "--show-prefix")
    answer = run_git(folder, *asked).decode("utf-8", "replace").split("\n")
    return Repository(folder=folder, inside=answer[1], is_shallow=answer[0] == "true")


def default_branch(repository: Repository) -> str:
    """Name the branch that others get: that of the remote, a usual one, or else the one in use."""
    asked = ("symbolic-ref", "--short", "--quiet")
    with suppress(GitError):
        found = run_git(repository.folder, *asked, "refs/remotes/origin/HEAD")
        return found.decode("utf-8", "replace").strip().removeprefix("origin/")
    for usual in ("main", "master"):
        with suppress(GitError):
            find_commit(repository, usual)
            return usual
    with suppress(GitError):
        return run_git(repository.folder, *asked, "HEAD").decode("utf-8", "replace").strip()
    return "main"


def find_commit(repository: Repository, name: str) -> str:
    """Give the id of the commit that a branch, tag or id names.

    Raises:
        GitError: when this clone does not hold it.
    """
    # A clone that somebody else made, such as one of a code host, has no branch but its own.
    for known in (name, f"refs/remotes/origin/{name}"):
        asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{known}^{{commit}}")
        with suppress(GitError):
            return run_git(repository.folder, *asked).decode().strip()
    raise _missing(repository, name)


def state_of(folder: Path) -> bytes:
    """Tell all states of the repository around a folder apart; nothing where there is none."""
    try:
        repository = find_repository(folder)
        commit = find_commit(repository, "HEAD")
        names = run_git(repository.folder, "for-each-ref", "--format=%(refname) %(objectname)")
    except GitError:
        return b""
    return b"%d %b %b" % (repository.is_shallow, commit.encode(), names)


def git_folder(repository: Repository) -> Path:
    """Give the folder in which git keeps what belongs to all working trees of a repository."""
    found = run_git(repository.folder, "rev-parse", "--git-common-dir").decode("utf-8", "replace")
    return (repository.folder / found.rstrip("\n")).resolve()


def list_files(repository: Repository, commit: str, paths: Iterable[str]) -> tuple[Entry, ...]:
    """List the files of a commit at or below some paths from the folder, in their order."""
    wanted = [repository.from_root(path) for path in paths]
    asked = ("ls-tree", "-r", "-z", "-l", "--full-tree", commit, "--", *wanted)
    lines = run_git(repository.folder, "--literal-pathspecs", *asked).split(b"\0")
    return tuple(_entry(line, repository.inside) for line in lines if line)


def list_paths(repository: Repository, commit: str) -> tuple[str, ...]:
    """List the paths of all files of a commit, from the top of the repository."""
    asked = ("ls-tree", "-r", "-z", "--name-only", "--full-tree", commit)
    lines = run_git(repository.folder, *asked).split(b"\0")
    return tuple(line.decode("utf-8", "backslashreplace") for line in lines if line)


def list_sparse(repository: Repository) -> frozenset[str]:
    """List the files that a sparse checkout leaves out, by their paths from the folder."""
    return frozenset(
        line.removeprefix(_SPARSE).decode("utf-8", "backslashreplace")
        for line in run_git(repository.folder, "ls-files", "-z", "-t").split(b"\0")
        if line.startswith(_SPARSE)
    )


def list_ignored(repository: Repository, paths: Iterable[str]) -> frozenset[str]:
    """List the files at or below some paths of the folder that git is told to leave alone."""
    asked = ("ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--", *paths)
    lines = run_git(repository.folder, "--literal-pathspecs", *asked).split(b"\0")
    return frozenset(line.decode("utf-8", "backslashreplace") for line in lines if line)


def read_objects(repository: Repository, objects: Iterable[str]) -> Mapping[str, bytes]:
    """Read objects by their ids; what this clone does not hold is left out."""
    wanted = list(dict.fromkeys(objects))
    if not wanted:
        return {}
    asked = "".join(f"{one}\n" for one in wanted).encode()
    answer = memoryview(run_git(repository.folder, "cat-file", "--batch", given=asked))
    found: dict[str, bytes] = {}
    at = 0
    for one in wanted:
        end = bytes(answer[at : at + 200]).index(b"\n") + at
        head = bytes(answer[at:end]).split()
        at = end + 1
        if head[-1] != b"missing":
            size = int(head[-1])
            found[one] = bytes(answer[at : at + size])
            at += size + 1
    return found


def find_objects(repository: Repository, places: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Give the object at each commit and path of the folder; nothing where there is none."""
    return _named(repository, (f"{commit}:{repository.inside}{path}" for commit, path in places))


def find_trees(repository: Repository, commits: Iterable[str]) -> tuple[str, ...]:
    """Give the object that holds all files of each commit; nothing where there is none."""
    return _named(repository, (f"{commit}^{{tree}}" for commit in commits))


def remote_of(repository: Repository) -> str:
    """Give the address of the repository that this one was cloned from; nothing without one."""
    try:
        return run_git(repository.folder, "config", "--get", "remote.origin.url").decode().strip()
    except GitError:
        return ""


def _named(repository: Repository, names: Iterable[str]) -> tuple[str, ...]:
    asked = "".join(f"{name}\n" for name in names).encode()
    answer = run_git(repository.folder, "cat-file", "--batch-check=%(objectname)", given=asked)
    lines = answer.decode("utf-8", "replace").splitlines()
    return tuple("" if line.endswith((" missing", " ambiguous")) else line for line in lines)


def _entry(line: bytes, inside: str) -> Entry:
    head, _, name = line.partition(b"\t")
    mode, _, found, size = head.decode().split()
    path = name.decode("utf-8", "backslashreplace")
    return Entry(
        path=path.removeprefix(inside) if path.startswith(inside) else relpath(path, inside),
        object=found,
        size=int(size) if size.isdigit() else 0,
        is_link=mode == _LINK,
        is_submodule=mode == _SUBMODULE,
        is_nameless=path.encode() != name,
    )


def _missing(repository: Repository, name: str) -> GitError:
    shown = "".join(letter if letter.isprintable() else "?" for letter in name)
    if repository.is_shallow:
        return GitError(
            "'{name}' is not in this clone, which is shallow; fetch it first, such as with: "
            "git fetch --unshallow",
            name=shown,
        )
    if not run_git(repository.folder, "rev-list", "--all", "--max-count=1"):
        return GitError("nothing is committed here yet: begin with git add . and git commit")
    branches = run_git(repository.folder, *_LAST_BRANCHES).decode("utf-8", "replace").split()
    if not branches:
        return GitError("'{name}' is no branch, tag or commit of this repository", name=shown)
    return GitError(
        "'{name}' is no branch, tag or commit of this repository; known here: {branches}",
        name=shown,
        branches=a_few(branches),
    )
