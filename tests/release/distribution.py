"""Builds the distributions, and tries a wheel where nothing else of ours is."""

import os
import subprocess
import sys
from functools import cache
from importlib.metadata import distribution
from pathlib import Path

from tests.sites import ROOT

PINS = ROOT / "constraints.txt"

CONFIGURATION = """\
site_name: Five lines
docs_dir: content
theme:
  name: material
plugins: [search, journeybook]
"""

CONTENT = {
    "index.md": "# Five lines\n",
    "personas/buyer.md": "---\ntitle: Buyer\n---\n",
    "phases/awareness.md": "---\ntitle: Awareness\norder: 1\n---\n",
    "journeys/buyer/index.md": "---\ntitle: Buyer's journey\npersona: buyer\n---\n",
    "journeys/buyer/awareness.md": "---\nquestions:\n  - What does it cost?\n---\nA story.\n",
}


class DistributionError(Exception):
    """A distribution could not be built, or does not do what it should."""


def build_distributions(target: Path, root: Path = ROOT) -> tuple[Path, Path]:
    """Build a source distribution and from it, as a package registry would get it, a wheel."""
    run(sys.executable, "-m", "build", "--installer", installer(), "--outdir", target, cwd=root)
    (sdist,), (wheel,) = target.glob("*.tar.gz"), target.glob("*.whl")
    return sdist, wheel


def try_wheel(wheel: Path, folder: Path) -> Path:
    """Install a wheel in an empty environment, build a site of five lines with it and check it."""
    return try_installed(install(wheel, folder / "environment"), folder)


def install(wheel: Path, environment: Path) -> Path:
    """Install a wheel in an empty environment, and give the folder of its commands."""
    run(sys.executable, "-m", "venv", environment, cwd=environment.parent)
    scripts = environment / ("Scripts" if os.name == "nt" else "bin")
    install_into(scripts / "python", wheel, cwd=environment.parent)
    return scripts


def install_into(python: Path, *wanted: str | Path, cwd: Path, pins: Path = PINS) -> None:
    """Install with our pins, or others, what is wanted for a Python of an environment."""
    command: tuple[str | Path, ...] = ("pip", "--python", python, "install")
    if installer() == "uv":
        command = ("uv", "pip", "install", "--python", python)
        command += ("--constraint", pins, "--build-constraint", pins)
    run(sys.executable, "-m", *command, "--quiet", *wanted, cwd=cwd, pins=pins)


@cache
def installer() -> str:
    """What installed the tools around us: uv, in a tenth of the time, or pip where it could not."""
    said = distribution("pytest").read_text("INSTALLER") or ""
    return "uv" if said.strip() == "uv" else "pip"


def try_installed(scripts: Path, folder: Path) -> Path:
    """Build a site of five lines with what is installed, and check it."""
    (folder / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    for name, text in CONTENT.items():
        page = folder / "content" / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8")
    run(scripts / "mkdocs", "build", "--strict", cwd=folder)
    run(scripts / "journeybook", "check", cwd=folder)
    journey = folder / "site" / "journeys" / "buyer" / "index.html"
    if "What does it cost?" not in journey.read_text(encoding="utf-8"):
        raise DistributionError("the site of five lines lacks the question of its journey")
    return folder / "site"


def run(*command: str | Path, cwd: Path, pins: Path = PINS) -> None:
    """Run a command with our pins, or others, outside every Python environment around us."""
    environment = {
        **{name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        "NO_MKDOCS_2_WARNING": "1",
        "PIP_BUILD_CONSTRAINT": str(pins),
        "PIP_CONSTRAINT": str(pins),
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        # This turns compiling off: what is never imported need not be compiled.
        "PIP_NO_COMPILE": "0",
    }
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise DistributionError(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
