"""Garbage that is left where it is for a while."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Leave garbage where it is for a while.

    A compilation makes hundreds of thousands of small values that all live until its end; looking
    among them for garbage, again and again, finds none and costs a sixth of the time. What was made
    is left alone afterwards too, until the next compilation looks through it.
    """
    was_on = gc.isenabled()
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()
