"""The step that comments on a pull request, run in a shell with a code host made of paper."""

import os
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.sites import ROOT

MARKER = "<!-- journeybook:diff -->"
HEAD = "a" * 40
BOOK = "repos/org/book"
TEXT = "--field body=@review/comment.md"
GH = """#!/bin/bash
echo "$@" >> "$CALLS"
case "$*" in
  *"--jq .head.sha") echo "%s" ;;
  *"--paginate"*) echo "$KNOWN" ;;
esac
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with a review in it, and a `gh` that writes down how it is called."""
    tool = tmp_path / "bin" / "gh"
    tool.parent.mkdir()
    tool.write_text(GH % HEAD, "utf-8")
    tool.chmod(0o755)
    review = tmp_path / "review"
    review.mkdir()
    (review / "number").write_text("7\n", "utf-8")
    (review / "comment.md").write_text(f"{MARKER}\n## Fine\n", "utf-8")
    return tmp_path


def comment(place: Path, *, known: str = "", head: str = HEAD) -> tuple[int, list[str]]:
    """Run the step; give its exit code and the writing calls."""
    workflow = yaml.safe_load((ROOT / ".github/workflows/handbook-comment.yml").read_text("utf-8"))
    (step,) = (one for one in workflow["jobs"]["comment"]["steps"] if "run" in one)
    calls = place / "calls"
    run = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=place,
        env={
            "PATH": f"{place}/bin:{os.environ['PATH']}",
            "CALLS": str(calls),
            "KNOWN": known,
            "HEAD": head,
            "REPOSITORY": "org/book",
            "MARKER": MARKER,
        },
        capture_output=True,
        check=False,
    )
    lines = calls.read_text("utf-8").splitlines() if calls.is_file() else []
    return run.returncode, [line for line in lines if "--method" in line]


def test_the_first_review_becomes_a_comment(place: Path) -> None:
    code, calls = comment(place)
    assert code == 0
    assert calls == [f"api --silent --method POST {BOOK}/issues/7/comments {TEXT}"]


def test_a_later_review_takes_its_place(place: Path) -> None:
    code, calls = comment(place, known="42")
    assert code == 0
    assert calls == [f"api --silent --method PATCH {BOOK}/issues/comments/42 {TEXT}"]


def test_a_review_of_another_pull_request_is_not_written(place: Path) -> None:
    assert comment(place, head="b" * 40) == (0, [])


@pytest.mark.parametrize("number", ["", "7; rm -rf /", "../8", "$(touch sprung)", "7\n8", "7" * 30])
def test_a_number_that_is_none_is_refused(place: Path, number: str) -> None:
    (place / "review/number").write_text(number, "utf-8")
    code, calls = comment(place)
    assert (code == 0, calls) == (False, [])
    assert not (place / "sprung").exists()


def test_a_text_that_is_no_review_is_refused(place: Path) -> None:
    (place / "review/comment.md").write_text("Buy now\n", "utf-8")
    assert comment(place) == (1, [])


@pytest.mark.parametrize("name", ["number", "comment.md"])
def test_a_link_out_of_the_review_is_refused(place: Path, name: str) -> None:
    secret = place / "secret"
    secret.write_text(f"{MARKER}\nsecret\n", "utf-8")
    (place / "review" / name).unlink()
    (place / "review" / name).symlink_to(secret)
    assert comment(place) == (1, [])
