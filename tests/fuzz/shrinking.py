"""Makes a mangled handbook with a fault as small as it will be, and writes it as a golden case."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from journeybook.sources.document import SourceFile
from tests.fuzz.mangling import Case
from tests.golden.case import CASES

_MOST_TRIES = 3000
Fails = Callable[[Case], bool]


def shrunk(case: Case, fails: Fails) -> Case:
    """Leave out files, then lines, then letters, as long as the fault stays."""
    tries = iter(range(_MOST_TRIES))

    def still(smaller: Case) -> bool:
        return next(tries, None) is not None and fails(smaller)

    smaller = _less(case, still)
    while smaller != case:
        case, smaller = smaller, _less(smaller, still)
    return smaller


def golden(case: Case, fault: str) -> Path | None:
    """Write the case among the golden ones; None where its format cannot hold it."""
    if case.where != "memory" or any(set(file.path) & set(" \n\t()") for file in case.files):
        return None
    sections = "".join(_section(file) for file in case.files)
    text = f"Found by chance: {fault}.\n\n{sections}-- findings --\n"
    name = hashlib.sha256(text.encode()).hexdigest()[:8]
    file = CASES / "framework" / f"found-{name}.txt"
    file.write_text(text, encoding="utf-8")
    return file


def _less(case: Case, still: Fails) -> Case:
    for halves in (2, 4, 8, 16):
        for files in _without(case.files, len(case.files) // halves or 1):
            if files and still(replace(case, files=files)):
                return replace(case, files=files)
    for at, file in enumerate(case.files):
        for data in _smaller(file.data):
            files = (*case.files[:at], replace(file, data=data), *case.files[at + 1 :])
            if still(replace(case, files=files)):
                return replace(case, files=files)
    return case


def _without(parts: tuple[SourceFile, ...], count: int) -> Iterator[tuple[SourceFile, ...]]:
    return (parts[:at] + parts[at + count :] for at in range(0, len(parts), count))


def _smaller(data: bytes) -> Iterator[bytes]:
    lines = data.splitlines(keepends=True)
    count = len(lines)
    while count >= 1:
        yield from (
            b"".join(lines[:at] + lines[at + count :]) for at in range(0, len(lines), count)
        )
        count //= 2
    if len(data) < 200:
        yield from (data[:at] + data[at + 1 :] for at in range(len(data)))


def _section(file: SourceFile) -> str:
    mark = f" ({file.refused})" if file.refused else ""
    try:
        text = file.data.decode()
    except UnicodeDecodeError:
        text, mark = file.data.decode("latin-1"), " (latin-1)"
    return f"-- {file.path}{mark} --\n{text}\n"
