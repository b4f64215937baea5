"""What the packages on this machine offer."""

import sys
from functools import cache
from importlib.metadata import EntryPoints, entry_points
from typing import Any

from journeybook.adapters.disk.refusal import CannotRunError


def offered(group: str) -> EntryPoints:
    """Give what packages offer to a group of entry points."""
    found: EntryPoints = _all().select(group=group)
    return found


# To look through every package for one group takes as long as for all of them.
@cache
def _all() -> Any:  # noqa: ANN401 - each version of Python has a type of its own for them
    return entry_points()


def is_stripped() -> bool:
    """Tell whether Python leaves the texts out in which every rule explains itself."""
    return sys.flags.optimize > 1


def refuse_stripped() -> None:
    """See that every rule can explain itself.

    Raises:
        CannotRunError: when it cannot.
    """
    if is_stripped():
        raise CannotRunError(
            "Python leaves out the texts that explain every finding; run it without -OO, and "
            "without PYTHONOPTIMIZE=2"
        )
