"""What a process takes from its start: a command, and pages compiled for the first time and again.

All are user seconds, the least of several runs, since other work on a machine only adds to them.
"""

import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

from journeybook.adapters.disk.collecting import without_collecting
from journeybook.adapters.disk.resources import shipped
from journeybook.pipeline import CompileSettings, read_handbook
from journeybook.rendering import render_handbook
from journeybook.sources.document import SourceFile
from journeybook.sources.reading import Known
from tests.benchmarks.running import files_of, used
from tests.sites import ROOT

TODAY = date(2026, 11, 21)
_OWNER = b"\nowner: "


def commands(runs: int) -> str:
    """Tell how long the shortest command takes, and a check of the example."""
    shortest, check = (
        _least(["journeybook", *typed], runs) for typed in (["--version"], ["check"])
    )
    return f"{shortest:.2f} s, {check:.2f} s"


def compilations(handbook: Path, runs: int) -> str:
    """Tell how long the pages take in a new process, and then with one file changed."""
    command = [sys.executable, "-m", __name__, str(handbook)]
    printed = [subprocess.check_output(command, cwd=ROOT, text=True) for _ in range(runs)]
    cold, again = (min(map(float, times)) for times in zip(*map(str.split, printed), strict=True))
    return f"{cold:.2f} s, {again:.2f} s"


def _least(command: list[str], runs: int) -> float:
    program = Path(sys.executable).with_name(command[0])
    return min(used([str(program), *command[1:]], ROOT).ru_utime for _ in range(runs))


def _compile_twice(handbook: Path) -> None:
    files = files_of(handbook)
    known: Known = {}
    print(_compiled(files, known))
    at = next(at for at, file in enumerate(files) if _OWNER in file.data)
    changed = replace(files[at], data=files[at].data.replace(_OWNER, _OWNER + b"a new ", 1))
    print(_compiled((*files[:at], changed, *files[at + 1 :]), known))


def _compiled(files: tuple[SourceFile, ...], known: Known) -> float:
    began = time.process_time()
    with without_collecting():
        settings = CompileSettings(resources=shipped())
        render_handbook(read_handbook(files, settings, TODAY, known))
    return time.process_time() - began


if __name__ == "__main__":
    _compile_twice(Path(sys.argv[1]))
