"""What tests that build have in common."""

from pathlib import Path

import pytest
from filelock import FileLock

from tests.release.distribution import build_distributions

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what lies in this folder."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.build)


@pytest.fixture(scope="session")
def wheel(sites: Path) -> Path:
    """The wheel, built from the source distribution once per run."""
    dist = sites.with_name("dist")
    with FileLock(dist.with_name("dist.lock")):
        if not dist.exists():
            half = dist.with_name("half-dist")
            build_distributions(half)
            half.rename(dist)
    return next(dist.glob("*.whl"))
