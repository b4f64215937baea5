"""The job that comments on merge requests, run in a shell with a GitLab made of paper."""

import json
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from journeybook.adapters.cli import main
from tests.repositories import HANDBOOK, commit, git, start
from tests.sites import ROOT

MARKER = "<!-- journeybook:diff -->"
PURCHASE = "content/journeys/buyer/purchase.md"
HAPPIER = {PURCHASE: HANDBOOK[PURCHASE].replace("score: 0", "score: 2")}
ME = 5


@dataclass
class Host:
    """What a GitLab knows and was told; it answers 502 as often as it `fails`.

    Nobody may write to the merge request that is `locked`.
    """

    requests: list[dict[str, Any]] = field(default_factory=list)
    notes: list[dict[str, Any]] = field(default_factory=list)
    told: list[tuple[str, str, str]] = field(default_factory=list)
    fails: int = 0
    locked: int = 0

    def answer(self, method: str, path: str, body: str) -> object:
        """Answer as GitLab would."""
        if method != "GET":
            self.told.append((method, path, json.loads(body)["body"]))
            return {}
        if path == "/user":
            return {"id": ME}
        # Two pages, so that whoever reads the first alone misses its own note.
        notes = self.notes[1:] if "&page=2" in path else self.notes[:1]
        return notes if "/notes" in path else self.requests


@pytest.fixture
def host() -> Iterator[tuple[Host, str]]:
    """A GitLab on loopback, and the address of its API."""
    known = Host()

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            body = self.rfile.read(length).decode()
            known.fails -= 1
            if known.fails >= 0 or self.headers["PRIVATE-TOKEN"] != "token":
                self.send_error(502)
                return
            if self.command != "GET" and f"/{known.locked}/" in self.path:
                self.send_error(403)
                return
            data = json.dumps(known.answer(self.command, self.path, body)).encode()
            self.send_response(200)
            if "/notes" in self.path and "&page=1" in self.path and len(known.notes) > 1:
                self.send_header("X-Next-Page", "2")
            self.end_headers()
            self.wfile.write(data)

        do_GET = do_PUT = do_POST = _answer  # noqa: N815 - names of the library

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield known, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def propose(place: Path, files: dict[str, str]) -> str:
    """Make a merge request of a stranger's commit in a repository and clone the default branch."""
    start(place / "book")
    assert CliRunner().invoke(main, ["ci", "gitlab", str(place / "book")]).exit_code == 0
    commit(place / "book", {})
    git(place / "book", "switch", "--quiet", "--create", "theirs")
    head = commit(place / "book", files)
    git(place / "book", "update-ref", "refs/merge-requests/7/head", head)
    git(place / "book", "switch", "--quiet", "main")
    git(place / "book", "branch", "--quiet", "-D", "theirs")
    git(place, "clone", "--quiet", f"file://{place}/book", "clone")
    return head


def comment(place: Path, api: str) -> subprocess.CompletedProcess[str]:
    """Run the job."""
    jobs = yaml.safe_load((place / "clone/.gitlab/handbook.yml").read_text("utf-8"))
    script = "\n".join(jobs["handbook-comment"]["script"])
    assert "(0, 2, 8, 30)" in script
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script.replace("(0, 2, 8, 30)", "(0,) * 4")],
        cwd=place / "clone",
        env={
            "HOME": os.environ.get("HOME", ""),
            "PATH": f"{ROOT}/.venv/bin:{os.environ['PATH']}",
            "CI_API_V4_URL": api,
            "CI_PROJECT_ID": "1",
            "CI_PROJECT_URL": "https://gitlab.example.com/org/book",
            "CI_PROJECT_DIR": str(place / "clone"),
            "JOURNEYBOOK_TOKEN": "token",
            "HANDBOOK_PREVIEW": "https://{branch}.preview.example.com/{number}",
        },
        capture_output=True,
        text=True,
        check=False,
    )


def request(head: str) -> dict[str, Any]:
    """A merge request as GitLab lists it."""
    branches = {"target_branch": "main", "source_branch": "Their/{number} prices"}
    return {"iid": 7, "sha": head, **branches, "title": "$(touch sprung)"}


def test_a_merge_request_gets_a_comment_of_the_trusted_side(
    tmp_path: Path, host: tuple[Host, str]
) -> None:
    known, api = host
    trap = "import os; os.system('touch sprung')\n"
    head = propose(tmp_path, {**HAPPIER, "journeybook.py": trap, "setup.py": trap})
    known.requests, known.fails = [request(head)], 2
    done = comment(tmp_path, api)
    assert done.returncode == 0, done.stderr
    ((method, path, text),) = known.told
    assert (method, path) == ("POST", "/projects/1/merge_requests/7/notes")
    assert text.startswith(f"{MARKER}\n")
    assert "**Feels better**" in text
    assert f"/-/blob/{head}/{PURCHASE}#L" in text
    assert "(https://their-number-prices.preview.example.com/7/journeys/buyer/#" in text
    assert not list(tmp_path.rglob("sprung"))
    assert not (tmp_path / "clone/setup.py").exists()


def test_only_its_own_note_is_written_again_and_only_for_another_commit(
    tmp_path: Path, host: tuple[Host, str]
) -> None:
    known, api = host
    head = propose(tmp_path, HAPPIER)
    known.requests = [request(head)]
    forged = {"id": 1, "author": {"id": 9}, "body": f"{MARKER} ({head[:7]})"}
    known.notes = [forged, {"id": 2, "author": {"id": ME}, "body": f"{MARKER} (0000000)"}]
    assert comment(tmp_path, api).returncode == 0
    ((method, path, text),) = known.told
    assert (method, path) == ("PUT", "/projects/1/merge_requests/7/notes/2")
    known.notes[1]["body"], known.told = text, []
    assert comment(tmp_path, api).returncode == 0
    assert known.told == []


def test_one_that_may_not_be_written_to_keeps_nothing_from_the_others(
    tmp_path: Path, host: tuple[Host, str]
) -> None:
    known, api = host
    head = propose(tmp_path, HAPPIER)
    git(tmp_path / "book", "update-ref", "refs/merge-requests/8/head", head)
    known.requests, known.locked = [request(head), {**request(head), "iid": 8}], 7
    done = comment(tmp_path, api)
    assert (done.returncode, "!7 could not be compared or commented on" in done.stderr) == (1, True)
    assert [path for _, path, _ in known.told] == ["/projects/1/merge_requests/8/notes"]


def test_a_host_that_does_not_answer_is_told(tmp_path: Path, host: tuple[Host, str]) -> None:
    known, api = host
    known.fails = 99
    propose(tmp_path, {})
    done = comment(tmp_path, api)
    assert (done.returncode, "The code host did not answer" in done.stderr) == (1, True)


def test_no_pipeline_of_a_merge_request_may_write(tmp_path: Path) -> None:
    start(tmp_path)
    assert CliRunner().invoke(main, ["ci", "gitlab", str(tmp_path)]).exit_code == 0
    text = (tmp_path / ".gitlab/handbook.yml").read_text("utf-8")
    jobs = yaml.safe_load(text)
    (rule,) = jobs["handbook-comment"]["rules"]
    assert "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH" in rule["if"]
    assert "merge_request_event" not in rule["if"]
    using = [name for name, job in jobs.items() if "TOKEN" in json.dumps(job)]
    assert using == ["handbook-comment"]


def test_what_comments_on_a_schedule_publishes_nothing(tmp_path: Path) -> None:
    start(tmp_path)
    assert CliRunner().invoke(main, ["ci", "gitlab", str(tmp_path)]).exit_code == 0
    jobs = yaml.safe_load((tmp_path / ".gitlab/handbook.yml").read_text("utf-8"))
    always, asked = (rule["if"] for rule in jobs["pages"]["rules"])
    assert "!~ /^(schedule|trigger)$/" in always
    assert asked.endswith('== "schedule" && $HANDBOOK_PUBLISH')
