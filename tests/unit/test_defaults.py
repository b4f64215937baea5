"""What a folder says for its files counts on the disk and in git, and whenever it changes."""

from datetime import date
from pathlib import Path

import pytest

from journeybook.adapters.disk.versions.snapshots import judge_at, on_disk
from journeybook.pipeline import read_handbook
from journeybook.sources.document import SourceFile
from journeybook.sources.reading import Known
from tests.golden.case import SETTINGS, TODAY
from tests.repositories import HANDBOOK, start
from tests.unit.handbooks import handbook, told


@pytest.mark.parametrize("name", ["_defaults.yml", ".meta.yml"])
def test_a_folder_speaks_for_its_files_on_disk_and_in_git(tmp_path: Path, name: str) -> None:
    start(tmp_path, {**HANDBOOK, f"content/channels/{name}": "owner: Marketing\n"})
    there = on_disk(tmp_path).judge(TODAY).handbook
    then = judge_at(tmp_path, "HEAD", date(2026, 11, 21)).handbook
    for book in (there, then):
        assert {channel.owner for channel in book.channels.values()} == {"Marketing"}


def test_a_change_of_the_folder_reads_its_files_again() -> None:
    known: Known = {}
    owners = []
    for owner in ("Marketing", "Sales"):
        files = {"content/personas/a.md": "# A\n", "content/_defaults.yml": f"owner: {owner}\n"}
        sources = [SourceFile(path=path, data=text.encode()) for path, text in files.items()]
        book = read_handbook(sources, SETTINGS, TODAY, known).handbook
        owners.append(book.personas["a"].owner)
    assert owners == ["Marketing", "Sales"]


def test_what_is_added_is_added_to_what_is_inherited() -> None:
    files = {
        "personas/base.md": "---\ngoals: One\n---\n# Base\n",
        "personas/a.md": "---\nextends: base\n+goals: Two\n---\n# A\n",
        "personas/_defaults.yml": "goals: Never\n",
    }
    book = handbook(files)
    assert [one.text for one in book.personas["a"].goals] == ["One", "Two"]


def test_what_is_cut_off_at_the_end_of_such_a_file_is_told_and_a_remark_is_not() -> None:
    files = {"personas/a.md": "# A\n", "personas/_defaults.yml": "owner: Ann\nsegment: a #b"}
    (cut,) = told(files, "text-cut-off")
    assert cut.startswith("content/personas/_defaults.yml:2:12: ")
    assert told({**files, "personas/_defaults.yml": " #we\nowner: Ann"}, "text-cut-off") == []
