"""The handbook as sheets to edit and bring back: a row for each file, and for each thing it says.

A cell holds what the author wrote, under the key it stands under. A hidden sheet keeps what was
exported, so that what was edited since can be told on both sides.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from journeybook.handbook.vocabulary import Status
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.table import Column, Table
from journeybook.pages.parts.table import Value as Cell
from journeybook.schema import MODELS, Entity, Kind
from journeybook.schema.types import is_day_under
from journeybook.sources.document import Document
from journeybook.sources.yaml.nodes import Value
from journeybook.wording import marked

FILE, LANE, PLACE = "file", "lane", "place"
"""The columns that tell which row is what; they are not to be edited."""
BASE = "journeybook"
"""The sheet that keeps what was exported."""
TEXT = "text"
SHORT: Mapping[str, str] = {
    "touchpoints": "title",
    "emotion": "label",
    "kpis": "name",
    "kpi": "name",
}
"""The key that stands in the column of texts, in the lanes where that is not `text`."""

_NAMES: Mapping[Kind, str] = {
    Kind.ASSET: marked("Edit content"),
    Kind.PERSONA: marked("Edit personas"),
    Kind.PHASE: marked("Edit phases"),
    Kind.CHANNEL: marked("Edit channels"),
    Kind.JOURNEY: marked("Edit journeys"),
    Kind.STEP: marked("Edit steps"),
    Kind.ACTION: marked("Edit actions"),
    Kind.RESEARCH: marked("Edit research"),
}
STATEMENTS = marked("Edit statements")
LANES = (
    "needs", "questions", "emotion", "expectations", "touchpoints", "drop_offs", "kpis", "kpi",
    "goals", "pains", "findings", "quotes",
)  # fmt: skip
"""The keys whose items have a row each."""
_ALWAYS: Mapping[Kind, tuple[str, ...]] = {
    Kind.ASSET: (
        "title", "summary", "type", "status", "owner", "personas", "phases", "channels", "answers",
        "url", "published", "due", "reviewed", "decision",
    ),
    Kind.ACTION: ("title", "status", "owner", "due", "impact", "term", "done", "lesson"),
}  # fmt: skip
_FEW = ("title", "summary", "owner", "reviewed")
LONGEST = 32_000
"""A cell holds about so many letters; the rest of a text is cut off."""
_HEADS = 3
_SCORE = re.compile(r"[-+]?\d+")
_DAY = re.compile(r"(?:19|[2-9]\d)\d\d-\d\d-\d\d")
"""A day as spreadsheets know it, whose calendar begins with 1900."""
_WIDE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row that may be edited: its sheet, its file, the list and the place in it, and its cells.

    A row about a file itself has no lane. Cells stand under their keys, those of groups with dots
    between them. What is written as a plain text stands for the key `plain`.
    """

    sheet: str
    path: str
    lane: str = ""
    place: int = 0
    plain: str = ""
    cells: Mapping[str, str]

    @property
    def key(self) -> tuple[str, str, int]:
        """What names it among all rows."""
        return self.path, self.lane, self.place


def rows_of(documents: Iterable[Document[Entity]]) -> Iterator[Row]:
    """Give the rows of all files that are not private."""
    for document in documents:
        # A file that is a heading alone says nothing yet, and may be told more in its row.
        value = document.tree.value() or {}
        if document.covers or not isinstance(value, dict):
            continue
        plain = {key: one for key, one in value.items() if key not in LANES}
        yield Row(sheet=_NAMES[document.kind], path=document.path, cells=dict(_flat(plain)))
        for lane in LANES:
            yield from _said(document.path, lane, value.get(lane))


def _said(path: str, lane: str, value: Value) -> Iterator[Row]:
    items = value if isinstance(value, list) else [value] if value else []
    short = SHORT.get(lane, TEXT)
    for at, item in enumerate(items):
        plain = "" if isinstance(item, dict) else _key_of(lane, item)
        own = item if isinstance(item, dict) else {plain: item}
        cells = {TEXT if key == short else key: text for key, text in _flat(own)}
        yield Row(sheet=STATEMENTS, path=path, lane=lane, place=at + 1, plain=plain, cells=cells)


def _key_of(lane: str, item: Value) -> str:
    # A feeling that is a number is its score.
    is_score = lane == "emotion" and isinstance(item, str) and _SCORE.fullmatch(item)
    return "score" if is_score else SHORT.get(lane, TEXT)


def _flat(value: Mapping[str, Value], around: str = "") -> Iterator[tuple[str, str]]:
    for key, inner in value.items():
        match inner:
            case dict():
                yield from _flat(inner, f"{around}{key}.")
            case list() if any(isinstance(one, dict | list) for one in inner):
                # A list of groups is told in its own file, or among the statements.
                pass
            case list():
                yield f"{around}{key}", joined([one for one in inner if isinstance(one, str)])
            case str():
                yield f"{around}{key}", inner[:LONGEST]


def joined(items: Sequence[str]) -> str:
    """Write a list in a cell: on lines where a semicolon would not part it."""
    return ("\n" if any(";" in one for one in items) else "; ").join(items)[:LONGEST]


def editable_tables(
    site: Site, documents: Iterable[Document[Entity]]
) -> tuple[tuple[Table, ...], tuple[Table, ...]]:
    """Give the sheets that may be edited, and the one that keeps what they held."""
    rows = list(rows_of(documents))
    names = [*_NAMES.items(), (None, STATEMENTS)]
    sheets = [(kind, name, [row for row in rows if row.sheet == name]) for kind, name in names]
    tables = tuple(_table(site, kind, name, own) for kind, name, own in sheets if own)
    return tables, (_base(rows),) if rows else ()


def _table(site: Site, kind: Kind | None, name: str, rows: Sequence[Row]) -> Table:
    used = dict.fromkeys(key for row in rows for key in row.cells)
    first = _ALWAYS.get(kind, _FEW) if kind else (TEXT,)
    days = {key: _is_day(kind, key) for key in dict.fromkeys((*first, *used))}
    heads = (FILE,) if kind else (FILE, LANE, PLACE)
    choices = _choices(site) if kind is Kind.ASSET else {}
    columns = (
        *(Column(title=one, width=30 if one == FILE else 14) for one in heads),
        *(
            Column(title=key, width=_width(key), choices=choices.get(key, ()), keeps=not is_day)
            for key, is_day in days.items()
        ),
    )
    content = f"{site.handbook.content}/"
    return Table(
        title=site.wording.text(name),
        columns=columns,
        rows=tuple(_cells(row, content, days, is_said=kind is None) for row in rows),
    )


def _is_day(kind: Kind | None, key: str) -> bool:
    keys = key.split(".")
    if kind:
        return is_day_under(MODELS[kind], keys)
    return any(is_day_under(MODELS[one], (lane, *keys)) for one in Kind for lane in LANES)


def _cells(row: Row, content: str, days: Mapping[str, bool], *, is_said: bool) -> tuple[Cell, ...]:
    cells: list[Cell] = [row.path.removeprefix(content)]
    if is_said:
        cells.extend((row.lane, row.place))
    cells.extend(_cell(row.cells.get(key), is_day=is_day) for key, is_day in days.items())
    return tuple(cells)


def _cell(text: str | None, *, is_day: bool) -> Cell:
    # A day that is a text can be neither sorted nor filtered by its month.
    if text and is_day and _DAY.fullmatch(text):
        with suppress(ValueError):
            return date.fromisoformat(text)
    return text


def _width(key: str) -> int:
    return _WIDE if key in (TEXT, "title", "summary", "why", "answers") else 18


def _choices(site: Site) -> Mapping[str, tuple[str, ...]]:
    words = site.handbook.vocabulary
    return {
        "status": tuple(words.status_label(one).lower() for one in Status),
        "type": words.type_labels,
    }


def _base(rows: Sequence[Row]) -> Table:
    # A cell holds no more than some thirty thousand letters, so long rows take several.
    made: list[list[Cell]] = []
    for row in rows:
        text = json.dumps(row.cells, ensure_ascii=False)
        parts = [text[at : at + LONGEST] for at in range(0, len(text), LONGEST)]
        made.append([row.path, row.lane, row.place, *parts])
    width = max(map(len, made), default=_HEADS)
    heads = (FILE, LANE, PLACE, *(f"cells {at}" for at in range(1, width - _HEADS + 1)))
    return Table(
        title=BASE,
        columns=tuple(Column(title=head) for head in heads),
        rows=tuple(tuple(row + [None] * (width - len(row))) for row in made),
    )


def read_base(rows: Iterable[Sequence[str]]) -> Mapping[tuple[str, str, int], Mapping[str, str]]:
    """Read back what was exported, by the keys of rows; what was spoilt is left out."""
    found: dict[tuple[str, str, int], Mapping[str, str]] = {}
    for row in rows:
        if len(row) <= _HEADS or not row[2].isdecimal():
            continue
        try:
            cells = json.loads("".join(row[_HEADS:]))
        except (ValueError, RecursionError):
            continue
        if isinstance(cells, dict):
            found[row[0], row[1], int(row[2])] = cells
    return found
