"""What the cells of an edited export say, by the models of their keys."""

from collections.abc import Callable, Mapping, Sequence
from typing import get_origin

from journeybook.exports.office.editable import FILE, LANE, LANES, PLACE, SHORT, TEXT
from journeybook.handbook.inventories.dates import plain_date
from journeybook.importing.cells import is_list, listed_in
from journeybook.schema import MODELS, Kind
from journeybook.schema.fields import Written
from journeybook.schema.told import told_keys
from journeybook.schema.types import bare, is_day_under, model_under
from journeybook.sources.yaml.nodes import Value

UNKNOWN: Value = "\0"
"""What a cell says under a key that there is not."""
Parts = Callable[[Kind, str], Sequence[str]]
"""Gives the names in a text that holds several of a kind, where each is known."""


def is_same(kind: Kind, lane: str, name: str, texts: tuple[str, str], parts: Parts) -> bool:
    """Tell whether two cells say the same of a key, whatever stands between its items."""
    one, other = (value_of(kind, lane, name, as_cell(text), parts) for text in texts)
    return as_cell(texts[0]) == as_cell(texts[1]) or (one == other and one is not UNKNOWN)


def is_known(name: str, kind: Kind | None) -> bool:
    """Tell whether a column may say anything, of a kind of file or of its statements."""
    if name in (FILE, LANE, PLACE, TEXT):
        return True
    if kind is not None:
        return _is_key(kind, "", name)
    return any(_is_key(one, lane, name) for one in Kind for lane in LANES)


def _is_key(kind: Kind, lane: str, name: str) -> bool:
    model, last = _model_of(kind, lane, name)
    return (model is not None and last in model.model_fields) or _is_counted(kind, lane, name)


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
    keys = [*([lane] if lane else []), *name.split(".")]
    return plain_date(text, None) if is_day_under(MODELS[kind], keys) else text


def value_of(kind: Kind, lane: str, name: str, text: str, parts: Parts) -> Value:
    """Give what a cell says of a key of a file, or of a statement in one of its lanes."""
    if not _is_key(kind, lane, name):
        return UNKNOWN
    if not text:
        return None
    model, last = _model_of(kind, lane, name)
    if not is_list(model, last):
        return text
    items = listed_in(text) or (text,)
    named = _named(kind, lane, name)
    if named is not None:
        items = tuple(part for one in items for part in parts(named, one) or (one,))
    return list(items) if len(items) > 1 else items[0]


def _named(kind: Kind, lane: str, name: str) -> Kind | None:
    # Of which kind a key, or the group around it, holds names.
    for path in (name, name.rpartition(".")[0]):
        model, last = _model_of(kind, lane, path)
        told = told_keys(model).get(last) if model else None
        if told and told.kind:
            return told.kind
    return None


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
