"""Prints how long the diff of a large handbook takes, as a ratio to one compilation of it.

    python -m tests.benchmarks.diffing [ASSETSxPERSONAS] [--rounds N] [--changed N]

The diff reads two commits from git, judges both, compares them and writes the comment.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from journeybook.adapters.disk.git.repository import find_commit
from journeybook.adapters.disk.resources import shipped
from journeybook.adapters.disk.versions.snapshots import at_commit, repository_of
from journeybook.compare.comparison import compare
from journeybook.compare.formats.comment import comment
from journeybook.pipeline import CompileSettings
from journeybook.sources.reading import Known
from tests.benchmarks.generator import Size, files
from tests.benchmarks.running import files_of
from tests.compiling import compile_handbook
from tests.repositories import commit, start

TODAY = date(2026, 11, 21)
CHANGED = 30


def main() -> None:
    """Measure one size and print a line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("size", nargs="?", default="1000x20", metavar="ASSETSxPERSONAS")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--changed", type=int, default=CHANGED)
    options = parser.parse_args()
    print(measured(options.size, options.rounds, options.changed))


def measured(text: str, rounds: int, changed: int = CHANGED) -> str:
    """Measure one size, such as 1000x20, and say how long it took."""
    assets, _, personas = text.partition("x")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        write_two_commits(folder, Size(assets=int(assets), personas=int(personas)), changed)
        taken: dict[str, list[float]] = {"compile": [], "diff": []}
        for _ in range(rounds):
            # One after the other, so that a busy moment hits both alike.
            taken["compile"].append(_timed(lambda: compile_once(folder)))
            taken["diff"].append(_timed(lambda: diff_once(folder)))
    compiled, compared = (statistics.median(times) for times in taken.values())
    return f"compile {compiled:.2f} s  diff {compared:.2f} s  ratio {compared / compiled:.2f}"


def write_two_commits(folder: Path, size: Size, changed: int) -> None:
    """Write a handbook, and a commit that edits some of its steps and assets."""
    texts = dict(files(size))
    start(folder, texts)
    edits = (("score: -1", "score: 2"), ("status: published", "status: retired"), ("What", "How"))
    paths = [path for path in texts if any(old in texts[path] for old, _ in edits)]
    chosen = paths[:: max(1, len(paths) // changed)]
    commit(folder, {path: _edited(texts[path], edits) for path in chosen})


def compile_once(folder: Path) -> None:
    """Make all pages of the handbook on disk."""
    found = files_of(folder)
    compile_handbook(found, CompileSettings(resources=shipped()), TODAY)


def diff_once(folder: Path) -> str:
    """Compare the two commits as `journeybook diff` does."""
    repository = repository_of(folder)
    earlier, later = (
        at_commit(repository, find_commit(repository, name)) for name in ("HEAD~1", "HEAD")
    )
    known: Known = {}
    return comment(compare(earlier.judge(TODAY, known), later.judge(TODAY, known)))


def _edited(text: str, edits: tuple[tuple[str, str], ...]) -> str:
    for old, new in edits:
        text = text.replace(old, new)
    return text


def _timed(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


if __name__ == "__main__":
    main()
