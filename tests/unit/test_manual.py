"""What the manual shows is what happens."""

import shlex
from datetime import datetime
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from mkdocs.config import load_config

from journeybook.adapters.cli import main
from journeybook.adapters.cli.giving.reference import read_examples
from journeybook.adapters.disk.resources import shipped
from journeybook.adapters.disk.sites.site_names import unknown_names
from journeybook.adapters.disk.workspace import read_at
from journeybook.codes import Code, Family
from journeybook.resources import languages_of
from journeybook.sources.document import SourceFile
from journeybook.sources.settings.configuration import read_decisions
from tests.sites import ROOT
from tests.unit.manual import (
    FINDINGS,
    MADE,
    TUTORIAL,
    WALKS,
    Example,
    examples,
    findings,
    handwritten,
    write,
    write_together,
)

TODAY = datetime(2026, 11, 21)  # noqa: DTZ001 - a calendar day
WIDTH = 78
COMMAND = ".venv/bin/journeybook "
UNDATED = ("init", "new", "reference")
"""The commands that are the same on every day."""


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    """The handbook that all pages but the tutorial build together."""
    return write_together(tmp_path)


@pytest.mark.parametrize("page", handwritten())
def test_every_markdown_or_yaml_example_is_a_whole_file(page: str) -> None:
    partial = [one.text for one in examples(page) if one.language in ("markdown", "yaml")]
    assert len(partial) == sum(
        one.path is not None for one in examples(page) if one.language in ("markdown", "yaml")
    )


@pytest.mark.parametrize("page", handwritten())
def test_examples_fit_the_page(page: str) -> None:
    lines = [line for one in examples(page) for line in one.text.splitlines()]
    assert [line for line in lines if len(line) > WIDTH] == []


def test_the_manual_shows_every_kind_of_file() -> None:
    folders = {
        one.path.split("/")[1] for one in examples("kinds.md") if one.path and "/" in one.path
    }
    assert folders == {
        "personas", "phases", "channels", "assets", "journeys", "research", "actions"
    }  # fmt: skip


def test_the_examples_compile_without_a_problem(handbook: Path) -> None:
    assert _problems(handbook) == []


def test_the_tutorial_compiles_after_every_file(tmp_path: Path) -> None:
    files = [one for one in examples(TUTORIAL) if one.path]
    write(files[0], tmp_path)
    for file in files[1:]:
        write(file, tmp_path)
        assert _problems(tmp_path) == []


def test_commands_of_the_tutorial_print_what_it_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for example in examples(TUTORIAL):
        if example.path:
            write(example, tmp_path)
        elif example.language == "console":
            _assert_printed(example, tmp_path, monkeypatch)


def test_a_site_becomes_a_gap_report_as_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The settings are written by a command, and what the page shows is what was corrected.
    walked = examples("inventory.md")[:4]
    for example in walked:
        if example.path:
            write(example, tmp_path)
        elif example.language == "console":
            _assert_printed(example, tmp_path, monkeypatch)
    consoles = "".join(f"{example.text}\n" for example in walked if example.language == "console")
    commands = [line.removeprefix("$ ") for line in consoles.split("\n") if line.startswith("$")]
    # The five are those that `tests/cli/test_inventory.py` walks for several hundred pages.
    verbs = ("init", "new", "inventory --suggest", "inventory --accept", "check")
    for command, verb in zip(commands, verbs, strict=True):
        assert command.removeprefix(COMMAND).lstrip().startswith(verb)
    assert _problems(tmp_path) == []


@pytest.mark.parametrize("page", sorted({*handwritten()} - {*WALKS}))
def test_commands_print_what_a_page_shows(
    page: str, handbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for example in examples(page):
        if example.language == "console":
            _assert_printed(example, handbook, monkeypatch)


def test_every_version_of_a_setting_is_right(handbook: Path) -> None:
    (handbook / "docs").mkdir()
    loaded = []
    for example in (one for page in handwritten() for one in examples(page)):
        if example.path == "mkdocs.yml":
            write(example, handbook)
            loaded.append(load_config(str(handbook / "mkdocs.yml")).plugins)
            assert list(unknown_names(handbook)) == []
        elif example.path == "site_config/journeybook.yml":
            write(example, handbook)
            decided = [SourceFile(path=example.path, data=example.text.encode())]
            assert read_decisions(decided, languages=languages_of(shipped())).mistakes == ()
        elif example.path and example.path.endswith((".yml", ".yaml")):
            assert isinstance(yaml.safe_load(example.text), dict | list)
    assert len(loaded) > len(WALKS)
    assert all("journeybook" in plugins for plugins in loaded)


@pytest.mark.parametrize("folder", FINDINGS)
def test_every_rule_may_be_set_as_it_is_shown(folder: str, tmp_path: Path) -> None:
    every = (one for page in findings(folder) for one in examples(page))
    shown = [one.text for one in every if one.language == "yaml"]
    assert len(shown) == len(Code)
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "index.md").write_text("# Book\n")
    (tmp_path / "site_config").mkdir()
    (tmp_path / "site_config" / "rules.yml").write_text("".join(shown), "utf-8")
    assert _problems(tmp_path) == []


def test_the_reference_pages_are_those_that_are_made(tmp_path: Path) -> None:
    arguments = ["reference", str(tmp_path), "--examples", str(ROOT / "tests" / "golden")]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    committed = ROOT / "content" / "guide"
    made_now = {file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*.md")}
    assert made_now == {*MADE, *(page for folder in FINDINGS for page in findings(folder))}
    for name in made_now:
        made = (tmp_path / name).read_text("utf-8")
        assert made == (committed / name).read_text("utf-8"), (
            f"{name} is out of date: journeybook reference content/guide --examples tests/golden"
        )


def test_every_finding_is_shown_as_it_is_printed() -> None:
    assert set(read_examples(ROOT / "tests" / "golden")) == set(Code)


def _problems(root: Path) -> list[str]:
    findings = read_at(root, TODAY.date()).findings
    return [str(one) for one in findings if one.family is Family.PROBLEM]


def _assert_printed(example: Example, root: Path, patch: pytest.MonkeyPatch) -> None:
    # A page may leave lines out and may break them, but shows none that is not printed.
    patch.chdir(root)
    for run in example.text.replace("\n  ", " ").split("$ ")[1:]:
        command, *shown = run.splitlines()
        words = shlex.split(command.removeprefix(COMMAND))
        dated = [] if words[0] in UNDATED else ["--today", f"{TODAY:%Y-%m-%d}"]
        result = CliRunner().invoke(main, [*words, *dated])
        assert result.exit_code == 0, f"{command}: {result.output}"
        printed = result.output.splitlines()
        assert [line for line in shown if line not in printed] == []
