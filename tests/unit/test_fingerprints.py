"""A fingerprint names one gap for good: it survives what does not change the gap."""

from collections.abc import Callable

import pytest

from journeybook.codes import Family
from journeybook.findings import Finding
from journeybook.pipeline import read_handbook
from journeybook.sources.document import SourceFile
from tests.benchmarks.generator import Size
from tests.benchmarks.generator import files as generated
from tests.golden.case import SETTINGS, TODAY
from tests.sites import DUTCH, EXAMPLE

Files = dict[str, str]


def read(path: str) -> Files:
    """Read one of the handbooks of this repository."""
    root = (EXAMPLE if path == "example" else DUTCH).parent
    return {
        file.relative_to(root).as_posix(): file.read_text(encoding="utf-8")
        for folder in ("content", "site_config")
        for file in sorted((root / folder).rglob("*"))
        if file.suffix in (".md", ".yml")
    }


def gaps(files: Files) -> list[Finding]:
    sources = [SourceFile(path=path, data=text.encode()) for path, text in files.items()]
    found = read_handbook(sources, SETTINGS, TODAY).findings
    return [one for one in found if one.family is Family.GAP]


def prints(files: Files) -> set[str]:
    return {one.fingerprint for one in gaps(files)}


EXAMPLE_FILES = read("example")
BEFORE = prints(EXAMPLE_FILES)


def renamed(files: Files) -> Files:
    """Give every entity another title, the old one remaining an alias."""
    return {
        path: _titled(text) if "/journeys/" not in path else text for path, text in files.items()
    }


def _titled(text: str) -> str:
    lines = text.split("\n")
    title = next((one for one in lines if one.startswith("title: ")), "")
    return text.replace(title, f"{title} (new)", 1) if title and ":" not in title[7:] else text


def moved_down(files: Files) -> Files:
    """Put a comment and an empty line above all front matter."""
    return {path: text.replace("---\n", "---\n# Above\n\n", 1) for path, text in files.items()}


def turned_around(files: Files) -> Files:
    """Turn the questions of one step around."""
    path = "content/journeys/cfo/business-case.md"
    head, questions, *rest = files[path].partition("questions:\n")
    body, emotion, after = rest[0].partition("emotion:")
    entries = ["  - " + one for one in body.split("  - ")[1:]]
    assert len(entries) > 2
    return {**files, path: head + questions + "".join(reversed(entries)) + emotion + after}


def retold(files: Files) -> Files:
    """Write more prose everywhere."""
    return {
        path: f"{text}\nMore of the story.\n" if path.endswith(".md") else text
        for path, text in files.items()
    }


def added(files: Files) -> Files:
    """Add a file that nothing is missing of."""
    text = "---\ntitle: Telephone\ntype: personal\n---\n"
    return {**files, "content/channels/telephone.md": text}


@pytest.mark.parametrize("change", [renamed, moved_down, turned_around, retold, added])
def test_fingerprints_survive(change: Callable[[Files], Files]) -> None:
    changed = change(EXAMPLE_FILES)
    assert changed != EXAMPLE_FILES
    assert prints(changed) == BEFORE


def test_a_closed_gap_takes_its_fingerprint_along() -> None:
    first = next(one for one in gaps(EXAMPLE_FILES) if one.code == "unanswered-question")
    asset = f"---\ntitle: A\nowner: A\nstatus: live\nanswers: ['{first.subject_id}']\n---\n"
    after = prints({**EXAMPLE_FILES, "content/assets/a.md": asset})
    assert first.fingerprint in BEFORE - after


@pytest.mark.parametrize(
    "files",
    [
        pytest.param(EXAMPLE_FILES, id="the example"),
        pytest.param(dict(generated(Size(assets=5000, personas=50))), id="5,000 assets"),
    ],
)
def test_no_two_gaps_share_a_fingerprint(files: Files) -> None:
    found = gaps(files)
    assert len({one.fingerprint for one in found}) == len(found) > 100
    assert {one.nth for one in found} == {1}
