"""Finds out once which lines each test runs: a test that never runs a line sees no fault there.

What was found is kept in `.cache`, by what it was found of. Where it is older than a snapshot, or
than the package because it is taken as it is, a line may have a unit too few. That makes fewer
faults seen, never more.
"""

import hashlib
import importlib
import pickle
import pkgutil
import tempfile
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any, cast

import pytest
from _pytest.runner import runtestprotocol

from tests.mutants import units
from tests.mutants.following import Followed, Lines, both, notice_what_is_kept
from tests.mutants.forking import forked, last_lines
from tests.mutants.stages import PACKAGE, ROOT
from tests.mutants.units import (
    GOLDEN,
    PASSES,
    SNAPSHOTS,
    Unit,
    case_holds,
    groups,
    made_of,
    run_pytest,
)

_KEPT = ROOT / ".cache" / "mutants"
_HELD = ROOT / "tests" / "unit" / "held"
_GROUND = ("plugins", "content", "site_config", "tests")
_NO_GROUND = ("tests/mutants", "tests/build", "tests/browser", "tests/fuzz", "tests/benchmarks")

_Kept = tuple[bytes, tuple[Unit, ...]]


def lines_imported() -> Lines:
    """Give the lines that are run by importing: whatever is run after may meet their faults."""
    return forked(_import_followed) or {}


def measured(jobs: int, *, as_before: bool) -> Iterator[tuple[Unit, ...]]:
    """Give the units of each group, or those found `as_before` where its own files are the same."""
    ground = None if as_before else _sum(_ground())
    with ProcessPoolExecutor(jobs, get_context("fork"), _import_all) as pool:
        yield from pool.map(_units, groups(), [ground] * len(groups()))


def _units(group: str, ground: bytes | None) -> tuple[Unit, ...]:
    place = ROOT / group
    kept = _KEPT / f"{_sum(sorted(_own(place))).hex()}-{place.stem}"
    if kept.exists():
        of, known = cast(_Kept, pickle.loads(kept.read_bytes()))  # noqa: S301 - our own
        if ground in (None, of):
            return known
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        found = forked(lambda: tuple(_run(group, log)), log)
        if found is None or not all(one.passes for one in found):
            failing = [one for one in found or () if not one.passes] or [_failing(group, group)]
            return tuple(replace(one, said=last_lines(log)) for one in failing)
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(pickle.dumps((ground or b"", found)))
    return found


def _own(place: Path) -> Iterator[Path]:
    # What a unit is, or old ones would be taken that know less of themselves.
    yield Path(units.__file__)
    yield from (place if place.is_dir() else place.parent / "cases").rglob("*.txt")
    if place.is_file():
        yield place
        text = place.read_text("utf-8")
        # It names them whole, or their beginning: `hold(f"site-{shape}", …)`.
        named = (one for one in _HELD.glob("*.txt") if f'"{one.stem.partition("-")[0]}' in text)
        yield from named if "tests.unit.held" in text else ()


def _ground() -> list[Path]:
    files = (path for folder in _GROUND for path in sorted((ROOT / folder).rglob("*")))
    return [one for one in files if one.is_file() and _is_ground(one.relative_to(ROOT))]


def _is_ground(path: Path) -> bool:
    if path.parts[0] == "tests":
        is_apart = path.as_posix().startswith(_NO_GROUND)
        return path.suffix == ".py" and not path.name.startswith("test_") and not is_apart
    return path.suffix != ".pyc"


def _sum(files: Sequence[Path]) -> bytes:
    sums = hashlib.sha256()
    for one in files:
        sums.update(str(one.relative_to(ROOT)).encode() + one.read_bytes())
    return sums.digest()[:8]


def _run(group: str, log: Path) -> Iterator[Unit]:
    if group == GOLDEN:
        for path in sorted((ROOT / GOLDEN).rglob("*.txt")):
            name = path.relative_to(ROOT / GOLDEN).as_posix()
            yield _alone(group, name, partial(_held, name), log)
    elif group.startswith(SNAPSHOTS):
        outcomes: Any = importlib.import_module("tests.snapshots.outcomes")
        for part in outcomes.PARTS:
            yield _alone(group, part, partial(_made, group, part), log)
    else:
        yield from _tests(group, Followed())


def _held(case: str) -> tuple[bool, Collection[str]]:
    return case_holds(case), ()


def _made(book: str, part: str) -> tuple[bool, Collection[str]]:
    made = dict(made_of(book, part))
    return all(made.values()), made.keys()


def _tests(file: str, lines: Followed) -> Sequence[Unit]:
    tests = _Tests(file, lines)
    lines.follow()
    with tempfile.TemporaryDirectory() as folder:
        code = run_pytest((file,), Path(folder) / "tests", tests)
    if code not in PASSES:
        tests.units.append(_failing(file, file))
    # What is run while tests are collected may decide any of them too.
    shared = both(tests.collected, lines.shared())
    return [replace(one, lines=both(one.lines, shared)) for one in tests.units]


class _Tests:
    def __init__(self, file: str, lines: Followed) -> None:
        self.file = file
        self.lines = lines
        self.units: list[Unit] = []
        self.collected: Lines = {}

    def pytest_collection_finish(self) -> None:
        self.collected = self.lines.take()

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[object]) -> Iterator[None]:
        if fixturedef.scope == "function":
            return (yield)
        with self.lines.sharing():
            return (yield)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item, nextitem: pytest.Item | None) -> bool:
        def run() -> tuple[bool, Collection[str]]:
            reports = runtestprotocol(item, log=True, nextitem=nextitem)
            return not any(one.failed for one in reports), ()

        self.units.append(_followed(self.file, item.nodeid, self.lines, run))
        return True


_Run = Callable[[], tuple[bool, Collection[str]]]


def _alone(group: str, name: str, run: _Run, log: Path) -> Unit:
    # In a process of its own, since what is kept in memory would hide lines of the next.
    unit = forked(lambda: _followed(group, name, Followed(), run), log)
    return unit or _failing(group, name)


def _failing(group: str, name: str) -> Unit:
    return Unit(group=group, name=name, passes=False, lines={})


def _followed(group: str, name: str, lines: Followed, run: _Run) -> Unit:
    lines.follow()
    begun = time.perf_counter()
    well, keys = run()
    seconds = time.perf_counter() - begun
    return Unit(
        group=group,
        name=name,
        passes=well,
        seconds=seconds,
        lines=lines.take(),
        keys=frozenset(keys),
    )


def _import_followed() -> Lines:
    lines = Followed()
    lines.follow()
    _import_all()
    return lines.take()


def _import_all() -> None:
    notice_what_is_kept()
    package = importlib.import_module(PACKAGE.name)
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
