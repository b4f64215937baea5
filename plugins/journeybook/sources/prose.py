"""Markdown prose: its first heading, and its headings moved to a deeper level."""

import re
from collections.abc import Iterator

_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*(?:\{[^{}]*\})?[ \t]*")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_DEEPEST = 6


def first_heading(body: str) -> str | None:
    """Give the text of the first `# heading` of a page; None when it has none."""
    if "#" not in body:
        return None
    found = (_HEADING.fullmatch(line) for line, in_code in _lines(body) if not in_code)
    return next((one.group(2) for one in found if one and one.group(1) == "#"), None)


def split_title(body: str) -> tuple[str, str]:
    """Split prose into the `# heading` it opens with, if any, and the rest."""
    opening = body.lstrip("\n")
    line, _, rest = opening.partition("\n")
    found = _HEADING.fullmatch(line)
    return (line, rest) if found and found.group(1) == "#" else ("", body)


def headings_below(body: str, level: int) -> str:
    """Move all headings so that the highest of them is one deeper than `level`."""
    lines = list(_lines(body))
    found = [_HEADING.fullmatch(line) if not in_code else None for line, in_code in lines]
    levels = [len(one.group(1)) for one in found if one]
    shift = level + 1 - min(levels, default=level + 1)
    return "\n".join(
        _shifted(line, len(heading.group(1)), shift) if heading else line
        for (line, _), heading in zip(lines, found, strict=True)
    )


def prose_lines(body: str) -> Iterator[str]:
    """Give every line of a text; what stands in code is blanked out, so that places keep."""
    for line, in_code in _lines(body):
        yield "" if in_code else _CODE.sub(lambda found: " " * len(found.group()), line)


def lines_of_prose(body: str) -> Iterator[tuple[int, str]]:
    """Give the lines that are not code, each with its place counted from 0."""
    return ((at, line) for at, (line, in_code) in enumerate(_lines(body)) if not in_code)


def _shifted(line: str, level: int, shift: int) -> str:
    return "#" * max(1, min(_DEEPEST, level + shift)) + line[level:]


def _lines(body: str) -> Iterator[tuple[str, bool]]:
    # Each line with whether it stands inside a fenced code block.
    fence = ""
    for line in body.split("\n"):
        mark = _FENCE.match(line)
        if mark and (not fence or mark.group(1).startswith(fence)):
            yield line, True
            fence = "" if fence else mark.group(1)
            continue
        yield line, bool(fence)
