"""Since when each line of a handbook stands: one pass over its history, kept by commit."""

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from journeybook.adapters.disk.git.commits import read_changes
from journeybook.adapters.disk.git.repository import find_commit, find_repository
from journeybook.adapters.disk.git.running import GitError
from journeybook.adapters.disk.keeping.kept import FOLDER, keep
from journeybook.adapters.disk.sites.handbook_folders import Folders
from journeybook.sources.line_days import LineDays, line_key

_NAME = "line-days"
_HUNK = re.compile(r"@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@")


def line_days(folders: Folders) -> LineDays:
    """Give the day on which each line was written; nothing where git does not know all of it."""
    root = Path(folders.root)
    try:
        repository = find_repository(root)
        if repository.is_shallow:
            # What a clone was cut off before would seem to be of the day of the cut.
            return {}
        commit = find_commit(repository, "HEAD")
        file = f"{commit}.json"
        with suppress(OSError, ValueError, AttributeError, TypeError, RecursionError):
            return _read((root / FOLDER / _NAME / file).read_bytes())
        told = read_changes(repository, commit, _places(folders))
    except GitError:
        return {}
    found = lines_of(told.decode("utf-8", "replace").split("\n"), repository.inside)
    keep(root, _NAME, {file: _written(found)})
    return found


def _places(folders: Folders) -> tuple[str, ...]:
    return tuple(f"{folders.content}/{name}" for name in ("journeys", "personas"))


@dataclass(slots=True)
class _Past:
    # The lines of every file as of a commit, and those that the commit took away.
    files: dict[str, dict[str, date]] = field(default_factory=dict)
    day: date = date.min
    gone: dict[str, date] = field(default_factory=dict)
    come: list[tuple[str, str]] = field(default_factory=list)

    def settle(self) -> None:
        """Date what a commit brought: what it only moved is as old as it was."""
        for path, key in self.come:
            self.files.setdefault(path, {}).setdefault(key, self.gone.get(key, self.day))
        self.gone, self.come = {}, []

    def remove(self, path: str, key: str) -> None:
        """Take a line away, and remember how old it was."""
        day = self.files.get(path, {}).pop(key, None)
        if day is not None:
            self.gone[key] = day


def lines_of(told: Iterable[str], inside: str = "") -> LineDays:
    """Read changes as git tells them, the oldest first, into the day of each line that is left."""
    past, path, before, lines = _Past(), "", "", iter(told)
    for line in lines:
        if line.startswith("\0"):
            past.settle()
            past.day = _day(line[1:])
        elif line.startswith("rename from "):
            before = line.removeprefix(f"rename from {inside}")
        elif line.startswith("rename to "):
            path = line.removeprefix(f"rename to {inside}")
            past.files[path] = past.files.pop(before, {})
        elif line.startswith("--- "):
            before = line.removeprefix(f"--- a/{inside}").rstrip("\t")
        elif line.startswith("+++ "):
            is_gone = line == "+++ /dev/null"
            path = before if is_gone else line.removeprefix(f"+++ b/{inside}").rstrip("\t")
        elif hunk := _HUNK.match(line):
            _change(past, path, hunk, lines)
    past.settle()
    return past.files


def _change(past: _Past, path: str, hunk: re.Match[str], lines: Iterator[str]) -> None:
    # As many lines as its head says: a line of a file may look like a head itself.
    for _ in range(sum(int(one or 1) for one in hunk.groups())):
        line = next(lines, "")
        if line.startswith("\\"):
            line = next(lines, "")
        key = line_key(line[1:])
        if line.startswith("-"):
            past.remove(path, key)
        else:
            past.come.append((path, key))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return date.max


def _written(days: LineDays) -> bytes:
    plain = {path: {key: str(day) for key, day in own.items()} for path, own in days.items()}
    return json.dumps(plain, sort_keys=True).encode()


def _read(data: bytes) -> LineDays:
    plain = json.loads(data)
    return {
        path: {key: date.fromisoformat(day) for key, day in own.items()}
        for path, own in plain.items()
    }
