"""Processes of their own, for what should leave no trace in ours."""

import os
import pickle
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, cast

T = TypeVar("T")

CUT_OFF = "was cut off"
_LAST_LINES = 12
_NOWHERE = Path(os.devnull)


def forked(call: Callable[[], T], log: Path = _NOWHERE) -> T | None:
    """Call in a copy of this process, which writes into a log; None where it came to no end."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.close(reading)
            _write_into(log)
            with os.fdopen(writing, "wb") as pipe:
                pickle.dump(call(), pipe)
            code = 0
        except BaseException:
            note(log, traceback.format_exc())
            raise
        finally:
            sys.stdout.flush()
            os._exit(code)
    os.close(writing)
    # Waiting takes no time of its own: whoever goes on asks again.
    _end_in(0, 0)
    with os.fdopen(reading, "rb") as pipe:
        data = pipe.read()
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        note(log, f"{CUT_OFF} by {signal.Signals(os.WTERMSIG(status)).name}")
    return cast(T, pickle.loads(data)) if status == 0 else None  # noqa: S301 - our own


def allow(seconds: float) -> None:
    """End this process unless it asks again in time: a fault may make an endless loop, or wait."""
    _end_in(20 + 10 * seconds, 120 + 60 * seconds)


def note(log: Path, line: str) -> None:
    """Write a line into a log."""
    with log.open("a", encoding="utf-8") as lines:
        lines.write(f"{line}\n")


def last_lines(log: Path) -> str:
    """Give the last lines of a log."""
    text = log.read_text("utf-8", "replace") if log.exists() else ""
    return "\n".join([line for line in text.splitlines() if line.strip()][-_LAST_LINES:])


def _write_into(log: Path) -> None:
    place = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(place, 1)
    os.dup2(place, 2)


def _end_in(working: float, waiting: float) -> None:
    signal.setitimer(signal.ITIMER_PROF, working)
    signal.setitimer(signal.ITIMER_REAL, waiting)
