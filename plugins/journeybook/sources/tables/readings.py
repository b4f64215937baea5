"""Readings of a figure from a CSV: a date and a value in every line, below a heading or none."""

import re

from pydantic import ValidationError

from journeybook.codes import Code
from journeybook.findings import Mistake, Span, visible
from journeybook.schema.kpi import Reading
from journeybook.sources.document import SourceFile
from journeybook.sources.texts import decoded

# Between the cells stands what a spreadsheet of the author's country writes there.
_LINE = re.compile(
    r'\s*"?(?P<date>[^",;\t]+?)"?\s*(?:[;\t]\s*"?(?P<value>[^";\t]+?)"?\s*(?:[;\t].*)?'
    r'|,\s*(?:"(?P<quoted>[^"]+)"|(?P<plain>[^",]+?))\s*(?:,.*)?)'
)


def read_readings(file: SourceFile) -> tuple[tuple[Reading, ...], tuple[Mistake, ...]]:
    """Read every line; one that says no date and value is a mistake, but for the first."""
    text = decoded(file)
    if isinstance(text, Mistake):
        return (), (text,)
    readings: list[Reading] = []
    mistakes: list[Mistake] = []
    for at, line in enumerate(visible(text).splitlines(), start=1):
        reading = _reading(line)
        if reading:
            readings.append(reading)
        elif at > 1 and line.strip():
            span, values = Span(path=file.path, line=at), {"line": line.strip(), "file": ""}
            mistakes.append(Mistake(code=Code.UNREAD_READINGS, span=span, values=values))
    return tuple(readings), tuple(mistakes)


def _reading(line: str) -> Reading | None:
    cells = _LINE.fullmatch(line)
    if cells is None:
        return None
    value = cells["value"] or cells["quoted"] or cells["plain"]
    try:
        return Reading.model_validate({"date": cells["date"], "value": value})
    except ValidationError:
        return None
