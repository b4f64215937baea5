"""A row of a source by our keys, and where each of them stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from journeybook.findings import Span
from journeybook.handbook.ids import slug
from journeybook.handbook.inventories.cells import cells_of
from journeybook.handbook.inventories.headings import Columns
from journeybook.handbook.inventories.web import can_be_followed, id_of
from journeybook.schema.asset import Asset
from journeybook.schema.settings.inventory import Key
from journeybook.sources.records.record import Record, plain_name
from journeybook.sources.yaml.nodes import Step, Tree

Values = Mapping[Key, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowTree(Tree):
    """The row of a table, in which every key stands in its column, or a page with its lines."""

    places: Mapping[str, int] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)

    def span(self, *steps: Step) -> Span:
        """Find the cell of a key; the row where it has none."""
        key = str(steps[0]) if steps else ""
        line = self.lines.get(key, self.first_line)
        return Span(path=self.path, line=line, column=self.places.get(key, 1))

    def key_span(self, *steps: Step) -> Span:
        """Find the cell of a key."""
        return self.span(*steps)

    def says(self, key: Step) -> bool:
        """Tell whether there is a column for a key."""
        return key in self.places


@dataclass(frozen=True, slots=True, kw_only=True)
class MappedRow:
    """A row by our keys, where it stands, and the id that it gives itself, if it can.

    `lines` are those of its keys, where each has one of its own. What its source states for all
    rows alike stands under its `defaults`, where the row itself says nothing.
    """

    path: str
    row: int
    id: str
    values: Values
    columns: Columns
    lines: Mapping[str, int]
    defaults: tuple[Key, ...] = ()

    def span(self, key: Key) -> Span:
        """Give the place of a key."""
        line = self.lines.get(key, self.row)
        return Span(path=self.path, line=line, column=self.columns.place(key))

    @property
    def name(self) -> str:
        """What it is called, or its id where it has no title."""
        return str(self.values.get("title", "")) or self.id

    @property
    def tree(self) -> RowTree:
        """The places of all keys."""
        places = self.columns.places_of_keys
        return RowTree(
            path=self.path, root=None, first_line=self.row, places=places, lines=self.lines
        )


def lines_of_keys(record: Record, columns: Columns) -> Mapping[str, int]:
    """Give the line of each key of a record, where its headings have lines of their own."""
    if not record.lines:
        return record.lines
    firsts = (
        (key, next((record.lines[name] for name in names if name in record.lines), 0))
        for key, names in columns.headings.items()
    )
    return {key: line for key, line in firsts if line}


def id_of_row(values: dict[Key, Any], record: Record, wanted: str | None) -> str:
    """Make the id of a row of the column that is `wanted`, of its address or of its title.

    An address that leads nowhere is taken out of its values.
    """
    address = values.get("url", "")
    if address and not can_be_followed(address):
        del values["url"]
    if wanted and plain_name(wanted) not in ("address", "url", "title"):
        named = " ".join(cells_of(record, wanted))
        return "/".join(slug(part) for part in named.split("/") if part.strip())
    if address and (wanted is None or plain_name(wanted) != "title"):
        return id_of(address)
    return slug(values["title"]) if values.get("title") else ""


def _blank() -> Asset:
    # Python keeps the names of keys once for all objects that get them one by one: with so many
    # keys an object takes a third of what it does otherwise, and so does a copy of it.
    made, blank = Asset.model_construct(), Asset.__new__(Asset)
    for name, value in made.__dict__.items():
        object.__setattr__(blank, name, value)
    for name in ("__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__"):
        object.__setattr__(blank, name, getattr(made, name))
    return blank


BLANK = _blank()
"""Content of which nothing is written; to copy it takes far less than to make it anew."""
