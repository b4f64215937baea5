"""Since when something is assumed: told by the history of its line, where there is one."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from journeybook.adapters.cli import main
from journeybook.adapters.disk.git.line_history import line_days, lines_of
from journeybook.adapters.disk.keeping.kept import FOLDER
from journeybook.adapters.disk.sites.configuration import find_folders
from tests.repositories import HANDBOOK, git

STEP = "content/journeys/buyer/purchase.md"


def commit(root: Path, day: str, files: Mapping[str, str]) -> None:
    """Write some files and commit them, as of a day."""
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    git(root, "add", "--all")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GIT_COMMITTER_DATE", f"{day}T12:00:00")
        git(root, "commit", "--quiet", "-m", "Write")


def journeybook(*arguments: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, arguments)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("past")
    git(root, "init", "--quiet")
    first = HANDBOOK[STEP]
    commit(root, "2025-02-01", HANDBOOK)
    # A line that only moves is as old as it was; one that says something else is new.
    second = first.replace("  - An answer within a day\n", "").replace(
        "touchpoints:\n", "  - text: An answer within a day\ntouchpoints:\n"
    )
    commit(root, "2026-03-01", {STEP: second.replace("{score: 0}", "{score: 1}")})
    git(root, "mv", STEP, "content/journeys/buyer/order.md")
    commit(root, "2026-10-01", {"content/journeys/buyer/order.md": _with_phase(root)})
    return root


def _with_phase(root: Path) -> str:
    text = (root / "content/journeys/buyer/order.md").read_text("utf-8")
    return text.replace("---\n", "---\nphase: purchase\n", 1).replace(
        "needs: [A price on one page]\n", "needs:\n  - A price on one page\n  - A talk\n"
    )


def test_a_line_is_as_old_as_what_it_says(root: Path) -> None:
    days = line_days(find_folders(root))["content/journeys/buyer/order.md"]
    assert days["What does it cost?, id: cost"] == date(2025, 2, 1)
    assert days["An answer within a day"] == date(2025, 2, 1)
    assert days["A talk"] == date(2026, 10, 1)
    assert days["emotion: {score: 1"] == date(2026, 3, 1)
    assert "emotion: {score: 0" not in days


def test_it_is_read_once_for_each_commit(root: Path) -> None:
    first = line_days(find_folders(root))
    (kept,) = (root / FOLDER / "line-days").iterdir()
    kept.write_bytes(b'{"content/a.md": {"x": "2020-01-01"}}')
    assert line_days(find_folders(root)) == {"content/a.md": {"x": date(2020, 1, 1)}}
    for spoilt in (b"", b"[]", b'{"content/a.md": ["x"]}', b'{"a": {"b": 1}}', b"[" * 100_000):
        kept.write_bytes(spoilt)
        assert line_days(find_folders(root)) == first


def test_an_old_assumption_is_told_with_its_day(root: Path) -> None:
    done = journeybook("check", str(root), "--all", "--today", "2026-11-21")
    assert "Assumed since 1 February 2025 and never tested: “What does it cost?”" in done.output
    assert "never tested: “A talk”" not in done.output


def test_a_clone_that_is_cut_off_says_nothing(root: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{root}", "cut")
    assert line_days(find_folders(tmp_path / "cut")) == {}
    done = journeybook("check", str(tmp_path / "cut"), "--all", "--today", "2026-11-21")
    assert "Assumed since" not in done.output


def test_a_line_that_looks_like_a_head_is_a_line() -> None:
    told = (
        "\0" + "2026-01-01\n\n--- /dev/null\n+++ b/a.md\n@@ -0,0 +1,2 @@\n+++ b/other.md\n+- Text"
    )
    assert lines_of(told.split("\n")) == {
        "a.md": {"++ b/other.md": date(2026, 1, 1), "Text": date(2026, 1, 1)}
    }
