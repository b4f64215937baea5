"""Front matter that does not stand where it is read: below something, or between other lines."""

import re
from collections.abc import Collection, Iterable, Sequence

from journeybook.codes import Code
from journeybook.findings import Mistake, Span
from journeybook.sources.prose import lines_of_prose

_DASHES = re.compile(r"(?:[-\u2010-\u2015\u2212_=+*][ \t]*)+(?:(?<=---)[ \t]*ya?ml)?")
_GLUED = re.compile(r"[-\u2010-\u2015]{2,}[ \t]*(?=\w)")
_DRESSED = re.compile(
    r"(?:[-*+•|][ \t]+)?[*_]{0,2}(?P<key>[\w-]+)(?:[*_]{0,2}[:=]|:[*_]{1,2})(?:\s|$)"
)
_KEY = re.compile(r"([^\W\d][\w-]*)[ \t]*[:=](?:\s|$)")
_OTHER = (
    ("json", re.compile(r"(?:-{3,}[ \t]*json|;;;|\{.*)", re.IGNORECASE), r'"([^"]+)"[ \t]*:'),
    (
        "toml",
        re.compile(r"(?:-{3,}[ \t]*toml|\+\+\+)", re.IGNORECASE),
        r"(?m)^[ \t]*([\w-]+)[ \t]*=",
    ),
    ("table", re.compile(r"\|.*"), r"(?m)\|[ \t*]*([^\W\d][\w-]*)[ \t*:]*(?=\|)"),
    ("comment", re.compile(r"<!--[ \t-]*"), r"(?m)^[ \t]*([\w-]+):(?:[ \t]|$)"),
    ("code", re.compile(r"(?:`{3,}|~{3,}).*"), r"(?m)^[ \t]*([\w-]+):(?:[ \t]|$)"),
)
"""What else keys are written in, by its first line, and how a key is told there."""
_SIGNED = ";+-"
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00a0 \t"
_ABOVE = ("#", "<!--", "```", "~~~", "[", "!")
_FAR = 40


def misplaced_front_matter(
    text: str, path: str, known: Collection[str], words: Collection[str] = ()
) -> Mistake | None:
    """Find keys of a file without front matter that nobody would read, and say why.

    `words` are those of other languages by which people call a key.
    """
    named = {*known, *words}
    if (other := _written_otherwise(text, named)) is not None:
        return _mistake(other[0], path, other[1])
    lines = [(at, line.strip(_UNSEEN)) for at, line in enumerate(text.split("\n")[:_FAR])]
    said = [(at, line) for at, line in lines if line]
    for (at, line), below in zip(said, (*said[1:], (0, "")), strict=False):
        if _is_key(line, known):
            # Below a heading a single one may be the beginning of a sentence.
            is_sure = at == said[0][0] or _is_key(below[1], known)
            return _mistake("bare", path, at) if is_sure else None
        if _DASHES.fullmatch(line) and _is_key(below[1], known):
            is_right = re.fullmatch("-{3}", text.split("\n")[at].rstrip())
            return _mistake("below" if is_right else "dashes", path, at)
        if (glued := _GLUED.match(line)) and _is_key(line[glued.end() :], known):
            return _mistake("dashes", path, at)
        if at == said[0][0] and _are_dressed((line, below[1]), named):
            return _mistake("bare", path, at)
        if not line.startswith(_ABOVE) and not _DASHES.fullmatch(line):
            break
    block = _block([(at + 1, line) for at, line in said], known)
    return _mistake("below", path, block - 1) if block else None


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
    block = _block(lines, known)
    return None if block is None else _mistake("second", path, first_line - 1 + block)


def _written_otherwise(text: str, known: Collection[str]) -> tuple[str, int] | None:
    # As JSON, as TOML, in a table, a comment or code; two keys make it certain, or a sign
    # that nothing else begins with.
    start = text.lstrip(f"\n{_UNSEEN}")
    at = text[: len(text) - len(start)].count("\n")
    top = "\n".join(start.split("\n")[:_FAR])
    for what, opening, key in _OTHER:
        # A block between dashes in a comment, or in code, only has something above it.
        is_whole = what not in ("comment", "code") or "\n---" not in top
        if is_whole and opening.fullmatch(top.partition("\n")[0].rstrip()):
            keys = [found for found in re.findall(key, top) if found.casefold() in known]
            is_sure = len(keys) > (0 if top[0] in _SIGNED else 1)
            return (what, at) if is_sure else None
    return None


def _block(lines: Sequence[tuple[int, str]], known: Collection[str]) -> int | None:
    # The line of the first of two rows of dashes with keys between them.
    dashes = [index for index, (_, line) in enumerate(lines) if line == "---"]
    keyed = (index for index in dashes[:-1] if _is_key(lines[index + 1][1], known))
    return next((lines[index][0] for index in keyed), None)


def _are_dressed(lines: Iterable[str], known: Collection[str]) -> bool:
    # Two keys below each other, each as a line of a list or in bold.
    keys = [_DRESSED.match(line) for line in lines]
    return all(key is not None and key["key"].casefold() in known for key in keys)


def _are_keys(lines: Iterable[tuple[int, str]], known: Collection[str]) -> bool:
    return all(_is_key(line, known) or line.startswith(("-", "#")) for _, line in lines)


def _is_key(line: str, known: Collection[str]) -> bool:
    key = _KEY.match(line)
    return key is not None and key[1].casefold() in known


def _mistake(what: str, path: str, line: int) -> Mistake:
    span = Span(path=path, line=line + 1)
    return Mistake(code=Code.MISPLACED_FRONT_MATTER, span=span, values={"what": what})
