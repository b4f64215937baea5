"""Front matter that does not stand where it is read: below something, or between other lines."""

import re
from collections.abc import Collection, Iterable

from journeybook.codes import Code
from journeybook.findings import Mistake, Span
from journeybook.sources.prose import lines_of_prose

_DASHES = re.compile(r"[-\u2010-\u2015\u2212_=+*]+")
_KEY = re.compile(r"([^\W\d][\w-]*)[ \t]*[:=](?:\s|$)")
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00a0 \t"
_ABOVE = ("#", "<!--", "```", "~~~", "[", "!")
_FAR = 40


def misplaced_front_matter(text: str, path: str, known: Collection[str]) -> Mistake | None:
    """Find keys of a file without front matter that nobody would read, and say why."""
    lines = [(at, line.strip(_UNSEEN)) for at, line in enumerate(text.split("\n")[:_FAR])]
    said = [(at, line) for at, line in lines if line]
    for (at, line), below in zip(said, (*said[1:], (0, "")), strict=False):
        if _is_key(line, known):
            return _mistake("bare", path, at) if at == said[0][0] else None
        if _DASHES.fullmatch(line) and _is_key(below[1], known):
            is_right = re.fullmatch("-{3}", text.split("\n")[at].rstrip())
            return _mistake("below" if is_right else "dashes", path, at)
        if not line.startswith(_ABOVE):
            return None
    return None


def second_front_matter(
    body: str, path: str, first_line: int, known: Collection[str]
) -> Mistake | None:
    """Find a block of keys below the front matter."""
    if "---" not in body:
        return None
    lines = [(at, line.strip()) for at, line in lines_of_prose(body) if line.strip()]
    first = next((index for index, (_, line) in enumerate(lines) if line == "---"), 0)
    if first and _is_key(lines[0][1], known) and _are_keys(lines[:first], known):
        return _mistake("second", path, first_line - 1 + lines[0][0])
    dashes = [index for index, (_, line) in enumerate(lines) if line == "---"]
    for index in dashes[:-1]:
        if _is_key(lines[index + 1][1], known):
            return _mistake("second", path, first_line - 1 + lines[index][0])
    return None


def _are_keys(lines: Iterable[tuple[int, str]], known: Collection[str]) -> bool:
    return all(_is_key(line, known) or line.startswith(("-", "#")) for _, line in lines)


def _is_key(line: str, known: Collection[str]) -> bool:
    key = _KEY.match(line)
    return key is not None and key[1].casefold() in known


def _mistake(what: str, path: str, line: int) -> Mistake:
    span = Span(path=path, line=line + 1)
    return Mistake(code=Code.MISPLACED_FRONT_MATTER, span=span, values={"what": what})
