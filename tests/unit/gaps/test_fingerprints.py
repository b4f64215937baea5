"""A gap keeps its fingerprint while people work on the handbook, and shares it with no other."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest

from journeybook.adapters.disk.folder import read_folder
from journeybook.adapters.disk.sites.handbook_folders import Folders
from journeybook.codes import Family
from journeybook.findings import Finding
from journeybook.pipeline import read_handbook
from tests.benchmarks.generator import Size, write_handbook
from tests.unit.gaps.cold_store import FILES
from tests.unit.handbooks import SETTINGS, judged

Files = dict[str, str]
STEP = "journeys/cfo/purchase.md"


def gaps(files: Files) -> set[str]:
    return {one.fingerprint for one in judged(files).findings if one.family is Family.GAP}


def plain() -> Files:
    return {path: dedent(text).lstrip("\n") for path, text in FILES.items()}


def changed(path: str, before: str, after: str) -> Files:
    files = plain()
    assert before in files[path]
    return {**files, path: files[path].replace(before, after)}


def reordered() -> Files:
    files = plain()
    lines = files[STEP].splitlines()
    first = next(at for at, line in enumerate(lines) if "id: cost" in line)
    lines[first], lines[first + 1] = lines[first + 1], lines[first]
    return {**files, STEP: "\n".join(lines)}


@pytest.mark.parametrize(
    "edited",
    [
        lambda: changed("personas/cfo.md", "# CFO", "# Finance director"),
        lambda: changed("phases/purchase.md", "# Purchase", "# Signature"),
        lambda: changed("assets/prices.md", "title: Prices", "title: What it costs"),
        lambda: changed("journeys/cfo/index.md", "# The CFO's journey", "# To the signature"),
        reordered,
        lambda: changed(STEP, "---\nneeds", "---\n\n# A comment\n\nneeds"),
        lambda: {**plain(), "about.md": "# About\n\nNothing to do with it.\n"},
        lambda: changed("research/talks.md", "# Talks", "# Talks\n\nMore text."),
    ],
    ids=[
        "persona renamed",
        "phase renamed",
        "asset renamed",
        "journey renamed",
        "list reordered",
        "lines moved",
        "page added",
        "other file edited",
    ],
)
def test_fingerprints_stay(edited: Callable[[], Files]) -> None:
    assert gaps(edited()) == gaps(plain())


def test_a_question_with_an_id_can_be_reworded() -> None:
    assert gaps(changed(STEP, "What does it cost?", "What will it cost us?")) == gaps(plain())


def test_another_question_is_another_gap() -> None:
    assert gaps(changed(STEP, "id: cost", "id: price-of-all")) != gaps(plain())


@pytest.mark.slow
def test_no_two_gaps_share_one_in_a_large_handbook(tmp_path: Path) -> None:
    write_handbook(tmp_path, Size(assets=5000, personas=50))
    files = read_folder(Folders(root=tmp_path, content="content", config="site_config"))
    found: tuple[Finding, ...] = read_handbook(files, SETTINGS, date(2026, 11, 21)).findings
    prints = Counter(one.fingerprint for one in found if one.family is Family.GAP)
    assert len(prints) > 1000
    assert [one for one, times in prints.items() if times > 1] == []
