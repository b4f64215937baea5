"""The handbooks of the snapshots: one text file each, written to a git repository of its own.

    A sentence on what the handbook shows.

    -- content/personas/cfo.md --
    # CFO

    -- content/personas/cto.md (gone) --

A file that is gone is left out of a state that is told as a change of an earlier one.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from tests.repositories import commit, git, start

HANDBOOKS = Path(__file__).parent / "handbooks"
_HEAD = re.compile(r"^-- (?P<path>.+?)(?P<gone> \(gone\))? --$")
_SETTINGS = """site_name: A handbook
docs_dir: content
repo_url: https://example.com/repo/
edit_uri: edit/main/content/
use_directory_urls: {directories}
theme: {{name: mkdocs}}
"""


def read(name: str) -> Mapping[str, str | None]:
    """Read the files of a handbook; None stands for one that is gone."""
    files: dict[str, str | None] = {}
    lines: list[str] = []
    path = ""
    text = (HANDBOOKS / f"{name}.txt").read_text(encoding="utf-8")
    for line in [*text.splitlines(), "-- end --"]:
        if not (head := _HEAD.match(line)):
            lines.append(line)
            continue
        if path and path not in files:
            files[path] = "\n".join(lines).strip("\n") + "\n"
        path, lines = head["path"], []
        if head["gone"]:
            files[path] = None
    return files


def settle(name: str, folder: Path, *, directories: bool = True) -> Path:
    """Write a handbook into a repository of its own, and give its folder."""
    settings = {"mkdocs.yml": _SETTINGS.format(directories=str(directories).lower())}
    start(folder, {**settings, **read(name)}, day="2026-08-21")
    git(folder, "tag", "before")
    return folder


def change(name: str, folder: Path) -> None:
    """Commit a change of the handbook, with a month of nothing before it."""
    commit(folder, {"readme.txt": "Nothing yet.\n"}, day="2026-09-21")
    commit(folder, read(name), day="2026-11-20")
    git(folder, "tag", "after")
