"""Says what keeps a version from being released, and tags it."""

import re
import subprocess
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.release.distribution import DistributionError

_SECTION = re.compile(
    r"^## (?P<version>\S+), (?P<day>.+)\n(?P<text>(?:(?!## ).*\n?)*)", re.MULTILINE
)


@dataclass(frozen=True, kw_only=True)
class Version:
    """What is to be released: its number, and what the changelog says of it."""

    number: str
    changelog_number: str
    day: str
    notes: str

    @property
    def tag(self) -> str:
        """The name of its tag in git."""
        return f"v{self.number}"


def read_version(root: Path) -> Version:
    """Read the number in pyproject.toml and the first section of the changelog."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    section = _SECTION.search((root / "CHANGELOG.md").read_text("utf-8"))
    return Version(
        number=project["version"],
        changelog_number=section["version"] if section else "",
        day=section["day"] if section else "",
        notes=section["text"].strip() if section else "",
    )


def obstacles(
    root: Path, version: Version, today: date, distribute: Callable[[Path], object]
) -> Iterator[str]:
    """Everything that keeps the version from being released today."""
    if _git(root, "status", "--porcelain"):
        yield "the working tree holds changes that are not committed"
    if _git(root, "tag", "--list", version.tag):
        yield f"the tag {version.tag} exists already"
    if version.number != version.changelog_number:
        yield (
            f"pyproject.toml says {version.number}, "
            f"the first section of CHANGELOG.md {version.changelog_number or 'nothing'}"
        )
    if not _is_past(version.day, today):
        yield (
            f"the section of CHANGELOG.md says '{version.day}' "
            f"where it should have a day such as {today}"
        )
    try:
        distribute(root)
    except DistributionError as error:
        yield str(error)


def put_tag(root: Path, version: Version) -> None:
    """Tag the commit that is checked out, with the changelog's section as the tag's message."""
    title = f"Journeybook {version.number}"
    # Headings of the changelog begin with the sign that git takes for a comment.
    _git(
        root, "tag", "--annotate", "--cleanup=whitespace", version.tag,
        f"--message={title}", f"--message={version.notes}",
    )  # fmt: skip


def _is_past(day: str, today: date) -> bool:
    try:
        return date.fromisoformat(day) <= today
    except ValueError:
        return False


def _git(root: Path, *arguments: str) -> str:
    run = subprocess.run(["git", *arguments], cwd=root, capture_output=True, text=True, check=True)
    return run.stdout.strip()
