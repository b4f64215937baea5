"""A table with a statement in each row: whose, when, in which lane, and what is known of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from journeybook.exports.office.editable import SHORT
from journeybook.importing.cells import is_list, may_be, model_of, several_texts
from journeybook.importing.feelings import feeling_parts
from journeybook.importing.heard import Named, Part, Remark, Said, Spot, Trouble
from journeybook.importing.lanes import LANES, OF_PERSONAS, OF_ROWS, STATEMENTS, Reading, in_phase
from journeybook.importing.shapes.heads import with_one_head
from journeybook.importing.shapes.items import failed_in
from journeybook.importing.shapes.map_cells import HEADS
from journeybook.importing.sheets import (
    LOOKED_AT,
    Sheet,
    above_heads,
    cell_at,
    columns_in,
    remarks_of,
)
from journeybook.schema import Kind
from journeybook.sources.records.rows import is_total, totals_in
from journeybook.sources.tables.cells import is_error
from journeybook.sources.yaml.nodes import Value
from journeybook.wording import marked

_KEYS = tuple(
    key for lane in STATEMENTS for model in [model_of(lane)] if model for key in model.model_fields
)
_OTHER_THAN_LANE = ("type", "kind", "tags")
_NO_LANE = marked("'{text}' is no lane; known here: {known}")


def read_statements(given: Sheet, reading: Reading) -> tuple[Part, ...] | None:
    """Read a table with a statement in each row; None where a sheet is none."""
    keys = {"lane", "text"}
    sheet = with_one_head(given, lambda row: keys <= columns_in(row, reading, (*keys,)).keys())
    for at, row in enumerate(sheet.rows[:LOOKED_AT]):
        columns = columns_in(row, reading, ("lane", "text", *HEADS))
        if {"lane", "text"} <= columns.keys() and _are_lanes(sheet, at, columns["lane"], reading):
            return tuple(_statements(sheet, reading, at, columns))
        if lane := _lane_of_all(row, columns, reading):
            first = {"text": next(across for across, cell in enumerate(row) if cell)}
            return tuple(_statements(sheet, reading, at, {**columns, **first}, lane))
    return None


def _lane_of_all(row: Sequence[str], columns: Mapping[str, int], reading: Reading) -> str:
    # A list of touchpoints or questions says behind each when it is, and what is known of it.
    heads = [cell for cell in row if cell]
    lane = reading.words.first(heads[0], STATEMENTS) if heads else ""
    model = model_of(lane) if lane and "phase" in columns else None
    others = [cell for cell in heads[1:] if not reading.words.meant(cell, HEADS)]
    if model is None:
        return ""
    known = [cell for cell in others if reading.words.meant(cell, model.model_fields)]
    lanes = (cell for cell in others if reading.words.meant(cell, (*LANES, *OF_ROWS)))
    # Beside other lanes it is one of a map with a row for each phase.
    return lane if known and all(cell in known for cell in lanes) else ""


def _are_lanes(sheet: Sheet, head: int, column: int, reading: Reading) -> bool:
    # *Category* may be that of anything, and *Row* is ours alone.
    if reading.words.meant(sheet.rows[head][column], _OTHER_THAN_LANE):
        cells = [cell for row in sheet.rows[head + 1 :] if (cell := cell_at(row, column))]
        known = sum(1 for cell in cells if _lane_in(cell, reading))
        return known * 2 > len(cells)
    return True


def _lane_in(text: str, reading: Reading) -> str:
    return reading.words.first(text, (*LANES, "actions"))


def _statements(
    sheet: Sheet, reading: Reading, head: int, columns: Mapping[str, int], lane_of_all: str = ""
) -> Iterator[Part]:
    heads = sheet.rows[head]
    own = reading.words.name_in(sheet.name, whole="persona" not in columns)
    persona = own or reading.persona
    said = {cell_at(row, columns.get("lane")) for row in sheet.rows[head + 1 :]} | {lane_of_all}
    lanes = {lane for text in said if (lane := _lane_in(text, reading))}
    before, merged = Spot(), _merged(sheet, head, columns)
    # What a statement may say, and none of them says here, is no text of anybody.
    known = {cell: at for at, cell in enumerate(heads) if reading.words.meant(cell, _KEYS)}
    yield from above_heads(sheet, head, Spot(persona=persona), {**known, **columns}, reading)
    totals = totals_in(reading.words.phrases)
    for at in range(head + 1, len(sheet.rows)):
        cells = dict(enumerate(sheet.rows[at]))
        if is_total(sheet.rows[at], totals):
            yield from remarks_of(sheet, at, heads, cells, Spot(persona=persona))
            continue
        told = {key: cells.pop(column, "") for key, column in columns.items()}
        told.setdefault("lane", lane_of_all)
        spot = before = _spot(before, told, merged)
        spot = spot if spot.persona else replace(spot, persona=persona)
        place = sheet.place(at, columns.get("lane", columns["text"]))
        yield from failed_in(sheet, at)
        if not told["text"] or is_error(told["text"]):
            names = {columns[key]: told[key] for key in ("lane", "text", *HEADS) if key in columns}
            yield from remarks_of(sheet, at, heads, {**names, **cells}, Spot(persona=persona))
            continue
        lane = _lane_in(told["lane"], reading)
        lane = in_phase(lane, lanes) if spot.phase else lane
        if lane == "actions":
            keys: Mapping[str, Value] = {"persona": spot.persona, "phase": spot.phase}
            yield Named(kind=Kind.ACTION, title=told["text"], keys=keys, spot=spot, place=place)
            yield from remarks_of(sheet, at, heads, cells, spot)
            continue
        if not lane:
            values = {"text": told["lane"], "known": ", ".join(LANES)}
            yield Trouble(message=_NO_LANE, values=values, place=place)
            yield Remark(spot=spot, heading=told["lane"], text=told["text"], place=place)
            yield from remarks_of(sheet, at, heads, cells, spot)
            continue
        keys, rest = _told(told["text"], lane, heads, cells, reading)
        if lane == "emotion":
            (feeling, *more) = feeling_parts(told["text"], spot, told["lane"], place, reading)
            yield from more
            if not isinstance(feeling, Said):
                yield feeling
                yield from remarks_of(sheet, at, heads, cells, spot)
                continue
            keys = {**feeling.keys, **{name: one for name, one in keys.items() if name != "label"}}
        # What somebody always wants has no phase; one that stands beside it is not lost.
        where = Spot(persona=spot.persona) if lane in OF_PERSONAS else spot
        beside = ("phase", "step") if lane in OF_PERSONAS else ()
        rest |= {columns[key]: told[key] for key in beside if told.get(key)}
        yield Said(spot=where, lane=lane, keys=keys, place=place)
        yield from remarks_of(sheet, at, heads, rest, where)


def _merged(sheet: Sheet, head: int, columns: Mapping[str, int]) -> tuple[str, ...]:
    # Where a name stands once for several rows, no two that follow each other have the same.
    found: list[str] = []
    for key in (key for key in HEADS if key in columns):
        names = [cell_at(row, columns[key]) for row in sheet.rows[head + 1 :] if any(row)]
        pairs = pairwise(names)
        if names and names[0] and not any(one and one == other for one, other in pairs):
            found.append(key)
    return tuple(found)


def _spot(before: Spot, told: Mapping[str, str], merged: Sequence[str]) -> Spot:
    own = {key: told.get(key, "") for key in HEADS}
    for key in (key for key in HEADS if key in merged):
        if own[key] or not told["text"]:
            # Another persona begins with phases of their own, and a phase with its steps.
            break
        own[key] = getattr(before, key)
    return Spot(**own)


def _told(
    text: str, lane: str, heads: Sequence[str], cells: Mapping[int, str], reading: Reading
) -> tuple[dict[str, Value], dict[int, str]]:
    # The keys of a statement, and what stands in columns that no key of it is called by.
    model = model_of(lane)
    known = tuple(model.model_fields) if model else ()
    keys: dict[str, Value] = {SHORT.get(lane, "text"): text}
    rest: dict[int, str] = {}
    for across, cell in cells.items():
        key = reading.words.first(cell_at(heads, across), known)
        # What is said twice is not lost: a note may be called as the text itself is.
        if cell and key and key not in keys and may_be(model, key, cell):
            keys[key] = several_texts(cell) if is_list(model, key) else cell
        elif cell:
            rest[across] = cell
    return keys, rest
