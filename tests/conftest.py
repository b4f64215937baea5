"""What tests of every folder share."""

import pytest
from hypothesis import settings

# The same examples on every machine, and no failure because a machine was busy for a moment.
settings.register_profile("journeybook", deadline=None, derandomize=True)
settings.load_profile("journeybook")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the slow tests last, so that what fails quickly is known quickly."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is not None)
