"""Finds the Chromium of this machine.

Run as a command it says, by its exit code, whether there is one; any Python runs it.
"""

import os
import shutil
import sys
from pathlib import Path

# The shell that has no windows does the same work sooner.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")

MISSING = (
    "no Chromium found: install it (Debian: apt-get install chromium) "
    "or name one in the environment variable CHROMIUM"
)


def find_chromium() -> Path | None:
    """The browser named in CHROMIUM, or the first known one on PATH."""
    wanted = os.environ.get("CHROMIUM")
    names = (wanted,) if wanted else NAMES
    found = (shutil.which(name) for name in names)
    return next((Path(path) for path in found if path), None)


if __name__ == "__main__":
    sys.exit(0 if find_chromium() else MISSING)
