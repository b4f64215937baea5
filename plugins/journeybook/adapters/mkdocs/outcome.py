"""What a site needs of its handbooks once they are compiled: values that nothing else hangs on.

The rest of a build knows no more than this, so that it is the same whether they were compiled at
this build or at one before.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from journeybook.pages.parts.page import Page
from journeybook.pages.parts.ways.section import Section


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """A file that describes something: what is for the theme, its text, and whether it is hidden.

    One that is not `listed` stands in no navigation.
    """

    theme: Mapping[str, object]
    body: str
    listed: bool = True
    covers: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A finding as it is told: in how loud a voice, as the log of the engine counts, and its line.

    A gap that stops nothing is in the count alone, and has no `level`.
    """

    level: int
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One handbook of a site; every path is that among all pages of the site.

    `taken` are the files that have no page: steps, secrets, what is refused. `places` sum up what
    has its pages where. `steps` tells on which page a step is told, and under which anchor;
    `definitions` what words mean. `sums` tell of what pages are made whose blocks are left out,
    since the finished pages are kept.
    """

    part: str
    title: str
    language: str
    pages: tuple[Page, ...]
    sections: tuple[Section, ...]
    documents: Mapping[str, Described]
    taken: Collection[str]
    places: bytes
    definitions: Mapping[str, str]
    steps: Mapping[str, tuple[str, str]]
    files: Mapping[str, bytes]
    findings: tuple[Told, ...]
    sums: Mapping[str, bytes] = field(default_factory=dict)


class MadeOf(Protocol):
    """What handbooks were made of, which is equal where nothing but prose differs."""

    @property
    def sum(self) -> bytes:
        """Sum it up, in one process as in another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """All handbooks of a site; the `page` and the `scripts` belong to none of them alone.

    `count` says how many gaps there are, `notes` what is good to know, and `stop` why the build
    must not go on, if it must not. It `is_extended` when rules or areas of another package had a
    part in it, whose code may change without our knowing. It is None what all was `made_of` where
    nobody knows. Where blocks are left out, a page may be had as it is `kept`, or else all is
    compiled `again`.
    """

    handbooks: tuple[Outcome, ...] = ()
    page: Page | None = None
    scripts: Mapping[str, bytes] = field(default_factory=dict)
    count: str = ""
    notes: tuple[str, ...] = ()
    stop: str = ""
    is_extended: bool = False
    made_of: MadeOf | None = None
    kept: Callable[[str], Page | None] | None = None
    again: "Callable[[], Whole] | None" = None

    @property
    def sums(self) -> Mapping[str, bytes]:
        """What the pages are made of whose blocks are left out."""
        return {uri: made for one in self.handbooks for uri, made in one.sums.items()}


Earlier = Callable[[MadeOf], Whole | None]
"""Gives what another process has made of the same."""
