"""Views that authors place in their own pages: `<!-- journeybook/map journey=cfo -->` on a line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from journeybook.findings import Span
from journeybook.sources.prose import lines_of_prose

_COMMENT = re.compile(r"[ ]{0,3}(<!--\s*journeybook/(\S*)(.*?)-->)\s*")
_VALUE = re.compile(r"(?P<key>[^\s=]+)(?:=(?:\"(?P<quoted>[^\"]*)\"|(?P<bare>\S*)))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenValue:
    """A key with its value, and where the key stands."""

    key: str
    value: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenView:
    """A view as an author asks for it: `comment` is the text that it takes the place of."""

    path: str
    comment: str
    view: str
    values: tuple[WrittenValue, ...]
    span: Span


def views_in(body: str, path: str, first_line: int) -> Iterator[WrittenView]:
    """Find the views that are placed in prose; `first_line` is where the prose starts."""
    if "journeybook/" not in body:
        return
    for at, line in lines_of_prose(body):
        found = _COMMENT.fullmatch(line)
        if found:
            yield _view(found, path, first_line + at)


def _view(found: re.Match[str], path: str, line: int) -> WrittenView:
    start = found.start(3) + 1
    return WrittenView(
        path=path,
        comment=found.group(1),
        view=found.group(2),
        values=tuple(
            WrittenValue(
                key=one["key"],
                value=one["quoted"] if one["quoted"] is not None else one["bare"] or "",
                span=Span(path=path, line=line, column=start + one.start()),
            )
            for one in _VALUE.finditer(found.group(3))
        ),
        span=Span(path=path, line=line, column=found.start(2) + 1),
    )
