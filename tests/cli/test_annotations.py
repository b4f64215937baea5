"""`journeybook check` for code hosts: valid reports, changed files first, hosts' limits kept."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner
from pydantic import BaseModel
from sarif_pydantic import Sarif

from journeybook.adapters.cli import main
from journeybook.codes import Family, Severity
from journeybook.findings import Finding, Span
from journeybook.hosts.annotations import MOST_OF_A_SUMMARY, Surroundings, summary
from journeybook.wording import Wording
from tests.repositories import HANDBOOK, start, write
from tests.review.comparing import PRICES, PURCHASE
from tests.review.formats import GITLAB, RDJSON, SARIF
from tests.sites import EXAMPLE

TODAY = "2026-11-21"
COMMAND = re.compile(
    r"::(error|warning|notice) file=([^,]+),line=(\d+),col=(\d+),title=([\w-]+)::(.+)"
)
WRONG = {
    f"content/personas/wrong-{number}.md": "---\nextends: x\n---\n# W\n" for number in range(30)
}


def check(folder: Path, shape: str, *more: str) -> str:
    """Check a handbook in one of the formats."""
    arguments = ["check", str(folder), "--format", shape, "--today", TODAY, *more]
    return CliRunner().invoke(main, arguments).stdout


@pytest.mark.parametrize(
    ("shape", "schema"), [("gitlab", GITLAB), ("rdjson", RDJSON), ("sarif", SARIF)]
)
def test_reports_are_what_their_readers_expect(tmp_path: Path, shape: str, schema: object) -> None:
    start(
        tmp_path, {**HANDBOOK, "content/personas/mit Leerzeichen & ü.md": "---\nx: 1\n---\n# U\n"}
    )
    for folder in (EXAMPLE.parent, tmp_path):
        text = check(folder, shape)
        jsonschema.validate(json.loads(text), schema)  # type: ignore[arg-type]
        assert text == check(folder, shape)


def strange(value: object) -> list[str]:
    """Everything in a model that its makers did not foresee, however deep."""
    if isinstance(value, list):
        return [name for one in value for name in strange(one)]
    if not isinstance(value, BaseModel):
        return []
    inside = [name for _, one in value for name in strange(one)]
    return [*(value.model_extra or {}), *inside]


def test_sarif_is_what_others_take_it_for(tmp_path: Path) -> None:
    start(tmp_path, {**HANDBOOK, **WRONG})
    report = Sarif.model_validate_json(check(tmp_path, "sarif"))
    assert report.runs[0].results
    # The format knows it; the package that models the format does not.
    assert strange(report) == ["columnKind"]
    assert strange(Sarif.model_validate({"version": "2.1.0", "runs": [], "run": 1})) == ["run"]


def test_gitlab_fingerprints_are_unique_and_outlive_moved_lines(tmp_path: Path) -> None:
    path = "content/journeys/buyer/purchase.md"
    write(tmp_path, HANDBOOK)
    before = [one["fingerprint"] for one in json.loads(check(tmp_path, "gitlab"))]
    assert len(before) == len(set(before)) > 3
    write(tmp_path, {path: HANDBOOK[path].replace("---\nneeds", "---\n# moved\n\nneeds")})
    assert {one["fingerprint"] for one in json.loads(check(tmp_path, "gitlab"))} == set(before)


def test_github_shows_ten_of_each_level_and_the_page_of_the_run_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    write(tmp_path, {**HANDBOOK, **WRONG})
    lines = check(tmp_path, "github").splitlines()
    levels = [match[1] for match in map(COMMAND.fullmatch, lines) if match]
    assert len(levels) == len(lines)
    assert max(levels.count(level) for level in levels) == levels.count("error") == 10
    assert page.read_text("utf-8").count("\n| error |") == 20


def test_without_a_page_the_rest_is_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    write(tmp_path, WRONG)
    assert "more are not annotated" in check(tmp_path, "github").splitlines()[-1]


@pytest.mark.parametrize("shape", ["github", "gitlab", "sarif", "rdjson"])
def test_changed_files_come_first(tmp_path: Path, shape: str) -> None:
    start(tmp_path, {**HANDBOOK, **WRONG})
    write(tmp_path, {"content/personas/wrong-29.md": "---\nextends: y\n---\n# W\n"})
    paths = re.findall(r"content/personas/wrong-\d+\.md", check(tmp_path, shape, "--base", "HEAD"))
    assert paths[0] == "content/personas/wrong-29.md"


def test_paths_start_at_the_root_of_the_repository(tmp_path: Path) -> None:
    start(tmp_path, {f"docs/book/{path}": text for path, text in HANDBOOK.items()})
    found = json.loads(check(tmp_path / "docs/book", "gitlab"))
    assert {one["location"]["path"].split("/content/")[0] for one in found} == {"docs/book"}


def test_what_is_waived_is_suppressed_in_sarif_and_left_out_elsewhere(tmp_path: Path) -> None:
    waiver = "- {code: unanswered-question, reason: Not before spring}\n"
    write(tmp_path, {**HANDBOOK, "site_config/waivers.yml": waiver})
    (run,) = json.loads(check(tmp_path, "sarif"))["runs"]
    aside = [one for one in run["results"] if "suppressions" in one]
    assert {one["ruleId"] for one in aside} == {"unanswered-question"}
    assert aside[0]["suppressions"][0]["justification"] == "Not before spring"
    assert "unanswered-question" not in check(tmp_path, "rdjson")


def test_every_sarif_result_points_to_its_rule(tmp_path: Path) -> None:
    write(tmp_path, {**HANDBOOK, **WRONG})
    (run,) = json.loads(check(tmp_path, "sarif"))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])


def test_words_of_a_stranger_stay_within_their_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    attack = "x%0A::error::boom\\n::add-mask::a"
    path = "content/personas/a,b:c::d.md"
    write(tmp_path, {**HANDBOOK, path: f'---\nextends: "{attack}"\n---\n# W\n'})
    lines = check(tmp_path, "github").splitlines()
    assert all(COMMAND.fullmatch(one) for one in lines)
    own = [found for found in lines if "a%2Cb%3Ac" in found]
    assert any("%250A" in found for found in own)


def test_a_check_for_a_host_fails_like_any_other(tmp_path: Path) -> None:
    write(tmp_path, {**HANDBOOK, **WRONG})
    for shape in ("github", "sarif"):
        done = CliRunner().invoke(main, ["check", str(tmp_path), "--format", shape])
        assert done.exit_code == 1
    unknown = ["check", str(tmp_path), "--format", "github", "--base", "nowhere"]
    assert CliRunner().invoke(main, unknown).exit_code == 2


@pytest.mark.parametrize("letter", ["m", "案"])
def test_a_page_of_a_run_that_is_full_counts_what_it_leaves_out(letter: str) -> None:
    finding = Finding(
        code="x",
        family=Family.PROBLEM,
        severity=Severity.ERROR,
        message=letter * 1000,
        hint="",
        span=Span(path="content/a.md", line=3),
    )
    page = summary([finding] * 2000, Surroundings(), Wording())
    rows = page.count("\n| error |")
    assert page.startswith("## 2,000 more findings\n")
    assert page.endswith(f"\n\n{Wording().number(2000 - rows)} more\n")
    assert 0 < rows < 2000
    size = len(page.encode())
    assert size <= MOST_OF_A_SUMMARY + 20
    assert MOST_OF_A_SUMMARY - 2 * (size // rows) < size
    assert " more\n" not in summary([finding], Surroundings(), Wording())


def test_a_log_that_is_full_says_how_many_it_leaves_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start(tmp_path)
    every = len(json.loads(check(tmp_path, "sarif"))["runs"][0]["results"])
    for module in ("cli.shared.annotating", "hosts.reports"):
        place = "journeybook.adapters" if module.startswith("cli") else "journeybook"
        monkeypatch.setattr(f"{place}.{module}.MOST_RESULTS", 3)
    done = CliRunner().invoke(main, ["check", str(tmp_path), "--format", "sarif"])
    assert len(json.loads(done.stdout)["runs"][0]["results"]) == 3
    assert done.stderr.startswith(f"{every - 3} more are not annotated")


@pytest.mark.parametrize("mark", ["\u2028", "\x85"])
def test_a_sign_that_breaks_lines_elsewhere_moves_none_that_a_host_counts(
    tmp_path: Path, mark: str
) -> None:
    # Texts out of presentations and mails hold them; no host and no git begins a line there.
    text = HANDBOOK[PRICES].replace("Order now", f"Order{mark}now").replace("[buyer]", "[byer]")
    talks = f"---\ntitle: Talks\nsummary: a{mark}b\n---\n\nAsk jan@growers.example.\n"
    start(tmp_path, {**HANDBOOK, PRICES: text, "content/research/talks.md": talks})
    found = {
        one["code"]["value"]: one for one in json.loads(check(tmp_path, "rdjson"))["diagnostics"]
    }
    (suggestion,) = found["unknown-persona"]["suggestions"]
    line = text.split("\n")[suggestion["range"]["start"]["line"] - 1]
    assert line == "personas: [byer]"
    place = found["personal-data"]["location"]["range"]["start"]["line"]
    assert "jan@" in talks.split("\n")[place - 1]


@pytest.mark.parametrize("sign", ["", '"', "'"])
def test_a_reviewer_is_offered_the_name_that_was_meant(tmp_path: Path, sign: str) -> None:
    text = HANDBOOK[PURCHASE].replace(
        "title: Looks up the price, channel: search",
        f"title: Zoekt één prijs, channel: {sign}serch{sign}",
    )
    start(tmp_path, {**HANDBOOK, PURCHASE: text})
    (found,) = (
        one
        for one in json.loads(check(tmp_path, "rdjson"))["diagnostics"]
        if one["code"]["value"] == "unknown-channel"
    )
    (suggestion,) = found["suggestions"]
    line = text.encode().splitlines()[suggestion["range"]["start"]["line"] - 1]
    columns = (suggestion["range"][end]["column"] - 1 for end in ("start", "end"))
    assert line[slice(*columns)] == f"{sign}serch{sign}".encode()
    assert suggestion["text"] == f"{sign}search{sign}"
