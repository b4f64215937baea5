"""Where Journeybook is installed from: said here, and taken from here by workflows and manual."""

import json
import shlex
from importlib.metadata import PackageNotFoundError, distribution
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from journeybook import __version__

DISTRIBUTION = "mkdocs-journeybook"
WHEEL = "wheels/mkdocs_journeybook-*.whl"
"""The wheel that a repository keeps of a version that no registry has."""


def install_command() -> str:
    """Give the command that installs this version where the handbook is built.

    What was installed from an address of git comes from there, and what came from a registry is
    called by its name. All else was on this machine alone, so a wheel in the repository is meant.
    """
    origin = _origin()
    if origin is None:
        return f"pip install {DISTRIBUTION}=={__version__}"
    if commit := origin.get("vcs_info", {}).get("commit_id"):
        return f"pip install {DISTRIBUTION}@git+{origin['url']}@{commit}"
    return f"pip install {WHEEL}"


def wheel_command() -> str:
    """Give the command that makes the wheel for a repository; nothing where none is needed."""
    origin = _origin()
    if origin is None or "vcs_info" in origin:
        return ""
    place = url2pathname(urlsplit(str(origin["url"])).path)
    return f"pip wheel --no-deps --wheel-dir wheels {shlex.quote(place)}"


def _origin() -> dict[str, Any] | None:
    # Pip notes where a distribution came from, unless that was a registry.
    try:
        text = distribution(DISTRIBUTION).read_text("direct_url.json")
    except PackageNotFoundError:
        return None
    return dict(json.loads(text)) if text else None
