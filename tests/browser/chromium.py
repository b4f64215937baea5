"""Finds the Chromium of this machine and starts it the same way everywhere.

Run as a command it says, by its exit code, whether there is one.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")

MISSING = (
    "no Chromium found: install it (Debian: apt-get install chromium) "
    "or name one in the environment variable CHROMIUM"
)

# Nothing in a test may wait for the network, so everything Chromium would fetch for itself is off.
# The sandbox needs rights that root in a container does not have.
ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find_chromium() -> Path | None:
    """The browser named in CHROMIUM, or the first known one on PATH."""
    wanted = os.environ.get("CHROMIUM")
    names = (wanted,) if wanted else NAMES
    found = (shutil.which(name) for name in names)
    return next((Path(path) for path in found if path), None)


@contextmanager
def started(executable: Path, *arguments: str) -> Iterator[Browser]:
    """A running browser that is closed when the block ends."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable, args=[*ARGUMENTS, *arguments]
        )
        try:
            yield browser
        finally:
            browser.close()


if __name__ == "__main__":
    sys.exit(0 if find_chromium() else MISSING)
