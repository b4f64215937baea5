"""Garbage in a process that holds thousands of tests."""

import gc
from itertools import count
from typing import Any

from journeybook.adapters.disk import collecting


def collect_seldom() -> None:
    """Look for garbage seldom, and never among all that was read and collected by now.

    Nearly all that tests make goes without; looking for the rest took a sixth of their time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)
    # The commands that are run in this process leave its garbage alone too.
    collecting.gc = SeldomCollecting()  # type: ignore[assignment,attr-defined]


class SeldomCollecting:
    """Looks for garbage at every 240th compilation only.

    Each looks among all that its process holds, which here is thousands of tests.
    """

    def __init__(self) -> None:
        self._asked = count(1)
        self._is_time = False

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever else is asked of it
        """Do the rest as always."""
        return getattr(gc, name)

    def unfreeze(self) -> None:
        """Take back what was left alone, every 240th time."""
        self._is_time = next(self._asked) % 240 == 0
        if self._is_time:
            gc.unfreeze()

    def collect(self) -> None:
        """Look through it when it is time."""
        if self._is_time:
            gc.collect()
