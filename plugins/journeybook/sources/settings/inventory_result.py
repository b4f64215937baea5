"""What became of a source: all that stands in it is content, or is left out for a reason."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from journeybook.findings import Span
from journeybook.schema.settings.inventory import Key


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmapped:
    """A word of a column that means nothing here: in how many rows, and in which first.

    It may stand for one of those that are `known`, most likely for the `suggestion`.
    """

    key: Key
    column: str
    word: str
    rows: int
    span: Span
    suggestion: str = ""
    known: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOutRow:
    """Something that became no content: why, and where it stands."""

    reason: str
    path: str
    row: int
    text: str = ""


Doubtful = Literal["together", "alone", "unheeded", "filled", "hidden-column", "hidden-row"]
"""What may be meant otherwise than it is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Something that is read in one of two ways: which it is, where it stands, and its words."""

    what: Doubtful
    path: str
    row: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceResult:
    """What was read of a source, what it became, and what could not be mapped.

    `columns` are its headings by our keys, `unused` those that no key takes. Content is
    `made` of rows that nothing else tells of, and `joined` with what files, sources or rows above
    tell; both by id, row by row. `at` is where it is named. So many addresses are `hostless`: no
    link can follow.
    """

    name: str
    at: Span
    files: tuple[str, ...]
    columns: Mapping[Key, tuple[str, ...]]
    unused: tuple[str, ...]
    rows: int
    made: tuple[str, ...]
    joined: tuple[str, ...]
    left_out: tuple[LeftOutRow, ...]
    unmapped: tuple[Unmapped, ...]
    hostless: int = 0
    guessed: Mapping[str, str] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()
