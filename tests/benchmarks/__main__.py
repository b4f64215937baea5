"""Prints how long handbooks of growing size take, as ratios within this one run.

    python -m tests.benchmarks [ASSETSxPERSONAS ...] [--rounds N] [--no-build]

For each size: the time to compile (files to pages, in memory), and the time of three whole builds
by MkDocs: with the plugin; plain, of the very same finished pages, whose blocks of HTML stand in
their Markdown; and plain, of the same pages without those blocks. Medians of the rounds, of
which sizes after the first have one. The last
lines tell how long a diff of two commits takes beside one compilation, for the first size, how
long builds take of which much was kept, what a save takes while somebody looks, how it grows, for
how long a filter of a large catalogue keeps the browser busy, what a large survey takes, what the
rows of an inventory add to a build, how long a command and a compilation take from the start of
their process, and what the ten largest pages of the first size weigh, and those of the example.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from journeybook.adapters.disk.collecting import without_collecting
from journeybook.adapters.disk.resources import shipped
from journeybook.pipeline import CompileSettings
from journeybook.rendering import Compilation
from tests.benchmarks import (
    again,
    browsing,
    diffing,
    inventorying,
    starting,
    surveying,
    weighing,
)
from tests.benchmarks.finished import write_finished
from tests.benchmarks.generator import Size, write_handbook
from tests.benchmarks.running import build_anew, files_of
from tests.compiling import compile_handbook
from tests.sites import EXAMPLE, build_site

SIZES = ("1000x20", "5000x50")
MANY = 5000
RESPONSES = ROWS = 100_000
TODAY = date(2026, 11, 21)


def main() -> None:
    """Measure every size and print a table."""
    options = _options()
    print(f"{'assets x personas':<18}{'files':>7}{'pages':>7}{'compile':>10}", end="")
    print(f"{'per file':>10}{'plugin':>9}{'plain':>9}{'ratio':>7}{'no blocks':>11}{'ratio':>7}")
    first = options.sizes[0]
    for text in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            # A second build of a very large handbook takes minutes and tells nothing new.
            rounds = options.rounds if text == first else 1
            _measure(Path(folder), _size(text), rounds, build=options.build)
    print(f"diff of two commits, {first}: {diffing.measured(first, options.rounds)}")
    for line in again.lines(_size(first)):
        print(line, flush=True)
    print(f"a filter of a catalogue of {MANY} assets: {browsing.measured(MANY)}")
    if options.build:
        added = inventorying.measured(MANY, options.rounds)
        print(f"an inventory of {MANY} rows adds to a build: {added}")
    print(f"an inventory of {ROWS} rows, read: {inventorying.told(ROWS)}")
    print(f"a survey of {RESPONSES} responses: {surveying.measured(RESPONSES)}")
    with tempfile.TemporaryDirectory() as folder:
        write_handbook(Path(folder), _size(first))
        compiled = starting.compilations(Path(folder), options.rounds)
    print(f"{first} in a new process, and with one file changed, user: {compiled}")
    print(f"--version, and check of the example, user: {starting.commands(options.rounds)}")
    _weigh(first)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("sizes", nargs="*", default=SIZES, metavar="ASSETSxPERSONAS")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--no-build", dest="build", action="store_false")
    return parser.parse_args()


def _measure(folder: Path, size: Size, rounds: int, *, build: bool) -> None:
    handbook = folder / "handbook"
    write_handbook(handbook, size)
    files = len(list(handbook.rglob("*.md")))
    compiled = _compile(handbook)
    seconds = _median(rounds, lambda: _compile(handbook))
    print(f"{f'{size.assets} x {size.personas}':<18}{files:>7}{len(compiled.pages):>7}", end="")
    print(f"{seconds:>8.2f} s{seconds / files * 1e3:>7.2f} ms", end="", flush=True)
    if build:
        _measure_builds(folder, handbook, compiled, rounds)
    print(flush=True)


def _weigh(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_handbook(Path(folder), _size(text))
        build_anew(Path(folder))
        weighing.weigh(Path(folder, "site"))
        weighing.weigh(build_site(EXAMPLE, Path(folder, "example"), crawled=False))


def _size(text: str) -> Size:
    assets, _, personas = text.partition("x")
    return Size(assets=int(assets), personas=int(personas))


def _measure_builds(folder: Path, handbook: Path, compiled: Compilation, rounds: int) -> None:
    plain, bare = folder / "plain", folder / "bare"
    write_finished(handbook, plain, compiled, blocks=True)
    write_finished(handbook, bare, compiled, blocks=False)
    # One after the other within each round, so that a busy moment hits all three alike.
    times: dict[Path, list[float]] = {handbook: [], plain: [], bare: []}
    for _ in range(rounds):
        for place, taken in times.items():
            taken.append(_timed(lambda place=place: build_anew(place)))  # type: ignore[misc]
    ours, theirs, least = (statistics.median(taken) for taken in times.values())
    print(f"{ours:>7.1f} s{theirs:>7.1f} s{ours / theirs:>7.2f}", end="")
    print(f"{least:>9.1f} s{ours / least:>7.2f}", end="")


def _compile(handbook: Path) -> Compilation:
    files = files_of(handbook)
    with without_collecting():
        return compile_handbook(files, CompileSettings(resources=shipped()), TODAY)


def _median(rounds: int, work: Callable[[], object]) -> float:
    return statistics.median(_timed(work) for _ in range(rounds))


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
