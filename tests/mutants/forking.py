"""Processes of their own, for what should leave no trace in ours."""

import os
import pickle
import signal
from collections.abc import Callable
from typing import TypeVar, cast

T = TypeVar("T")


def forked(call: Callable[[], T]) -> T | None:
    """Call in a copy of this process; None where it came to no end."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.close(reading)
            with os.fdopen(writing, "wb") as pipe:
                pickle.dump(call(), pipe)
            code = 0
        finally:
            os._exit(code)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        data = pipe.read()
    _, status = os.waitpid(child, 0)
    return cast(T, pickle.loads(data)) if status == 0 else None  # noqa: S301 - our own


def allow(seconds: float) -> None:
    """End this process unless it asks again in time: a fault may make an endless loop, or wait."""
    signal.setitimer(signal.ITIMER_PROF, 20 + 10 * seconds)
    signal.setitimer(signal.ITIMER_REAL, 120 + 60 * seconds)


def silence() -> None:
    """Write nothing more."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
