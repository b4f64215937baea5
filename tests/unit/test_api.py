"""The public Python API: its names, and that each of them does its work on a folder."""

import json
from datetime import date
from pathlib import Path

import pytest

from journeybook import api
from tests.repositories import HANDBOOK

TODAY = date(2026, 11, 21)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in HANDBOOK.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path


def test_its_names_are_these() -> None:
    # Who takes one away or renames it breaks programs of other people; see CONTRIBUTING.md.
    assert api.__all__ == [
        "Block",
        "CannotRunError",
        "Comparison",
        "Compilation",
        "Family",
        "Finding",
        "Handbook",
        "Judged",
        "Page",
        "Severity",
        "Span",
        "check",
        "compare",
        "compile",
        "export",
        "read",
    ]


@pytest.mark.parametrize("name", api.__all__)
def test_each_name_is_there_and_says_what_it_is(name: str) -> None:
    assert getattr(api, name).__doc__


def test_a_folder_is_read_and_checked(folder: Path) -> None:
    judged = api.read(folder, today=TODAY)
    assert set(judged.handbook.personas) == {"buyer"}
    assert api.check(str(folder), today=TODAY) == judged.findings != ()


def test_a_folder_is_compiled(folder: Path) -> None:
    pages = {page.uri for page in api.compile(folder, today=TODAY).pages}
    assert {"index.md", "gaps/index.md", "matrix/index.md"} <= pages


def test_two_states_are_compared(folder: Path) -> None:
    before = api.read(folder, today=TODAY)
    persona = folder / "content" / "personas" / "buyer.md"
    persona.write_text(
        persona.read_text("utf-8").replace("The buyer", "The treasurer"), encoding="utf-8"
    )
    comparison = api.compare(before, api.read(folder, today=TODAY))
    labels = [change.label for change in comparison.changes]
    assert "New title" in labels
    assert api.compare(before, before).groups == ()


def test_a_handbook_is_exported(folder: Path) -> None:
    judged = api.read(folder, today=TODAY)
    assert json.loads(api.export(judged))["personas"][0]["id"] == "buyer"
    assert api.export(judged, "xlsx").startswith(b"PK")
    with pytest.raises(api.CannotRunError, match="no format pdf; known here: json, mermaid, xlsx"):
        api.export(judged, "pdf")


def test_what_cannot_be_done_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(api.CannotRunError, match="there is no handbook in"):
        api.read(tmp_path)
