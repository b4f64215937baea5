"""What may see a fault: golden cases, what comes out of handbooks, and tests."""

import tempfile
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from tests.mutants.following import Lines
from tests.mutants.forking import allow, note
from tests.mutants.stages import ROOT
from tests.snapshots.expected import EXPECTED, read_expected

GOLDEN = "tests/golden"
SNAPSHOTS = "tests/snapshots/handbooks"
TESTS = ("tests/review", "tests/unit", "tests/cli")
# Slow for what they see of a fault, or a matter of time, which many processes at once would spoil.
_LEFT_OUT = (
    "tests/cli/test_ci.py::test_what_is_written_fits_the_published_schemas",
    "tests/review/test_sameness.py::test_no_edit_stops_a_comparison",
    "tests/unit/test_growth.py",
    "tests/unit/test_fingerprints.py::test_no_two_gaps_share_a_fingerprint",
)
_OPTIONS = ("-q", "-x", "-p", "no:cacheprovider", "-m", "not slow and not browser")
PASSES = (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """Something that is run as a whole: how long it takes, the lines that it runs, what it gives.

    Its group is the file of a test or of the handbook of a snapshot, or the folder of all cases.
    Where it does not pass, it has the last lines that were written.
    """

    group: str
    name: str
    passes: bool
    seconds: float = 0
    lines: Lines
    keys: frozenset[str] = frozenset()
    said: str = ""

    @property
    def is_test(self) -> bool:
        """Tell whether it is a test, which takes longer to begin than the others."""
        return self.group.endswith(".py")


def groups() -> tuple[str, ...]:
    """Name the groups of all units."""
    files = (one for folder in TESTS for one in sorted((ROOT / folder).rglob("test_*.py")))
    tests = (one.relative_to(ROOT).as_posix() for one in files)
    books = (f"{SNAPSHOTS}/{one.name}.txt" for one in sorted(EXPECTED.iterdir()))
    return (GOLDEN, *books, *(one for one in tests if one not in _LEFT_OUT))


def passes(unit: Unit) -> bool:
    """Run what is no test, and tell whether all is as it should."""
    allow(unit.seconds)
    return case_holds(unit.name) if unit.group == GOLDEN else _comes_out(unit)


def case_holds(name: str) -> bool:
    """Tell whether a golden case comes out as its file says."""
    case: Any = import_module("tests.golden.case")
    path = ROOT / GOLDEN / name
    return bool(case.outcome(case.read_case(path)) == path.read_text("utf-8"))


def made_of(book: str, part: str) -> Iterator[tuple[str, bool]]:
    """Tell of all that comes out of a part of a snapshot whether it is as it should."""
    outcomes: Any = import_module("tests.snapshots.outcomes")
    name = Path(book).stem
    with tempfile.TemporaryDirectory() as folder:
        for key, text in outcomes.outcomes(name, Path(folder), (part,)):
            yield key, _expected(name).get(key) == text


def _comes_out(unit: Unit) -> bool:
    missing = set(unit.keys)
    # Stops at the first text that is another, long before all of them are made.
    for key, is_right in made_of(unit.group, unit.name):
        if not is_right:
            print(f"{key} is not as it should be")  # noqa: T201 - into the log
            return False
        missing.discard(key)
    return not missing


@cache
def _expected(name: str) -> Mapping[str, str]:
    return read_expected(name)


def pass_tests(tests: Sequence[Unit], known: Container[str], folder: Path, log: Path) -> bool:
    """Run tests, and tell whether all pass; others that are known are not run."""
    allow(60)
    chosen = _Chosen({one.name: one.seconds for one in tests}, known, log)
    return run_pytest(dict.fromkeys(one.group for one in tests), folder, chosen) in PASSES


def collect() -> None:
    """Load all tests."""
    with redirect_stdout(StringIO()):
        pytest.main([*_OPTIONS, "--collect-only", *TESTS])


def run_pytest(files: Collection[str], folder: Path, plugin: object) -> int:
    """Run the tests of some files in this process."""
    left_out = (f"--deselect={one}" for one in _LEFT_OUT)
    return pytest.main([*_OPTIONS, *left_out, f"--basetemp={folder}", *files], plugins=[plugin])


@dataclass(frozen=True, slots=True)
class _Chosen:
    seconds: Mapping[str, float]
    known: Container[str]
    log: Path

    # A fault may make tests that nobody knew; they are run.
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = [
            one for one in items if one.nodeid in self.seconds or one.nodeid not in self.known
        ]

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        note(self.log, item.nodeid)
        allow(self.seconds.get(item.nodeid, 10))
        return (yield)
