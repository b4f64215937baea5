"""Reads whatever a team has of its journeys, by what it holds and not by what it is called."""

from dataclasses import replace
from pathlib import PurePosixPath

from journeybook.importing.asked import Reading
from journeybook.importing.feelings import asks_for_scale, with_curve
from journeybook.importing.heard import Heard, Part, Place, Remark, Spot, Trouble
from journeybook.importing.shapes.documents import mermaid_in, read_document, read_mermaid
from journeybook.importing.shapes.grid import read_grid
from journeybook.importing.shapes.lists import read_list, read_statements
from journeybook.importing.shapes.maps import maps_in
from journeybook.importing.shapes.people import read_people
from journeybook.importing.shapes.votes import read_votes
from journeybook.importing.sheets import Sheet, sheets_in
from journeybook.sources.document import SourceFile
from journeybook.sources.tables.tables import Unread
from journeybook.wording import marked

_CHOICES = marked(
    "the sheet '{sheet}' only holds what may be chosen in others, so its {cells} cells stay where "
    "they are; if they are notes, copy them to a sheet of their own"
)
_TEXTS = (".md", ".markdown", ".mmd", ".mermaid", ".txt")


_SHAPES = (read_votes, read_statements, read_people, read_grid, read_list)


def hear(file: SourceFile, reading: Reading) -> Heard | Unread:
    """Read a map, a list, a document or a drawing; what no key has a place for is a remark."""
    ending = PurePosixPath(file.path).suffix.casefold()
    text = file.data.decode("utf-8-sig", "replace").replace("\r\n", "\n")
    if ending in _TEXTS and (drawn := mermaid_in(text)):
        parts = tuple(one for before, part in drawn for one in read_mermaid(part, before, reading))
        return Heard(parts=parts)
    sheets = sheets_in(file)
    if ending in _TEXTS and (isinstance(sheets, Unread) or not sheets):
        found = read_document(text, reading)
        if found is None:
            return Unread(what="nothing" if text.strip() else "empty")
        return Heard(parts=found)
    if isinstance(sheets, Unread):
        return sheets
    maps = (one for sheet in sheets for one in maps_in(sheet, reading))
    return Heard(parts=tuple(part for one in maps for part in _sheet(one, reading)))


def _sheet(sheet: Sheet, reading: Reading) -> tuple[Part, ...]:
    parts = _read(sheet, reading)
    if reading.lowest is None and asks_for_scale(parts):
        # Beside an 8, a 2 is no more than that either.
        parts = _read(sheet, replace(reading, is_of_other_scale=True))
    return tuple(with_curve(parts))


def _read(sheet: Sheet, reading: Reading) -> tuple[Part, ...]:
    for read in _SHAPES:
        parts = read(sheet, reading)
        if parts is not None:
            return parts
    if sheet.is_of_choices:
        cells = sum(1 for row in sheet.rows for cell in row if cell)
        values = {"sheet": sheet.name, "cells": str(cells)}
        return (Trouble(message=_CHOICES, values=values, place=Place(sheet=sheet.name)),)
    # A sheet of notes: every cell is kept.
    return tuple(
        Remark(
            spot=Spot(),
            heading=sheet.name,
            text=cell,
            place=sheet.place(at, across),
        )
        for at, row in enumerate(sheet.rows)
        for across, cell in enumerate(row)
        if cell
    )
