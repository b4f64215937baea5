"""What can be mended for certain in a file, and nothing else in it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from unicodedata import is_normalized, normalize

from journeybook.codes import Code
from journeybook.findings import Mistake
from journeybook.sources.document import SourceFile
from journeybook.sources.yaml.slips import INVISIBLE, SIGNS

_DATE = re.compile(r"(\d\d?)[-/.](\d\d?)[-/.](\d{4})")
_ENTRY = re.compile(r"(\s*(?:- +)*(?:[^\s:#]+:[ \t]+)?)([^\"'\[{|>&*!].*)")
_BULLET = re.compile(rf"\s*(?:[{SIGNS}-]|\d{{1,2}}[.)])\s*(?P<text>\S.*)")
_WORDS = frozenset({"aliases", "languages", "role", "tags"})
_DASHES = re.compile(r"[-\u2010-\u2015\u2212_=+*]+")
_CLOSING = "\u201d\u201c\u00bb\u2019"
_COLONS = ":\uff1a"
_MONTHS = 12


def mended(files: Iterable[SourceFile], mistakes: Iterable[Mistake]) -> Mapping[str, bytes]:
    """Give the new bytes of each file in which something is certain, one place a file.

    The next place may depend on it, so whoever wants all of them reads again and asks again. Every
    byte that need not change stays.
    """
    known = {file.path: file for file in files if not file.refused}
    done: dict[str, bytes] = {}
    for mistake in mistakes:
        path, mend = mistake.span.path, _MENDS.get(mistake.code)
        if mend and path in known and path not in done:
            data = known[path].data
            changed = _changed(data.decode("utf-8", "surrogateescape"), mistake, mend)
            if changed is not None:
                done[path] = changed.encode("utf-8", "surrogateescape")
    return {**dict(_composed(known.values())), **done}


def _composed(files: Iterable[SourceFile]) -> Iterator[tuple[str, bytes]]:
    # Some programs write a letter with an accent as two signs, which looks the same.
    for file in files:
        text = file.data.decode("utf-8", "surrogateescape")
        if not text.isascii() and not is_normalized("NFC", text):
            yield file.path, normalize("NFC", text).encode("utf-8", "surrogateescape")


def is_uneven(text: str) -> bool:
    """Tell whether a text ends some lines with one sign and others with another."""
    return "\n" in text and "\r" in text.replace("\r\n", "\n")


def meant(mistake: Mistake, line: str) -> tuple[str, str] | None:
    """Give what stands at the place of a mistake, and what was most likely meant by it."""
    values = mistake.values
    wrong = values.get("reference") or values.get("value") or values.get("key", "")
    at = mistake.span.column - 1
    parts, before = values.get("parts", ""), line[:at]
    right = _listed(parts, before) if parts else values.get("suggestion", "")
    if not (wrong and right):
        return None
    # A list is none between quotes.
    signs = ("",) if parts else ("", '"', "'")
    pairs = ((f"{sign}{wrong}{sign}", f"{sign}{right}{sign}") for sign in signs)
    return next((pair for pair in pairs if line.startswith(pair[0], at)), None)


def _listed(parts: str, before: str) -> str:
    # Several in an entry of a list would be a list in a list.
    if before.rstrip().endswith("-"):
        return ""
    return parts if before.rstrip().endswith(("[", ",")) else f"[{parts}]"


def _changed(text: str, mistake: Mistake, mend: "_Mending") -> str | None:
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    # Old programs of Apple's end lines with this sign alone.
    between = "\n" if "\n" in text else "\r"
    raw = text.removeprefix(mark).split(between)
    lines = [line.removesuffix("\r") for line in raw]
    at = mistake.span.line - 1
    if at >= len(lines) or is_uneven(text):
        return None
    found = mend(mistake, lines, at)
    if found is None or found[1] == found[2]:
        return None
    first, old, new = found
    end = "\r" if raw[first].endswith("\r") else ""
    return mark + between.join(
        (*raw[:first], *(f"{one}{end}" for one in new), *raw[first + len(old) :])
    )


_Found = tuple[int, list[str], list[str]] | None
_Mending = Callable[[Mistake, list[str], int], _Found]


def _slip(mistake: Mistake, lines: list[str], at: int) -> _Found:
    line, column = lines[at], mistake.span.column - 1
    before, rest = line[:column], line[column:]
    key = mistake.values.get("text", "")
    match mistake.values["problem"]:
        case "glued":
            new = f"{before}{key}: {rest[len(key) :].lstrip().lstrip(_COLONS).lstrip()}"
        case "unseen":
            new = f"{before}{key}: {rest[len(key) :].lstrip(f': {INVISIBLE}')}"
        case "equals":
            new = f"{before}{key}: {rest.partition('=')[2].lstrip()}"
        case "dash":
            new = f"{before}- {rest[1:]}"
        case "bullet":
            new = f"{before}- {rest[1:].lstrip()}"
        case "curly" if (end := rest.rstrip())[-1] in _CLOSING and '"' not in rest:
            new = f'{before}"{end[1:-1]}"'
        case "apostrophe" if '"' not in rest:
            new = f'{before}"{rest.rstrip()}"'
        case _:
            return None
    return at, [line], [new]


def _near_word(mistake: Mistake, lines: list[str], at: int) -> _Found:
    values, line, column = mistake.values, lines[at], mistake.span.column - 1
    found = meant(mistake, line)
    if found is None or values.get("also"):
        return None
    wrong, right = found
    is_certain = values.get("parts") or values.get("is_word")
    if not is_certain and not _one_apart(wrong.casefold(), right.casefold()):
        return None
    return at, [line], [line[:column] + right + line[column + len(wrong) :]]


def _cut_off(mistake: Mistake, lines: list[str], at: int) -> _Found:
    entry = None if mistake.values.get("by") else _ENTRY.fullmatch(lines[at].rstrip())
    if entry is None or '"' in entry[2] or "\\" in entry[2] or entry[2].count("#") > 1:
        return None
    return at, [lines[at]], [f'{entry[1]}"{entry[2]}"']


def _list(mistake: Mistake, lines: list[str], at: int) -> _Found:
    line, (key, colon, value) = lines[at], lines[at].partition(":")
    if colon and value.strip() and key.strip() == mistake.values["key"]:
        # A statement may have a comma in it; a tag or another name has none.
        row = re.sub(r"\s*(?:[,;|]|(?<=\s)/(?=\s))\s*", ", ", value.strip())
        listed = row if row.startswith("[") else f"[{row}]"
        return (at, [line], [f"{key}: {listed}"]) if key.strip() in _WORDS else None
    depth = len(line) - len(line.lstrip())
    end = at
    while end < len(lines) and lines[end].strip() and lines[end].startswith(" " * depth):
        end += 1
    marked = [_BULLET.fullmatch(one) for one in lines[at:end]]
    new = [f"{' ' * depth}- {one['text']}" for one in marked if one]
    return (at, lines[at:end], new) if all(marked) else None


def _day(mistake: Mistake, lines: list[str], at: int) -> _Found:
    found = _DATE.fullmatch(mistake.values["value"].strip())
    if found is None or int(found[1]) <= _MONTHS or int(found[2]) > _MONTHS:
        return None
    day = f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"
    return at, [lines[at]], [lines[at].replace(found.group(), day, 1)]


def _front_matter(mistake: Mistake, lines: list[str], at: int) -> _Found:
    if mistake.values["what"] == "below" and not any(one.strip() for one in lines[:at]):
        return 0, lines[: at + 1], ["---"]
    if mistake.values["what"] == "dashes" and at == 0:
        closing = next((n for n in range(1, len(lines)) if _DASHES.fullmatch(lines[n].strip())), 0)
        if closing:
            return 0, lines[: closing + 1], ["---", *lines[1:closing], "---"]
    return None


_REFERENCES = tuple(code for code in Code if code.startswith("unknown-"))
_MENDS: Mapping[str, _Mending] = {
    **dict.fromkeys(_REFERENCES, _near_word),
    Code.BROKEN_FRONT_MATTER: _slip,
    Code.TEXT_CUT_OFF: _cut_off,
    Code.LIST_AS_TEXT: _list,
    Code.IMPOSSIBLE_DATE: _day,
    Code.MISPLACED_FRONT_MATTER: _front_matter,
}


def _one_apart(one: str, other: str) -> bool:
    # One letter more, less or another, or two that changed places.
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return False
    at = next((n for n in range(len(short)) if short[n] != long[n]), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    swapped = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return short[at + 1 :] == long[at + 1 :] or swapped
