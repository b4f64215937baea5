"""Tries faults, each in a process of its own; nothing is written where the sources are."""

import os
import resource
import sys
import tempfile
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

import jinja2
import pytest
from mkdocs.config.defaults import MkDocsConfig

from tests.mutants.stages import PACKAGE, ROOT, Mutant, planted
from tests.snapshots.expected import EXPECTED, read_expected

TESTS = ("tests/review", "tests/unit", "tests/cli")
# Slow for what they see of a fault, or a matter of time, which many processes at once would spoil.
_LEFT_OUT = (
    "tests/cli/test_ci.py::test_what_is_written_fits_the_published_schemas",
    "tests/review/test_sameness.py::test_no_edit_stops_a_comparison",
    "tests/unit/test_growth.py",
    "tests/unit/test_fingerprints.py::test_no_two_gaps_share_a_fingerprint",
)
_OPTIONS = ("-q", "-x", "-p", "no:cacheprovider", "-m", "not slow and not browser")
_MOST_SECONDS = 180
CASES = ROOT / "tests" / "golden"
_OURS = ("journeybook", "tests.golden", "tests.snapshots.outcomes", "tests.snapshots.doors")


@dataclass(frozen=True, kw_only=True)
class Bench:
    """What should come out of the handbooks of the snapshots, read once."""

    expected: dict[str, dict[str, str]] = field(
        default_factory=lambda: {
            path.name: read_expected(path.name) for path in sorted(EXPECTED.iterdir(), reverse=True)
        }
    )

    def warm(self) -> bool:
        """Load what every fault needs, and tell whether all comes out as it should without one."""
        os.chdir(ROOT)
        _remember_templates()
        with tempfile.TemporaryDirectory() as folder:
            well = self._comes_out(Path(folder)) and _cases_hold(CASES)
        _forget_ourselves()
        return well and _passes(self._look, None)

    def survives(self, mutant: Mutant) -> bool:
        """Tell whether no test sees a fault."""
        return _passes(self._look, mutant)

    def _look(self, mutant: Mutant | None, folder: Path) -> bool:
        if mutant:
            sys.meta_path.insert(0, _Planter(mutant))
        # What most likely tells comes first: the cases of the rule itself, then what comes out.
        slug = Path(mutant.module).stem.replace("_", "-") if mutant else ""
        return (
            _cases_hold(CASES / "rules" / slug)
            and self._comes_out(folder)
            and _cases_hold(CASES)
            and _tests_pass(folder)
        )

    def _comes_out(self, folder: Path) -> bool:
        # Stops at the first text that is another, long before all of them are made.
        outcomes = import_module("tests.snapshots.outcomes").outcomes
        for name, expected in self.expected.items():
            missing = set(expected)
            for key, text in outcomes(name, folder / name):
                if expected.get(key) != text:
                    return False
                missing.discard(key)
            if missing:
                return False
        return True


def _cases_hold(within: Path) -> bool:
    module: Any = import_module("tests.golden.case")
    cases = (path for path in module.all_cases() if path.is_relative_to(within))
    return all(module.outcome(module.read_case(one)) == one.read_text("utf-8") for one in cases)


def _tests_pass(folder: Path) -> bool:
    left_out = (f"--deselect={one}" for one in _LEFT_OUT)
    return pytest.main([*_OPTIONS, *left_out, f"--basetemp={folder / 'tests'}", *TESTS]) == 0


@dataclass(frozen=True, slots=True)
class _Planter(MetaPathFinder):
    # Gives the module with the fault to whoever imports it, and leaves all others alone.
    mutant: Mutant

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        path = PACKAGE / self.mutant.module
        parts = (PACKAGE.name, *Path(self.mutant.module).with_suffix("").parts)
        if fullname != ".".join(parts).removesuffix(".__init__"):
            return None
        loader = _Loader(fullname, str(path), self.mutant)
        return spec_from_file_location(fullname, path, loader=loader)


class _Loader(SourceFileLoader):
    def __init__(self, fullname: str, path: str, mutant: Mutant) -> None:
        super().__init__(fullname, path)
        self.mutant = mutant

    def get_code(self, fullname: str) -> CodeType | None:
        return compile(planted(self.mutant), self.get_filename(fullname), "exec")


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


def _forget_ourselves() -> None:
    for name in [one for one in sys.modules if one.startswith(_OURS)]:
        del sys.modules[name]
    # MkDocs keeps a plugin that wants to live through several builds.
    plugins: Any = MkDocsConfig.plugins
    plugins.plugin_cache.clear()


def _passes(look: Callable[[Mutant | None, Path], bool], mutant: Mutant | None) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        child = os.fork()
        if child == 0:
            code = 1
            try:
                # A fault may make an endless loop.
                resource.setrlimit(resource.RLIMIT_CPU, (_MOST_SECONDS, _MOST_SECONDS))
                _silence()
                code = 0 if look(mutant, Path(folder)) else 1
            finally:
                os._exit(code)
        _, status = os.waitpid(child, 0)
    return status == 0


def _silence() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
