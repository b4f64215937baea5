"""Where the responses are read from: the disk, past states in git, and nowhere else."""

import subprocess
from pathlib import Path

import pytest

from journeybook.adapters.disk.folder import read_folder
from journeybook.adapters.disk.sites.handbook_folders import Folders
from journeybook.adapters.disk.versions.snapshots import files_at, repository_of
from journeybook.sources.document import SourceFile
from journeybook.sources.tables.responses import withheld
from tests.unit.surveys import files

NAME = "content/research/answers.csv"
LONG = files.google_forms(files.people(2_000))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A handbook with a large survey, beside a large table that is not read."""
    texts = {
        **files.HANDBOOK,
        "research/survey.md": "---\nmethod: survey\nsurvey: answers.csv\n---\n# Survey\n",
    }
    for path, text in texts.items():
        file = tmp_path / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (tmp_path / NAME).write_bytes(LONG)
    (tmp_path / "content/download.csv").write_bytes(LONG)
    return tmp_path


def by_path(found: tuple[SourceFile, ...]) -> dict[str, bytes]:
    return {one.path: one.data for one in found}


def test_the_file_of_a_survey_is_read_and_others_of_its_length_are_not(root: Path) -> None:
    found = by_path(read_folder(Folders(root=root, content="content", config="site_config")))
    assert len(LONG) > 100_000
    assert found[NAME] == LONG
    assert found["content/download.csv"] == b""


def test_it_is_read_though_the_site_leaves_it_out(root: Path) -> None:
    folders = Folders(
        root=root,
        content="content",
        config="site_config",
        left_out=lambda path: path.endswith(".csv"),
    )
    found = by_path(read_folder(folders))
    assert found[NAME] == LONG
    assert "content/download.csv" not in found


def test_it_is_read_from_a_commit(root: Path) -> None:
    run = ("git", "-C", str(root), "-c", "user.name=A", "-c", "user.email=a@example.com")
    for command in (("init", "-q"), ("add", "."), ("commit", "-qm", "Ask")):
        subprocess.run([*run, *command], check=True)
    (root / NAME).unlink()
    repository = repository_of(root)
    folders = Folders(
        root=root,
        content="content",
        config="site_config",
        left_out=lambda path: path.endswith(".csv"),
    )
    found = by_path(files_at(repository, "HEAD", folders).files)
    assert found[NAME] == LONG
    assert not found.get("content/download.csv")


def test_tables_of_research_are_withheld_and_others_published() -> None:
    page = b"---\nmethod: survey\nsurvey: ../data/R\xc3\xa9ponses.csv\n---\n"
    survey = SourceFile(path="content/research/survey.md", data=page)
    away = ("research/other.xlsx", "research/~$other.xlsx", "research/a/b.sav", "data/réponses.CSV")
    there = ("data/prices.csv", "research/map.png", "research/report.pdf", "research/survey.md")
    paths = [f"content/{name}" for name in (*away, *there)]
    assert [*withheld(paths, [survey], "content")] == [f"content/{name}" for name in away]


def test_a_table_is_withheld_though_nothing_of_its_survey_can_be_read() -> None:
    broken = SourceFile(path="content/asked/x.md", data=b"---\nsurvey: answers.csv\na: [\n---\n")
    paths = ["content/asked/answers.csv", "content/asked/copy.xlsx", "content/prices.csv"]
    assert [*withheld(paths, [broken], "content")] == paths[:2]
