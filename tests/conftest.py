"""What tests of several folders share: the two handbooks, each built once."""

from pathlib import Path

import pytest
from hypothesis import settings

from tests.sites import DUTCH, EXAMPLE, build_site

# The same examples on every machine, and no failure because a machine was busy for a moment.
settings.register_profile("journeybook", deadline=None, derandomize=True)
settings.load_profile("journeybook")


@pytest.fixture(scope="session")
def example_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that holds the built example handbook."""
    return build_site(EXAMPLE, tmp_path_factory.mktemp("example") / "site")


@pytest.fixture(scope="session")
def dutch_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that holds the built Dutch handbook."""
    return build_site(DUTCH, tmp_path_factory.mktemp("dutch") / "site")
