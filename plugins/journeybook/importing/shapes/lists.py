"""Sheets with a row for each thing: statements one below the other, or content, personas, actions.

Which they hold tell the name of the sheet and its headings.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from journeybook.importing.asked import Reading
from journeybook.importing.cells import is_list, items_in, may_be, model_of, several_names
from journeybook.importing.feelings import feeling_parts
from journeybook.importing.heard import Named, Part, Remark, Said, Spot, Trouble
from journeybook.importing.lanes import LANES, OF_PERSONAS, SHORT, in_phase
from journeybook.importing.shapes.map_cells import name_in
from journeybook.importing.shapes.people import value_of_persona
from journeybook.importing.sheets import Sheet, lonely_heads
from journeybook.schema import MODELS, Kind
from journeybook.schema.kind import FOLDERS
from journeybook.schema.types import model_in
from journeybook.sources.records.rows import is_total
from journeybook.sources.yaml.nodes import Value
from journeybook.wording import marked

_LOOKED_AT = 15
_FEWEST = 2
_KINDS = (Kind.ASSET, Kind.PERSONA, Kind.CHANNEL, Kind.PHASE, Kind.ACTION, Kind.RESEARCH)
_SPOT = ("persona", "phase", "step")
_OTHER_THAN_LANE = ("type", "kind", "tags")
_NAMING = ("personas", "phases", "channels")
_NO_TITLE = marked("this row names nothing; give it a title, and bring it in again")
_NO_LANE = marked("'{text}' is no lane; known here: {known}")


def read_statements(sheet: Sheet, reading: Reading) -> tuple[Part, ...] | None:
    """Read a table with a statement in each row; None where a sheet is none."""
    for at, row in enumerate(sheet.rows[:_LOOKED_AT]):
        columns = _columns(row, reading, ("lane", "text", *_SPOT))
        if {"lane", "text"} <= columns.keys() and _are_lanes(sheet, at, columns["lane"], reading):
            return tuple(_statements(sheet, reading, at, columns))
    return None


def _are_lanes(sheet: Sheet, head: int, column: int, reading: Reading) -> bool:
    # *Category* may be that of anything, and *Row* is ours alone.
    if reading.words.meant(sheet.rows[head][column], _OTHER_THAN_LANE):
        cells = [cell for row in sheet.rows[head + 1 :] if (cell := _at(row, column))]
        known = sum(1 for cell in cells if _lane_in(cell, reading))
        return known * 2 > len(cells)
    return True


def _lane_in(text: str, reading: Reading) -> str:
    return next(iter(reading.words.meant(text, (*LANES, "actions"))), "")


def _statements(
    sheet: Sheet, reading: Reading, head: int, columns: Mapping[str, int]
) -> Iterator[Part]:
    heads = sheet.rows[head]
    own = name_in(sheet.name, whole="persona" not in columns)
    persona = own or reading.persona
    said = {row[columns["lane"]] for row in sheet.rows[head + 1 :] if len(row) > columns["lane"]}
    lanes = {lane for text in said if (lane := _lane_in(text, reading))}
    before = Spot()
    yield from _above(sheet, head, Spot(persona=persona), columns, reading)
    for at in range(head + 1, len(sheet.rows)):
        cells = dict(enumerate(sheet.rows[at]))
        told = {key: cells.pop(column, "") for key, column in columns.items()}
        spot = before = _spot(before, told)
        spot = spot if spot.persona else replace(spot, persona=persona)
        place = sheet.place(at, columns["lane"])
        if not told["text"]:
            names = {columns[key]: told[key] for key in ("lane", *_SPOT) if key in columns}
            yield from _remarks(sheet, at, heads, {**names, **cells}, Spot(persona=persona))
            continue
        lane = _lane_in(told["lane"], reading)
        lane = in_phase(lane, lanes) if spot.phase else lane
        if lane == "actions":
            keys: Mapping[str, Value] = {"journey": spot.persona, "phase": spot.phase}
            yield Named(kind=Kind.ACTION, title=told["text"], keys=keys, spot=spot, place=place)
            yield from _remarks(sheet, at, heads, cells, spot)
            continue
        if not lane:
            values = {"text": told["lane"], "known": ", ".join(LANES)}
            yield Trouble(message=_NO_LANE, values=values, place=place)
            yield Remark(spot=spot, heading=told["lane"], text=told["text"], place=place)
            yield from _remarks(sheet, at, heads, cells, spot)
            continue
        keys, rest = _told(told["text"], lane, heads, cells, reading)
        if lane == "emotion":
            (feeling, *more) = feeling_parts(told["text"], spot, told["lane"], place, reading)
            yield from more
            if not isinstance(feeling, Said):
                yield feeling
                yield from _remarks(sheet, at, heads, cells, spot)
                continue
            keys = {**feeling.keys, **{name: one for name, one in keys.items() if name != "label"}}
        # What somebody always wants has no phase; one that stands beside it is not lost.
        where = Spot(persona=spot.persona) if lane in OF_PERSONAS else spot
        beside = ("phase", "step") if lane in OF_PERSONAS else ()
        rest |= {columns[key]: told[key] for key in beside if told.get(key)}
        yield Said(spot=where, lane=lane, keys=keys, place=place)
        yield from _remarks(sheet, at, heads, rest, where)


def _spot(before: Spot, told: Mapping[str, str]) -> Spot:
    # A name that stands once for several rows stands in the first of them.
    own = Spot(**{key: told.get(key, "") for key in _SPOT})
    if not told["text"] or own.phase:
        return replace(own, persona=own.persona or before.persona)
    is_other = own.persona and own.persona != before.persona
    return own if is_other else replace(before, step=own.step or before.step)


def _told(
    text: str, lane: str, heads: Sequence[str], cells: Mapping[int, str], reading: Reading
) -> tuple[dict[str, Value], dict[int, str]]:
    # The keys of a statement, and what stands in columns that no key of it is called by.
    model = model_of(lane)
    known = tuple(model.model_fields) if model else ()
    keys: dict[str, Value] = {SHORT.get(lane, "text"): text}
    rest: dict[int, str] = {}
    for across, cell in cells.items():
        key = next(iter(reading.words.meant(_at(heads, across), known)), "")
        if cell and key and may_be(model, key, cell):
            keys[key] = _several(cell) if is_list(model, key) else cell
        elif cell:
            rest[across] = cell
    return keys, rest


def read_list(sheet: Sheet, reading: Reading) -> tuple[Part, ...] | None:
    """Read a table with a piece of content, a persona, … in each row; None where it is none."""
    fits = (_fit(sheet, reading, kind) for kind in _KINDS)
    found = [one for one in fits if one]
    if not found:
        return None
    best = max(found, key=lambda one: (one.is_called_so, len(one.columns)))
    return tuple(_rows(sheet, best, reading))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fit:
    # A kind of which a sheet may hold a list: the row of its headings, and the column of each key.

    kind: Kind
    head: int
    columns: Mapping[str, int]
    is_called_so: bool


def _fit(sheet: Sheet, reading: Reading, kind: Kind) -> _Fit | None:
    folder = next(name for name, one in FOLDERS.items() if one is kind)
    keys = tuple(MODELS[kind].model_fields)
    rows = enumerate(sheet.rows[:_LOOKED_AT])
    fits = [(len(found := _columns(row, reading, keys)), -at, found) for at, row in rows]
    size, at, columns = max(fits, key=lambda one: one[:2], default=(0, 0, {}))
    is_named = "title" in columns or "url" in columns
    if size < _FEWEST or not is_named:
        return None
    called = bool(reading.words.meant(sheet.name, (folder,)))
    return _Fit(kind=kind, head=-at, columns=columns, is_called_so=called)


def _rows(sheet: Sheet, fit: _Fit, reading: Reading) -> Iterator[Part]:
    yield from _above(sheet, fit.head, Spot(), fit.columns, reading)
    heads = sheet.rows[fit.head]
    for at in range(fit.head + 1, len(sheet.rows)):
        cells = dict(enumerate(sheet.rows[at]))
        if is_total(sheet.rows[at]):
            yield from _remarks(sheet, at, heads, cells, Spot())
            continue
        told = {key: text for key, column in fit.columns.items() if (text := cells.pop(column, ""))}
        rest = [(_at(heads, across), cell) for across, cell in cells.items() if cell]
        title = told.pop("title", "") or told.get("url", "")
        place = sheet.place(at, fit.columns.get("title", 0))
        if not title:
            if told or rest:
                yield Trouble(message=_NO_TITLE, values={}, place=place)
                texts = [*told.items(), *rest]
                for name, text in texts:
                    yield Remark(spot=Spot(), heading=name, text=text, place=place)
            continue
        keys: dict[str, Value] = {}
        for key, cell in told.items():
            value = _value(fit.kind, key, cell, reading)
            if value is None:
                rest.append((_at(heads, fit.columns[key]), cell))
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
    return _several(cell) if is_plain and is_list(MODELS[kind], key) else cell


def _columns(row: Sequence[str], reading: Reading, keys: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, cell in enumerate(row):
        meant = reading.words.meant(cell, keys) if cell else ()
        if len(meant) == 1:
            found.setdefault(meant[0], at)
    return found


def _several(cell: str) -> list[Value]:
    # A sentence may have commas in it, so they part only what has no line or semicolon.
    items = items_in(cell)
    if len(items) == 1 and "," in cell and not cell.rstrip().endswith((".", "?", "!")):
        items = tuple(part.strip() for part in cell.split(",") if part.strip())
    return list(items)


def _above(
    sheet: Sheet, head: int, spot: Spot, columns: Mapping[str, int], reading: Reading
) -> Iterator[Part]:
    for across, text in lonely_heads(sheet, head, columns.values(), reading.words):
        yield Remark(spot=spot, heading="", text=text, place=sheet.place(head, across))
    for at, row in enumerate(sheet.rows[:head]):
        for across, cell in enumerate(row):
            if cell:
                place = sheet.place(at, across)
                yield Remark(spot=spot, heading="", text=cell, place=place)


def _remarks(
    sheet: Sheet, row: int, heads: Sequence[str], cells: Mapping[int, str], spot: Spot
) -> Iterator[Part]:
    for across, cell in cells.items():
        if cell:
            place = sheet.place(row, across)
            yield Remark(spot=spot, heading=_at(heads, across), text=cell, place=place)


def _at(heads: Sequence[str], across: int) -> str:
    return heads[across] if across < len(heads) else ""
