"""Tries faults, each in a process of its own."""

import gc
import os
import sys
import tempfile
from collections.abc import Hashable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig

from tests.collecting import SeldomCollecting
from tests.mutants.covering import Trial
from tests.mutants.forking import forked, last_lines, note
from tests.mutants.planting import plant
from tests.mutants.stages import ROOT
from tests.mutants.units import Unit, collect, made_of, pass_tests, passes

# Tests of many files take long to begin, so that some come first: how many, of how many files, and
# how long they and what is no test may take.
_FIRST, _FIRST_FILES, _FIRST_SECONDS = 60, 4, 3
_OURS = ("journeybook", "tests")
_NOT_FORGOTTEN = ("tests.mutants", "tests.snapshots.expected", "tests.collecting")


def seen_by(trial: Trial) -> str:
    """Name what sees a fault, with the last lines it writes; nothing where nothing does."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        if not trial.units or forked(lambda: _look(trial, log), log) is True:
            return ""
        return last_lines(log)


def _look(trial: Trial, log: Path) -> bool:
    if trial.mutant:
        plant(trial.mutant)
    collecting: Any = import_module("journeybook.adapters.disk.collecting")
    collecting.gc = SeldomCollecting()
    return all(_pass(some, trial.known, log) for some in _in_turn(trial.units))


def _pass(units: Sequence[Unit], known: frozenset[str], log: Path) -> bool:
    tests = [one for one in units if one.is_test]
    if not all(_passes(one, log) for one in units if not one.is_test):
        return False
    return not tests or forked(lambda: _tests_pass(tests, known, log), log) is True


def _passes(unit: Unit, log: Path) -> bool:
    note(log, f"{unit.group} {unit.name}")
    return passes(unit)


def _tests_pass(tests: Sequence[Unit], known: frozenset[str], log: Path) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        return pass_tests(tests, known, Path(folder) / "tests", log)


def _in_turn(units: Sequence[Unit]) -> Iterator[Sequence[Unit]]:
    """Take first what is soon done."""
    tests = [one for one in units if one.is_test]
    rest = [one for one in units if not one.is_test]
    quick = [one for one in rest if one.seconds < _FIRST_SECONDS]
    first = _first(tests)
    yield quick
    yield first
    yield [one for one in rest if one not in quick]
    chosen = {one.name for one in first}
    yield [one for one in tests if one.name not in chosen]


def _first(tests: Sequence[Unit]) -> Sequence[Unit]:
    files = list(dict.fromkeys(one.group for one in tests))[:_FIRST_FILES]
    first: list[Unit] = []
    seconds = 0.0
    for one in tests:
        if one.group in files and len(first) < _FIRST and seconds + one.seconds < _FIRST_SECONDS:
            first.append(one)
            seconds += one.seconds
    return first


def warm() -> None:
    """Load what every fault needs, but nothing of ours, so that each fault finds it there."""
    os.chdir(ROOT)
    _remember_templates()
    for part in ("site", "checks", "exports"):
        list(made_of("whole", part))
    collect()
    for name in [one for one in sys.modules if one.startswith(_OURS)]:
        if not name.startswith(_NOT_FORGOTTEN) and name != "tests":
            del sys.modules[name]
    # MkDocs keeps a plugin that wants to live through several builds.
    plugins: Any = MkDocsConfig.plugins
    plugins.plugin_cache.clear()
    gc.collect()
    # Looking through what is here already would take its time in each of the processes to come.
    gc.freeze()


def _remember_templates() -> None:
    # Compiling the templates takes longer than filling them, and no fault changes them.
    compiled: dict[Hashable, Any] = {}
    environment: Any = jinja2.Environment
    compile_anew = environment.compile

    def compile_once(self: object, source: str, name: str, *rest: object) -> object:
        if (key := (source, name)) not in compiled:
            compiled[key] = compile_anew(self, source, name, *rest)
        return compiled[key]

    environment.compile = compile_once
