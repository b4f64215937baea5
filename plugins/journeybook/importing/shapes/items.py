"""What one item says, of a cell in a map or of a list in a text, by the row it stands in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from journeybook.importing.cells import statements_in
from journeybook.importing.feelings import feeling_parts
from journeybook.importing.heard import Named, Part, Place, Remark, Said, Spot, Trouble
from journeybook.importing.lanes import OF_PERSONAS, Reading
from journeybook.importing.sheets import Sheet
from journeybook.schema import Kind
from journeybook.sources.tables.cells import is_error
from journeybook.sources.yaml.nodes import Value
from journeybook.wording import marked

FAILED = marked("'{text}' is a formula that failed, and nothing that anybody said: mend it there")
"""What is said of a cell with the error of a formula in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Where items stand: below which heading, whose they are, and at which place of the file."""

    heading: str
    spot: Spot
    place: Place


def item_parts(item: str, lane: str, row: Listed, reading: Reading) -> Iterator[Part]:
    """Give what an item of a row says, whose heading means a lane or something else."""
    spot, place = row.spot, row.place
    if is_error(item):
        yield Trouble(message=FAILED, values={"text": item}, place=place)
        yield Remark(spot=spot, heading=row.heading, text=item, place=place)
        return
    match lane:
        case "emotion" | "score":
            yield from feeling_parts(item, spot, row.heading, place, reading)
        case "assets":
            keys: Mapping[str, Value] = {"personas": spot.persona, "phases": spot.phase}
            yield Named(kind=Kind.ASSET, title=item, keys=keys, spot=spot, place=place)
        case "actions":
            keys = {"persona": spot.persona, "phase": spot.phase}
            yield Named(kind=Kind.ACTION, title=item, keys=keys, spot=spot, place=place)
        case "channels":
            keys = {"title": item, "channel": item}
            yield Said(spot=spot, lane="touchpoints", keys=keys, place=place)
        case "why":
            yield Said(spot=spot, lane="why", keys={"why": item}, place=place)
        case _:
            where = Spot(persona=spot.persona) if lane in OF_PERSONAS else spot
            for said in statements_in(item, lane, reading.words):
                yield Said(spot=where, lane=lane, keys=said, place=place)


def failed_in(sheet: Sheet, row: int) -> Iterator[Trouble]:
    """Tell of the formulas that failed in a row."""
    for across, cell in enumerate(sheet.rows[row]):
        if is_error(cell):
            place = sheet.place(row, across)
            yield Trouble(message=FAILED, values={"text": cell}, place=place)
