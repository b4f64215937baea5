"""A whole handbook that moves into another folder of its site stays the handbook it was."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from journeybook.adapters.cli import main
from tests.cli.test_history import history
from tests.cli.test_new_since import check
from tests.cli.test_review import review
from tests.repositories import HANDBOOK, commit, git, start, write

ONE = "docs_dir: content\nplugins: [journeybook]\n"
SEVERAL = """\
docs_dir: content
plugins:
  - journeybook:
      handbooks:
        - {content: north, title: Brand North}
        - {content: south, title: Brand South}
"""
OTHER = {"content/south/personas/sam.md": "---\nowner: Ann\n---\n# Sam\n"}
ELSEWHERE = "docs_dir: docs\nplugins:\n  - journeybook: {content: team}\n"
AWARENESS = "journeys/buyer/awareness.md"
ACTION = "content/actions/call-back.md"


def moved(folder: str) -> dict[str, str | None]:
    """Give what takes all of the handbook into another folder."""
    there = {path.replace("content/", folder, 1): text for path, text in HANDBOOK.items()}
    return {**dict.fromkeys(HANDBOOK), **there}


@pytest.fixture
def past(tmp_path: Path) -> Path:
    """A handbook that was there for two months before it moved among several."""
    start(tmp_path, {**HANDBOOK, "mkdocs.yml": ONE}, day="2026-02-02")
    commit(tmp_path, {"content/about.md": "# About\n"}, day="2026-03-02")
    git(tmp_path, "tag", "alone")
    commit(tmp_path, {**moved("content/north/"), **OTHER, "mkdocs.yml": SEVERAL}, day="2026-04-06")
    return tmp_path


@pytest.mark.parametrize("head", [[], ["HEAD"]], ids=["on disk", "committed"])
def test_a_review_says_that_it_moved_and_what_is_new(past: Path, head: list[str]) -> None:
    north, south = review(past, "alone", *head).output.split("Brand South (content/south/)\n")
    told = "Moved to another folder: The whole handbook (content/ → content/north/)"
    assert told in north.splitlines()[1]
    assert f"  → {told} · mkdocs.yml:3" in north
    assert "New" not in north
    assert south.startswith("New handbook: 1 persona")


def test_it_moves_back_when_the_others_go(past: Path) -> None:
    back = {path: text for text, path in zip(HANDBOOK.values(), HANDBOOK, strict=True)}
    gone = dict.fromkeys(path for path in moved("content/north/") if "/north/" in path)
    commit(past, {**gone, **back, **dict.fromkeys(OTHER), "mkdocs.yml": ONE})
    told = review(past, "HEAD~1").output
    assert "Moved to another folder: The whole handbook (content/north/ → content/)" in told
    assert "The handbook is gone: its 1 file is no longer there." in told
    assert "New handbook" not in told


def test_a_gap_that_comes_with_the_move_fails(past: Path) -> None:
    assert check(past, "--new-since", "alone").exit_code == 0
    text = HANDBOOK[f"content/{AWARENESS}"].replace("questions:\n", "questions:\n  - Who else?\n")
    (past / "content/north" / AWARENESS).write_text(text, encoding="utf-8")
    done = check(past, "--new-since", "alone")
    assert done.exit_code == 1
    assert "Nothing published answers “Who else?”" in done.output
    assert "Moved to another folder" in done.output


def test_its_history_goes_on(past: Path) -> None:
    north, south = (
        history(past, "--handbook", name, "--every", "month").stdout.splitlines()[1:]
        for name in ("north", "south")
    )
    assert [line.split()[0] for line in north if "  1/2  " in line] == [
        "2026-02-02", "2026-03-02", "2026-04-06",
    ]  # fmt: skip
    assert sum("no handbook" in line for line in south) == 2


def test_its_history_goes_on_once_all_files_have_moved(tmp_path: Path) -> None:
    start(tmp_path, {**HANDBOOK, "mkdocs.yml": ONE}, day="2026-02-02")
    (tmp_path / "mkdocs.yml").write_text(SEVERAL, encoding="utf-8")
    asked = ("--handbook", "north", "--every", "month")
    history(tmp_path, *asked)
    commit(tmp_path, {**moved("content/north/"), **OTHER}, day="2026-04-06")
    assert "no handbook" not in history(tmp_path, *asked).stdout


def test_a_copy_beside_it_is_a_new_one(past: Path) -> None:
    copied = {
        path.replace("/north/", "/east/"): text for path, text in moved("content/north/").items()
    }
    more = f"{SEVERAL}        - {{content: east, title: Brand East}}\n"
    commit(past, {path: text for path, text in copied.items() if text} | {"mkdocs.yml": more})
    assert "Brand East (content/east/)\nNew handbook: 1 persona" in review(past, "HEAD~1").output
    assert "no handbook" in history(past, "--handbook", "east", "--every", "month").stdout


def test_a_page_of_the_site_that_stays_is_not_removed(past: Path) -> None:
    assert "content/about.md" not in review(past, "alone").output
    (past / "content/about.md").unlink()
    assert "Page removed: About · content/about.md:1" in review(past, "alone").output


def test_where_it_moves_to_is_told_once(tmp_path: Path) -> None:
    start(tmp_path, {**HANDBOOK, "mkdocs.yml": ONE})
    commit(tmp_path, {**moved("docs/team/"), "mkdocs.yml": ELSEWHERE})
    told = review(tmp_path, "HEAD~1").output
    assert told.splitlines()[0] == (
        "Moved to another folder: The whole handbook (content/ → docs/team/). "
        "Nothing gets better or worse."
    )
    assert "Folder of the" not in told


def test_one_that_nothing_takes_after_is_gone(tmp_path: Path) -> None:
    start(tmp_path, {**HANDBOOK, "mkdocs.yml": ONE})
    north = {"content/north/personas/nora.md": "# Nora\n"}
    commit(tmp_path, {**dict.fromkeys(HANDBOOK), **OTHER, **north, "mkdocs.yml": SEVERAL})
    told = review(tmp_path, "HEAD~1").output
    assert told.count("New handbook: 1 persona") == 2
    assert f"The handbook is gone: its {len(HANDBOOK)} files are no longer there." in told


WHERE = [("", "handbook/"), ("handbook/", "docs/journeys/"), ("handbook/", "")]


@pytest.mark.parametrize(("old", "new"), WHERE)
def test_a_site_that_moves_inside_its_repository_stays_the_one_it_was(
    tmp_path: Path, old: str, new: str
) -> None:
    files = {**HANDBOOK, "mkdocs.yml": ONE}
    start(tmp_path, {f"{old}{path}": text for path, text in files.items()}, day="2026-02-02")
    commit(tmp_path, {"readme.md": "# All\n"}, day="2026-03-02")
    gone: dict[str, str | None] = dict.fromkeys(f"{old}{path}" for path in files)
    happier = HANDBOOK[f"content/{AWARENESS}"].replace("score: -1", "score: 1")
    now = {**files, f"content/{AWARENESS}": happier}
    del now[ACTION]
    there = {f"{new}{path}": text for path, text in now.items()}
    commit(tmp_path, {**gone, **there}, day="2026-04-06")
    before = git(tmp_path, "rev-parse", "HEAD~1")
    told = f"Moved to another folder: The whole handbook ({old}content/ → {new}content/)"
    here = tmp_path / new
    shape = ("--files", "https://h/HEAD", "--format", "markdown")
    on_disk, committed = (review(here, "HEAD~1", *head, *shape).output for head in ([], ["HEAD"]))
    for output in (on_disk, committed):
        assert told.replace(":", "&#58;") in output
        assert "New journey" not in output
        assert "Feels better" in output
        assert f"https://h/HEAD/{new}content/{AWARENESS}#L4" in output
    assert f"https://h/{before}/{old}{ACTION}#L1" in committed
    lines = history(here, "--every", "month").stdout
    assert lines.count("  1/2  ") == 3
    assert "no handbook" not in lines
    assert told in check(here, "--new-since", "HEAD~1").output


def test_who_looks_from_where_it_was_is_told_where_it_is(tmp_path: Path) -> None:
    start(tmp_path, {f"handbook/{path}": text for path, text in HANDBOOK.items()})
    commit(tmp_path, {"handbook/mkdocs.yml": ONE})
    git(tmp_path, "branch", "before")
    git(tmp_path, "mv", "handbook", "journeys")
    git(tmp_path, "commit", "--quiet", "--message=Move")
    git(tmp_path, "branch", "after")
    git(tmp_path, "checkout", "--quiet", "before")
    told = review(tmp_path / "handbook", "before", "after").output
    assert told.splitlines()[0] == (
        "Moved to another folder: The whole handbook (handbook/content/ → journeys/content/). "
        "Nothing gets better or worse."
    )


def test_another_site_of_the_repository_is_no_earlier_state(tmp_path: Path) -> None:
    start(
        tmp_path, {f"shop/{path}": text for path, text in {**HANDBOOK, "mkdocs.yml": ONE}.items()}
    )
    commit(tmp_path, {f"care/{path}": text for path, text in HANDBOOK.items()})
    assert review(tmp_path / "care", "HEAD~1").output.startswith("New handbook: 1 persona")
    assert "no handbook" not in history(tmp_path / "care").stdout


@pytest.mark.parametrize("command", ["check", "doctor"])
def test_decisions_that_stay_behind_are_named(past: Path, command: str) -> None:
    write(past, {"site_config/waivers.yml": "[]\n", "site_config/rules.yml": "stale-asset: off\n"})
    told = CliRunner().invoke(main, [command, str(past)]).output
    assert (
        "site_config/waivers.yml is read for none of the handbooks: each has one of its own, such "
        "as site_config/north/waivers.yml; move it there"
    ) in told
    assert "site_config/rules.yml is read" not in told
    write(
        past,
        {
            "site_config/norht/journeybook.yml": "language: nl\n",
            "site_config/rule.yml": "stale-asset: off\n",
            "site_config/partials/nav.yml": "[]\n",
            "site_config/north/waiver.yml": "[]\n",
        },
    )
    told = CliRunner().invoke(main, [command, str(past)]).output
    assert (
        "site_config/norht/journeybook.yml is read for none of the handbooks: each has one of its "
        "own, such as site_config/north/journeybook.yml; move it there"
    ) in told
    assert "site_config/rule.yml is not read; rename it to rules.yml" in told
    assert "nav.yml" not in told
    assert "north/waiver.yml is read for none" not in told
    theirs = SEVERAL.replace("{content: north, ", "{content: north, config: site_config, ")
    write(past, {"mkdocs.yml": theirs})
    assert "is read for none" not in CliRunner().invoke(main, [command, str(past)]).output
