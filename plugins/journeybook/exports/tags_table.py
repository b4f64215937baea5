"""The table of suggestions that people accepted: a source of content like any other."""

from collections.abc import Iterable, Mapping, Sequence

from journeybook.exports.tables import plain, write_table
from journeybook.fixes.tags import Tags
from journeybook.handbook.entities import Asset
from journeybook.sources.document import SourceFile
from journeybook.sources.tables.cells import with_lines
from journeybook.sources.tables.tables import Unread, open_table
from journeybook.wording import Wording

TAGS = "inventory-tags.csv"
"""The file beside inventory.yml that keeps them."""

HEADINGS = ("id", "title", "type", "personas", "phases", "answers")
_SAID = HEADINGS[2:]

Line = dict[str, str]


def with_tags(
    data: bytes, tags: Iterable[Tags], wording: Wording, untold: Iterable[Asset] = ()
) -> bytes:
    """Give the table with what is accepted at its end, but for content that it tells of already.

    It may have been saved by a spreadsheet in another form meanwhile. Content of which nothing is
    suggested follows, `untold`, to be filled in.
    """
    heads, rows = _read(data)
    by_id = {row.get("id", ""): row for row in rows}
    for made in (*map(_row, tags), *map(_empty, untold)):
        there = by_id.setdefault(made["id"], made)
        if there is made:
            rows.append(made)
        elif not any(there.get(key) for key in _SAID):
            there |= {key: made[key] for key in _SAID}
    return write_table(heads, [[row.get(head, "") for head in heads] for row in rows], wording)


def _read(data: bytes) -> tuple[Sequence[str], list[Line]]:
    table = open_table(SourceFile(path=TAGS, data=data))
    if isinstance(table, Unread):
        return HEADINGS, []
    head, *rows = ([plain(cell) for cell in map(with_lines, row)] for row in table.rows())
    heads = dict.fromkeys((*head, *HEADINGS))
    return tuple(heads), [dict(zip(head, row, strict=False)) for row in rows if any(row)]


def _row(tags: Tags) -> Line:
    named: Mapping[str, Sequence[str]] = {
        "personas": tags.personas,
        "phases": tags.phases,
        "answers": tags.answers,
    }
    told = {key: "; ".join(several) for key, several in named.items()}
    return {**_empty(tags.asset), "type": tags.type or "", **told}


def _empty(asset: Asset) -> Line:
    return {**dict.fromkeys(HEADINGS, ""), "id": asset.id, "title": asset.title}
