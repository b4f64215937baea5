"""Why YAML cannot be read, found by looking at its lines as people type them.

A parser says where it gave up, which is often a line below the slip and never its cause. Each slip
here makes its line unreadable by itself, so the first one from the top is what stopped the parser.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journeybook.schema import MODELS

_MERGE = re.compile(r"(?:<{7}|>{7}|\|{7})(?: .*)?|={7}")
_KEY = r"(?P<lead>\s*(?:- +)*)(?P<key>[^\W\d][\w-]*)"
_BLOCK = re.compile(r"[|>][-+\d]{0,2}")
_VALUE = re.compile(r"(?:\s*(?:- +)*[^\s'\"#\[{][^:#]*:[ \t]+|\s*(?:- +)+)(?P<value>\S.*)")
INVISIBLE = (
    "\u00a0\u2007\u202f\u2009\u200a\u200b\u2060\ufeff"
    "\u3000\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u205f"
)
_GLUED = re.compile(_KEY + r"(?:[ \t]*:(?P<value>[^\s:/\\].*)|[ \t]*\uff1a[ \t]*\S.*)")
_UNSEEN = re.compile(_KEY + rf"[ \t]*:[ \t]*(?P<value>[{INVISIBLE}].*)")
_EQUALS = re.compile(_KEY + r"[ \t]*=[ \t]*(?P<value>.*)")
_DASH = re.compile(r"\s*(?P<value>-[^\s\d-].*)")
_COLONLESS = re.compile(r"(?P<lead>)(?P<key>[^\W\d][\w-]*)[;,.]?[ \t]+(?P<value>[^:=][^:]*)")
_BRACKETS = re.compile(r"(?:\[[^\[\]]*\]|\{[^{}]*\})[ \t]*[^\s#,\]}].*|\?[ \t].*")
_HASHED = re.compile(r"[\[{](?:[^'\"]*[\s\[{,])?#.*")
_REMARK = re.compile(r"\s*(?P<value>(?:<!--|//|/\*|;).*)")
_LINK = re.compile(r"!?\[[^\[\]]*\]\([^()]*\).*")
_DASHED = re.compile(r"- +(?P<key>[^\W\d][\w-]*):(?:[ \t].*)?")
_ENTRY = re.compile(r"(?P<lead>\s*)(?P<key>[^\W\d][\w-]*):[ \t]+(?P<value>[^\s|>&#].*)")
_TABBED = "found a tab character that violates indentation"
_TAB = re.compile(r" *(?P<value>\t.*)")
SIGNS = "*+•·–—‣▪▫◦●○■□→►▸✓✔\uf0b7"
"""What stands before the lines of a list in texts of a word processor."""
_BULLET = re.compile(rf"\s*(?P<value>[{SIGNS}]\s.*)")
_BOLD = re.compile(r"\s*(?:- +)*(?P<value>[*_]{1,2}[^*_]+(?:[*_]{1,2}\s*:|:[*_]{1,2}).*)")
_CURLY = re.compile(r"[\u201c-\u201f\u2018-\u201b\u00ab\u00bb].*(?::\s|:$|\s#)")
_APOSTROPHE = re.compile(r"'\w{1,2}\s")
_QUOTED = re.compile(r"'(?:[^']|'')*'|" + r'"(?:[^"\\]|\\.)*"')
_ESCAPE = re.compile(
    r'\\(?![0abtnvfre "/\\N_LPxuU\n])|\\x(?![0-9A-Fa-f]{2})|\\[uU](?![0-9A-Fa-f]{4})'
)
_STARTS = "*&!%@`|>"
_MARKED = re.compile(r"[|>][-+\d]{0,2}(?:\s+#.*)?|[*&!][\w-]+(?:\s.*)?")
_ROW = re.compile(r"""\s*[,;]\s*['"].*""")
_REST = re.compile(r"\s*(?:\s#.*)?")
_KEYS = frozenset(key for model in MODELS.values() for key in model.model_fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """What was typed, by the word of its message, with its place counted from 0."""

    problem: str
    line: int
    column: int
    text: str = ""


def glued_in(line: str) -> tuple[str, str]:
    """Give what a line slips in behind its colon, and the key before that; nothing where neither.

    Where another colon follows, a parser takes all before it for the key.
    """
    for problem, pattern in (("unseen", _UNSEEN), ("glued", _GLUED)):
        if match := pattern.fullmatch(line):
            return problem, match["key"]
    return "", ""


def slip_in(yaml: str, last: int) -> Slip | None:
    """Find what made a text unreadable, up to the line at which its parser gave up."""
    lines = yaml.split("\n")
    merge = next((at for at, line in enumerate(lines) if _MERGE.fullmatch(line.rstrip())), None)
    if merge is not None:
        return Slip(problem="merge", line=merge, column=0)
    found = [
        Slip(problem=problem, line=at, column=column, text=text)
        for at, line in _outside_blocks(lines[: last + 1])
        for problem, column, text in _slips(line)
    ]
    tab = next((one for one in found if one.problem == _TABBED), None)
    slip = tab or _indented(lines) or _colonless(lines, last) or next(iter(found), None)
    return slip or _below_its_key(lines, last)


def _outside_blocks(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    # What stands in a text opened by `|` or `>` is nobody's slip.
    inside: int | None = None
    for at, line in enumerate(lines):
        depth = len(line) - len(line.lstrip(" "))
        if not line.strip() or (inside is not None and depth > inside):
            continue
        inside = depth if _BLOCK.fullmatch(line.rsplit(None, 1)[-1]) else None
        if not line.lstrip().startswith("#"):
            yield at, line


def _slips(line: str) -> Iterator[tuple[str, int, str]]:
    for problem, pattern in (
        (_TABBED, _TAB),
        ("unseen", _UNSEEN),
        ("glued", _GLUED),
        ("equals", _EQUALS),
        ("bold", _BOLD),
        ("bullet", _BULLET),
        ("remark", _REMARK),
        ("dash", _DASH),
    ):
        if match := pattern.fullmatch(line):
            groups = match.groupdict()
            key = groups.get("key", "")
            column = len(groups["lead"]) if key else match.start("value")
            yield problem, column, key
    if match := _VALUE.fullmatch(line):
        problem = _slip_of(match["value"].rstrip())
        if problem:
            yield problem, match.start("value"), ""


def _slip_of(value: str) -> str:
    if value[0] in "'\"":
        return _slip_in_quotes(value)
    if _CURLY.match(value):
        return "curly"
    if _LINK.fullmatch(value):
        return "link"
    if _HASHED.fullmatch(value):
        return "hash"
    if value.startswith("{{"):
        return "sign"
    is_sign = value[0] in _STARTS and not _MARKED.fullmatch(value)
    return "sign" if is_sign or _BRACKETS.fullmatch(value) else ""


def _slip_in_quotes(value: str) -> str:
    if value[0] == '"' and _ESCAPE.search(value):
        return "backslash"
    quoted = _QUOTED.match(value)
    if quoted and _REST.fullmatch(value, quoted.end()):
        return ""
    if _APOSTROPHE.match(value):
        return "apostrophe"
    if quoted:
        return "row" if _ROW.fullmatch(value, quoted.end()) else "after"
    return ""


def _below_its_key(lines: Sequence[str], last: int) -> Slip | None:
    # A text on a line of its own: further up, it may be the rest of one that may hold any sign.
    line = lines[last] if last < len(lines) else ""
    value = line.strip()
    problem = _slip_of(value) if value and line[0] == " " else ""
    return Slip(problem=problem, line=last, column=line.index(value)) if problem else None


def _indented(lines: Sequence[str]) -> Slip | None:
    # A blank before the first key makes all others stand outside of it.
    said = [
        (at, line)
        for at, line in enumerate(lines)
        if line.strip() and not line.lstrip().startswith("#")
    ]
    deep = [line.startswith(" ") for _, line in said]
    if not said or not deep[0] or all(deep):
        return None
    return Slip(problem="indented", line=said[0][0], column=0)


def _colonless(lines: Sequence[str], last: int) -> Slip | None:
    # A key without its colon, one behind a dash, or one that stands deeper than the key above it,
    # which has a value.
    above = ""
    for at, line in _outside_blocks(lines[: last + 2]):
        entry, key = _ENTRY.fullmatch(line), _COLONLESS.fullmatch(line.rstrip())
        if key and key["key"] in _KEYS:
            return Slip(problem="colonless", line=at, column=0, text=key["key"])
        before, dashed = _ENTRY.fullmatch(above), _DASHED.fullmatch(line)
        if dashed and dashed["key"] in _KEYS and before and not before["lead"]:
            return Slip(problem="dashed", line=at, column=0, text=dashed["key"])
        if entry and entry["key"] in _KEYS and before and len(entry["lead"]) > len(before["lead"]):
            return Slip(problem="deeper", line=at, column=0, text=entry["key"])
        above = line
    return None
