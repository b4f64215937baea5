"""`journeybook check` and `journeybook export`: output, exit codes and refusals."""

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from journeybook.adapters.cli import main
from journeybook.exports.json_export import handbook_schema
from tests.sites import DUTCH, EXAMPLE

TODAY = ("--today", "2026-11-21")

HANDBOOK = {
    "content/personas/buyer.md": "# The buyer\n",
    "content/phases/awareness.md": "---\norder: 1\n---\n# Awareness\n",
    "content/journeys/buyer/index.md": "---\npersona: buyer\n---\n# The buyer's journey\n",
    "content/journeys/buyer/awareness.md": "---\nquestions: [What does it cost?]\n---\nStory.\n",
}


def journeybook(*arguments: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, arguments)


def write(folder: Path, **more: str) -> str:
    """Write a small handbook, with more files named by their path."""
    for path, text in {**HANDBOOK, **more}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return str(folder)


@pytest.mark.parametrize(("bar", "code"), [("error", 0), ("warning", 0), ("gap", 1), ("never", 0)])
def test_gaps_reach_only_their_own_bar(tmp_path: Path, bar: str, code: int) -> None:
    done = journeybook("check", write(tmp_path), "--fail-on", bar, *TODAY)
    assert "[unanswered-question]" in done.output
    assert done.exit_code == code


def test_a_mistake_is_told_with_its_place_and_a_way_out(tmp_path: Path) -> None:
    path = "content/personas/user.md"
    done = journeybook("check", write(tmp_path, **{path: "---\nextends: byer\n---\n# User\n"}))
    assert f"{path}:2:10: unknown persona 'byer'; did you mean 'buyer'?" in done.output
    assert done.exit_code == 1


def test_a_folder_without_handbook_cannot_be_checked(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nowhere"):
        done = journeybook("check", str(path))
        assert done.exit_code == 2
        assert "Traceback" not in done.output


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (["check", "--today", "31-12-2027"], "2027-12-31"),
        (["history", "--since", "yesterday"], "2026-09-30"),
        (["waive", "1", "--reason", "x", "--until", "2027-02-30"], "2026-09-30"),
        (["plan", "--today", "20270101"], "2026-09-30"),
    ],
)
def test_a_day_is_asked_for_in_words(typed: list[str], meant: str) -> None:
    done = journeybook(*typed)
    told = f"'{typed[-1]}' is no day of the calendar; write it as year-month-day, such as {meant}"
    assert (done.exit_code, told in done.output) == (2, True)
    assert "YYYY-MM-DD" in journeybook(typed[0], "--help").output


def test_a_file_of_the_handbook_is_no_place_of_one(tmp_path: Path) -> None:
    file = f"{write(tmp_path)}/content/personas/buyer.md"
    for typed in (["check", file], ["fix", file], ["plan", "--path", file]):
        done = journeybook(*typed)
        told = f"Error: {file} does not tell of a site; name the folder of the handbook"
        assert (done.exit_code, told in done.output) == (2, True)


def test_the_day_is_that_of_the_site(tmp_path: Path) -> None:
    site = "docs_dir: content\nplugins:\n  - journeybook: {today: %s}\n"
    folder = write(tmp_path, **{"mkdocs.yml": site % "2027-03-01"})
    for more, day in (((), "2027-03-01"), (TODAY, TODAY[1])):
        told = json.loads(journeybook("check", folder, "--format", "json", *more).stdout)
        assert told["today"] == day
        told = json.loads(journeybook("export", folder, *more).stdout)
        assert told["today"] == day
    done = journeybook("check", write(tmp_path, **{"mkdocs.yml": site % "soon"}))
    assert "'today' is no date such as 2026-03-01: soon" in done.output
    assert done.exit_code == 2


def test_folders_are_those_of_the_site(tmp_path: Path) -> None:
    site = "docs_dir: book\nplugins:\n  - search\n  - journeybook: {config: team}\n"
    (tmp_path / "mkdocs.yml").write_text(site, encoding="utf-8")
    (tmp_path / "book" / "channels").mkdir(parents=True)
    (tmp_path / "team").mkdir()
    (tmp_path / "book" / "channels" / "mail.md").write_text("---\ntyp: x\n---\n# M\n", "utf-8")
    (tmp_path / "team" / "journeybook.yml").write_text("langage: en\n", "utf-8")
    output = journeybook("check", str(tmp_path)).output
    assert "book/channels/mail.md:2:1:" in output
    assert "team/journeybook.yml:1:1:" in output


def test_json_report_counts_what_it_lists() -> None:
    done = journeybook("check", str(EXAMPLE.parent), "--format", "json", *TODAY)
    report = json.loads(done.output)
    assert report["schema_version"] == 1
    assert report["summary"]["total"] == len(report["findings"]) > 0
    for key in ("severity", "family", "code"):
        assert sum(report["summary"][key].values()) == len(report["findings"])
        for word, count in report["summary"][key].items():
            assert count == sum(one[key] == word for one in report["findings"])


def test_findings_have_every_field(tmp_path: Path) -> None:
    done = journeybook("check", write(tmp_path), "--format", "json", *TODAY)
    (finding, *_) = json.loads(done.output)["findings"]
    assert set(finding) == {
        "code", "family", "severity", "message", "hint", "path", "line", "column", "persona",
        "journey", "phase", "subject", "subject_kind", "owner", "fingerprint", "waived",
        "being_filled",
    }  # fmt: skip


@pytest.mark.parametrize("configuration", [EXAMPLE, DUTCH], ids=["example", "dutch"])
@pytest.mark.thorough
def test_export_fits_its_schema(configuration: Path) -> None:
    done = journeybook("export", str(configuration.parent), *TODAY)
    assert done.exit_code == 0
    exported = json.loads(done.output)
    jsonschema.validate(exported, json.loads(handbook_schema()))
    assert {one["id"] for one in exported["assets"]} >= {
        answer for one in exported["answers"] for answer in one["assets"]
    }


def test_the_schema_refuses_what_is_not_a_handbook() -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"schema_version": 1}, json.loads(handbook_schema()))


def test_export_writes_a_file(tmp_path: Path) -> None:
    output = tmp_path / "handbook.json"
    done = journeybook("export", str(EXAMPLE.parent), "--output", str(output), *TODAY)
    assert done.exit_code == 0
    assert json.loads(output.read_bytes())["language"] == "en"


def test_export_tells_when_it_cannot_write(tmp_path: Path) -> None:
    done = journeybook("export", str(EXAMPLE.parent), "--output", str(tmp_path / "no" / "x.json"))
    assert done.exit_code == 2
    assert "cannot write" in done.output


def test_a_build_that_must_come_out_the_same_says_its_day(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1760000000")
    assert json.loads(journeybook("export", str(EXAMPLE.parent)).stdout)["today"] == "2025-10-09"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    run = journeybook("check", str(EXAMPLE.parent))
    assert run.exit_code == 2
    assert "SOURCE_DATE_EPOCH is no number of seconds: soon" in run.stderr


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("plugins: [jorneybook]", "mkdocs.yml:2: unknown plugin 'jorneybook'; did you mean"),
        ("plugins:\n  -journeybook", "mkdocs.yml:3: unknown plugin '-journeybook'; did you mean"),
        ("plugin: [journeybook]", "mkdocs.yml:2: unknown key 'plugin'; did you mean 'plugins'?"),
        ("theme: {name: materiel}", "mkdocs.yml:2: unknown theme 'materiel'; did you mean"),
        ("plugins: [journeybook, zzz]", "mkdocs.yml:2: the plugin 'zzz' is not installed here"),
        ("plugins: [search, material/blog, journeybook: {}]", ""),
    ],
)
def test_what_a_build_would_stop_at_is_told(tmp_path: Path, written: str, told: str) -> None:
    (tmp_path / "content/personas").mkdir(parents=True)
    (tmp_path / "content/personas/buyer.md").write_text("# Buyer\n")
    (tmp_path / "mkdocs.yml").write_text(f"docs_dir: content\n{written}\n")
    done = CliRunner().invoke(main, ["check", str(tmp_path)])
    assert done.exit_code == 0
    assert done.stderr.startswith(told)
    assert bool(done.stderr) == bool(told)
    asked = CliRunner().invoke(main, ["doctor", str(tmp_path)])
    assert (asked.exit_code, told in asked.output) == (int(bool(told)), True)
