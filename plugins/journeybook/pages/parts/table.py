"""A table as data, for files that other programs open."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

LONGEST_NAME = 31
"""A sheet of a workbook has no longer name."""
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))

Value = str | int | float | date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its head, how many letters wide it is, and the words it may hold, if few.

    What somebody writes in one that `keeps` stays as typed, whatever a spreadsheet takes it for.
    """

    title: str
    width: int = 14
    choices: tuple[str, ...] = ()
    keeps: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table; `title` is what a sheet of it is called."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]


def sheet_name(title: str) -> str:
    """Give what a sheet may be called: few letters, and some signs not at all."""
    return title.translate(_NOT_IN_NAMES).strip()[:LONGEST_NAME] or "-"


def listed(titles: Iterable[str]) -> str:
    """Write several titles in a cell, so that each is told from the next."""
    texts = tuple(titles)
    return ("; " if any("," in one for one in texts) else ", ").join(texts)
