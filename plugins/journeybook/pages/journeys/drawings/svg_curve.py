"""Draws the emotion curve: lines that stretch with the map, points and words that do not."""

from dataclasses import dataclass

from markupsafe import Markup

from journeybook.pages.journeys.journey_curve import CurveLine, CurvePoint, CurveView
from journeybook.pages.parts.drawing.svg import (
    COLUMN,
    Heights,
    Run,
    bent,
    drawing,
    element,
    number,
    runs,
    shortened,
)
from journeybook.wording import signed


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How high a curve is, and whether it counts what pleases and what hurts."""

    height: int
    heights: Heights
    counts: bool = True


LARGE = Size(height=260, heights=Heights(middle=129, step=39))
SMALL = Size(height=116, heights=Heights(middle=57, step=15), counts=False)
_GAP_ABOVE = 15
_GAP_BELOW = 25
# Points of two personas at one place stand beside each other.
_SIDE = 14
_WORD = 118

# The shape of a point tells whose line it is; a diamond around it marks a moment of truth.
_SHAPES = (
    "M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0z",
    "M-5-5H5V5H-5z",
    "M0-6.5L6 5H-6z",
    "M-6.5 0H-2V-6.5H2V0H6.5V3H-6.5z",
)
_DIAMOND = "M0-11.5L11.5 0 0 11.5-11.5 0z"


def draw_curve(view: CurveView, size: Size = LARGE) -> Markup:
    """Draw the curve; its words are those of the view."""
    lines = enumerate(view.lines)
    marks = [mark for at, line in lines for mark in _points(at, line, view.lines, size.heights)]
    return drawing(
        view.name,
        view.title,
        view.description,
        _lines(view, size),
        *(_counts(view, size) if size.counts else ()),
        *_scale(size.heights),
        *marks,
        class_="jb-curve",
        width="100%",
        height=size.height,
    )


def shape(at: int) -> Markup:
    """Draw the point of one line by itself, for the legend."""
    place = at % len(_SHAPES)
    point = element("path", d=_SHAPES[place], class_=f"jb-line-{place}")
    classes = "jb-mark jb-line-key"
    return element("svg", point, viewBox="-8 -8 16 16", class_=classes, aria_hidden="true")


def _lines(view: CurveView, size: Size) -> Markup:
    width, heights = len(view.columns) * COLUMN, size.heights
    paths = [stroke(f"M0 {heights.middle:g}H{width}", "jb-curve-zero")]
    paths.extend(
        stroke(f"M{at * COLUMN} 0V{size.height}", "jb-curve-border")
        for at in range(1, len(view.columns))
    )
    if len(view.lines) == 1:
        scores = [one.score for one in view.lines[0].points]
        areas = (_area(run, heights) for run in runs(scores, heights))
        paths.extend(element("path", d=area, class_="jb-curve-area") for area in areas)
    for at, line in enumerate(view.lines):
        paths.extend(_strokes(at, line, heights))
    return element(
        "svg",
        *paths,
        viewBox=f"0 0 {width} {size.height}",
        preserveAspectRatio="none",
        width="100%",
        height=size.height,
    )


def _strokes(at: int, line: CurveLine, heights: Heights) -> list[Markup]:
    colour = f"jb-line-{at % len(_SHAPES)}"
    scores = [one.score for one in line.points]
    now = [stroke(bent(run), f"jb-now {colour}") for run in runs(scores, heights)]
    if all(one.target is None for one in line.points):
        return now
    aims = [_aim(one) for one in line.points]
    later = [stroke(bent(run), f"jb-later {colour}") for run in runs(aims, heights)]
    return [*later, *now]


def _aim(point: CurvePoint) -> int | None:
    return point.score if point.target is None else point.target


def stroke(path: str, classes: str) -> Markup:
    """Draw a line that stays as thin when its drawing is stretched."""
    return element("path", d=path, class_=classes, fill="none", vector_effect="non-scaling-stroke")


def _area(run: Run, heights: Heights) -> str:
    return f"{bent(run)}V{heights.middle:g}H{number(run[0][0])}Z"


def _points(
    at: int, line: CurveLine, lines: tuple[CurveLine, ...], heights: Heights
) -> list[Markup]:
    found = []
    for column, point in enumerate(line.points):
        if point.score is None:
            continue
        x = f"{(column + 0.5) / len(line.points) * 100:.2f}%"
        y = heights.of(point.score)
        place = at % len(_SHAPES)
        shapes = [element("path", d=_SHAPES[place], class_=f"jb-point jb-line-{place}")]
        if point.moment:
            shapes.insert(0, element("path", d=_DIAMOND, class_=f"jb-curve-moment jb-line-{place}"))
        aside = _SIDE * sum(other.points[column].score == point.score for other in lines[:at])
        if aside:
            shapes = [element("g", *shapes, transform=f"translate({aside} 0)")]
        found.append(element("svg", *shapes, x=x, y=y, overflow="visible"))
        found.append(_word(point, x, y, above=_is_above(at, column, point.score, lines)))
    return found


def _is_above(at: int, column: int, score: int, lines: tuple[CurveLine, ...]) -> bool:
    others = [
        (other.points[column].score, place)
        for place, other in enumerate(lines)
        if place != at and other.points[column].score is not None
    ]
    if not others:
        return score >= 0
    return all(
        score > (theirs or 0) or (score == theirs and at < place) for theirs, place in others
    )


def _word(point: CurvePoint, x: str, y: float, *, above: bool) -> Markup:
    score = signed(point.score or 0)
    parts = [element("tspan", f" {score}" if point.word else score, class_="jb-curve-score")]
    if point.word:
        word = shortened(point.word, _WORD)
        parts.insert(0, element("tspan", word, class_=_word_classes(point)))
    place = y - _GAP_ABOVE if above else y + _GAP_BELOW
    return element("text", *parts, x=x, y=place, text_anchor="middle")


def _word_classes(point: CurvePoint) -> str:
    return "jb-curve-word jb-assumed" if point.assumed else "jb-curve-word"


def _counts(view: CurveView, size: Size) -> list[Markup]:
    found = []
    for at, column in enumerate(view.columns):
        x = f"{(at + 0.5) / len(view.columns) * 100:.2f}%"
        for words, sign, y in ((column.delights, "▲", 14), (column.pains, "▼", size.height - 6)):
            if words:
                found.append(
                    element(
                        "text",
                        element("tspan", f"{sign} ", aria_hidden="true"),
                        element("tspan", words, class_="jb-curve-word"),
                        x=x,
                        y=y,
                        text_anchor="middle",
                        class_="jb-curve-count",
                    )
                )
    return found


def _scale(heights: Heights) -> list[Markup]:
    return [
        element("text", signed(score), x=6, y=heights.of(score) + 4, class_="jb-curve-count")
        for score in (2, 0, -2)
    ]
