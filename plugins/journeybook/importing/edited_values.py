"""What the cells of an edited export say, by the models of their keys."""

from journeybook.exports.office.editable import SHORT, TEXT
from journeybook.importing.cells import is_list, items_in
from journeybook.schema import MODELS, Kind
from journeybook.schema.fields import Written
from journeybook.schema.types import model_in
from journeybook.sources.yaml.nodes import Value

UNKNOWN: Value = "\0"
"""What a cell says under a key that there is not."""


def as_cell(text: str) -> str:
    """Write a text as a spreadsheet keeps it, which knows no blanks at the end of a line."""
    return "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()


def value_of(kind: Kind, lane: str, name: str, text: str) -> Value:
    """Give what a cell says of a key of a file, or of a statement in one of its lanes."""
    model: type[Written] = MODELS[kind]
    if lane:
        inner = model_in(model.model_fields[lane].annotation)
        if inner is None:
            return UNKNOWN
        model = inner
        name = SHORT.get(lane, TEXT) if name == TEXT else name
    for part in name.split(".")[:-1]:
        inner = (
            model_in(model.model_fields[part].annotation) if part in model.model_fields else None
        )
        if inner is None:
            return UNKNOWN
        model = inner
    last = name.rpartition(".")[2]
    if last not in model.model_fields:
        return UNKNOWN
    if not text:
        return None
    if not is_list(model, last):
        return text
    items = list(items_in(text))
    return list(items) if len(items) > 1 else items[0]
