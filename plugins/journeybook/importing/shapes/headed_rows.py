"""Rows below a row of headings: which column holds what, and what is kept of the others."""

from collections.abc import Iterator, Mapping, Sequence

from journeybook.importing.asked import Reading
from journeybook.importing.heard import Part, Remark, Spot
from journeybook.importing.sheets import Sheet, cell_at, lonely_heads


def columns_in(row: Sequence[str], reading: Reading, keys: Sequence[str]) -> dict[str, int]:
    """Give the column of each key that a row of headings names, the first where several do."""
    found: dict[str, int] = {}
    for at, cell in enumerate(row):
        meant = reading.words.meant(cell, keys) if cell else ()
        if len(meant) == 1:
            found.setdefault(meant[0], at)
    return found


def above_heads(
    sheet: Sheet, head: int, spot: Spot, columns: Mapping[str, int], reading: Reading
) -> Iterator[Part]:
    """Keep what stands above a row of headings, and headings that say nothing to us."""
    for across, text in lonely_heads(sheet, head, columns.values(), reading.words):
        yield Remark(spot=spot, text=text, place=sheet.place(head, across))
    for at, row in enumerate(sheet.rows[:head]):
        for across, cell in enumerate(row):
            if cell:
                place = sheet.place(at, across)
                yield Remark(spot=spot, text=cell, place=place)


def remarks_of(
    sheet: Sheet, row: int, heads: Sequence[str], cells: Mapping[int, str], spot: Spot
) -> Iterator[Part]:
    """Keep the cells of a row that no key has a place for, under their headings."""
    for across, cell in cells.items():
        if cell:
            place = sheet.place(row, across)
            yield Remark(spot=spot, heading=cell_at(heads, across), text=cell, place=place)
