"""What stands on a slide: its title, its texts as large as they fit, and the curve at its foot."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.presentation import Presentation as Show
from pptx.shapes.base import BaseShape
from pptx.slide import Slide as Sheet
from pptx.text.text import TextFrame
from pptx.util import Emu, Inches, Pt

from journeybook.pages.journeys.journey_curve import CurveLine, CurveView

WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
INK, QUIET = RGBColor(0x16, 0x18, 0x1B), RGBColor(0x5A, 0x60, 0x68)
TONES = {True: RGBColor(0xB3, 0x26, 0x1E), False: RGBColor(0x12, 0x72, 0x4A)}
"""The colour of what hurts or lacks, and of what pleases."""
BODY = 20
"""The size of running text, in points."""

_TITLE_ONLY = 5
_LINES = (RGBColor(0x2B, 0x4B, 0xD8), RGBColor(0xA0, 0x30, 0x7C), RGBColor(0x0D, 0x75, 0x7D))
_BOXES = {
    "left": (Inches(0.6), Inches(2.1), Inches(6.0), Inches(3.4)),
    "right": (Inches(7.1), Inches(0.45), Inches(5.7), Inches(5.1)),
    "whole": (Inches(0.6), Inches(2.1), Inches(12.1), Inches(4.6)),
}
_CURVE = (Inches(0.6), Inches(5.75), Inches(12.1), Inches(1.0))
_SMALLER = (1.0, 0.9, 0.8, 0.7)
_LETTER, _LEADING, _SPACE = 0.5, 1.2, 6.0
_NOTE = 0.75
_BETWEEN = 12
"""So many places of a curve between two steps make it smooth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of a slide, with a note in smaller letters below it."""

    text: str
    note: str = ""
    size: float = BODY
    bold: bool = False
    colour: RGBColor = INK


def new_sheet(show: Show, crumbs: str, title: str) -> Sheet:
    """Add a slide with its title, and above it where it belongs."""
    sheet: Sheet = show.slides.add_slide(show.slide_layouts[_TITLE_ONLY])
    heading = sheet.shapes.title
    if heading is not None:
        heading.left, heading.top = Inches(0.6), Inches(0.75)
        heading.width, heading.height = Inches(6.2), Inches(1.3)
        heading.text_frame.vertical_anchor = MSO_ANCHOR.TOP
        _fill(heading.text_frame, _largest([Paragraph(text=title, size=36, bold=True)], heading))
    if crumbs:
        box = sheet.shapes.add_textbox(Inches(0.6), Inches(0.35), Inches(6.2), Inches(0.4))
        _fill(box.text_frame, [Paragraph(text=crumbs, size=16, colour=QUIET)])
    return sheet


def write_texts(sheet: Sheet, place: str, paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Write paragraphs as large as they fit; those that do not fit even small are given back."""
    if not paragraphs:
        return ()
    box = sheet.shapes.add_textbox(*_BOXES[place])
    kept = list(_fitting(_largest(paragraphs, box), box))
    _fill(box.text_frame, kept)
    return tuple(paragraphs[len(kept) :])


def _largest(paragraphs: Sequence[Paragraph], box: BaseShape) -> Sequence[Paragraph]:
    # As large as they fit, and never smaller than people read from their seats.
    sized = paragraphs
    for scale in _SMALLER:
        sized = [replace(one, size=one.size * scale) for one in paragraphs]
        if sum(_height(one, box.width.pt) for one in sized) <= box.height.pt:
            break
    return sized


def _fitting(paragraphs: Sequence[Paragraph], box: BaseShape) -> Iterator[Paragraph]:
    used = 0.0
    for at, one in enumerate(paragraphs):
        used += _height(one, box.width.pt)
        if at and used > box.height.pt:
            return
        yield one


def _height(one: Paragraph, width: float) -> float:
    parts = ((one.text, one.size), (one.note, one.size * _NOTE))
    lines = ((ceil(len(text) * size * _LETTER / width), size) for text, size in parts)
    return sum(number * size * _LEADING for number, size in lines) + _SPACE


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


def draw_curve(
    sheet: Sheet, view: CurveView, phases: Sequence[tuple[str, int]], here: int | None
) -> None:
    """Draw the feelings over all columns as lines, with a larger point at the one that is told.

    `phases` are their names, each with how many columns it has.
    """
    for at, line in enumerate(view.lines):
        colour = _LINES[at % len(_LINES)]
        for run in _runs(line):
            _draw_line(sheet, run, len(line.points), colour)
            for column, score in run:
                size = Inches(0.22 if column == here else 0.1)
                x, y = _place(column, score, len(line.points))
                dot = sheet.shapes.add_shape(
                    MSO_SHAPE.OVAL, Emu(x - size // 2), Emu(y - size // 2), size, size
                )
                dot.fill.solid()
                dot.fill.fore_color.rgb = TONES[True] if score < 0 else colour
                dot.line.fill.background()
    _name_phases(sheet, phases, here)


def _runs(line: CurveLine) -> Iterator[list[tuple[int, int]]]:
    run: list[tuple[int, int]] = []
    for column, point in enumerate(line.points):
        if point.score is None:
            if run:
                yield run
            run = []
        else:
            run.append((column, point.score))
    if run:
        yield run


def _draw_line(sheet: Sheet, run: list[tuple[int, int]], columns: int, colour: RGBColor) -> None:
    if len(run) == 1:
        return
    places = [_place(*run[0], columns)]
    for one, other in pairwise(run):
        places.extend(_bend(one, other, columns))
    builder = sheet.shapes.build_freeform(*places[0])
    builder.add_line_segments(places[1:], close=False)
    shape = builder.convert_to_shape()
    shape.fill.background()
    shape.line.color.rgb = colour
    shape.line.width = Pt(2.25)
    shape.shadow.inherit = False


def _bend(one: tuple[int, int], other: tuple[int, int], columns: int) -> Iterator[tuple[int, int]]:
    # Leaves and arrives level, as the curve of the map does.
    (x, y), (further, lower) = _place(*one, columns), _place(*other, columns)
    for at in range(1, _BETWEEN + 1):
        part = at / _BETWEEN
        eased = part * part * (3 - 2 * part)
        yield round(x + (further - x) * part), round(y + (lower - y) * eased)


def _place(column: int, score: int, columns: int) -> tuple[int, int]:
    left, top, width, height = _CURVE
    return round(left + width * (column + 0.5) / columns), round(top + height * (2 - score) / 4)


def _name_phases(sheet: Sheet, phases: Sequence[tuple[str, int]], here: int | None) -> None:
    left, top, width, height = _CURVE
    part = width / sum(span for _, span in phases)
    start = 0
    for title, span in phases:
        place = (Emu(round(left + part * start)), Emu(top + height))
        box = sheet.shapes.add_textbox(*place, Emu(round(part * span)), Inches(0.35))
        is_here = here is not None and start <= here < start + span
        colour = INK if is_here else QUIET
        _fill(box.text_frame, [Paragraph(text=title, size=12, bold=is_here, colour=colour)])
        start += span
