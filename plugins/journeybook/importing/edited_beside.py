"""What stands in an edited export beside what is read: sheets of somebody's own, and notes."""

from collections.abc import Collection, Iterator, Sequence

from journeybook.importing.edited_sheets import Reader
from journeybook.importing.heard import Place, Trouble
from journeybook.importing.sheets import Sheet
from journeybook.pages.catalogue.asset_table import asset_table
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.table import sheet_name
from journeybook.pages.tables import telling_tables
from journeybook.wording import marked

_OWN = marked("nothing of this sheet is read: it is none of those that were exported to be edited")
_NOTE = marked("the note “{text}” stays behind; write what should be kept into a cell")


def left_behind(sheets: Sequence[Sheet], reader: Reader, site: Site) -> Iterator[Trouble]:
    """Tell what somebody laid into an export where nothing is read."""
    tables = (asset_table(site), *telling_tables(site))
    heads = {tuple(one.title for one in table.columns) for table in tables}
    names = {sheet_name(table.title) for table in tables} | {site.wording.text("Words")}
    for sheet in sheets:
        first = next((row for row in sheet.rows if any(row)), None)
        is_ours = reader.has(sheet) or sheet.name in names or first in heads
        if first and not is_ours:
            yield Trouble(message=_OWN, place=Place(sheet=sheet.name))
        yield from _notes(sheet, {cell for row in sheet.rows for cell in row})


def _notes(sheet: Sheet, said: Collection[str]) -> Iterator[Trouble]:
    for cell, text in sheet.notes.items():
        # A spreadsheet makes a link of an address that stands in its cell.
        if not {text, text.removeprefix("mailto:"), text.removesuffix("/")} & {*said}:
            column = cell.rstrip("0123456789")
            place = Place(sheet=sheet.name, row=int(cell.removeprefix(column)), column=column)
            yield Trouble(message=_NOTE, values={"text": text}, place=place)
