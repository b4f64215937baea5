"""What a text says beside its tables and drawings: it is kept, section by section."""

import re
from collections.abc import Collection, Iterator

from journeybook.importing.heard import Place, Remark, Spot
from journeybook.importing.lanes import Words
from journeybook.sources.prose import lines_of_prose, split_front_matter

_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*\s*")
_RULES_AT_END = re.compile(r"(?:(?:^|\n) {0,3}(?:-{3,}|\*{3,}|_{3,})\s*)+$")
_MARKUP = re.compile(r"^[\s>#*+-]+|\*\*|__")
_FURTHER = re.compile(r",|\(|\s[-–—]\s")


def whose(text: str, before: int, words: Words) -> str:
    """Give the persona that is named last above a line, counted from 0; nothing without one.

    So does `Persona: CFO`, and what stands below a heading that says no more than *Persona*.
    """
    found, is_asked = "", False
    for line in text.split("\n")[:before]:
        plain = _MARKUP.sub("", line).strip()
        if name := words.called(plain, ("persona",)):
            found = name
        elif is_asked and plain:
            found = _FURTHER.split(plain)[0].strip()
        if plain:
            is_asked = bool(_HEADING.fullmatch(line) and words.meant(plain, ("persona",)))
    return found


def beside(text: str, taken: Collection[int]) -> Iterator[Remark]:
    """Give what stands in the lines that are not `taken`, counted from 0, under its headings."""
    parts = split_front_matter(text)
    if told := parts.yaml.strip():
        yield _remark("", f"```yaml\n{told}\n```", 1)
    prose = {at for at, _ in lines_of_prose(text)}
    heading, first, lines = "", parts.body_line, list[str]()
    for at, line in enumerate(text.split("\n")):
        if at + 1 < parts.body_line or at in taken:
            continue
        if at in prose and (found := _HEADING.fullmatch(line)):
            yield from _section(heading, first, lines)
            heading, first, lines = found[1], at + 1, []
        else:
            lines.append(line)
    yield from _section(heading, first, lines)


def _section(heading: str, first: int, lines: list[str]) -> Iterator[Remark]:
    text = _RULES_AT_END.sub("", "\n".join(lines)).strip("\n")
    if text.strip():
        yield _remark(heading, text, first)


def _remark(heading: str, text: str, line: int) -> Remark:
    place = Place(row=line)
    return Remark(spot=Spot(), heading=heading, text=text, place=place, is_markdown=True)
