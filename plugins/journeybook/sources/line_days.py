"""Since when each line of a file says what it says, where its history is known."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from journeybook.findings import Span
from journeybook.sources.document import SourceFile

LineDays = Mapping[str, Mapping[str, date]]
"""The day on which each line of each file was written, by path and by what the line says."""

_AROUND = re.compile(r"^[\s\-{]*(?:(?:text|title|label)\s*:\s*)?|[\s,}]+$")


def line_key(line: str) -> str:
    """Give what a line says, whether it is a plain entry of a list or begins a mapping."""
    return _AROUND.sub("", line).strip("\"'")


def first_written(files: Mapping[str, SourceFile], days: LineDays) -> Callable[[Span], date | None]:
    """Give what tells since when the line at a place has been there; None where nobody knows."""
    lines: dict[str, Sequence[str]] = {}

    def written(span: Span) -> date | None:
        known = days.get(span.path)
        if not known:
            return None
        if span.path not in lines:
            lines[span.path] = files[span.path].lines
        at = span.line - 1
        return known.get(line_key(lines[span.path][at])) if at < len(lines[span.path]) else None

    return written
