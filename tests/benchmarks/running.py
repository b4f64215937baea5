"""Runs commands and builds, and tells what they took of a core."""

import os
import re
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from journeybook.adapters.disk.folder import read_folder
from journeybook.adapters.disk.keeping import kept
from journeybook.adapters.disk.sites.handbook_folders import Folders
from journeybook.sources.document import SourceFile

ENVIRONMENT = os.environ | {"NO_MKDOCS_2_WARNING": "1"}


def used(command: Sequence[str], place: Path) -> resource.struct_rusage:
    """Run a command in a folder, and tell what it used, whatever it says."""
    return _run(command, place)[0]


def build(place: Path, on: datetime | None = None) -> resource.struct_rusage:
    """Build the site of a folder, which takes over what the build before kept.

    It is built as of a day where that tells how much there is to do, as when content grows stale.

    Raises:
        RuntimeError: when it does not build.
    """
    day = {"SOURCE_DATE_EPOCH": f"{on.timestamp():.0f}"} if on else {}
    taken, code = _run([sys.executable, "-m", "mkdocs", "build", "--quiet"], place, day)
    if code:
        raise RuntimeError(f"{place} does not build: {code}")
    return taken


def build_anew(place: Path, on: datetime | None = None) -> resource.struct_rusage:
    """Build the site of a folder, with nothing taken over from the build before.

    Raises:
        RuntimeError: when it does not build.
    """
    for folder in ("site", kept.FOLDER):
        shutil.rmtree(place / folder, ignore_errors=True)
    return build(place, on)


def files_of(handbook: Path) -> tuple[SourceFile, ...]:
    """Read the files of a handbook that was made for a benchmark."""
    return read_folder(Folders(root=handbook, content="content", config="site_config"))


def _run(
    command: Sequence[str], place: Path, more: Mapping[str, str] = MappingProxyType({})
) -> tuple[resource.struct_rusage, int]:
    process = subprocess.Popen(
        command,
        cwd=place,
        env={**ENVIRONMENT, **more},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, taken = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return taken, process.returncode


def peak(command: Sequence[str]) -> float:
    """Give the most memory that a command takes at once, in MB."""
    # What the kernel tells of a process that ended counts the one that began it.
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = 0
    while process.poll() is None:
        with suppress(OSError):
            status = Path(f"/proc/{process.pid}/status").read_text("utf-8")
            peak = max([peak, *map(int, re.findall(r"VmHWM:\s+(\d+)", status))])
        time.sleep(0.01)
    return peak / 1000
