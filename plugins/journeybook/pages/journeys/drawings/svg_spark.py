"""Draws the emotion of a journey small, for a card: its lines and nothing else."""

from markupsafe import Markup

from journeybook.pages.journeys.drawings.svg_curve import stroke
from journeybook.pages.journeys.journey_curve import CurveView
from journeybook.pages.parts.drawing.svg import COLUMN, Heights, bent, drawing, runs

_HEIGHT = 56
_HEIGHTS = Heights(middle=28, step=11.5)
_LINES = 4


def draw_spark(view: CurveView) -> Markup:
    """Draw the curve small; its words are those of the view."""
    if not view.is_drawn:
        return Markup("")
    width = len(view.columns) * COLUMN
    paths = [stroke(f"M0 {_HEIGHTS.middle:g}H{width}", "jb-curve-zero")]
    for at, line in enumerate(view.lines):
        scores = [one.score for one in line.points]
        paths.extend(
            stroke(bent(run), f"jb-now jb-line-{at % _LINES}") for run in runs(scores, _HEIGHTS)
        )
    return drawing(
        f"spark-{view.name}",
        view.title,
        view.description,
        *paths,
        class_="jb-spark",
        viewBox=f"0 0 {width} {_HEIGHT}",
        preserveAspectRatio="none",
        width="100%",
        height=_HEIGHT,
    )
