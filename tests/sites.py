"""Builds handbooks the way their owners do, strict, and follows every link of what comes out."""

import os
import subprocess
import sys
from pathlib import Path

from filelock import FileLock

from tests.crawling import faults_of

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "mkdocs.yml"
DUTCH = ROOT / "tests" / "handbooks" / "nl" / "mkdocs.yml"


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
    if crawled and (faults := faults_of(target)):
        raise BuildError("\n".join(faults))
    return target


def built_once(
    configuration: Path, target: Path, *, engine: str = "mkdocs", crawled: bool = True
) -> Path:
    """Build a handbook into the target folder unless another worker did; one at work is awaited.

    The site is for the address that the folder's name gives it in the browser tests.
    """
    with FileLock(target.with_name(f"{target.name}.lock")):
        if not target.exists():
            half = target.with_name(f"{target.name}-half")
            address = address_of(target)
            build_site(configuration, half, engine=engine, address=address, crawled=crawled)
            half.rename(target)
    return target


def address_of(site: Path) -> str:
    """Where the browser tests find a shared site: the same in every worker, whatever its port."""
    return f"http://{site.name}.localhost"
