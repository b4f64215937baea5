"""What was written, read back."""

import csv
from io import StringIO

from journeybook.exports.tables import plain


def read_table(data: bytes) -> tuple[tuple[str, ...], ...]:
    """Read a table back, cell by cell as it was written."""
    text = data.decode("utf-8-sig")
    return tuple(
        tuple(plain(cell) for cell in row) for row in csv.reader(StringIO(text, newline=""))
    )
