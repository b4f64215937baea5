"""Runs the fast tests and a build in an environment for each Python, and in the lowest one.

python -m tests.versions [3.11 3.12 3.13 3.14 lowest]

Pythons are looked for on PATH and among those of pyenv; one that is not here is said so. The
lowest environment has the oldest Python that is here, and every direct dependency at its lower
bound in pyproject.toml.
"""

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

from tests.sites import ROOT
from tests.versions.environments import PYTHONS, find_python, lowest, tools

LOWEST = "lowest"
FOLDER = ROOT / "build" / "versions"
FAST = "not slow and not browser and not build"


def main() -> int:
    """Try every environment asked for, or all, and say how each did."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.versions",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("names", nargs="*", metavar="NAME", default=[*PYTHONS, LOWEST])
    failed = [name for name in parser.parse_args().names if not tried(name)]
    return 1 if failed else 0


def tried(name: str) -> bool:
    """Try an environment, say how it did, and tell whether nothing failed."""
    pythons = PYTHONS if name == LOWEST else (name,)
    python = next(filter(None, map(find_python, pythons)), None)
    if python is None:
        print(f"{name}: not here")
        return True
    start = time.monotonic()
    wrong = what_fails(name, python)
    print(
        f"{name}: {'fails' if wrong else 'passes'} in {time.monotonic() - start:.0f} s", flush=True
    )
    if wrong:
        print(wrong)
    return not wrong


def what_fails(name: str, python: Path) -> str:
    """The output of the first command that fails in a new environment; empty if none does."""
    folder = FOLDER / name
    constraints = ROOT / "constraints.txt"
    needed: tuple[str, ...] = ("--editable", ".[dev]")
    folder.mkdir(parents=True, exist_ok=True)
    if name == LOWEST:
        constraints = folder / "constraints.txt"
        text = (ROOT / "pyproject.toml").read_text("utf-8")
        constraints.write_text("\n".join(lowest(text)), "utf-8")
        needed = ("--editable", ".[docx,lsp,pptx,untrusted,xlsx]", *tools(text))
    inside = folder / "environment" / ("Scripts" if os.name == "nt" else "bin") / "python"
    commands: tuple[tuple[str | Path, ...], ...] = (
        (python, "-m", "venv", "--clear", folder / "environment"),
        (inside, "-m", "pip", "install", "--quiet", "-c", constraints, *needed),
        (inside, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", folder / "site"),
        (inside, "-m", "pytest", "-q", "-n", "auto", "--dist", "worksteal", "-m", FAST),
    )
    return next(filter(None, map(output_of_failure, commands)), "")


def output_of_failure(command: tuple[str | Path, ...]) -> str:
    """What a command printed, if it failed."""
    # The pins that make sets for itself are not those of this environment.
    pins = ("PIP_CONSTRAINT", "PIP_BUILD_CONSTRAINT")
    surrounding = {name: value for name, value in os.environ.items() if name not in pins}
    run = subprocess.run(
        command,
        cwd=ROOT,
        env=surrounding | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    return f"{run.stdout}{run.stderr}" or f"{command[0]} fails" if run.returncode else ""


if __name__ == "__main__":
    sys.exit(main())
