"""Prints pages through a Chromium that is installed, or another browser made of it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from journeybook.adapters.disk.refusal import CannotRunError

_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chromium-headless-shell",
    "microsoft-edge",
    "chrome",
    "msedge",
)
_ELSEWHERE = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
_OPTIONS = (
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-pdf-header-footer",
    # Scripts have as much time as this, which passes at once when nothing is left to do.
    "--virtual-time-budget=20000",
)
_PATIENCE = 120


def find_chromium() -> Path:
    """Give the browser that CHROMIUM names in the environment, or the first known one.

    Raises:
        CannotRunError: when there is none.
    """
    wanted = os.environ.get("CHROMIUM")
    names = (wanted,) if wanted else (*_NAMES, *_ELSEWHERE)
    for name in names:
        if found := shutil.which(name):
            return Path(found)
    raise CannotRunError(
        "there is no Chromium, Chrome or Edge here that could print. Open the page of the journey "
        "in any browser instead and choose Print on it; CHROMIUM in the environment names one "
        "that stands elsewhere"
    )


def print_page(browser: Path, page: Path, query: str, output: Path) -> None:
    """Write a page of a built site as a PDF.

    Raises:
        CannotRunError: when the browser writes nothing.
    """
    # Who works as root, as in a container, has no sandbox.
    is_root = sys.platform != "win32" and os.geteuid() == 0
    with TemporaryDirectory() as profile:
        command = (
            str(browser),
            *_OPTIONS,
            *(("--no-sandbox",) if is_root else ()),
            f"--user-data-dir={profile}",
            f"--print-to-pdf={output.resolve()}",
            f"{page.resolve().as_uri()}?{query}",
        )
        try:
            subprocess.run(  # noqa: S603 - no words of others
                command, check=True, capture_output=True, timeout=_PATIENCE
            )
        except (OSError, subprocess.SubprocessError) as error:
            raise CannotRunError(
                "{browser} could not print: {problem}", browser=browser, problem=error
            ) from error
    if not output.is_file():
        raise CannotRunError("{browser} printed nothing", browser=browser)
