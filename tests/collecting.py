"""Garbage in a process that holds thousands of tests."""

import gc
from itertools import count
from typing import Any


class SeldomCollecting:
    """Looks for garbage at every sixtieth compilation only.

    Each looks among all that its process holds, which here is thousands of tests.
    """

    def __init__(self) -> None:
        self.asked = count(1)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever else is asked of it
        """Do the rest as always."""
        return getattr(gc, name)

    def get_freeze_count(self) -> int:
        """Say that there is nothing to look through, but for every sixtieth time."""
        return next(self.asked) % 60 == 0
