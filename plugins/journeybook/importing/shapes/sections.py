"""A text as its sections, whatever its author uses as headings."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from journeybook.importing.cells import in_a_row, items_in
from journeybook.importing.lanes import LANES, Reading, Words
from journeybook.importing.sheets import heading_in
from journeybook.schema.persona import Persona
from journeybook.sources.prose import lines_of_prose, split_front_matter

KEYS = (*LANES, *Persona.model_fields)
BELOW_ALL = 7
"""The level of a heading that is no more than a line."""

_UNDERLINE = re.compile(r"(=+|-+)\s*")
_BULLET = re.compile(r"\s*(?:[-*+•]|\d{1,2}[.)])\s+")
_BOLD = re.compile(r"\s*(?:[-*+•]\s+)?(?:\*\*|__)([^*_]+)(?:\*\*|__)\s*:?\s*(.*)")
_LABEL = re.compile(r"\s*([^\W\d_][^:*|>\[\]]{1,40}):(?:\s+(.*))?")
_LETTERED = re.compile(r"\\([!-/:-@\[-`{-~])")
_FLOW = re.compile(r":\s*\[(.*)\]\s*$")
_RULE = re.compile(r" {0,3}([-*_])(?:\s*\1){2,}\s*")
_QUOTED = re.compile(r"^\s*>\s?")
_NAMED = re.compile(r"(\s*)(?:[-*+•]\s+)?(?:\*\*|__)[^*_]+(?::\s*(?:\*\*|__)|(?:\*\*|__)\s*:)")
_MOST_WORDS = 5


@dataclass(slots=True, kw_only=True)
class Section:
    """A heading with the text below it, up to the next one; `key` is what the heading means.

    What goes on below a line that was a heading has none.
    """

    level: int = 0
    title: str = ""
    key: str = ""
    line: int = 1
    indent: int = 0
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All that stands below the heading."""
        return "\n".join(self.lines)


def sections_of(text: str, reading: Reading) -> tuple[Section, ...]:
    """Part a text by its headings, be they underlined, bold, or a line with a colon."""
    parts = split_front_matter(text)
    front = enumerate(parts.yaml.split("\n"), start=2)
    before = [(at, _FLOW.sub(_with_semicolons, line)) for at, line in front if line]
    made = [Section()]
    prose = dict(lines_of_prose(parts.body))
    body = [*enumerate(parts.body.split("\n"), start=1)]
    lines = [*before, *((at + parts.body_line - 1, line) for at, line in body)]
    plain = {at + parts.body_line - 1 for at in prose} | {at for at, _ in before}
    next_text = _next_texts(text for _, text in lines)
    for place, ((at, line), below) in enumerate(zip(lines, next_text, strict=True)):
        then, following = lines[place + 1] if place + 1 < len(lines) else (0, "")
        underline = following if then == at + 1 else ""
        if place == len(before) and made[-1].level:
            # What front matter says ends with it.
            made.append(Section(line=at))
        if at not in plain:
            made[-1].lines.append(line)
            continue
        if _is_underline(line, made[-1]):
            continue
        if found := _heading(line, underline, below, reading):
            found.line = at
            made.append(found)
        elif made[-1].level == BELOW_ALL and _goes_on(line, made[-1]):
            made.append(Section(line=at, lines=[_said(line)]))
        else:
            made[-1].lines.append(_said(line))
    return tuple(made)


def _next_texts(lines: Iterable[str]) -> Sequence[str]:
    # For each line the first one below it that says something.
    found, below = list[str](), ""
    for line in reversed([*lines]):
        found.append(below)
        below = line if line.strip() else below
    return found[::-1]


def _said(line: str) -> str:
    # A rule says nothing, and letters are as they were meant.
    return "" if _RULE.fullmatch(line) else _LETTERED.sub(r"\1", line)


def _with_semicolons(found: re.Match[str]) -> str:
    return f": {found[1].replace(',', ';')}"


def _is_underline(line: str, section: Section) -> bool:
    return bool(
        section.title
        and not section.lines
        and section.level <= _UNDERLINED
        and _UNDERLINE.fullmatch(line)
    )


_UNDERLINED = 2


def _goes_on(line: str, section: Section) -> bool:
    # A line that says something itself ends with its paragraph, a list where there is none.
    if not section.lines:
        return False
    said = section.lines[0].strip()
    if said and (not line.strip() or _BOLD.fullmatch(line) or _LABEL.fullmatch(line)):
        return True
    named = _NAMED.match(line)
    if not said and named and len(named[1]) <= section.indent:
        # Beside a name with a list below it, another name begins something else.
        return True
    is_over = not said and any(map(str.strip, section.lines)) and not section.lines[-1].strip()
    return is_over and bool(line.strip()) and not _BULLET.match(line)


def _heading(line: str, underline: str, below: str, reading: Reading) -> Section | None:
    if found := heading_in(line):
        level, title = found
        return _section(level, title.strip("*_ "), reading)
    label = _BOLD.fullmatch(line) or (None if _BULLET.match(line) else _LABEL.fullmatch(line))
    called = label[1].rstrip().removesuffix(":").strip() if label else ""
    key = _key_of(called, reading) if len(called.split()) <= _MOST_WORDS else ""
    is_underlined = line.strip() and _UNDERLINE.fullmatch(underline) and not _BULLET.match(line)
    # Below a name that says something itself a line of dashes is no more than that.
    if is_underlined and not (label and key and label[2]):
        return _section(1 if underline.startswith("=") else 2, line.strip("*_ "), reading)
    if label and key:
        lines, indent = [label[2] or ""], len(line) - len(line.lstrip())
        return Section(level=BELOW_ALL, title=called, key=key, lines=lines, indent=indent)
    is_alone = _BULLET.match(below) and not _BULLET.match(line)
    if is_alone and len(line.split()) <= _MOST_WORDS and (key := _key_of(line, reading)):
        return Section(level=BELOW_ALL, title=line.strip(), key=key, lines=[""])
    return None


def _section(level: int, title: str, reading: Reading) -> Section:
    plain = _LETTERED.sub(r"\1", title)
    return Section(level=level, title=plain, key=_key_of(plain, reading))


def _key_of(title: str, reading: Reading) -> str:
    return reading.words.first(title, KEYS) if title.strip() else ""


def called_in(sections: Sequence[Section], words: Words) -> Mapping[int, str]:
    """Give the people whom headings name, by the identity of their section.

    So does `Persona 2: Buyer`, and a heading right below one such as *Our personas*.
    """
    found: dict[int, str] = {}
    above = below = 0
    for one in sections:
        if one.level in (0, BELOW_ALL):
            continue
        if one.level <= above:
            above = below = 0
        if name := words.called(one.title, ("persona", "journey")):
            found[id(one)] = name
        elif words.meant(one.title, ("persona", "personas")):
            above, below = one.level, 0
        elif above and not one.key:
            below = below or one.level
            if one.level == below:
                found[id(one)] = words.name_in(one.title, whole=True)
    return found


def bullets_of(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the items of a text, and what stands between bullets in paragraphs of its own."""
    parts = _parts_of(text)
    if not any(is_bullet for _, is_bullet in parts):
        return all_items(text), ()
    items = tuple(item for one, is_bullet in parts if is_bullet for item in items_in(one))
    return items, tuple(one for one, is_bullet in parts if not is_bullet)


def all_items(text: str) -> tuple[str, ...]:
    """Give the items of a text, with bullets or without."""
    return tuple(item for one, _ in _parts_of(text) for item in items_in(one))


def _parts_of(text: str) -> Sequence[tuple[str, bool]]:
    # Bullets with the lines that belong to them, and paragraphs.
    found: list[tuple[str, bool]] = []
    is_open = False
    for quoted in text.split("\n"):
        line = _QUOTED.sub("", quoted)
        if row := in_a_row(line):
            found.extend((one, True) for one in row)
            is_open = True
        elif bullet := _BULLET.match(line):
            found.append((line[bullet.end() :], True))
            is_open = True
        elif not line.strip():
            is_open = False
        elif is_open:
            found[-1] = (f"{found[-1][0]} {line.strip()}", found[-1][1])
        else:
            found.append((line.strip(), False))
            is_open = True
    return found
