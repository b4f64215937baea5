"""The table of suggestions that people accepted: a source of content like any other."""

from collections.abc import Iterable

from journeybook.exports.tables import read_table, write_table
from journeybook.fixes.tags import Tags

TAGS = "inventory-tags.csv"
"""The file beside inventory.yml that keeps them."""

HEADINGS = ("id", "title", "type", "personas", "phases", "answers")


def with_tags(data: bytes, tags: Iterable[Tags]) -> bytes:
    """Give the table with what is accepted at its end, but for content that stands there."""
    there = {row[0] for row in read_table(data) if row} if data.strip() else set()
    rows = [_row(one) for one in tags if one.asset.id not in there]
    made = write_table(HEADINGS, rows)
    if not data.strip():
        return made
    start = data if data.endswith(b"\n") else data + b"\n"
    return start + made.partition(b"\n")[2]


def _row(tags: Tags) -> tuple[str, ...]:
    named = (tags.personas, tags.phases, tags.answers)
    told = (tags.asset.id, tags.asset.title, tags.type or "")
    return (*told, *("; ".join(one) for one in named))
