"""Documents with headings: a persona, several, or a journey with the five questions per phase."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from journeybook.importing.heard import Named, Part, Place, Remark, Said, Spot
from journeybook.importing.lanes import LANES, OF_PERSONAS, OF_ROWS, Reading, in_phase
from journeybook.importing.shapes.items import Listed, item_parts
from journeybook.importing.shapes.people import value_of_persona
from journeybook.importing.shapes.sections import (
    BELOW_ALL,
    Section,
    all_items,
    bullets_of,
    called_in,
    sections_of,
)
from journeybook.schema import Kind
from journeybook.sources.prose import split_front_matter
from journeybook.sources.yaml.nodes import Value

_OF_STEPS = tuple(one for one in LANES if one not in OF_PERSONAS)
_OF_PEOPLE = ("title", "quote", "role", "segment")


def read_document(text: str, reading: Reading) -> tuple[Part, ...] | None:
    """Read a text with headings: personas by goals and pains, or phases with their lanes.

    None where no heading is known.
    """
    sections = sections_of(text, reading)
    # Front matter names any page, not somebody.
    body = split_front_matter(text).body_line
    telling = (one.key for one in sections if one.key != "title" or one.line >= body)
    if not any(key in (*LANES, *_OF_PEOPLE) for key in telling):
        return None
    document = _Document(sections, reading)
    parts = tuple(document.parts())
    return (*parts, *document.unsaid(parts))


@dataclass(slots=True, kw_only=True)
class _Told:
    # What is told of somebody so far; without a name it is of the persona that stands for all.
    name: str
    keys: dict[str, Value] = field(default_factory=dict)
    prose: list[str] = field(default_factory=list)
    place: Place = field(default_factory=Place)

    def parts(self) -> Iterator[Part]:
        text = "\n\n".join(self.prose)
        if self.name:
            yield Named(
                kind=Kind.PERSONA, title=self.name, keys=self.keys, prose=text, place=self.place
            )
            return
        texts = [*self.prose, *(f"{key}: {value}" for key, value in self.keys.items())]
        for one in texts:
            yield Remark(text=one, place=self.place, is_markdown=True)


class _Document:
    def __init__(self, sections: Sequence[Section], reading: Reading) -> None:
        self.sections = sections
        self.reading = reading
        self.title = self._title()
        self.above = {id(one): above for one, above in self._headed() if one.key}
        self.called = called_in(sections, reading.words)
        tops = {id(one) for one in self.above.values()} - self.called.keys()
        below = [one.key for one in sections if id(self.above.get(id(one))) in tops]
        # What has questions or feelings below it is a phase; what has goals alone, or a quote too,
        # is somebody.
        is_of_steps = {*below} & {*_OF_STEPS} and not {*below} & {*_OF_PEOPLE}
        self.phases = tops if is_of_steps else set()
        # Where somebody has goals of their own, the other headings are about them.
        is_of_one = any(one.key and id(one) not in self.above for one in sections)
        people = set() if is_of_steps or is_of_one else tops
        self.called = self.called or self._travellers()
        self.people = set(self.called) or people
        self.lanes = frozenset(below)
        self.within = dict(self._within())

    def parts(self) -> Iterator[Part]:
        """Give what each section says."""
        everybody = told = _Told(name=self._name())
        level = 0
        for section in self.sections:
            is_person = id(section) in self.people
            if is_person or (told is not everybody and 0 < section.level <= level):
                yield from () if told is everybody else told.parts()
                told, level = everybody, section.level
            if is_person:
                told = self._somebody(section)
            elif section.key or id(section) in self.within:
                yield from self._said(section, told)
            else:
                self._prose(section, told)
        yield from () if told is everybody else told.parts()
        if self.people and not everybody.keys and everybody.name:
            # Others are told of, and the title of the text is nobody.
            everybody.name = ""
            everybody.prose[:0] = [f"## {self.title.title}"] if self.title else []
        yield from everybody.parts()

    def unsaid(self, parts: Sequence[Part]) -> Iterator[Part]:
        """Give the phases of which nothing is said, to be kept by their names."""
        said = {one.spot.phase for one in parts if isinstance(one, Said | Remark | Named)}
        for one in self.sections:
            if id(one) in self.phases and one.title not in said:
                place = Place(row=one.line)
                yield Remark(text=f"## {one.title}", place=place, is_markdown=True)

    def _somebody(self, section: Section) -> _Told:
        name = self.called.get(id(section)) or self._called(section)
        text = section.text.strip()
        return _Told(name=name, prose=[text] if text else [], place=Place(row=section.line))

    def _name(self) -> str:
        # Where headings name people, the title of the text names none of them.
        if self.called:
            return ""
        titled = self._called(self.title) if self.title else ""
        return self._named or titled or self.reading.persona

    @cached_property
    def _named(self) -> str:
        named = (one for one in self.sections if one.key == "title" and id(one) not in self.above)
        return next((one.text.strip() for one in named), "")

    def _title(self) -> Section | None:
        headed = [one for one in self.sections if one.title]
        highest = min(one.level for one in headed)
        match [one for one in headed if one.level == highest]:
            case [only] if not only.key:
                return only
        return None

    def _called(self, section: Section) -> str:
        return self.reading.words.name_in(section.title, whole=True)

    def _headed(self) -> Iterator[tuple[Section, Section]]:
        # Each heading with the one, other than the title, below which it stands.
        around: list[Section] = []
        for one in self.sections:
            if one.title:
                around = [other for other in around if other.level < one.level]
                if around:
                    yield one, around[-1]
                if not one.key and one is not self.title:
                    around.append(one)

    def _travellers(self) -> dict[int, str]:
        # Where several headings have phases below them, each is whose journey that is.
        pairs = [(one, above) for one, above in self._headed() if id(one) in self.phases]
        found = {id(above): self._called(above) for _, above in pairs}
        return found if len(found) > 1 else {}

    def _within(self) -> Iterator[tuple[int, str]]:
        # What stands below the heading of a phase is about that, up to the next like it.
        phase: Section | None = None
        for one in self.sections:
            is_heading = one.level not in (0, BELOW_ALL)
            if id(one) in self.phases:
                phase = one
            elif phase and is_heading and one.level <= phase.level:
                phase = None
            if phase:
                yield id(one), phase.title

    def _said(self, section: Section, told: _Told) -> Iterator[Part]:
        key, phase = section.key, self.within.get(id(section), "")
        if key == "title":
            if section.text.strip() != told.name:
                told.prose.append(f"**{section.title}:** {section.text.strip()}")
        elif key in OF_PERSONAS or (key in LANES and phase):
            yield from self._lane(section, told, phase)
        elif phase and (key in OF_ROWS or not key) and section.text.strip():
            yield from self._row(section, Spot(persona=told.name, phase=phase))
        elif key and key not in LANES and key not in told.keys and (value := self._value(section)):
            told.keys[key] = value
        elif section.text.strip() or not key:
            self._prose(section, told)

    def _lane(self, section: Section, told: _Told, phase: str) -> Iterator[Part]:
        lane = in_phase(section.key, self.lanes) if phase else section.key
        is_theirs = lane in OF_PERSONAS
        spot = Spot(persona=told.name, phase="" if is_theirs else phase)
        row = Listed(heading=section.title, spot=spot, place=Place(row=section.line))
        items, rest = bullets_of(section.text)
        for item in items:
            yield from item_parts(item, lane, row, self.reading)
        if rest and is_theirs:
            told.prose.append("\n\n".join((f"## {section.title}", *rest)))
        for text in () if is_theirs else rest:
            yield Remark(spot=spot, heading=section.title, text=text, place=row.place)

    def _row(self, section: Section, spot: Spot) -> Iterator[Part]:
        # What no key has a place for stays with its phase.
        lane = in_phase(self.reading.words.first(section.title, OF_ROWS), self.lanes)
        heading = "" if section.title == spot.phase else section.title
        row = Listed(heading=heading, spot=spot, place=Place(row=section.line))
        items, rest = bullets_of(section.text) if lane else ((), (section.text.strip(),))
        for item in items:
            yield from item_parts(item, lane, row, self.reading)
        for text in rest:
            yield Remark(
                spot=spot, heading=heading, text=text, place=row.place, is_markdown=not lane
            )

    def _value(self, section: Section) -> Value:
        text = "\n".join(all_items(section.text))
        plain = " ".join(section.text.split()) if section.key in ("quote", "summary") else text
        return value_of_persona(section.key, plain, self.reading) if plain else None

    def _prose(self, section: Section, told: _Told) -> None:
        is_title = self._is_title(section)
        text = section.text.strip()
        if text and not is_title and section.title:
            text = f"## {section.title}\n\n{text}"
        if not text and section.title and self._is_empty(section):
            text = f"## {section.title}"
        if text:
            told.prose.append(text)

    def _is_empty(self, section: Section) -> bool:
        # A heading with nothing below it that would hold its name.
        is_held = id(section) in self.people or id(section) in self.phases
        return not is_held and not self._is_title(section)

    def _is_title(self, section: Section) -> bool:
        return section is self.title and not self.called and not self._named
