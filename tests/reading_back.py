"""What was written, read back."""

import csv
from io import StringIO

from journeybook.exports.tables import plain


def read_rows(data: bytes) -> list[dict[str, str]]:
    """Read the rows of a table back, each cell under its head."""
    head, *rows = read_table(data)
    return [dict(zip(head, row, strict=True)) for row in rows]


def read_table(data: bytes) -> tuple[tuple[str, ...], ...]:
    """Read a table back, cell by cell as it was written."""
    text = data.decode("utf-8-sig")
    parting = ";" if ";" in text.partition("\n")[0] else ","
    return tuple(
        tuple(plain(cell) for cell in row)
        for row in csv.reader(StringIO(text, newline=""), delimiter=parting)
    )
