"""Maps and personas in plain text: documents with headings."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from journeybook.importing.asked import Reading
from journeybook.importing.cells import is_list, items_in, several_in, statement_in
from journeybook.importing.feelings import feeling_parts
from journeybook.importing.heard import Named, Part, Place, Remark, Said, Spot
from journeybook.importing.lanes import LANES, OF_PERSONAS
from journeybook.importing.shapes.map_cells import name_in
from journeybook.schema import Kind
from journeybook.schema.persona import Persona
from journeybook.sources.prose import lines_of_prose, split_front_matter
from journeybook.sources.yaml.nodes import Value

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*")
_BULLET = re.compile(r"\s*(?:[-*+•]|\d{1,2}[.)])\s+")
_BOLD = re.compile(r"\s*\*\*([^*]+?)\s*:?\s*\*\*\s*:?\s*(.*)")
_BELOW_ALL = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class _Section:
    level: int
    title: str
    text: str
    line: int


def read_document(text: str, reading: Reading) -> tuple[Part, ...] | None:
    """Read a text with headings: a persona by goals and pains, or phases with their lanes.

    None where no heading is known.
    """
    body = split_front_matter(text.replace("\r\n", "\n")).body
    sections = list(_sections(body, reading))
    if not any(_key_of(one, reading) for one in sections):
        return None
    return tuple(_document(sections, reading))


def _sections(body: str, reading: Reading) -> Iterator[_Section]:
    level, title, start = 0, "", 1
    lines: list[str] = []
    for at, line in lines_of_prose(body):
        if found := _HEADING.fullmatch(line):
            yield _Section(level=level, title=title, text="\n".join(lines), line=start)
            level, title, start, lines = len(found[1]), found[2], at + 1, []
        elif (bold := _BOLD.fullmatch(line)) and reading.words.meant(bold[1], LANES):
            # A text processor's heading is often no more than a bold line.
            yield _Section(level=level, title=title, text="\n".join(lines), line=start)
            level, title, start, lines = _BELOW_ALL, bold[1], at, [bold[2]]
        else:
            lines.append(line)
    yield _Section(level=level, title=title, text="\n".join(lines), line=start)


def _key_of(section: _Section, reading: Reading) -> str:
    keys = (*LANES, *Persona.model_fields)
    return next(iter(reading.words.meant(section.title, keys)), "") if section.title else ""


def _document(sections: Sequence[_Section], reading: Reading) -> Iterator[Part]:
    told = _Told(persona=reading.persona)
    highest = min(one.level for one in sections if one.title)
    for section in sections:
        key = _key_of(section, reading)
        if not key:
            told.take(section, is_title=bool(section.title) and section.level == highest)
            continue
        phase = told.phase_of(section)
        if key in OF_PERSONAS or (key in LANES and phase):
            spot = Spot(persona=told.persona, phase="" if key in OF_PERSONAS else phase)
            items, rest = _bullets(section.text)
            yield from _lane(section, key, items, spot, reading)
            if rest and not spot.phase:
                told.prose.append("\n\n".join((f"## {section.title}", *rest)))
            for text in rest if spot.phase else ():
                place = Place(row=section.line)
                yield Remark(spot=spot, heading=section.title, text=text, place=place)
        elif key in Persona.model_fields:
            told.keys[key] = _value_of(key, section.text)
        else:
            told.prose.append(f"## {section.title}\n\n{section.text.strip()}")
    yield from told.rest()


def _value_of(key: str, text: str) -> Value:
    items = _items(text)
    if len(items) > 1:
        return list(items)
    plain = " ".join(text.split())
    if key == "quote":
        return plain.strip("\"'“”„‘’ ")  # noqa: RUF001 - the signs people quote with
    return several_in(plain) if is_list(Persona, key) or key == "channels" else plain


@dataclass(slots=True, kw_only=True)
class _Told:
    # What a document has told so far: of whom it is, the headings around, and what is left.
    persona: str
    around: list[tuple[int, str]] = field(default_factory=list)
    keys: dict[str, Value] = field(default_factory=dict)
    prose: list[str] = field(default_factory=list)

    def take(self, section: _Section, *, is_title: bool) -> None:
        """Take a section whose heading is no key: the title, a phase, or prose."""
        if is_title:
            self.persona = name_in(section.title, whole=True) or self.persona
        else:
            self.around = [one for one in self.around if one[0] < section.level]
            self.around.append((section.level, section.title))
        if text := section.text.strip():
            heading = "" if is_title or not section.title else f"## {section.title}\n\n"
            self.prose.append(f"{heading}{text}")

    def phase_of(self, section: _Section) -> str:
        """Give the heading that stands above a section."""
        above = [title for level, title in self.around if level < section.level and title]
        return above[-1] if above else ""

    def rest(self) -> Iterator[Part]:
        """Give the persona, with the prose; without one, remarks."""
        if self.persona:
            prose = "\n\n".join(self.prose)
            yield Named(kind=Kind.PERSONA, title=self.persona, keys=self.keys, prose=prose)
            return
        for text in self.prose:
            yield Remark(spot=Spot(), heading="", text=text, place=Place())


def _lane(
    section: _Section, lane: str, items: Iterable[str], spot: Spot, reading: Reading
) -> Iterator[Part]:
    place = Place(row=section.line)
    for item in items:
        if lane == "emotion":
            yield from feeling_parts(item, spot, section.title, place, reading)
        else:
            keys = statement_in(item, lane, reading.words)
            yield Said(spot=spot, lane=lane, keys=keys, place=place)


def _bullets(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    # What stands between bullets, in a paragraph of its own, tells of them and is none.
    parts = _parts_of(text)
    if not any(is_bullet for _, is_bullet in parts):
        return _items(text), ()
    items = tuple(item for one, is_bullet in parts if is_bullet for item in items_in(one))
    return items, tuple(one for one, is_bullet in parts if not is_bullet)


def _items(text: str) -> tuple[str, ...]:
    return tuple(item for one, _ in _parts_of(text) for item in items_in(one))


def _parts_of(text: str) -> list[tuple[str, bool]]:
    # Bullets with the lines that belong to them, and paragraphs.
    found: list[tuple[str, bool]] = []
    is_open = False
    for line in text.split("\n"):
        if _BULLET.match(line):
            found.append((_BULLET.sub("", line), True))
            is_open = True
        elif not line.strip():
            is_open = False
        elif is_open:
            found[-1] = (f"{found[-1][0]} {line.strip()}", found[-1][1])
        else:
            found.append((line.strip(), False))
            is_open = True
    return found
