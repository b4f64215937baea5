"""Markdown: its front matter, headings and lines of prose."""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from journeybook.findings import visible

_FENCE = re.compile(r"---[ \t]*")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A file in two: the front matter's YAML, and the body with the line it starts on."""

    yaml: str
    body: str
    body_line: int
    unclosed: bool = False


def split_front_matter(text: str) -> Parts:
    """Split a text with plain line ends; without an opening `---` all of it is body."""
    first, newline, rest = text.partition("\n")
    if not _FENCE.fullmatch(first):
        return Parts(yaml="", body=visible(text), body_line=1)
    closing = _CLOSE.search(rest)
    if closing is None or not newline:
        return Parts(yaml="", body=visible(rest), body_line=2, unclosed=True)
    head, body = rest[: closing.start()], rest[closing.end() :].removeprefix("\n")
    return Parts(yaml=head, body=visible(body), body_line=head.count("\n") + 3)


_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)(.*)")
_ATTRIBUTES = re.compile(r"\{[^{}]*\}$")
_PROSE_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_BACKTICKS = re.compile(r"`+")
_DEEPEST = 6


def first_heading(body: str) -> str | None:
    """Give the text of the first `# heading` of a page; None when it has none."""
    if "#" not in body:
        return None
    headings = (_heading(line) for line, in_code in _lines(body) if not in_code)
    return next((text for level, text in headings if level == 1), None)


def split_title(body: str) -> tuple[str, str]:
    """Split prose into its title and the rest.

    The title is the first heading, where that is a `# heading`; a picture or a note may stand
    above it.
    """
    at = 0
    for line, in_code in _lines(body) if "#" in body else ():
        level = 0 if in_code else _heading(line)[0]
        if level and body.count("<!--", 0, at) == body.count("-->", 0, at):
            above, below = body[:at].lstrip("\n"), body[at + len(line) + 1 :]
            return (line, f"{above}{below}") if level == 1 else ("", body)
        at += len(line) + 1
    return "", body


def without_title(body: str, title: str) -> str:
    """Leave out the title of prose that stands below it; one with attributes of its own stays."""
    line, rest = split_title(body)
    is_plain = line and not _ATTRIBUTES.search(line.rstrip(" \t"))
    return rest if is_plain and _heading(line)[1] == title else body


def headings_below(body: str, level: int) -> str:
    """Move all headings so that the highest of them is one deeper than `level`."""
    lines = list(_lines(body))
    levels = [0 if in_code else _heading(line)[0] for line, in_code in lines]
    if not any(levels):
        return body
    shift = level + 1 - min(filter(None, levels))
    return "\n".join(
        _shifted(line, own, shift) if own else line
        for (line, _), own in zip(lines, levels, strict=True)
    )


def prose_lines(body: str) -> Iterator[str]:
    """Give every line of a text; what stands in code is blanked out, so that places keep."""
    for line, in_code in _lines(body):
        yield "" if in_code else without_code(line)


def lines_of_prose(body: str) -> Iterator[tuple[int, str]]:
    """Give the lines that are not code, each with its place counted from 0."""
    return ((at, line) for at, (line, in_code) in enumerate(_lines(body)) if not in_code)


def without_code(line: str) -> str:
    """Blank out the code in a line, so that places keep."""
    # A run of backticks opens code that the next run of the same length closes.
    runs = list(_BACKTICKS.finditer(line))
    later: dict[int, deque[int]] = {}
    for at, run in enumerate(runs):
        later.setdefault(len(run.group()), deque()).append(at)
    parts: list[str] = []
    done, at = 0, 0
    while at < len(runs):
        same = later[len(runs[at].group())]
        while same and same[0] <= at:
            same.popleft()
        if not same:
            at += 1
            continue
        start, end = runs[at].start(), runs[same[0]].end()
        parts.extend((line[done:start], " " * (end - start)))
        done, at = end, same[0] + 1
    return "".join((*parts, line[done:]))


def _heading(line: str) -> tuple[int, str]:
    # The level of a heading, 0 for any other line, and its text without what only marks it.
    match = _HEADING.fullmatch(line)
    if match is None:
        return 0, ""
    text = _ATTRIBUTES.sub("", match.group(2).rstrip(" \t"))
    plain = text.rstrip("#")
    return len(match.group(1)), plain.rstrip(" \t") if plain.endswith((" ", "\t")) else text


def _shifted(line: str, level: int, shift: int) -> str:
    return "#" * min(_DEEPEST, level + shift) + line[level:]


def _lines(body: str) -> Iterator[tuple[str, bool]]:
    # Each line with whether it stands inside a fenced code block.
    fence = ""
    for line in body.split("\n"):
        mark = _PROSE_FENCE.match(line)
        if mark and (not fence or mark.group(1).startswith(fence)):
            yield line, True
            fence = "" if fence else mark.group(1)
            continue
        yield line, bool(fence)
