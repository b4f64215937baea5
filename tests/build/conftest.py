"""What tests that build have in common."""

from pathlib import Path

import pytest
from filelock import FileLock

from tests.release.distribution import build_distributions, install
from tests.sites import made_once


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what lies in this folder."""
    for item in items:
        if item.nodeid.startswith("tests/build/"):
            item.add_marker(pytest.mark.build)


@pytest.fixture(scope="session")
def wheel(sites: Path) -> Path:
    """The wheel, built from the source distribution once per run."""
    dist = made_once(sites.with_name("dist"), build_distributions)
    return next(dist.glob("*.whl"))


@pytest.fixture(scope="session")
def installed(wheel: Path) -> Path:
    """The commands of an environment in which the wheel was installed, once per run."""
    environment = wheel.parent.with_name("environment")
    with FileLock(environment.with_suffix(".lock")):
        # An environment cannot be moved to its place when it is ready.
        ready = environment.with_suffix(".ready")
        if not ready.exists():
            ready.write_text(str(install(wheel, environment)), "utf-8")
    return Path(ready.read_text("utf-8"))
