"""Builds handbooks the way their owners do, strict, and follows every link of what comes out."""

import contextlib
import multiprocessing
import os
import runpy
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from multiprocessing import forkserver
from pathlib import Path

from filelock import FileLock

from tests.crawling import faults_of

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "mkdocs.yml"
DUTCH = ROOT / "tests" / "handbooks" / "nl" / "mkdocs.yml"

_READY = multiprocessing.get_context("forkserver")
_READY.set_forkserver_preload(["tests.ready"])


class BuildError(Exception):
    """The engine refused to build a handbook, or a link in it leads nowhere; the message tells."""


def build_site(
    configuration: Path,
    target: Path,
    *,
    engine: str = "mkdocs",
    address: str | None = None,
    crawled: bool = True,
) -> Path:
    """Build the handbook of an mkdocs.yml into the target folder and give the folder back.

    A site too large to be `crawled` may be left as it is.
    """
    settings = {"NO_MKDOCS_2_WARNING": "1"} | ({"SITE_URL": f"{address}/"} if address else {})
    command = [engine, "build", "--strict"]
    command += ["--config-file", str(configuration), "--site-dir", str(target)]
    build_with(command, configuration.parent, os.environ | settings)
    if crawled and (faults := faults_of(target)):
        raise BuildError("\n".join(faults))
    return target


def build_with(command: list[str], cwd: Path, env: Mapping[str, str]) -> None:
    """Run a command of an engine; one that fails raises what it printed."""
    done = run_engine(command, cwd, env)
    if done.returncode != 0:
        raise BuildError(f"{' '.join(command)}\n{done.stdout}{done.stderr}")


def run_engine(
    command: list[str], cwd: Path, env: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run a command of an engine in a process of its own.

    MkDocs' processes split off from one that has read its modules and compiled our templates, which
    takes most of a small build. ProperDocs is always begun afresh: what is read for MkDocs would be
    in its way.
    """
    if command[0] != "mkdocs":
        return subprocess.run(
            [sys.executable, "-m", *command],
            cwd=cwd,
            env=env,
            capture_output=True,
            text=True,
            check=False,
        )
    # It finds what it is to read from where it is started.
    with contextlib.chdir(ROOT):
        forkserver.ensure_running()
    with tempfile.TemporaryDirectory() as folder:
        printed = [Path(folder, name) for name in ("stdout", "stderr")]
        process = _READY.Process(target=_be_engine, args=(command, cwd, dict(env), printed))
        process.start()
        process.join()
        stdout, stderr = (file.read_text("utf-8", "replace") for file in printed)
    return subprocess.CompletedProcess(command, process.exitcode or 0, stdout, stderr)


def _be_engine(command: list[str], cwd: Path, env: dict[str, str], printed: list[Path]) -> None:
    for number, path in enumerate(printed, 1):
        with path.open("wb") as file:
            os.dup2(file.fileno(), number)
    os.environ.clear()
    os.environ.update(env)
    os.chdir(cwd)
    sys.argv = command
    runpy.run_module(command[0], run_name="__main__", alter_sys=True)


def built_once(
    configuration: Path, target: Path, *, engine: str = "mkdocs", crawled: bool = True
) -> Path:
    """Build a handbook into the target folder unless another worker did; one at work is awaited.

    The site is for the address that the folder's name gives it in the browser tests.
    """
    address = address_of(target)

    def build(half: Path) -> None:
        build_site(configuration, half, engine=engine, address=address, crawled=crawled)

    return made_once(target, build)


def made_once(target: Path, make: Callable[[Path], object]) -> Path:
    """Make a folder unless another worker did; one at work is awaited."""
    with FileLock(target.with_name(f"{target.name}.lock")):
        if not target.exists():
            half = target.with_name(f"{target.name}-half")
            make(half)
            half.rename(target)
    return target


def address_of(site: Path) -> str:
    """Where the browser tests find a shared site: the same in every worker, whatever its port."""
    return f"http://{site.name}.localhost"
