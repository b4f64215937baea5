"""Garbage in a process that holds thousands of tests."""

import gc
from itertools import count
from typing import Any


class SeldomCollecting:
    """Looks for garbage at every sixtieth compilation only.

    Each looks among all that its process holds, which here is thousands of tests.
    """

    def __init__(self) -> None:
        self._asked = count(1)
        self._is_time = False

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever else is asked of it
        """Do the rest as always."""
        return getattr(gc, name)

    def unfreeze(self) -> None:
        """Take back what was left alone, every sixtieth time."""
        self._is_time = next(self._asked) % 60 == 0
        if self._is_time:
            gc.unfreeze()

    def collect(self) -> None:
        """Look through it when it is time."""
        if self._is_time:
            gc.collect()
