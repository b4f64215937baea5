"""A row of a source by our keys, and where each of them stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from journeybook.findings import Span
from journeybook.handbook.inventories.headings import Columns
from journeybook.schema.asset import Asset
from journeybook.schema.settings.inventory import Key
from journeybook.sources.records.record import Record

Values = Mapping[Key, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class MappedRow:
    """A row by our keys, where it stands, and the id that it gives itself, if it can.

    `lines` are those of its keys, where each has one of its own.
    """

    path: str
    row: int
    id: str
    values: Values
    columns: Columns
    lines: Mapping[str, int]

    def span(self, key: Key) -> Span:
        """Give the place of a key."""
        line = self.lines.get(key, self.row)
        return Span(path=self.path, line=line, column=self.columns.place(key))


def lines_of_keys(record: Record, columns: Columns) -> Mapping[str, int]:
    """Give the line of each key of a record, where its headings have lines of their own."""
    if not record.lines:
        return record.lines
    firsts = (
        (key, next((record.lines[name] for name in names if name in record.lines), 0))
        for key, names in columns.headings.items()
    )
    return {key: line for key, line in firsts if line}


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
