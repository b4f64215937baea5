"""The public Python API: read, check, compile, compare and export a handbook.

>>> from journeybook import api
>>> handbook = api.read("my-handbook")
>>> [str(finding) for finding in handbook.findings]

Whatever an author did wrong is among the findings. What cannot be done at all, such as reading a
folder that is not there, raises `CannotRunError` with a sentence for people.
"""

from datetime import date
from pathlib import Path

from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.resources import added
from journeybook.adapters.disk.versions.snapshots import judge_at
from journeybook.adapters.disk.workspace import read_at
from journeybook.codes import Family, Severity
from journeybook.compare.comparison import Comparison
from journeybook.compare.comparison import compare as compare_states
from journeybook.exports.formats import EXPORTS, Export
from journeybook.findings import Finding, Span
from journeybook.handbook.book import Handbook
from journeybook.pages.parts.page import Block, Page
from journeybook.pipeline import Judged
from journeybook.rendering import Compilation, render_handbook

__all__ = [
    "Block",
    "CannotRunError",
    "Comparison",
    "Compilation",
    "Family",
    "Finding",
    "Handbook",
    "Judged",
    "Page",
    "Severity",
    "Span",
    "check",
    "compare",
    "compile",
    "export",
    "read",
]


def read(path: str | Path = ".", *, today: date | None = None, at: str | None = None) -> Judged:
    """Read and judge the handbook in a folder: what it holds, and everything worth telling.

    It is judged as of `today`, by default the day it is; or as it was at the commit, branch or
    tag `at`, by default as of that commit's day.

    Raises:
        CannotRunError: when there is no handbook, or git does not know the commit.
    """
    if at is not None:
        return judge_at(Path(path), at, today)
    return read_at(Path(path), today)


def check(path: str | Path = ".", *, today: date | None = None) -> tuple[Finding, ...]:
    """Give every problem and gap of the handbook in a folder, sorted by place.

    Raises:
        CannotRunError: when there is no handbook.
    """
    return read(path, today=today).findings


def compile(  # noqa: A001 - the plain word for what it does; used as `api.compile`
    path: str | Path = ".", *, today: date | None = None
) -> Compilation:
    """Make all pages of the handbook in a folder, as Markdown with blocks of HTML.

    Raises:
        CannotRunError: when there is no handbook.
    """
    return render_handbook(read_at(Path(path), today, hides=True))


def compare(before: Judged, after: Judged) -> Comparison:
    """Tell what changed for whom between two states of a handbook."""
    return compare_states(before, after)


def export(handbook: Judged, name: str = "json") -> bytes:
    """Write a handbook in a format by its name: json, xlsx, or one that a package adds.

    Raises:
        CannotRunError: when there is no such format.
        ModuleNotFoundError: when the format needs a library that is not installed.
    """
    formats = {**EXPORTS, **added("journeybook.exports", Export)}
    if name not in formats:
        raise CannotRunError(
            "there is no format {name}; known here: {known}", name=name, known=", ".join(formats)
        )
    return formats[name].write(handbook)
