"""A release happens when everything agrees, and else everything that does not is said at once."""

from datetime import date
from pathlib import Path

import pytest

from tests.release.distribution import DistributionError
from tests.release.releasing import obstacles, put_tag, read_version
from tests.repositories import git, start, write

TODAY = date(2026, 11, 21)
PROJECT = '[project]\nname = "x"\nversion = "1.2.0"\n'
CHANGELOG = """\
# Changelog

Words.

## 1.2.0, 2026-11-20

### Pages

- More.

## 1.1.0, 2026-01-01

- Less.
"""


def repository(folder: Path, changelog: str = CHANGELOG) -> Path:
    start(folder, {"pyproject.toml": PROJECT, "CHANGELOG.md": changelog})
    return folder


def in_the_way(root: Path) -> list[str]:
    return list(obstacles(root, read_version(root), TODAY, lambda root: root))


def test_nothing_is_in_the_way_of_what_agrees(tmp_path: Path) -> None:
    assert in_the_way(repository(tmp_path)) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("1.2.0", "1.3.0", "pyproject.toml says 1.2.0, the first section of CHANGELOG.md 1.3.0"),
        ("2026-11-20", "unreleased", "says 'unreleased' where it should have a day such as 2026"),
        ("2026-11-20", "2026-11-22", "says '2026-11-22' where it should have a day"),
        ("## ", "### ", "the first section of CHANGELOG.md nothing"),
    ],
)
def test_a_changelog_that_says_something_else_is_in_the_way(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    found = in_the_way(repository(tmp_path, CHANGELOG.replace(old, new)))
    assert any(told in obstacle for obstacle in found)


def test_changes_and_an_old_tag_and_a_broken_build_are_all_told(tmp_path: Path) -> None:
    root = repository(tmp_path)
    git(root, "tag", "v1.2.0")
    write(root, {"new.txt": "new"})

    def broken(root: Path) -> None:
        raise DistributionError(f"{root.name} does not build")

    assert list(obstacles(root, read_version(root), TODAY, broken)) == [
        "the working tree holds changes that are not committed",
        "the tag v1.2.0 exists already",
        f"{root.name} does not build",
    ]


def test_the_tag_carries_the_section_of_its_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = repository(tmp_path)
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "T")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "t@example.com")
    put_tag(root, read_version(root))
    message = git(root, "tag", "--list", "--format=%(contents)", "v1.2.0")
    assert message == "Journeybook 1.2.0\n\n### Pages\n\n- More."


def test_our_own_changelog_has_a_section_for_our_version() -> None:
    version = read_version(Path(__file__).parents[2])
    assert version.number == version.changelog_number
    assert version.notes
