"""Nothing that is done to a handbook by chance brings it down, hides a value or changes twice."""

from dataclasses import replace
from pathlib import Path

import pytest

from journeybook.pipeline import read_handbook
from journeybook.sources.document import SourceFile
from tests.fuzz import disk, past, trying
from tests.fuzz.mangling import WORD, Case, mangled
from tests.fuzz.running import Tally, run
from tests.fuzz.shrinking import shrunk
from tests.fuzz.trying import tried
from tests.golden.case import SETTINGS

HANDBOOKS = 500
FILES = tuple(SourceFile(path=f"content/assets/{at}.md", data=b"# A\n") for at in range(9))


@pytest.mark.slow(20)
def test_five_hundred_handbooks() -> None:
    tally = run(7, HANDBOOKS, seconds=600, again=5)
    assert (tally.ran, tally.twice) == (HANDBOOKS, HANDBOOKS // 5)
    assert tally.first == {}


def test_the_same_number_makes_the_same_handbook() -> None:
    assert mangled(1, 5) == mangled(1, 5) != mangled(1, 6)
    assert mangled(1, 5) != mangled(2, 5)


def test_an_exception_is_told_with_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_arguments: object) -> None:
        raise ValueError

    monkeypatch.setattr(trying, "read_handbook", broken)
    assert tried(Case(files=FILES), 1).fault.startswith("exception: ValueError at ")


def test_what_takes_too_long_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(*_arguments: object) -> None:
        while True:
            pass

    monkeypatch.setattr(trying, "SECONDS", 0.05)
    monkeypatch.setattr(trying, "read_handbook", endless)
    assert tried(Case(files=FILES), 1).fault.startswith("hang: ")


def test_a_value_that_is_nowhere_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    file = SourceFile(path="content/assets/a.md", data=f"---\nowner: {WORD}\n---\n# A\n".encode())
    case = Case(files=(file,), telling="content/assets/a.md")
    assert tried(case, 0).fault == ""
    judged = read_handbook(case.files, SETTINGS, case.today)
    silent = replace(judged, findings=())
    monkeypatch.setattr(trying, "read_handbook", lambda *_: silent)
    monkeypatch.setattr(trying, "WORD", "zqnowherexv")
    assert tried(case, 0).fault.startswith("lost: ")


SITE = Case(
    where="site",
    files=(
        *FILES,
        SourceFile(path="mkdocs.yml", data=b"site_name: x\ndocs_dir: content\ntheme: mkdocs\n"),
    ),
)


def test_a_site_that_the_command_line_reads_otherwise_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (file,) = SITE.files[-1:]
    options = b"plugins: [{journeybook: {fail_on: never}}]\n"
    case = replace(SITE, files=(*FILES, replace(file, data=file.data + options)))
    assert tried(case, 7).fault == ""
    silent = replace(read_handbook(FILES, SETTINGS, case.today), findings=())
    monkeypatch.setattr(disk, "read_at", lambda *_: silent)
    assert tried(case, 7).fault.startswith("apart: ")


def test_what_git_is_made_to_run_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    case = replace(SITE, where="past", before=FILES[:3], chance="1")
    assert tried(case, 13).fault == ""

    def obeyed(*arguments: str) -> object:
        (root / "ran").touch()
        return run_command(*arguments)

    run_command, root = disk.run, Path()
    with disk.on_disk(case.files) as place:
        root = place.parent
        monkeypatch.setattr(past, "run", obeyed)
        with pytest.raises(disk.FaultError, match="git runs"):
            past.tried_past(place, case)


def test_a_fault_is_shrunk_to_the_file_that_has_it() -> None:
    files = (*FILES, SourceFile(path="content/x.md", data=b"one\ntwo\nthree\n"), *FILES)

    def fails(case: Case) -> bool:
        return any(b"wo" in file.data for file in case.files)

    small = shrunk(Case(files=files), fails)
    assert [(file.path, file.data) for file in small.files] == [("content/x.md", b"wo")]


def test_faults_are_counted_by_kind() -> None:
    tally = Tally(ran=3, twice=2)
    tally.faults.update({"hang: over 5 s": 2})
    tally.first["hang: over 5 s"] = 1
    lines = list(tally.lines())
    assert lines[0].startswith("3 handbooks, 2 of them")
    assert "     2 hang" in lines
    assert lines[-1] == "     2 times, first in handbook 1: hang: over 5 s"
