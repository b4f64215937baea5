"""Which Pythons are on this machine, and which versions are the lowest that we accept."""

import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
# Ourselves, and what wants newer versions of what we need than we do; few tests ask for it.
_LEFT_OUT = ("mkdocs-journeybook", "check-jsonschema", "mypy")
_LOWER_BOUND = re.compile(r"^(?P<name>[\w.-]+)>=(?P<version>[\d.]+)")


def find_python(version: str) -> Path | None:
    """The Python of that version on PATH, or else the newest that pyenv has."""
    on_path = shutil.which(f"python{version}")
    ours = Path.home() / ".pyenv" / "versions"
    candidates = [Path(on_path)] if on_path else []
    candidates += sorted(ours.glob(f"{version}.*/bin/python"), reverse=True)
    return next((python for python in candidates if _runs(python)), None)


def lowest(pyproject: str) -> tuple[str, ...]:
    """A constraint for each requirement of users that has it at its lower bound.

    What these need themselves is left to the installer.
    """
    project = tomllib.loads(pyproject)["project"]
    extras = project["optional-dependencies"]
    users = [*project["dependencies"], *extras["xlsx"]]
    return tuple(_at_lower_bound(users))


def tools(pyproject: str) -> tuple[str, ...]:
    """What the tests need beside the lowest versions of the rest."""
    extras = tomllib.loads(pyproject)["project"]["optional-dependencies"]
    return tuple(one for one in extras["dev"] if not one.startswith(_LEFT_OUT))


def _at_lower_bound(requirements: Iterable[str]) -> Iterator[str]:
    for requirement in requirements:
        bound = _LOWER_BOUND.match(requirement)
        if bound is None:
            raise ValueError(f"'{requirement}' in pyproject.toml has no lower bound")
        yield f"{bound['name']}=={bound['version']}"


def _runs(python: Path) -> bool:
    # pyenv puts a shim on PATH for every version, and the shim fails where none is chosen.
    run = subprocess.run([python, "-c", "import venv"], capture_output=True, check=False)
    return run.returncode == 0
