"""What the cells of an edited export say, by the models of their keys."""

from collections.abc import Mapping
from datetime import date
from typing import get_origin

from journeybook.exports.office.editable import FILE, LANE, LANES, PLACE, SHORT, TEXT
from journeybook.handbook.inventories.dates import plain_date
from journeybook.importing.cells import is_list, listed_in
from journeybook.schema import MODELS, Kind
from journeybook.schema.fields import Written
from journeybook.schema.types import bare, leaves, model_under
from journeybook.sources.yaml.nodes import Value

UNKNOWN: Value = "\0"
"""What a cell says under a key that there is not."""


def is_same(kind: Kind, lane: str, name: str, texts: tuple[str, str]) -> bool:
    """Tell whether two cells say the same of a key, be it with lines or semicolons between."""
    one, other = (value_of(kind, lane, name, as_cell(text)) for text in texts)
    return as_cell(texts[0]) == as_cell(texts[1]) or (one == other and one is not UNKNOWN)


def is_known(name: str, kind: Kind | None) -> bool:
    """Tell whether a column may say anything, of a kind of file or of its statements."""
    if name in (FILE, LANE, PLACE, TEXT):
        return True
    if kind is not None:
        return value_of(kind, "", name, "") is not UNKNOWN
    return any(value_of(one, lane, name, "") is not UNKNOWN for one in Kind for lane in LANES)


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
        return (text or None) if _is_counted(kind, lane, name) else UNKNOWN
    if not text:
        return None
    if not is_list(model, last):
        return text
    items = listed_in(text) or (text,)
    return list(items) if len(items) > 1 else items[0]


def _is_counted(kind: Kind, lane: str, name: str) -> bool:
    # A group whose keys an author chooses, such as departments.
    around, _, last = name.rpartition(".")
    if lane or not last or "." in around:
        return False
    field = MODELS[kind].model_fields.get(around)
    return field is not None and get_origin(bare(field.annotation)[0]) is dict


def _model_of(kind: Kind, lane: str, name: str) -> tuple[type[Written] | None, str]:
    # The model whose key the last part of a name is.
    model = model_under(MODELS[kind], [*([lane] if lane else []), *name.split(".")[:-1]])
    last = name.rpartition(".")[2]
    return model, SHORT.get(lane, TEXT) if lane and last == TEXT else last
