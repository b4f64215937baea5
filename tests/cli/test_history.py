"""`journeybook history` and `journeybook export --at`: a handbook as it was."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from journeybook.adapters.cli import main
from tests.repositories import HANDBOOK, commit, git, start

PRICES = "content/assets/price-list.md"
RETIRED = {PRICES: HANDBOOK[PRICES].replace("status: published", "status: retired")}
BROKEN = {"content/personas/user.md": "---\nextends: nobody\n---\n# The user\n"}


@pytest.fixture
def past(tmp_path: Path) -> Path:
    """A handbook with a history: nothing yet, whole, with a mistake, and with an answer less."""
    start(tmp_path, {"readme.md": "Soon.\n"}, day="2026-01-05")
    commit(tmp_path, {**HANDBOOK, "mkdocs.yml": "docs_dir: content\n"}, day="2026-02-02")
    git(tmp_path, "tag", "v1")
    commit(tmp_path, BROKEN, day="2026-03-02")
    commit(tmp_path, {"readme.md": "Now.\n"}, day="2026-03-03")
    commit(tmp_path, {**RETIRED, "content/personas/user.md": None}, day="2026-04-06")
    return tmp_path


def history(folder: Path, *arguments: str) -> Result:
    """Run the command in a folder."""
    return CliRunner().invoke(main, ["history", "--path", str(folder), *arguments])


def points(folder: Path, *arguments: str) -> list[dict[str, object]]:
    """Give the points that the command tells."""
    found = json.loads(history(folder, "--format", "json", *arguments).stdout)
    assert isinstance(found, list)
    return found


def test_the_last_commit_of_each_period_is_measured_as_of_its_day(past: Path) -> None:
    rows = history(past).output.splitlines()[1:]
    assert [row.split()[0] for row in rows] == [
        "2026-01-05", "2026-02-02", "2026-03-03", "2026-04-06",
    ]  # fmt: skip
    assert "no handbook" in rows[0]
    assert "1/2" in rows[1]
    assert "does not compile: 1 error" in rows[2]
    assert "0/2" in rows[3].split()


@pytest.mark.parametrize(
    ("arguments", "days"),
    [
        (("--every", "month"), ["2026-01-05", "2026-02-02", "2026-03-03", "2026-04-06"]),
        (("--every", "tag"), ["2026-02-02"]),
        (("--since", "2026-03-01"), ["2026-03-03", "2026-04-06"]),
        (("--since", "2027-01-01"), []),
    ],
)
def test_what_is_looked_at_can_be_chosen(
    past: Path, arguments: tuple[str, ...], days: list[str]
) -> None:
    assert [one["day"] for one in points(past, *arguments)] == days


def test_csv_holds_every_journey_phase_and_persona(past: Path) -> None:
    text = history(past, "--format", "csv").stdout_bytes.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    last = [row for row in rows if row["date"] == "2026-04-06"]
    assert [(row["scope"], row["id"]) for row in last] == [
        ("handbook", ""), ("journey", "buyer"), ("phase", "awareness"), ("phase", "purchase"),
        ("persona", "buyer"),
    ]  # fmt: skip
    assert (last[0]["answered"], last[0]["answered_of"]) == ("0", "2")
    assert rows[0]["remark"] == "no handbook"


def test_the_drawing_says_what_it_shows(past: Path) -> None:
    svg = history(past, "--format", "svg").stdout
    tree = ET.fromstring(svg)  # noqa: S314 - our own drawing
    words = [one.text for one in tree.iter() if one.text]
    assert "How the handbook did" in words
    assert "2026-03-03: does not compile: 1 error" in words
    assert "The buyer's journey" in words
    # Every chart has a scale, and says what it was at first, at last, and what changed.
    assert {"100%", "0"} <= set(words)
    at = words.index("Questions answered: 0/2")
    assert words[at + 1 : at + 6] == ["100%", "0", "score 50%", "0%", "−50 points"]
    assert "http" not in svg.replace("http://www.w3.org/2000/svg", "")


def test_what_was_measured_is_not_measured_again(
    past: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = history(past, "--format", "json").stdout
    monkeypatch.setattr("journeybook.adapters.disk.versions.looking_back.measured", None)
    assert history(past, "--format", "json").stdout == first
    assert history(past, "--fresh").exception is not None
    assert git(past, "status", "--porcelain") == ""


def test_a_commit_dated_before_its_parent_stands_where_its_day_is(past: Path) -> None:
    commit(past, {"readme.md": "Late.\n"}, day="2026-02-20")
    assert [one["day"] for one in points(past, "--every", "month")] == [
        "2026-01-05", "2026-02-20", "2026-03-03", "2026-04-06",
    ]  # fmt: skip


def test_each_handbook_of_a_repository_remembers_its_own(tmp_path: Path) -> None:
    start(tmp_path, {f"shop/{path}": text for path, text in HANDBOOK.items()})
    commit(tmp_path, {"care/content/personas/user.md": "# The user\n"})
    shop, care = (history(tmp_path / name).stdout.splitlines()[-1] for name in ("shop", "care"))
    assert "  1/2  " in shop
    assert "  1/2  " not in care


def test_a_spoiled_memory_is_no_obstacle(past: Path) -> None:
    first = history(past).output
    (past / ".git/journeybook/history.json").write_text("{", "utf-8")
    assert history(past).output == first


def test_a_repository_without_a_commit(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    told = history(tmp_path)
    assert (told.exit_code, "nothing is committed here yet" in told.stderr) == (2, True)


def test_export_gives_the_handbook_as_it_was(past: Path) -> None:
    def exported(*arguments: str) -> dict[str, object]:
        done = CliRunner().invoke(main, ["export", str(past), *arguments])
        found = json.loads(done.stdout)
        assert isinstance(found, dict)
        return found

    then = exported("--at", "v1")
    assert then["today"] == "2026-02-02"
    assert "published" in json.dumps(then["assets"])
    assert exported("--at", "v1", "--today", "2026-05-05")["today"] == "2026-05-05"
    assert "retired" in json.dumps(exported("--at", "HEAD")["assets"])
    unknown = CliRunner().invoke(main, ["export", str(past), "--at", "nowhere"])
    assert (unknown.exit_code, "is no branch, tag or commit" in unknown.output) == (2, True)


def test_nothing_that_git_is_told_elsewhere_gets_in_the_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = tmp_path / "ran"
    order = f"touch {ran}"
    book = tmp_path / "book"
    start(book, HANDBOOK, day="2026-02-10")
    for key in ("core.fsmonitor", "core.pager", "gpg.program", "diff.external"):
        git(book, "config", key, order)
    git(book, "tag", "v1")
    for setting in (
        ("log.showSignature", "true"),
        ("i18n.logOutputEncoding", "utf-16"),
        ("log.excludeDecoration", "refs/tags/*"),
    ):
        git(book, "config", *setting)
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", order)
    monkeypatch.setenv("GIT_WORK_TREE", str(tmp_path))
    run = history(book, "--format", "csv", "--every", "tag")
    assert run.exit_code == 0, run.output
    assert "2026-02-10" in run.output
    assert not ran.exists()


def test_a_clock_that_was_set_wrong_is_no_obstacle(past: Path) -> None:
    head = git(past, "cat-file", "commit", "HEAD")
    for seconds in ("99999999999999", "-1", "253402300800"):
        wrong = re.sub(r"^(committer .*>) .*$", rf"\1 {seconds} +0000", head, flags=re.MULTILINE)
        (past / "commit").write_text(f"{wrong}\n", "utf-8")
        odd = git(past, "hash-object", "-t", "commit", "-w", "--literally", "commit")
        (past / ".git/HEAD").write_text(f"{odd}\n", "utf-8")
        assert "1970-01-01" in history(past).output
        assert CliRunner().invoke(main, ["export", str(past), "--at", odd]).exit_code == 0


def test_the_day_of_a_commit_is_that_of_who_committed_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start(tmp_path, HANDBOOK, day="2026-02-10")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-03-01T00:30:00+0100")
    git(tmp_path, "commit", "--quiet", "--allow-empty", "--message=At night")
    run = CliRunner().invoke(main, ["history", "--path", str(tmp_path), "--format", "csv"])
    assert "2026-03-01" in run.output
    assert "2026-02-28" not in run.output


def test_a_shallow_clone_says_that_its_history_begins_late(past: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{past}", "clone")
    done = history(tmp_path / "clone")
    assert done.exit_code == 0
    assert "this clone is shallow" in done.stderr
    assert "shallow" not in done.stdout
    assert "shallow" not in history(past).stderr


def test_publishing_what_gaps_waited_for_is_seen(tmp_path: Path) -> None:
    paper = (
        "---\ntype: blog\nstatus: {}\npersonas: [buyer]\nphases: [awareness]\ncta: Read on\n"
        "answers: [buyer/awareness#stops]\n---\n# Why it stops\n"
    )
    path = "content/assets/why.md"
    start(tmp_path, HANDBOOK, day="2026-01-05")
    commit(tmp_path, {path: paper.format("draft")}, day="2026-02-02")
    commit(tmp_path, {path: paper.format("published\npublished: 2026-03-01")}, day="2026-03-02")
    whole = [one["measures"][0] for one in json.loads(history(tmp_path, "--format", "json").stdout)]
    before, drafted, published = whole
    assert before["moves"] is None
    assert drafted["moves"]["filled"] == before["gaps"] - drafted["gaps"] > 0
    assert published["gaps"] <= drafted["gaps"]
    assert published["moves"]["closed"] >= drafted["moves"]["filled"]
    head, *rows = history(tmp_path).output.splitlines()
    assert ["Gaps opened" in head, "Gaps closed" in head] == [True, True]
    assert rows[-1].rstrip().endswith(str(published["moves"]["closed"]))


def test_a_list_beside_the_handbook_counts_as_it_was(tmp_path: Path) -> None:
    folder, head = tmp_path / "book", "URL,Title,Persona,Phase,Status\n"
    inside = {f"book/{path}": text for path, text in {**HANDBOOK, PRICES: "# None\n"}.items()}
    source = {"book/site_config/inventory.yml": "sources:\n  - file: ../web/pages.csv\n"}
    start(tmp_path, {**inside, **source, "web/pages.csv": f"{head}/a,A,,,\n"}, day="2026-02-02")
    git(tmp_path, "tag", "v1")
    page = f"{head}/a,A,buyer,purchase,published\n"
    commit(tmp_path, {"web/pages.csv": page}, day="2026-02-02")
    git(tmp_path, "tag", "v2")
    found = history(folder, "--every", "tag", "--format", "json").stdout
    first, second = (one["measures"] for one in json.loads(found))
    assert first != second
    assert "does not compile" not in history(folder, "--every", "tag").output


def test_content_that_git_holds_no_text_of_is_said_to_be_missing(tmp_path: Path) -> None:
    folder = tmp_path / "book"
    source = {"site_config/inventory.yml": "sources:\n  - file: ../pages.csv\n"}
    start(folder, {**HANDBOOK, **source}, day="2026-02-02")
    (tmp_path / "pages.csv").write_text("URL,Title\n/a,A\n", "utf-8")
    told = history(folder).output
    assert "does not compile" not in told
    assert "without what git holds no text of: ../pages.csv" in told


def test_a_list_that_git_is_told_to_leave_alone_is_said_to_be_missing(tmp_path: Path) -> None:
    source = {"site_config/inventory.yml": "sources:\n  - file: lists/pages.csv\n"}
    start(tmp_path, {**HANDBOOK, **source, ".gitignore": "lists/\n"}, day="2026-02-02")
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists/pages.csv").write_text("URL,Title\n/a,A\n", "utf-8")
    told = history(tmp_path).output
    assert "does not compile" not in told
    assert "without what git holds no text of: lists/pages.csv" in told
