"""Draws how far the slides of a journey are: its curve, with a point for each column."""

from collections.abc import Iterator

from markupsafe import Markup

from journeybook.pages.journeys.journey_curve import CurveLine, CurveView
from journeybook.pages.parts.drawing.svg import COLUMN, Heights, bent, element, runs

_HEIGHT = 80
_HEIGHTS = Heights(middle=40, step=16)
_RADIUS = 4
_LINES = 4


def draw_progress(view: CurveView) -> Markup:
    """Draw the curve small; each point says its column, for the slide that is shown."""
    lines = [(f"jb-line-{at % _LINES}", _scores(line)) for at, line in enumerate(view.lines)]
    paths = [path for colour, scores in lines for path in _paths(colour, scores)]
    stretched = element(
        "svg",
        *paths,
        viewBox=f"0 0 {len(view.columns) * COLUMN} {_HEIGHT}",
        preserveAspectRatio="none",
        width="100%",
        height=_HEIGHT,
    )
    points = [point for colour, scores in lines for point in _points(colour, scores)]
    return element(
        "svg",
        stretched,
        *points,
        class_="jb-progress",
        width="100%",
        height=_HEIGHT,
        aria_hidden="true",
    )


def _scores(line: CurveLine) -> list[int | None]:
    return [point.score for point in line.points]


def _paths(colour: str, scores: list[int | None]) -> Iterator[Markup]:
    for run in runs(scores, _HEIGHTS):
        effect = "non-scaling-stroke"
        classes = f"jb-now {colour}"
        yield element("path", d=bent(run), class_=classes, fill="none", vector_effect=effect)


def _points(colour: str, scores: list[int | None]) -> Iterator[Markup]:
    for at, score in enumerate(scores):
        if score is not None:
            yield element(
                "circle",
                cx=f"{(at + 0.5) / len(scores) * 100:.2f}%",
                cy=_HEIGHTS.of(score),
                r=_RADIUS,
                class_=f"jb-progress-dot {colour}",
                data_jb_column=str(at),
            )
