"""Reads whatever a team has of its journeys, by what it holds and not by what it is called."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from journeybook.importing.feelings import asks_for_scale, with_curve, with_score
from journeybook.importing.heard import Named, Part, Place, Remark, Said, Spot, Trouble
from journeybook.importing.lanes import Reading
from journeybook.importing.plan import shown
from journeybook.importing.shapes.beside import beside, whose
from journeybook.importing.shapes.documents import read_document
from journeybook.importing.shapes.drawings import mermaid_in, read_mermaid
from journeybook.importing.shapes.grid import read_grid
from journeybook.importing.shapes.lists import read_list, read_plan
from journeybook.importing.shapes.maps import maps_in
from journeybook.importing.shapes.people import read_people
from journeybook.importing.shapes.statement_rows import read_statements
from journeybook.importing.shapes.votes import read_votes
from journeybook.importing.sheets import Sheet, cell_at, is_markdown, sheets_in
from journeybook.sources.document import SourceFile
from journeybook.sources.tables.tables import Unread
from journeybook.wording import marked

_CHOICES = marked(
    "the sheet '{sheet}' only holds what may be chosen in others, so its {cells} cells stay where "
    "they are; if they are notes, copy them to a sheet of their own"
)
_HIDDEN = marked(
    "the sheet hides this column, and it is read all the same: take it out first if not everybody "
    "who reads the handbook may read it"
)
_HIDDEN_ROW = marked(
    "the sheet hides this row, or a filter of it does, and it is read all the same: take it out "
    "first if it is not to count, or not everybody may read it"
)
_HIDDEN_SHEET = marked(
    "the sheet '{sheet}' is hidden, and it is read all the same: take it out first if not "
    "everybody who reads the handbook may read it"
)
_TEXTS = (".md", ".markdown", ".mmd", ".mermaid", ".txt")
_SPOTTED = (Said, Named, Remark)
_SHAPES = (read_votes, read_statements, read_people, read_plan, read_grid, read_list)


def hear(file: SourceFile, reading: Reading) -> tuple[Part, ...] | Unread:
    """Read a map, a list, a document or a drawing; what no key has a place for is a remark."""
    heard = _text(file, reading) if is_text(file) else _sheets(file, reading)
    if isinstance(heard, Unread):
        return heard
    return tuple(with_score(part, reading) for part in heard)


def is_text(file: SourceFile) -> bool:
    """Tell whether a file is a document or a drawing, and no sheet."""
    return PurePosixPath(file.path).suffix.casefold() in _TEXTS


def _sheets(file: SourceFile, reading: Reading) -> list[Part] | Unread:
    sheets = sheets_in(file)
    if isinstance(sheets, Unread):
        return sheets
    known = [(one, _sheet(one, reading)) for sheet in sheets for one in maps_in(sheet, reading)]
    told = [part for one, parts in known for part in (_notes(one) if parts is None else parts)]
    beside = (part for sheet in sheets for part in (*_at_cells(sheet, told), *_hidden(sheet)))
    return [*told, *beside]


def _hidden(sheet: Sheet) -> Iterator[Trouble]:
    # Whoever hid it may have forgotten it, and a handbook shows it to all its readers.
    if sheet.is_hidden and not sheet.is_of_choices and any(map(any, sheet.rows)):
        values = {"sheet": sheet.name}
        yield Trouble(message=_HIDDEN_SHEET, values=values, place=Place(sheet=sheet.name))
    for column in sorted(sheet.layout.hidden):
        at = column - sheet.left
        rows = (number for number, row in enumerate(sheet.rows) if cell_at(row, at))
        if at >= 0 and (first := next(rows, None)) is not None:
            yield Trouble(message=_HIDDEN, place=sheet.place(first, at))
    for row in sorted(sheet.layout.hidden_rows):
        at = row - sheet.first + 1
        cells = sheet.rows[at] if 0 <= at < len(sheet.rows) else ()
        if (
            filled := next((across for across, cell in enumerate(cells) if cell), None)
        ) is not None:
            yield Trouble(message=_HIDDEN_ROW, place=sheet.place(at, filled))


def _at_cells(sheet: Sheet, parts: Sequence[Part]) -> Iterator[Part]:
    # What is noted at a cell belongs where its cell went; an address that leads to itself is said.
    said = {cell for row in sheet.rows for cell in row} if sheet.notes else set()
    said |= {shown(one.keys.get("url")) for one in parts if isinstance(one, Named)}
    for cell, text in sheet.notes.items():
        if text.removeprefix("mailto:") in said:
            continue
        column = cell.rstrip("0123456789")
        place = Place(sheet=sheet.name, row=int(cell.removeprefix(column)), column=column)
        spots = [one.spot for one in parts if isinstance(one, _SPOTTED) and one.place == place]
        yield Remark(spot=spots[0] if spots else Spot(), text=text, place=place)


def _text(file: SourceFile, reading: Reading) -> Sequence[Part] | Unread:
    # Drawings and tables that are known, else a document; and all that stands beside them.
    text = file.data.decode("utf-8-sig", "replace").replace("\r\n", "\n")
    drawings = mermaid_in(text)
    sheets = sheets_in(file) if is_markdown(file.path) or not drawings else ()
    tables = [
        replace(one, persona=whose(text, one.first - 1, reading.words))
        for one in (() if isinstance(sheets, Unread) else sheets)
    ]
    maps = [one for table in tables for one in maps_in(table, reading)]
    told = [(one.lines, known) for one in maps if (known := _sheet(one, reading)) is not None]
    told += [(one.lines, tuple(read_mermaid(one, reading))) for one in drawings]
    if not told:
        found = read_document(text, reading)
        if found is not None or not maps:
            return found or Unread(what="nothing" if text.strip() else "empty")
    taken = {line for lines, _ in told for line in lines}
    is_whole = bool(told) and not drawings and not is_markdown(file.path)
    parts = [part for _, known in told for part in known]
    people = {one.spot.persona for one in parts if isinstance(one, Said | Named | Remark)} - {""}
    return [*parts, *(() if is_whole else beside(text, taken, people, reading.words))]


def _sheet(sheet: Sheet, reading: Reading) -> tuple[Part, ...] | None:
    parts = _read(sheet, reading)
    if parts is None:
        return None
    if reading.lowest is None and asks_for_scale(parts):
        # Beside an 8, a 2 is no more than that either.
        parts = _read(sheet, replace(reading, is_of_other_scale=True))
    return tuple(with_curve(parts or ()))


def _read(sheet: Sheet, reading: Reading) -> tuple[Part, ...] | None:
    return next((found for read in _SHAPES if (found := read(sheet, reading)) is not None), None)


def _notes(sheet: Sheet) -> tuple[Part, ...]:
    if sheet.is_of_choices:
        cells = sum(1 for row in sheet.rows for cell in row if cell)
        values = {"sheet": sheet.name, "cells": str(cells)}
        return (Trouble(message=_CHOICES, values=values, place=Place(sheet=sheet.name)),)
    # A sheet of notes: every cell is kept.
    return tuple(
        Remark(spot=Spot(), heading=sheet.name, text=cell, place=sheet.place(at, across))
        for at, row in enumerate(sheet.rows)
        for across, cell in enumerate(row)
        if cell
    )
