"""`journeybook brief`, `waive`, `baseline` and `check --new-only`, on a handbook on disk."""

import re
from pathlib import Path
from textwrap import dedent

import pytest
from click.testing import CliRunner, Result

from journeybook.adapters.cli import main
from tests.unit.gaps.cold_store import FILES, entry, gaps_site

TODAY = ("--today", "2026-11-21")
QUESTION = entry(gaps_site(), "unanswered-question", "cfo/purchase#cost").finding.fingerprint
FILLING = entry(gaps_site(), "unanswered-question", "lease").finding.fingerprint
ASSUMPTION = entry(gaps_site(), "assumption", "certainty-about-the-price").finding.fingerprint


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A small handbook."""
    for path, text in FILES.items():
        file = tmp_path / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
    return tmp_path


def journeybook(command: str, *arguments: str) -> Result:
    return CliRunner().invoke(main, (command, *arguments, *TODAY))


def test_a_brief_closes_its_gap_and_is_never_written_over(book: Path) -> None:
    done = journeybook("brief", QUESTION, str(book))
    file = book / "content" / "assets" / "briefs" / "what-does-it-cost.md"
    assert done.exit_code == 0, done.output
    assert file.read_text("utf-8").startswith(f"---\n# journeybook brief {QUESTION}\n")
    before = file.read_text("utf-8")
    again = journeybook("brief", QUESTION[:8], str(book))
    assert again.exit_code == 0
    assert "what-does-it-cost.md is the brief of this gap already" in again.output
    assert (file.read_text("utf-8"), len(list(file.parent.iterdir()))) == (before, 1)


def test_a_brief_may_be_printed_and_writes_nothing_then(book: Path) -> None:
    done = journeybook("brief", QUESTION, str(book), "--text")
    assert done.exit_code == 0, done.output
    assert done.output.startswith("# What does it cost\n\nA brief, to be replaced")
    assert "## In the customer’s words\n\n- “What does it cost?” (one source)\n" in done.output
    assert not (book / "content" / "assets" / "briefs").exists()


def test_a_file_that_exists_is_left_as_it_is(book: Path) -> None:
    taken = book / "notes.md"
    taken.write_text("Mine.", encoding="utf-8")
    done = journeybook("brief", QUESTION, str(book), "--output", str(taken))
    assert done.exit_code == 2
    assert taken.read_text("utf-8") == "Mine."


@pytest.mark.parametrize(
    ("fingerprint", "told"),
    [
        (FILLING, "the asset lease-options is on its way"),
        (ASSUMPTION, "not closed by writing something new: test it"),
        ("000000000000", "there is no gap 000000000000; `journeybook check --all` tells them"),
        (f"{QUESTION[:-1]}x", f"did you mean {QUESTION}?"),
        ("", "there is no gap"),
    ],
    ids=["being filled", "assumption", "unknown", "misspelt", "nothing"],
)
def test_what_cannot_be_briefed_says_why(book: Path, fingerprint: str, told: str) -> None:
    done = journeybook("brief", fingerprint, str(book))
    assert done.exit_code == 2
    assert told in done.output


def test_the_first_digits_are_enough(book: Path) -> None:
    assert journeybook("brief", f"gap-{QUESTION[:9]}", str(book)).exit_code == 0


def test_a_waiver_counts_from_then_on(book: Path) -> None:
    done = journeybook(
        "waive", QUESTION, str(book), "--reason", "Sold by phone", "--until", "2027-02-01"
    )
    assert done.exit_code == 0, done.output
    assert "(accepted: Sold by phone)" in journeybook("check", str(book), "--all").output
    again = journeybook("waive", QUESTION, str(book), "--reason", "x", "--until", "2027-02-01")
    assert again.exit_code == 2
    assert "accepted already, in site_config/waivers.yml:4" in again.output


@pytest.mark.parametrize(
    ("reason", "until", "told"),
    [(" ", "2027-02-01", "needs a reason"), ("x", "2026-11-20", "2026-11-20 has passed")],
)
def test_a_senseless_waiver_is_refused(book: Path, reason: str, until: str, told: str) -> None:
    done = journeybook("waive", QUESTION, str(book), "--reason", reason, "--until", until)
    assert done.exit_code == 2
    assert told in done.output
    assert not (book / "site_config").exists()


def test_waivers_that_are_no_list_are_left_alone(book: Path) -> None:
    file = book / "site_config" / "waivers.yml"
    file.parent.mkdir()
    file.write_text("code: assumption\n", encoding="utf-8")
    done = journeybook("waive", QUESTION, str(book), "--reason", "x", "--until", "2027-02-01")
    assert done.exit_code == 2
    assert file.read_text("utf-8") == "code: assumption\n"


def test_only_new_gaps_fail_once_there_is_a_baseline(book: Path) -> None:
    assert journeybook("check", str(book), "--new-only").exit_code == 2
    recorded = journeybook("baseline", str(book))
    assert recorded.exit_code == 0
    nothing = journeybook("check", str(book), "--new-only")
    assert nothing.exit_code == 0
    number = re.search(r"(\d+) gaps recorded", recorded.output)
    left = re.search(r"were there before, and are left out here: (\d+)\n", nothing.output)
    assert number
    assert left
    assert number[1] == left[1]
    step = book / "content" / "journeys" / "cfo" / "engage.md"
    step.write_text("---\nquestions: [Who pays?]\n---\n", encoding="utf-8")
    done = journeybook("check", str(book), "--new-only")
    assert done.exit_code == 1
    assert "Nothing published answers “Who pays?”" in done.output
    assert "closed since 2026-11-21: Nothing published answers “Who helps?”" in done.output
    assert "What does it cost?" not in done.output


def test_tightening_needs_a_baseline_and_drops_what_is_closed(book: Path) -> None:
    assert journeybook("baseline", str(book), "--tighten").exit_code == 2
    journeybook("baseline", str(book))
    (book / "content" / "journeys" / "cfo" / "engage.md").unlink()
    done = journeybook("baseline", str(book), "--tighten")
    assert "3 closed and dropped" in done.output


def test_a_baseline_of_another_version_is_refused(book: Path) -> None:
    journeybook("baseline", str(book))
    file = book / "site_config" / "baseline.json"
    file.write_text(file.read_text("utf-8").replace('"schema_version": 1', '"schema_version": 9'))
    done = journeybook("check", str(book), "--new-only")
    assert done.exit_code == 2
    assert "was written by another version" in done.output


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[" * 100_000, "is no baseline that can be read"),
        ("[]", "is no baseline that can be read"),
        ('{"schema_version": 1, "day": "2026-11-21", "gaps": ["x"]}', "is no baseline that can be"),
        ('{"schema_version": 1, "day": "soon", "gaps": []}', "is no baseline that can be read"),
        ('{\n<<<<<<< HEAD\n "schema_version": 1,', "a merge was not finished in"),
    ],
)
def test_what_is_no_baseline_is_told_in_words_of_people(book: Path, text: str, told: str) -> None:
    (book / "site_config").mkdir(exist_ok=True)
    (book / "site_config" / "baseline.json").write_text(text)
    done = journeybook("check", str(book), "--new-only")
    assert done.exit_code == 2
    assert told in done.output
    assert "run journeybook baseline to write it anew" in done.output
    anew = journeybook("baseline", str(book))
    assert (anew.exit_code, "take the place of all that stood there" in anew.output) == (0, True)
    assert "take the place" not in journeybook("baseline", str(book)).output


def test_problems_still_fail_beside_a_baseline(book: Path) -> None:
    journeybook("baseline", str(book))
    (book / "content" / "personas" / "user.md").write_text("---\nextends: cfoo\n---\n# User\n")
    assert journeybook("check", str(book), "--new-only").exit_code == 1
