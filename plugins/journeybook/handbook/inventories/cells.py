"""What stands in the cells of a record, and whether a source wants it."""

from collections.abc import Sequence
from fnmatch import fnmatchcase

from journeybook.schema.settings.inventory import Source
from journeybook.sources.records.record import Cell, Record, plain_name


def is_wanted(record: Record, source: Source) -> bool:
    """Tell whether a record is among those that a source takes, by `only` and `skip`."""
    if not (source.only or source.skip):
        return True
    wanted = all(_has(record, column, words) for column, words in source.only.items())
    return wanted and not any(_has(record, column, words) for column, words in source.skip.items())


def cells_of(record: Record, heading: str) -> tuple[str, ...]:
    """Give what stands under a heading, however it is written."""
    plain = plain_name(heading)
    return tuple(
        text
        for name, cell in record.cells.items()
        if name == heading or plain_name(name) == plain
        for text in texts_of(cell)
    )


def texts_of(cell: Cell) -> tuple[str, ...]:
    """Give the texts of a cell, none where it is empty."""
    if isinstance(cell, str):
        return (cell,) if cell else ()
    return tuple(text for text in cell if text)


def first_words(record: Record) -> str:
    """Give the first that stands in a record, to recognise it by."""
    return next((" ".join(texts_of(cell)) for cell in record.cells.values() if cell), "")


def _has(record: Record, column: str, words: Sequence[str]) -> bool:
    cells = cells_of(record, column) or ("",)
    return any(fnmatchcase(cell.casefold(), word.casefold()) for cell in cells for word in words)
