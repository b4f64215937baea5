"""Garbage that is left where it is for a while."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Timer

_PROMISED, _LEFT = Event(), Event()
_SOON = 1.0


@contextmanager
def without_collecting() -> Iterator[None]:
    """Leave garbage where it is for a while.

    A compilation makes hundreds of thousands of small values that all live until its end; looking
    among them for garbage, again and again, finds none and costs a sixth of the time. What was made
    is left alone afterwards too, until the next compilation looks through it, or somebody does who
    promised to.
    """
    was_on = gc.isenabled()
    # The collector itself counts what was left, one by one.
    if _LEFT.is_set() and not _PROMISED.is_set():
        _collect()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        _LEFT.set()
        if was_on:
            gc.enable()


def collect_soon() -> None:
    """Look through it in a moment, when whoever waits for what was made has it."""
    if not _PROMISED.is_set():
        _PROMISED.set()
        timer = Timer(_SOON, _keep_promise)
        timer.daemon = True
        timer.start()


def _keep_promise() -> None:
    _collect()
    gc.freeze()
    _PROMISED.clear()


def _collect() -> None:
    gc.unfreeze()
    gc.collect()
    _LEFT.clear()
