"""What the cells of an edited export say, by the models of their keys."""

from collections.abc import Mapping
from datetime import date

from journeybook.exports.office.editable import FILE, LANE, PLACE, SHORT, TEXT
from journeybook.handbook.inventories.dates import plain_date
from journeybook.importing.cells import is_list, items_in
from journeybook.schema import MODELS, Kind
from journeybook.schema.fields import Written
from journeybook.schema.types import leaves, model_under
from journeybook.sources.yaml.nodes import Value

UNKNOWN: Value = "\0"
"""What a cell says under a key that there is not."""


def as_cell(text: str) -> str:
    """Write a text as a spreadsheet keeps it, which knows no blanks at the end of a line."""
    return "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()


def cells_of(kind: Kind | None, lane: str, told: Mapping[str, str]) -> dict[str, str]:
    """Give the cells of a row that may be edited, by their keys."""
    names = (name for name in told if name not in (FILE, LANE, PLACE))
    return {name: _with_day(kind, lane, name, told[name]) for name in names}


def _with_day(kind: Kind | None, lane: str, name: str, text: str) -> str:
    # A spreadsheet may show the number that it keeps for a day.
    if kind is None or not text.isdecimal():
        return text
    model, last = _model_of(kind, lane, name)
    field = model.model_fields.get(last) if model else None
    is_day = field is not None and date in leaves(field.annotation)
    return plain_date(text, None) if is_day else text


def value_of(kind: Kind, lane: str, name: str, text: str) -> Value:
    """Give what a cell says of a key of a file, or of a statement in one of its lanes."""
    model, last = _model_of(kind, lane, name)
    if model is None or last not in model.model_fields:
        return UNKNOWN
    if not text:
        return None
    if not is_list(model, last):
        return text
    items = items_in(text) or (text,)
    return list(items) if len(items) > 1 else items[0]


def _model_of(kind: Kind, lane: str, name: str) -> tuple[type[Written] | None, str]:
    # The model whose key the last part of a name is.
    model = model_under(MODELS[kind], [*([lane] if lane else []), *name.split(".")[:-1]])
    last = name.rpartition(".")[2]
    return model, SHORT.get(lane, TEXT) if lane and last == TEXT else last
