"""A file that was read: what it describes, what it says, and where it says it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, Literal, TypeVar

from journeybook.findings import Span
from journeybook.schema import Entity, Kind
from journeybook.sources.yaml.nodes import Step, Tree

Refusal = Literal["large", "long", "linked", "outside", "special", "unreadable", "many", "left-out"]
"""Why a file was not read: over a megabyte, too long for strangers, in a folder that is read at its
own place, behind a link that leads out, no plain file, not to be had, one too many of a site, or
left out of the site by what it says of itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file's path from the handbook's root and its bytes, or why it was not read.

    `version` tells two states of a file apart that is not read, such as a picture; it is empty
    where nobody asked.
    """

    path: str
    data: bytes = b""
    refused: Refusal | None = None
    version: str = ""

    @property
    def lines(self) -> Sequence[str]:
        """Its text in the lines that findings, git and code hosts count."""
        text = self.data.decode("utf-8-sig", "replace")
        return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

    def is_as(self, other: "SourceFile") -> bool:
        """Tell whether it holds the same as another state of it, as far as is known."""
        versions = {self.version, other.version} - {""}
        return (self.data, self.refused) == (other.data, other.refused) and len(versions) <= 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The row of another file that something is told in: its place, and the name of that source.

    A source `says` some keys of all its rows, whether or not a cell is empty, and `states` those of
    them that hold for all at once. It `has_page` where a page is wanted for it.
    """

    source: str
    span: Span
    says: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    has_page: bool = False


FieldsT_co = TypeVar("FieldsT_co", bound=Entity, covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Generic[FieldsT_co]):
    """One file of the handbook; `id` is its path inside the folder of its kind, without `.md`.

    `added` names the keys that were written with a `+`, to add to what is inherited; `theme` holds
    the keys that belong to the theme. One that `covers` files says nothing that stands in the
    first of them, is `known_as` what that is called, and keeps back those that it alone leads to.
    What stands in a row of another file has an `origin`, and a path that is that of no file.
    """

    kind: Kind
    id: str
    path: str
    fields: FieldsT_co
    tree: Tree
    heading: str | None
    body: str
    body_line: int
    added: frozenset[str] = frozenset()
    theme: Mapping[str, object] = field(default_factory=dict)
    covers: tuple[str, ...] = ()
    known_as: tuple[str, ...] = ()
    origin: Origin | None = None

    @property
    def start(self) -> Span:
        """The first line of the file, or the row that it is told in."""
        return self.origin.span if self.origin else Span(path=self.path)

    def span(self, *steps: Step) -> Span:
        """Find the place of a value, or of the closest one around it that was written."""
        return self.tree.span(*steps)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainPage:
    """A page an author wrote that describes none of the eight kinds."""

    path: str
    body: str
    body_line: int
