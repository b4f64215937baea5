"""The Dutch pages of the manual, taken literally."""

from pathlib import Path

import pytest

from journeybook.adapters.disk.workspace import read_at
from journeybook.codes import Family
from tests.cli.test_init import journeybook
from tests.unit.manual import GUIDE, examples, write

COMMAND = ".venv/bin/journeybook "


def test_the_tutorial_prints_what_it_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for example in examples("nl/first-journey.md"):
        if example.path:
            write(example, tmp_path)
        elif example.language == "console":
            command, *shown = example.text.replace("\n  ", " ").removeprefix("$ ").splitlines()
            printed = journeybook(*command.removeprefix(COMMAND).split())
            assert printed.exit_code == 0, printed.output
            assert [line for line in shown if line not in printed.output] == []


def test_what_may_be_written_is_right(tmp_path: Path) -> None:
    for example in examples("nl/writing.md"):
        write(example, tmp_path)
    problems = [one for one in read_at(tmp_path, None).findings if one.family is Family.PROBLEM]
    assert problems == []


@pytest.mark.parametrize("name", [file.name for file in sorted((GUIDE / "nl").glob("*.md"))])
def test_a_page_has_the_parts_of_the_english_one(name: str) -> None:
    assert (GUIDE / name).is_file()
    if name == "glossary.md":
        english, dutch = ((GUIDE / page).read_text("utf-8") for page in (name, f"nl/{name}"))
        assert english.count("\n| ") == dutch.count("\n| ")
