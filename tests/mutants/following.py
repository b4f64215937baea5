"""Which lines of the package are run, and which of them may be run for others too.

What is kept in memory is made by the first test that asks for it, and met by all that follow in the
same process. So whatever is run inside a function whose results are kept, or for a fixture of many
tests, is *shared*.
"""

import functools
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import CodeType, FrameType
from typing import Any

from tests.mutants.stages import PACKAGE

Lines = Mapping[str, int]
"""Lines of modules, by their paths in the package: a bit for each."""

_Follow = Callable[[FrameType, str, Any], Any]
_WITHIN = f"{PACKAGE}/"
# Jinja keeps the templates that it reads and compiles.
_KEPT_BY_OTHERS = "pages/parts/filling/"
_kept: set[CodeType] = set()


def both(some: Lines, others: Lines) -> Lines:
    """Put lines together."""
    return {module: some.get(module, 0) | others.get(module, 0) for module in {*some, *others}}


def notice_what_is_kept() -> None:
    """Know from now on which functions keep their results; before the package is imported."""
    keep: Any = functools.lru_cache
    begin: Any = functools.cached_property.__init__

    def lru_cache(maxsize: Any = 128, typed: Any = False) -> Any:  # noqa: ANN401, FBT002 - as Python's
        if callable(maxsize):
            return noticed(maxsize)
        return lambda function: noticed(function, maxsize, typed)

    def noticed(function: Any, *how: Any) -> Any:  # noqa: ANN401 - as Python's
        if code := getattr(function, "__code__", None):
            _kept.add(code)
        return keep(*how)(function) if how else keep(function)

    def begin_noticed(self: Any, function: Any) -> None:  # noqa: ANN401 - as Python's
        _kept.add(function.__code__)
        begin(self, function)

    functools.lru_cache = lru_cache
    functools.cached_property.__init__ = begin_noticed  # type: ignore[assignment]


class Followed:
    """The lines of the package that are run in this process."""

    def __init__(self) -> None:
        # By identity: two functions that do the same are equal, wherever they stand.
        self._codes: dict[int, _Code] = {}
        self._inside = 0

    def follow(self) -> None:
        """Begin, in threads too."""
        threading.settrace(self._enter)
        sys.settrace(self._enter)

    def take(self) -> Lines:
        """Stop, and give what was run since this was asked before."""
        threading.settrace(_follow_nothing)
        sys.settrace(None)
        own = [one for one in self._codes.values() if one.lines]
        found = _bits((one.module, one.lines) for one in own)
        for one in own:
            one.lines.clear()
        return found

    def shared(self) -> Lines:
        """Give all that was run for others too."""
        return _bits((one.module, one.shared) for one in self._codes.values() if one.shared)

    @contextmanager
    def sharing(self) -> Iterator[None]:
        """Share what is run meanwhile."""
        self._inside += 1
        yield
        self._inside -= 1

    def _enter(self, frame: FrameType, _event: str, _argument: object) -> _Follow | None:
        code = frame.f_code
        try:
            known = self._codes[id(code)]
        except KeyError:
            known = self._codes[id(code)] = _Code(code)
        if known.keeps:
            self._inside += 1
            return self._until_kept(known)
        if self._inside:
            return known.each_shared if len(known.shared) < known.most else None
        return known.each if len(known.lines) < known.most else None

    def _until_kept(self, known: "_Code") -> _Follow:
        def each(frame: FrameType, event: str, argument: object) -> _Follow:
            if event == "return":
                self._inside -= 1
            known.each_shared(frame, event, argument)
            return each

        return each


class _Code:
    def __init__(self, code: CodeType) -> None:
        self.code = code  # that its identity stays its own
        self.is_ours = code.co_filename.startswith(_WITHIN)
        self.module = code.co_filename.removeprefix(_WITHIN)
        self.keeps = code in _kept or self.module.startswith(_KEPT_BY_OTHERS)
        self.most = len({line for _, _, line in code.co_lines() if line}) if self.is_ours else 0
        self.lines: set[int] = set()
        self.shared: set[int] = set()

    def each(self, frame: FrameType, event: str, _argument: object) -> _Follow:
        if event == "line":
            self.lines.add(frame.f_lineno)
        return self.each

    def each_shared(self, frame: FrameType, event: str, _argument: object) -> _Follow:
        if event == "line" and self.is_ours:
            self.lines.add(frame.f_lineno)
            self.shared.add(frame.f_lineno)
        return self.each_shared


def _bits(found: Iterator[tuple[str, set[int]]]) -> Lines:
    lines: dict[str, int] = {}
    for module, some in found:
        lines[module] = lines.get(module, 0) | sum(1 << at for at in some)
    return lines


def _follow_nothing(_frame: FrameType, _event: str, _argument: object) -> None:
    return None
