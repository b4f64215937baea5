"""Packages of other people as their registry gives them; a test without one is skipped."""

import shutil
import subprocess
from pathlib import Path

import pytest


def npm_package(name: str, place: Path) -> Path:
    """Fetch a package into a folder, and give the folder of its files."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("no npm")
    run = subprocess.run([npm, "pack", name], cwd=place, capture_output=True, check=False)
    if run.returncode:
        pytest.skip("no registry to fetch the package from")
    shutil.unpack_archive(next(place.glob("*.tgz")), place)
    return place / "package"
