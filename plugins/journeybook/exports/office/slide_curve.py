"""The curve at the foot of a slide: how it feels along a journey, as lines that can be edited."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.shapes.shapetree import GroupShapes
from pptx.slide import Slide as Sheet
from pptx.util import Emu, Inches, Pt

from journeybook.exports.office.slide_shapes import INK, QUIET, TONES, Paragraph, write_names
from journeybook.pages.journeys.journey_curve import CurveLine, CurveView

_LINES = (RGBColor(0x2B, 0x4B, 0xD8), RGBColor(0xA0, 0x30, 0x7C), RGBColor(0x0D, 0x75, 0x7D))
_CURVE = (Inches(0.6), Inches(5.75), Inches(12.1), Inches(1.0))
_STROKES = ((None, "—"), (MSO_LINE.DASH, "– –"), (MSO_LINE.ROUND_DOT, "· · ·"))
"""How a line is told from another without its colour, on the curve and before a name."""
_NAMES, _KEY = Inches(0.7), Inches(0.25)
_BETWEEN = 12
"""So many places of a curve between two steps make it smooth."""


def draw_curve(
    sheet: Sheet, view: CurveView, phases: Sequence[tuple[str, int]], here: int | None
) -> None:
    """Draw the feelings over all columns as lines, with a larger point at the one that is told.

    `phases` are their names, each with how many columns it has.
    """
    if view.is_drawn:
        group = sheet.shapes.add_group_shape()
        group.name = view.title
        # Who does not see it is told it, as one picture.
        next(group.element.iter(qn("p:cNvPr"))).set("descr", view.description)
        for at, line in enumerate(view.lines):
            _draw(group.shapes, line, at % len(_LINES), here)
    several = [(at, line) for at, line in enumerate(view.lines) if any(_runs(line))]
    key = _KEY if len(several) > 1 else Emu(0)
    _name_phases(sheet, phases, here, Emu(_NAMES - key))
    if key:
        _name_lines(sheet, several)


def _draw(shapes: GroupShapes, line: CurveLine, look: int, here: int | None) -> None:
    columns, colour = len(line.points), _LINES[look]
    for run in _runs(line):
        _draw_line(shapes, run, columns, look)
        for column, score in run:
            size = Inches(0.22 if column == here else 0.1)
            x, y = _place(column, score, columns)
            place = (Emu(x - size // 2), Emu(y - size // 2))
            dot = shapes.add_shape(MSO_SHAPE.OVAL, *place, size, size)
            dot.fill.solid()
            dot.fill.fore_color.rgb = TONES[True] if score < 0 else colour
            dot.line.fill.background()


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


def _draw_line(shapes: GroupShapes, run: list[tuple[int, int]], columns: int, look: int) -> None:
    if len(run) == 1:
        return
    places = [_place(*run[0], columns)]
    for one, other in pairwise(run):
        places.extend(_bend(one, other, columns))
    builder = shapes.build_freeform(*places[0])
    builder.add_line_segments(places[1:], close=False)
    shape = builder.convert_to_shape()
    shape.fill.background()
    shape.line.color.rgb = _LINES[look]
    shape.line.width = Pt(2.25)
    shape.line.dash_style = _STROKES[look][0]
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


def _name_phases(
    sheet: Sheet, phases: Sequence[tuple[str, int]], here: int | None, room: Emu
) -> None:
    left, top, width, height = _CURVE
    part = width / sum(span for _, span in phases)
    named, start = [], 0
    for title, span in phases:
        place = (Emu(round(left + part * start)), Emu(top + height))
        box = sheet.shapes.add_textbox(*place, Emu(round(part * span)), room)
        box.text_frame.margin_right = 0
        is_here = here is not None and start <= here < start + span
        colour = INK if is_here else QUIET
        named.append((box, Paragraph(text=title, size=12, bold=is_here, colour=colour)))
        start += span
    write_names(named)


def _name_lines(sheet: Sheet, lines: Sequence[tuple[int, CurveLine]]) -> None:
    left, top, width, height = _CURVE
    part, named = width / len(lines), []
    for number, (at, line) in enumerate(lines):
        place = (Emu(round(left + part * number)), Emu(top + height + _NAMES - _KEY))
        box = sheet.shapes.add_textbox(*place, Emu(round(part)), _KEY)
        box.text_frame.margin_top = box.text_frame.margin_bottom = 0
        look = at % len(_LINES)
        text = f"{_STROKES[look][1]} {line.persona}"
        named.append((box, Paragraph(text=text, size=12, colour=_LINES[look])))
    write_names(named)
