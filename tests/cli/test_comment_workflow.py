"""The step that comments on a pull request, run in a shell with a code host made of paper."""

import json
import os
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.repositories import HANDBOOK, commit, git, start
from tests.sites import ROOT

MARKER = "<!-- journeybook:diff -->"
BOOK = "repos/org/book"
PURCHASE = "content/journeys/buyer/purchase.md"
# Answers what a code host would, after as many times as FAIL says that it does not answer.
GH = """#!/bin/bash
echo "$@" >> "$CALLS"
left=$(cat "$FAILS")
if [ "$left" -gt 0 ]; then echo $((left - 1)) > "$FAILS"; echo "HTTP 502" >&2; exit 1; fi
case "$*" in
  *"--paginate"*) echo "$KNOWN" ;;
  *"--input -"*) cat >> "$CALLS.input" ;;
esac
"""
WAITING = "#!/bin/bash\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A clone of the branch a pull request goes to, with a `gh` that writes down its calls."""
    start(tmp_path / "org/book")
    git(tmp_path / "org/book", "switch", "--quiet", "--create", "theirs")
    clone(tmp_path)
    for name, text in (("gh", GH), ("sleep", WAITING)):
        tool = tmp_path / "bin" / name
        tool.parent.mkdir(exist_ok=True)
        tool.write_text(text, "utf-8")
        tool.chmod(0o755)
    return tmp_path


def clone(place: Path) -> None:
    """Clone what the workflow would check out."""
    git(place, "clone", "--quiet", "--branch", "main", f"file://{place}/org/book", "clone")


def comment(
    place: Path, files: dict[str, str], *, known: str = "", fails: int = 0
) -> tuple[int, list[str], str]:
    """Propose files and run the step; give its exit code, the writing calls and the text."""
    head = commit(place / "org/book", files)
    workflow = yaml.safe_load((ROOT / ".github/workflows/handbook-comment.yml").read_text("utf-8"))
    (step,) = (one for one in workflow["jobs"]["comment"]["steps"] if "env" in one)
    calls = place / "calls"
    (place / "fails").write_text(str(fails), "utf-8")
    run = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=place / "clone",
        env={
            **{name: os.environ[name] for name in ("HOME", "PYTHONPATH") if name in os.environ},
            "PATH": f"{place}/bin:{ROOT}/.venv/bin:{os.environ['PATH']}",
            "CALLS": str(calls),
            "FAILS": str(place / "fails"),
            "KNOWN": known,
            "SERVER": f"file://{place}",
            "REPOSITORY": "org/book",
            "NUMBER": "7",
            "BASE": git(place / "clone", "rev-parse", "HEAD"),
            "HEAD": head,
            "MARKER": MARKER,
            "PREVIEW": "https://{branch}.preview.example.com/{number}",
            "BRANCH": "Their/$(touch sprung) prices",
            "GH_TOKEN": "token",
            "RUNNER_TEMP": str(place),
            "GITHUB_STEP_SUMMARY": str(place / "summary"),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    lines = calls.read_text("utf-8").splitlines() if calls.is_file() else []
    text = (place / "comment.md").read_text("utf-8") if (place / "comment.md").is_file() else ""
    return run.returncode, [line for line in lines if "--method" in line], text + run.stderr


HAPPIER = {PURCHASE: HANDBOOK[PURCHASE].replace("score: 0", "score: 2")}


def test_the_first_review_becomes_a_comment(place: Path) -> None:
    code, calls, text = comment(place, HAPPIER)
    assert code == 0
    body = f"--field body=@{place}/comment.md"
    assert calls == [f"api --silent --method POST {BOOK}/issues/7/comments {body}"]
    assert text.startswith(f"{MARKER}\n")
    assert "**Feels better**" in text
    assert f"file://{place}/org/book/blob/" in text


def test_a_later_review_takes_its_place(place: Path) -> None:
    code, calls, _ = comment(place, HAPPIER, known="42\n43")
    assert code == 0
    assert [call.split(" --field")[0] for call in calls] == [
        f"api --silent --method PATCH {BOOK}/issues/comments/42"
    ]


def test_a_host_that_does_not_answer_once_is_asked_again(place: Path) -> None:
    code, calls, _ = comment(place, HAPPIER, fails=2)
    assert (code, len(calls)) == (0, 1)


def test_a_host_that_does_not_answer_is_told_and_fails(place: Path) -> None:
    code, calls, text = comment(place, HAPPIER, fails=9)
    assert (code, calls) == (1, [])
    assert "The code host did not answer" in text
    assert "**Feels better**" in (place / "summary").read_text("utf-8")


def test_only_the_robots_own_comment_is_updated() -> None:
    workflow = (ROOT / ".github/workflows/handbook-comment.yml").read_text("utf-8")
    assert 'select(.user.login == "github-actions[bot]" and' in workflow


def test_nothing_of_the_pull_request_is_checked_out_or_run(place: Path) -> None:
    trap = f"import os; os.system('touch {place}/sprung')\n"
    hostile = {
        "setup.py": trap,
        "conftest.py": trap,
        "journeybook.py": trap,
        "mkdocs.yml": "docs_dir: content\nhooks: [conftest.py]\n",
        "content/personas/evil.md": "---\ntitle: '`$(touch sprung)` ::error::'\n---\n",
    }
    code, _, text = comment(place, hostile)
    assert code == 0
    assert "New persona" in text
    assert not (place / "sprung").exists()
    assert not (place / "clone/sprung").exists()
    assert not (place / "clone/setup.py").exists()


MISSPELT = {"content/personas/new.md": "---\nextends: buyr\nchannels: [serch]\n---\n# N ```\n"}


def test_what_was_meant_is_suggested_at_its_line_once(place: Path) -> None:
    code, calls, _ = comment(place, MISSPELT)
    assert code == 0
    made = [json.loads(line) for line in (place / "calls.input").read_text("utf-8").splitlines()]
    assert sum("pulls/7/comments --input -" in call for call in calls) == len(made) == 2
    assert [(one["path"], one["line"], one["side"]) for one in made] == [
        ("content/personas/new.md", 3, "RIGHT"),
        ("content/personas/new.md", 2, "RIGHT"),
    ]
    assert "\n```suggestion\nextends: buyer\n```\n" in made[1]["body"]
    assert "\n```suggestion\nchannels: [search]\n```\n" in made[0]["body"]
    (place / "calls").unlink()
    again = {**MISSPELT, "content/personas/other.md": "# Other\n"}
    code, calls, _ = comment(place, again, known="\n".join(one["body"] for one in made))
    assert code == 0
    assert not any("pulls/7/comments" in call for call in calls)


def test_pages_of_a_preview_are_linked(place: Path) -> None:
    _, _, text = comment(place, HAPPIER)
    assert "(https://their-touch-sprung-prices.preview.example.com/7/journeys/buyer/#" in text
