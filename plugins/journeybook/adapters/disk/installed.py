"""What the packages on this machine offer."""

from functools import cache
from importlib.metadata import EntryPoints, entry_points
from typing import Any


def offered(group: str) -> EntryPoints:
    """Give what packages offer to a group of entry points."""
    found: EntryPoints = _all().select(group=group)
    return found


# To look through every package for one group takes as long as for all of them.
@cache
def _all() -> Any:  # noqa: ANN401 - each version of Python has a type of its own for them
    return entry_points()
