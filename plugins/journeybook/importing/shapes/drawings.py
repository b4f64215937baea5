"""Journeys as Mermaid draws them, in a text or in a file of their own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from journeybook.exports.mermaid import as_written, is_rated
from journeybook.importing.heard import Part, Place, Remark, Said, Spot, Trouble
from journeybook.importing.lanes import Reading
from journeybook.sources.prose import split_front_matter
from journeybook.sources.yaml.nodes import Value
from journeybook.wording import marked

_FENCED = re.compile(r"^```+\s*mermaid\s*\n(.*?)^```+\s*$", re.MULTILINE | re.DOTALL)
_JOURNEY = re.compile(r"(?:\A|\n)[ \t]*journey[ \t]*\n")
_SKIPPED = re.compile(r"\s*(?:%%.*|accTitle\b.*|accDescr\b.*|journey\s*|)")
_TASK = re.compile(r"(?P<text>.*?\S)\s*:\s*(?P<score>-?\d+(?:\.\d+)?)\s*(?::\s*(?P<actors>.*))?")
_ENTITY = re.compile(r"#(\w{2,8});")
_MARKS = range(1, 6)
_NO_TASK = marked("'{text}' is no task: write it as 'what happens: 1 to 5: who'")
_NO_SECTION = marked("no section stands above '{text}': write one with the name of its phase")
_NO_MARK = marked("{text} is no mark from 1 to 5; it stands in the prose")


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A journey drawn in a text: how Mermaid writes it, and the line before its first.

    `lines` are those that it takes, counted from 0.
    """

    text: str
    before: int
    lines: range


def mermaid_in(text: str) -> tuple[Drawing, ...]:
    """Give the journeys drawn in a text."""
    fenced = tuple(
        _fenced(text, found) for found in _FENCED.finditer(text) if _JOURNEY.search(found[1])
    )
    if fenced or not _JOURNEY.search(split_front_matter(text).body):
        return fenced
    return (Drawing(text=text, before=0, lines=range(text.count("\n") + 1)),)


def _fenced(text: str, found: re.Match[str]) -> Drawing:
    before = text.count("\n", 0, found.start(1))
    end = before + found[1].count("\n") + 1
    return Drawing(text=found[1], before=before, lines=range(before - 1, end))


def read_mermaid(drawing: Drawing, reading: Reading) -> Iterator[Part]:
    """Read a journey of Mermaid: sections are phases, tasks are touchpoints with their mark."""
    parts = split_front_matter(drawing.text)
    persona, phase = reading.persona, ""
    for at, line in enumerate(parts.body.split("\n"), start=drawing.before + parts.body_line):
        plain, place = _ENTITY.sub(_sign, line.strip()), Place(row=at)
        word, _, rest = plain.partition(" ")
        if _SKIPPED.fullmatch(plain):
            continue
        if word == "title":
            if name := reading.words.name_in(as_written(rest)):
                persona = name
            else:
                text = as_written(rest.strip())
                yield Remark(spot=Spot(persona=persona), text=text, place=place)
        elif word == "section":
            phase = as_written(rest.strip())
        elif (task := _TASK.fullmatch(plain)) and phase:
            yield from _task(task, Spot(persona=persona, phase=phase), place, reading)
        else:
            message = _NO_SECTION if task else _NO_TASK
            yield Trouble(message=message, values={"text": plain}, place=place)
            # Without a persona nobody's journey begins for a line that is none.
            spot = Spot(persona=persona, phase=phase) if persona else Spot()
            yield Remark(spot=spot, text=plain, place=place)


def _sign(entity: re.Match[str]) -> str:
    # Mermaid writes the signs of HTML with another first one: `#quot;` and `#35;`.
    digits = entity[1].isdecimal()
    return unescape(f"&#{entity[1]};" if digits else f"&{entity[1]};")


def _task(task: re.Match[str], spot: Spot, place: Place, reading: Reading) -> Iterator[Part]:
    score = float(task["score"])
    text, has_mark = is_rated(as_written(task["text"]), reading.voting.wordings)
    keys: dict[str, Value] = {"title": text}
    is_mark = score in _MARKS
    if is_mark and has_mark:
        keys["satisfaction"] = str(int(score))
    actors = [as_written(one.strip()) for one in (task["actors"] or "").split(",") if one.strip()]
    for persona in actors or [spot.persona]:
        whose = Spot(persona=persona, phase=spot.phase)
        yield Said(spot=whose, lane="touchpoints", keys=keys, place=place)
        if not is_mark:
            values = {"text": task["score"]}
            yield Trouble(message=_NO_MARK, values=values, place=place)
            yield Remark(spot=whose, text=task[0], place=place)
