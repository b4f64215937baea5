"""`journeybook check` that speaks up only about what a change itself brings."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from journeybook.adapters.cli import main
from tests.repositories import HANDBOOK, Files, commit, start, write

PURCHASE = "content/journeys/buyer/purchase.md"
PRICES = "content/assets/price-list.md"
FAQ = "content/assets/faq.md"
DRAFT = "---\ntype: faq\nstatus: {}\nanswers: [stops]\n---\n# Faq\n"
RETIRED = {PRICES: HANDBOOK[PRICES].replace("status: published", "status: retired")}
PLAIN = HANDBOOK[PURCHASE].replace("{text: What does it cost?, id: cost}", "What does it cost?")
BEFORE = {
    **HANDBOOK,
    FAQ: DRAFT.format("draft"),
    PURCHASE: PLAIN,
    PRICES: HANDBOOK[PRICES].replace("answers: [buyer/purchase#cost]\n", ""),
}

HARMLESS: dict[str, Files] = {
    "nothing": {},
    "a draft that is published": {FAQ: DRAFT.format("published")},
    "a typo": {PURCHASE: PLAIN.replace("What does it cost?", "What does it costs?")},
    "a renamed step": {
        PURCHASE: None,
        "content/journeys/buyer/buys.md": PLAIN.replace(
            "---\nneeds", "---\nphase: purchase\nneeds"
        ),
    },
}


def check(folder: Path, *more: str, today: str = "2026-11-21") -> Result:
    """Run the command on a folder."""
    return CliRunner().invoke(main, ["check", str(folder), "--today", today, *more])


@pytest.mark.parametrize("edit", HARMLESS.values(), ids=HARMLESS)
@pytest.mark.parametrize("way", ["--new-since=HEAD", "--new-only"])
def test_what_opens_no_gap_passes(tmp_path: Path, way: str, edit: Files) -> None:
    start(tmp_path, BEFORE)
    CliRunner().invoke(main, ["baseline", str(tmp_path), "--today", "2026-11-21"])
    write(tmp_path, edit)
    done = check(tmp_path, way)
    assert done.exit_code == 0, done.output


def test_time_alone_fails_nothing(tmp_path: Path) -> None:
    start(tmp_path, BEFORE)
    CliRunner().invoke(main, ["baseline", str(tmp_path), "--today", "2026-11-21"])
    since, beyond = (
        check(tmp_path, way, today="2029-01-01") for way in ("--new-since=HEAD", "--new-only")
    )
    assert since.exit_code == 0, since.output
    assert beyond.exit_code == 0, beyond.output
    assert "came with time" in beyond.output


def test_a_gap_that_the_change_opens_fails_and_is_told(tmp_path: Path) -> None:
    start(tmp_path)
    write(tmp_path, RETIRED)
    done = check(tmp_path, "--new-since", "HEAD")
    assert done.exit_code == 1
    assert "Nothing published answers “What does it cost?”" in done.output
    assert "Why does it stop so often?" not in done.output
    assert "were there before, and are left out here: " in done.output


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("rules.yml", "unanswered-question: off\n", "Rule switched off: Unanswered question"),
        ("waivers.yml", "- {code: unanswered-question, reason: Later}\n", "Accepted: "),
        ("baseline.json", "{}", "recorded anew: site_config/baseline.json"),
    ],
)
def test_what_hides_a_gap_is_named_first_in_a_green_run(
    tmp_path: Path, file: str, text: str, said: str
) -> None:
    start(tmp_path)
    write(tmp_path, {f"site_config/{file}": text})
    done = check(tmp_path, "--new-since", "HEAD")
    assert done.exit_code == 0
    assert said in done.output.splitlines()[0]
    noticed = check(tmp_path, "--new-since", "HEAD", "--format", "github")
    assert noticed.output.startswith("::warning title=Journeybook::")


def test_a_handbook_that_is_new_is_called_so(tmp_path: Path) -> None:
    start(tmp_path, {"README.md": "Ours."})
    write(tmp_path, HANDBOOK)
    done = check(tmp_path, "--new-since", "HEAD")
    assert done.exit_code == 0
    assert re.match(r"New handbook: 1 persona, \d questions?, \d+ gaps to begin with", done.output)


def test_two_ways_at_once_are_refused(tmp_path: Path) -> None:
    start(tmp_path)
    assert check(tmp_path, "--new-only", "--new-since", "HEAD").exit_code == 2


def test_a_change_cannot_let_its_own_gaps_pass(tmp_path: Path) -> None:
    def record() -> None:
        done = CliRunner().invoke(main, ["baseline", str(tmp_path), "--today", "2026-11-21"])
        assert done.exit_code == 0, done.output

    start(tmp_path, HANDBOOK)
    record()
    commit(tmp_path, {})
    write(tmp_path, RETIRED)
    record()
    assert check(tmp_path, "--new-only").exit_code == 0
    told = check(tmp_path, "--new-only", "--baseline-at", "HEAD")
    assert (told.exit_code, "Nothing published answers" in told.output) == (1, True)
    nowhere = check(tmp_path, "--new-only", "--baseline-at", "HEAD~1")
    assert (nowhere.exit_code, "run journeybook baseline first" in nowhere.output) == (2, True)
    alone = check(tmp_path, "--baseline-at", "HEAD")
    assert (alone.exit_code, "--baseline-at is for --new-only" in alone.output) == (2, True)


def test_only_what_a_change_brings_is_annotated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path.parent / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    start(tmp_path, HANDBOOK)
    write(tmp_path, {"content/personas/b.md": "---\nextends: nobody\n---\n# B\n"})
    told = check(tmp_path, "--new-since", "HEAD", "--format", "github").stdout
    old = "Nothing published answers “Why does it stop so often?”"
    assert (old in told, "nobody" in told) == (False, True)
    assert old in page.read_text("utf-8")
    page.write_text("", "utf-8")
    told = check(tmp_path, "--base", "HEAD", "--format", "github").stdout
    assert {line.split("file=")[1].split(",")[0] for line in told.splitlines()} == {
        "content/personas/b.md"
    }
    assert old in page.read_text("utf-8")


def test_of_several_handbooks_it_says_which_hides_what(tmp_path: Path) -> None:
    site = "docs_dir: content\nplugins:\n  - journeybook:\n      handbooks:\n{}"
    books = "".join(f"        - {{content: {name}}}\n" for name in ("north", "south"))
    files = {
        path.replace("content/", f"content/{name}/", 1): text
        for name in ("north", "south")
        for path, text in HANDBOOK.items()
    }
    start(tmp_path, {**files, "mkdocs.yml": site.format(books)})
    off = {"site_config/south/rules.yml": "unanswered-question: off\n"}
    write(tmp_path, {**off, "mkdocs.yml": site.format(f"{books}      fail_on: never\n")})
    lines = check(tmp_path, "--new-since", "HEAD").output.splitlines()
    assert [line for line in lines if line.startswith("Setting of the site")] == lines[:1]
    assert lines[1].startswith("South: Rule switched off: Unanswered question")
    left = [at for at, line in enumerate(lines) if "were there before" in line]
    assert left[0] < lines.index("South (content/south/)") < left[1]
