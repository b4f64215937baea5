"""Records of a file that another tool wrote, and what of it is none."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Literal
from unicodedata import combining, normalize

from journeybook.schema.phrases import NO_PHRASES, Phrases

MOST_ROWS = 250_000
MOST_UNPACKED = 150_000_000
"""No file becomes larger, in bytes, when it is unpacked."""
MOST_MEMBERS = 20_000
Cell = str | tuple[str, ...]
"""What stands in a cell: a text, or several where the file itself parts them."""

Kind = Literal[
    "table",
    "crawl",
    "sitemap",
    "wxr",
    "wordpress-json",
    "hubspot",
    "contentful",
    "json",
    "notion",
    "site",
]
"""What a file is shaped like."""

GRIDS: frozenset[Kind] = frozenset(("table", "crawl", "notion"))
"""The shapes in which a cell has a column."""

Shape = Literal["hugo", "jekyll", "eleventy", "docusaurus", "astro", "plain"]
"""What makes a site of Markdown pages."""


class Reason(StrEnum):
    """Why something that stands in a file is no record."""

    HEADINGS = "headings"
    BLANK = "blank"
    COMMENT = "comment"
    NAME = "name"
    TOTALS = "totals"
    NOT_SET = "not-set"
    OTHER_TABLE = "other-table"
    TYPE = "type"
    STATUS = "status"
    REDIRECT = "redirect"
    NO_ANSWER = "no-answer"
    GONE = "gone"
    NO_ADDRESS = "no-address"
    TWICE = "twice"
    DUPLICATE = "duplicate"
    REVISION = "revision"
    BROKEN = "broken"
    NOT_READ = "not-read"


_NOWHERE: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A row and what stands in it by its headings; nothing stands where a heading is missing.

    `row` is counted from 1 where it stands in its file, or in the `member` of the one it is in.
    `lines` are those of its headings, where each has one of its own.
    """

    row: int
    member: str = ""
    cells: Mapping[str, Cell]
    lines: Mapping[str, int] = field(default_factory=lambda: _NOWHERE)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Something that is no record: where it stands, why, and how one recognises it."""

    row: int
    member: str = ""
    reason: Reason
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """What a sheet hides from its readers: columns by their headings, and rows from 1."""

    columns: frozenset[str] = frozenset()
    rows: frozenset[int] = frozenset()


Entries = Callable[[], Iterator[Record | LeftOut]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """All that stands in a file, as often as one asks: its records, and what was left out.

    `headers` are as the file writes them, in its order; `guessed` is the encoding of each member,
    or of the file itself, where nothing in it says it. `hidden` is what a sheet hides, likewise.
    """

    kind: Kind
    headers: tuple[str, ...]
    entries: Entries
    guessed: Mapping[str, str] = field(default_factory=dict)
    hidden: Mapping[str, Hidden] = field(default_factory=dict)

    @property
    def records(self) -> Iterator[Record]:
        """Go through the records once."""
        return (entry for entry in self.entries() if isinstance(entry, Record))

    @property
    def left_out(self) -> Iterator[LeftOut]:
        """Go through what is no record once."""
        return (entry for entry in self.entries() if isinstance(entry, LeftOut))


Lists = Callable[[Sequence[str]], bool]
"""Tells whether the headings of a sheet list content."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What is known of a file beforehand.

    `names` are headings that may stand in it, by which the row of headings is recognised, and
    `subjects` those among them that say what a row is about, as the `addresses` do. A
    `member` may hold `*`. `types` are the types of post that are wanted from WordPress, or of entry
    from Contentful; all that can be content when empty. `language` is that in which a site is
    written where a page says nothing, `root` the folder of its pages, `shape` the generator that
    makes it, and `today` the day that a status counts for. `phrases` tell which rows add up, and
    `exports` are the headings of other tools, in every language. `lists` tells which
    sheets list content where none has such names; one that is called by any of `others` lists
    something else, such as personas.
    """

    names: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    sheet: str | None = None
    member: str = ""
    encoding: str | None = None
    delimiter: str | None = None
    types: frozenset[str] = frozenset()
    language: str = ""
    root: str = ""
    shape: Shape | None = None
    today: date | None = None
    phrases: Phrases = NO_PHRASES
    exports: Phrases = NO_PHRASES
    addresses: frozenset[str] = frozenset()
    lists: Lists | None = None
    others: frozenset[str] = frozenset()


def plain_name(name: str) -> str:
    """Bring a heading to a form without case, accents, spaces and signs, to compare by."""
    return re.sub(r"[\W_]+", "", without_accents(name).casefold())


def without_accents(text: str) -> str:
    """Give a text in which no letter has an accent."""
    if text.isascii():
        return text
    return "".join(letter for letter in normalize("NFKD", text) if not combining(letter))
