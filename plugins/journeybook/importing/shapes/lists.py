"""Sheets with a row for each thing: content, personas, actions.

Which they hold tell the name of the sheet and its headings.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from journeybook.importing.cells import is_list, several_names, several_texts
from journeybook.importing.heard import Named, Part, Remark, Spot, Trouble
from journeybook.importing.lanes import Reading
from journeybook.importing.shapes.people import value_of_persona
from journeybook.importing.sheets import (
    LOOKED_AT,
    Sheet,
    above_heads,
    cell_at,
    columns_in,
    columns_of_content,
    remarks_of,
)
from journeybook.schema import MODELS, Kind
from journeybook.schema.kind import FOLDER_OF
from journeybook.schema.types import model_in
from journeybook.sources.records.rows import is_total, totals_in
from journeybook.sources.yaml.nodes import Value
from journeybook.wording import marked

_FEWEST = 2
_KINDS = (Kind.ASSET, Kind.PERSONA, Kind.CHANNEL, Kind.PHASE, Kind.ACTION, Kind.RESEARCH)
_TITLES = {"title", "url"}
_NAMING = ("personas", "phases", "channels")
_NO_TITLE = marked("this row names nothing; give it a title, and bring it in again")


def read_list(sheet: Sheet, reading: Reading) -> tuple[Part, ...] | None:
    """Read a table with a piece of content, a persona, … in each row; None where it is none."""
    fits = (_fit(sheet, reading, kind) for kind in _KINDS)
    found = [one for one in fits if one]
    if not found:
        return None
    best = max(found, key=lambda one: (one.is_called_so, _names_each(sheet, one), len(one.columns)))
    return tuple(_rows(sheet, best, reading))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fit:
    # A kind of which a sheet may hold a list: the row of its headings, and the column of each key.

    kind: Kind
    head: int
    columns: Mapping[str, int]
    is_called_so: bool


def _names_each(sheet: Sheet, fit: _Fit) -> bool:
    # `Channel, Type, URL` lists channels, and content where one of them stands in several rows.
    rows = sheet.rows[fit.head + 1 :] if "title" in fit.columns else ()
    names = [cell_at(row, fit.columns["title"]) for row in rows if any(row)]
    return all(names) and len(names) == len({*names}) > 0


def _fit(sheet: Sheet, reading: Reading, kind: Kind) -> _Fit | None:
    rows = enumerate(sheet.rows[:LOOKED_AT])
    fits = [(len(found := _columns(row, reading, kind)), -at, found) for at, row in rows]
    size, at, columns = max(fits, key=lambda one: one[:2], default=(0, 0, {}))
    if size < _FEWEST or not _TITLES & columns.keys():
        return None
    called = bool(reading.words.meant(sheet.name, (FOLDER_OF[kind],)))
    return _Fit(kind=kind, head=-at, columns=columns, is_called_so=called)


def _columns(row: Sequence[str], reading: Reading, kind: Kind) -> dict[str, int]:
    # A list of personas may call what they are called just `Persona`, behind a number at most.
    columns_of = columns_of_content if kind is Kind.ASSET else columns_in
    found = columns_of(row, reading, tuple(MODELS[kind].model_fields))
    heads = (at for at, cell in enumerate(row) if cell and not _counts(cell, reading))
    first = next(heads, 0)
    if _TITLES & found.keys() or not reading.words.meant(cell_at(row, first), (FOLDER_OF[kind],)):
        return found
    return {"title": first, **{key: at for key, at in found.items() if at != first}}


def _counts(heading: str, reading: Reading) -> bool:
    return bool(reading.words.meant(heading, ("order",))) or not any(map(str.isalpha, heading))


def _rows(sheet: Sheet, fit: _Fit, reading: Reading) -> Iterator[Part]:
    yield from above_heads(sheet, fit.head, Spot(), fit.columns, reading)
    heads, totals = sheet.rows[fit.head], totals_in(reading.words.phrases)
    for at in range(fit.head + 1, len(sheet.rows)):
        cells = dict(enumerate(sheet.rows[at]))
        if is_total(sheet.rows[at], totals):
            yield from remarks_of(sheet, at, heads, cells, Spot())
            continue
        told = {key: text for key, column in fit.columns.items() if (text := cells.pop(column, ""))}
        rest = [(cell_at(heads, across), cell) for across, cell in cells.items() if cell]
        title = told.pop("title", "") or told.get("url", "")
        place = sheet.place(at, fit.columns.get("title", 0))
        if not title:
            if told or rest:
                yield Trouble(message=_NO_TITLE, place=place)
                texts = [*told.items(), *rest]
                for name, text in texts:
                    yield Remark(heading=name, text=text, place=place)
            continue
        keys: dict[str, Value] = {}
        for key, cell in told.items():
            value = _value(fit.kind, key, cell, reading)
            if value is None:
                rest.append((cell_at(heads, fit.columns[key]), cell))
            else:
                keys[key] = value
        # A column without a heading, or with one that no key is called by, is a note.
        prose = "\n\n".join(f"{name}: {text}" if name else text for name, text in rest)
        yield Named(kind=fit.kind, title=title, keys=keys, prose=prose, place=place)


def _value(kind: Kind, key: str, cell: str, reading: Reading) -> Value:
    if kind is Kind.PERSONA:
        return value_of_persona(key, cell, reading)
    if key in _NAMING:
        return several_names(cell)
    inner = model_in(MODELS[kind].model_fields[key].annotation)
    is_plain = inner is None or key != "expects"
    return several_texts(cell) if is_plain and is_list(MODELS[kind], key) else cell
