"""`python -m tests.in_memory COMMAND …`: runs a command whose temporary files lie in memory.

Tests write gigabytes that nobody reads again, and a disk takes longer for them than we do. Where
memory has no room for as much, they go where temporary files always go.
"""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

MEMORY = Path("/dev/shm")  # noqa: S108 - whatever is written there gets a folder of its own
ROOM = 6 * 2**30


def run(command: list[str]) -> int:
    """Run it, and give its exit code; what it wrote is gone afterwards."""
    with TemporaryDirectory(prefix="journeybook-", dir=place(MEMORY, ROOM)) as folder:
        return subprocess.run(command, env={**os.environ, "TMPDIR": folder}, check=False).returncode


def place(memory: Path, room: int) -> Path | None:
    """The folder in memory, if there is one with so much room in which programs may lie."""
    if not os.access(memory, os.W_OK):
        return None
    system = os.statvfs(memory)
    may_run = not system.f_flag & os.ST_NOEXEC
    return memory if may_run and system.f_bavail * system.f_frsize >= room else None


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
