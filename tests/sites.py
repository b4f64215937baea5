"""Builds handbooks the way their owners do: with the engine's own command, strict."""

import os
import subprocess
import sys
from pathlib import Path

from filelock import FileLock

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "mkdocs.yml"
DUTCH = ROOT / "tests" / "handbooks" / "nl" / "mkdocs.yml"


class BuildError(Exception):
    """The engine refused to build a handbook; the message is all that it printed."""


def build_site(
    configuration: Path, target: Path, *, engine: str = "mkdocs", address: str | None = None
) -> Path:
    """Build the handbook of an mkdocs.yml into the target folder and give the folder back."""
    settings = {"NO_MKDOCS_2_WARNING": "1"} | ({"SITE_URL": f"{address}/"} if address else {})
    command = [sys.executable, "-m", engine, "build", "--strict"]
    command += ["--config-file", str(configuration), "--site-dir", str(target)]
    run = subprocess.run(
        command,
        cwd=configuration.parent,
        env=os.environ | settings,
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode != 0:
        raise BuildError(f"{' '.join(command)}\n{run.stdout}{run.stderr}")
    return target


def built_once(configuration: Path, target: Path, *, engine: str = "mkdocs") -> Path:
    """Build a handbook into the target folder unless another worker did; one at work is awaited.

    The site is for the address that the folder's name gives it in the browser tests.
    """
    with FileLock(target.with_name(f"{target.name}.lock")):
        if not target.exists():
            half = target.with_name(f"{target.name}-half")
            build_site(configuration, half, engine=engine, address=address_of(target))
            half.rename(target)
    return target


def address_of(site: Path) -> str:
    """Where the browser tests find a shared site: the same in every worker, whatever its port."""
    return f"http://{site.name}.localhost"
