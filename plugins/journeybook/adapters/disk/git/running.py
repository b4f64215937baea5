"""Runs git so that nothing of a repository is run with it, and says why it refuses.

Nothing else runs git. Hooks, filters and attributes of a repository have no part in reading
objects, so a repository of strangers can be read like any other.
"""

import os
import subprocess
from pathlib import Path

from journeybook.adapters.disk.refusal import CannotRunError

_ENVIRONMENT = {
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
# Whatever a user or a repository configures, nothing else is run and nothing else is said.
_OPTIONS = (
    *("--no-pager", "--no-replace-objects"),
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "log.showSignature=false"),
    *("-c", "i18n.logOutputEncoding=UTF-8"),
    *("-c", "color.ui=false"),
)


class GitError(CannotRunError):
    """Git cannot tell what was asked."""


def run_git(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """Run git in a folder and give what it answers.

    Raises:
        GitError: when it refuses, or is not there.
    """
    try:
        run = subprocess.run(  # noqa: S603 - fixed commands; names are checked or end options
            ["git", "-C", str(folder), *_OPTIONS, *arguments],  # noqa: S607 - git is looked up on PATH
            input=given,
            capture_output=True,
            check=False,
            env=_environment(),
        )
    except FileNotFoundError as error:
        raise GitError("git is not installed, or not on the PATH") from error
    except (OSError, ValueError) as error:
        # What is called so on the PATH may be no program, and what was asked no text of a system.
        raise GitError("git cannot be run: {problem}", problem=error) from error
    if run.returncode != 0:
        raise _refused(folder, run.stderr.decode("utf-8", "replace"))
    return run.stdout


def _environment() -> dict[str, str]:
    # Variables such as GIT_DIR would lead to another repository than the folder's own.
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name.startswith("GIT_CONFIG")
    }
    return {**kept, **_ENVIRONMENT}


def _refused(folder: Path, complaint: str) -> GitError:
    if "dubious ownership" in complaint:
        return GitError(
            "git does not trust the owner of {folder}; see its setting safe.directory",
            folder=folder,
        )
    if "not a git repository" in complaint:
        return GitError("{folder} is not inside a git repository", folder=folder)
    if "promisor" in complaint:
        return GitError(
            "this clone does not hold the text of all files; fetch it with: "
            "git fetch --refetch --no-filter"
        )
    lines = complaint.strip().splitlines() or ["without a word"]
    return GitError("git refused: {problem}", problem=lines[-1])
