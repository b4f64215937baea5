"""`journeybook check` that speaks up only about what a change itself brings."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from journeybook.adapters.cli import main
from tests.repositories import HANDBOOK, Files, start, write

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


def test_two_ways_at_once_are_refused(tmp_path: Path) -> None:
    start(tmp_path)
    assert check(tmp_path, "--new-only", "--new-since", "HEAD").exit_code == 2
