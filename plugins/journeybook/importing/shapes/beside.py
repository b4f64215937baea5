"""What a text says beside its tables and drawings: it is kept, section by section."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from journeybook.importing.heard import Place, Remark
from journeybook.importing.lanes import Words
from journeybook.importing.sheets import heading_in
from journeybook.sources.prose import lines_of_prose, split_front_matter

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
            is_asked = bool(heading_in(line) and words.meant(plain, ("persona",)))
    return found


def beside(
    text: str, taken: Collection[int], people: Collection[str], words: Words
) -> Iterator[Remark]:
    """Give what stands in the lines that are not `taken`, counted from 0, under its headings.

    A heading with nothing else below it that names one of the `people` known is told by them; one
    that is no more than *Customer journey map* says nothing.
    """
    parts = split_front_matter(text)
    if told := parts.yaml.strip():
        yield _remark(f"```yaml\n{told}\n```", 1)
    # A heading with nothing of its own stands above what comes next.
    above: list[str] = []
    line = parts.body_line
    for section in _sections(text, parts.body_line, taken):
        line = section.line
        if said := section.text:
            yield _remark("\n\n".join((*above, section.headed(said))), line)
            above = []
        elif words.name_in(section.heading, whole=True) and not any(
            one in section.heading for one in people
        ):
            above.append(section.headed(""))
    if above:
        yield _remark("\n\n".join(above), line)


def _sections(text: str, start: int, taken: Collection[int]) -> Iterator["_Section"]:
    prose = {at for at, _ in lines_of_prose(text)}
    section = _Section(line=start)
    for at, line in enumerate(text.split("\n")):
        found = heading_in(line) if at in prose and at not in taken else None
        if found and at + 1 >= start:
            yield section
            section = _Section(heading=found[1], line=at + 1)
        elif at + 1 >= start and at not in taken:
            section.lines.append(line)
    yield section


@dataclass(slots=True, kw_only=True)
class _Section:
    # What stands below a heading.
    line: int
    heading: str = ""
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        text = _RULES_AT_END.sub("", "\n".join(self.lines)).strip("\n")
        return text if text.strip() else ""

    def headed(self, text: str) -> str:
        heading = f"## {self.heading}" if self.heading else ""
        return "\n\n".join(filter(None, (heading, text)))


def _remark(text: str, line: int) -> Remark:
    return Remark(text=text, place=Place(row=line), is_markdown=True)
