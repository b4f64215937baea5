"""A name added to a statement in an author's file, of which every other byte stays as it is."""

from dataclasses import dataclass

from journeybook.sources.edits.change import Change
from journeybook.sources.edits.changing import front_matter_of, with_change
from journeybook.sources.yaml.nodes import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """A name to add under a key of the statement at a place of a list; plain text is its `text`."""

    lane: str
    at: int
    text: str
    key: str
    name: str


def with_name(data: bytes, addition: Addition) -> bytes | None:
    """Give the bytes of a file with the name added; None where that cannot be done for certain."""
    statement = _statement(data, addition)
    if statement is None:
        return None
    before = statement.get(addition.key) if isinstance(statement, dict) else None
    around = (addition.lane, addition.at, addition.key)
    keys = (*around, len(before) if isinstance(before, list) else 1) if before else around
    return with_change(data, Change(keys=keys, value=addition.name, short=addition.text))


def _statement(data: bytes, addition: Addition) -> Value:
    value = front_matter_of(data)
    lane = value.get(addition.lane) if isinstance(value, dict) else None
    items = lane if isinstance(lane, list) else [lane]
    return items[addition.at] if addition.at < len(items) else None
