"""What stands on a slide: its title, and its texts as large as they fit."""

from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from itertools import accumulate, zip_longest
from textwrap import wrap

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.dml.fill import FillFormat
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Show
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide as Sheet
from pptx.text.text import TextFrame
from pptx.util import Emu, Inches, Pt

WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
INK, QUIET = RGBColor(0x16, 0x18, 0x1B), RGBColor(0x5A, 0x60, 0x68)
TONES = {True: RGBColor(0xB3, 0x26, 0x1E), False: RGBColor(0x12, 0x72, 0x4A)}
"""The colour of what hurts or lacks, and of what pleases."""
BODY = 20
"""The size of running text, in points."""

_TITLE_ONLY = 5
_BOXES = {
    "crumbs": (Inches(0.6), Inches(0.25), Inches(6.2), Inches(0.5)),
    "left": (Inches(0.6), Inches(2.1), Inches(6.0), Inches(3.4)),
    "right": (Inches(7.1), Inches(0.45), Inches(5.7), Inches(5.1)),
    "number": (Inches(11.8), Inches(0.1), Inches(1.0), Inches(0.35)),
    "whole": (Inches(0.6), Inches(2.1), Inches(12.1), Inches(4.6)),
}
_SMALLER = (1.0, 0.9, 0.8, 0.7)
_LETTER, _LEADING, _SPACE = 0.45, 1.2, 6.0
_LONE = 0.5
"""Letters are this wide where narrow ones do not make up for wide ones."""
_NOTE = 0.75

More = Callable[[int], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of a slide, with a note in smaller letters below it.

    `is_head` where it names what stands below it.
    """

    text: str
    note: str = ""
    size: float = BODY
    bold: bool = False
    colour: RGBColor = INK
    is_head: bool = False


def new_show() -> Show:
    """Begin wide slides; what people add finds its places there too."""
    show: Show = Presentation()
    wider = WIDTH / show.slide_width
    show.slide_width, show.slide_height = WIDTH, HEIGHT
    for master in show.slide_masters:
        for one in (master, *master.slide_layouts):
            for tag, key in (("a:off", "x"), ("a:ext", "cx")):
                for place in one.element.iter(qn(tag)):
                    place.set(key, str(round(int(place.get(key)) * wider)))
    return show


def new_sheet(show: Show, crumbs: str, title: str) -> Sheet:
    """Add a slide with its title, and above it where it belongs."""
    sheet: Sheet = show.slides.add_slide(show.slide_layouts[_TITLE_ONLY])
    heading = sheet.shapes.title
    if heading is not None:
        heading.left, heading.top = Inches(0.6), Inches(0.75)
        heading.width, heading.height = Inches(6.2), Inches(1.3)
        heading.text_frame.vertical_anchor = MSO_ANCHOR.TOP
        _write(sheet, heading, [Paragraph(text=title, size=36, bold=True)])
    if crumbs:
        write_texts(sheet, "crumbs", [Paragraph(text=crumbs, size=16, colour=QUIET)])
    _number(sheet, len(show.slides))
    return sheet


def _number(sheet: Sheet, number: int) -> None:
    # The place for it is that of the layout, so that it counts anew where slides are moved.
    (element,) = (
        one.element
        for one in sheet.slide_layout.shapes
        if one.is_placeholder and one.placeholder_format.type is PP_PLACEHOLDER.SLIDE_NUMBER
    )
    sheet.shapes.element.append(deepcopy(element))
    shape = sheet.shapes[-1]
    shape.left, shape.top, shape.width, shape.height = _BOXES["number"]
    for paragraph in shape.element.iter(qn("a:p")):
        paragraph.get_or_add_pPr().set("algn", "r")
    for field in shape.element.iter(qn("a:fld")):
        field.find(qn("a:t")).text = str(number)
        colour = FillFormat.from_fill_parent(field.find(qn("a:rPr")))
        colour.solid()
        colour.fore_color.rgb = QUIET


def write_texts(
    sheet: Sheet, place: str, paragraphs: Sequence[Paragraph], more: More | None = None
) -> None:
    """Write paragraphs as large as they fit; what does not fit even small is in the notes.

    `more` says below the others how many those are.
    """
    if paragraphs:
        _write(sheet, sheet.shapes.add_textbox(*_BOXES[place]), paragraphs, more)


def write_names(named: Sequence[tuple[Shape, Paragraph]]) -> None:
    """Write names into their boxes in letters of one size, so large that no word is broken."""
    sized = named
    for scale in _SMALLER:
        sized = [(box, replace(name, size=name.size * scale)) for box, name in named]
        if all(_stays_whole(name, *_room(box)) for box, name in sized):
            break
    for box, name in sized:
        _fill(box.text_frame, [_cut(name, *_room(box))])


def tell_speaker(sheet: Sheet, lines: Sequence[str]) -> None:
    """Add lines to the notes of a slide."""
    if lines and (frame := sheet.notes_slide.notes_text_frame):
        frame.text = "\n".join([*filter(None, [frame.text]), *lines])


def _write(
    sheet: Sheet, box: Shape, paragraphs: Sequence[Paragraph], more: More | None = None
) -> None:
    kept = _fitting(paragraphs, _room(box), more)
    _fill(box.text_frame, kept)
    left = [
        one
        for one, seen in zip_longest(paragraphs, kept)
        if seen is None or (seen.text, seen.note) != (one.text, one.note)
    ]
    tell_speaker(sheet, [" – ".join(filter(None, (one.text, one.note))) for one in left])


def _room(box: Shape) -> tuple[float, float]:
    frame = box.text_frame
    width = box.width - frame.margin_left - frame.margin_right
    height = box.height - frame.margin_top - frame.margin_bottom
    return Emu(width).pt, Emu(height).pt


def _fitting(
    paragraphs: Sequence[Paragraph], room: tuple[float, float], more: More | None
) -> list[Paragraph]:
    width, height = room
    sized = _largest(paragraphs, width, height)
    ends = accumulate(_height(one, width) for one in sized)
    kept = [one for one, end in zip(sized, ends, strict=True) if end - _SPACE <= height]
    if all(one.is_head for one in kept):
        used = sum(_height(one, width) for one in kept)
        kept.append(_cut(sized[len(kept)], width, height - used))
    kept = _without_last_heads(kept)
    return (more and _counted(kept, sized, room, more)) or kept


def _without_last_heads(kept: Sequence[Paragraph]) -> list[Paragraph]:
    # A head says nothing where all that it names is left out.
    shown = list(kept)
    while shown and shown[-1].is_head:
        shown.pop()
    return shown


def _counted(
    kept: list[Paragraph], all_of_them: Sequence[Paragraph], room: tuple[float, float], more: More
) -> list[Paragraph]:
    # Nothing where what is left out finds no room beside anything that is told.
    width, height = room
    while kept and (left := sum(not one.is_head for one in all_of_them[len(kept) :])):
        rest = Paragraph(text=more(left), size=all_of_them[0].size, colour=QUIET)
        if sum(_height(one, width) for one in (*kept, rest)) - _SPACE <= height:
            return [*kept, rest]
        kept = _without_last_heads(kept[:-1])
    return []


def _largest(paragraphs: Sequence[Paragraph], width: float, height: float) -> list[Paragraph]:
    # As large as they fit, and never smaller than people read from their seats.
    sized = list(paragraphs)
    for scale in _SMALLER:
        sized = [replace(one, size=one.size * scale) for one in paragraphs]
        if sum(_height(one, width) for one in sized) - _SPACE <= height:
            break
    return sized


def _height(one: Paragraph, width: float) -> float:
    parts = ((one.text, one.size), (one.note, one.size * _NOTE))
    return sum(len(_lines(text, size, width)) * size * _LEADING for text, size in parts) + _SPACE


def _lines(text: str, size: float, width: float) -> list[str]:
    letters = max(1, int(width / size / _LETTER))
    return [part for line in text.splitlines() for part in wrap(line, letters) or [""]]


def _stays_whole(one: Paragraph, width: float, height: float) -> bool:
    longest = max(map(len, one.text.split()), default=0)
    return longest * one.size * _LONE <= width and _height(one, width) - _SPACE <= height


def _cut(one: Paragraph, width: float, height: float) -> Paragraph:
    room = max(1, int(height / one.size / _LEADING))
    if len(_lines(one.text, one.size, width)) <= room:
        return replace(one, note="") if _height(one, width) - _SPACE > height else one
    end = min(len(one.text), int(room * width / one.size / _LETTER))
    while len(_lines(text := f"{one.text[:end].rstrip()}…", one.size, width)) > room:
        end -= 1
    return replace(one, text=text, note="")


def _fill(frame: TextFrame, paragraphs: Sequence[Paragraph]) -> None:
    frame.word_wrap = True
    for at, one in enumerate(paragraphs):
        written = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        written.space_after = Pt(_SPACE)
        written.alignment = PP_ALIGN.LEFT
        for number, (text, size) in enumerate(((one.text, 1.0), (one.note, _NOTE))):
            if not text:
                continue
            if number:
                written.add_line_break()
            run = written.add_run()
            run.text = text
            run.font.size = Pt(round(one.size * size))
            run.font.bold = one.bold and not number
            run.font.color.rgb = QUIET if number else one.colour
