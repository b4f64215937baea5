"""Small handbooks for tests, written as they would be on disk."""

from datetime import date
from textwrap import dedent

from journeybook.adapters.disk.resources import shipped
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.pipeline import CompileSettings, Judged, read_handbook
from journeybook.sources.document import SourceFile

TODAY = date(2026, 11, 21)
SETTINGS = CompileSettings(resources=shipped())


def judged(files: dict[str, str], today: date = TODAY) -> Judged:
    """Judge files by path; a path without a folder of its own lies in `content/`."""
    sources = [
        SourceFile(path=_path(path), data=dedent(text).lstrip("\n").encode())
        for path, text in files.items()
    ]
    return read_handbook(sources, SETTINGS, today)


def handbook(files: dict[str, str]) -> Handbook:
    """Link files, whatever is wrong with them."""
    return judged(files).handbook


def told(files: dict[str, str], *codes: str) -> list[str]:
    """What is found, as it is printed; only findings of these codes where any are given."""
    return [str(one) for one in found(files, *codes)]


def found(files: dict[str, str], *codes: str) -> list[Finding]:
    """What is found; only findings of these codes where any are given."""
    return [one for one in judged(files).findings if not codes or one.code in codes]


def _path(path: str) -> str:
    return path if path.startswith("site_config/") else f"content/{path}"
