"""The history of the handbook as a part of its home page: drawn, and as a table beside it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from journeybook.render.page import Page, heading
from journeybook.render.renderer import Renderer
from journeybook.review.history import COLUMNS, WHOLE, Point
from journeybook.review.trend_chart import trend_of_the_whole
from journeybook.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class PastRow:
    """One point: its day, its figures, and what stood in the way of measuring."""

    day: str
    figures: tuple[str, ...]
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PastView:
    """The drawing with the table that says the same, the latest first."""

    title: str
    drawing: Markup
    heads: tuple[str, ...]
    rows: tuple[PastRow, ...]


def with_history(page: Page, points: Sequence[Point], renderer: Renderer, wording: Wording) -> Page:
    """Add how the handbook did to a page."""
    say = wording.text
    title = say("How the handbook did")
    view = PastView(
        title=title,
        drawing=trend_of_the_whole(points, wording),
        heads=(*(say(label) for _, label in COLUMNS), say("Open gaps")),
        rows=tuple(_row(one, wording) for one in reversed(points)),
    )
    block = renderer.block("history", "review/history.html", view)
    lines = (page.markdown.rstrip(), heading(2, title, "history"), block.marker)
    return replace(page, markdown="\n\n".join(lines) + "\n", blocks=(*page.blocks, block))


def _row(point: Point, wording: Wording) -> PastRow:
    whole = point.at(WHOLE)
    shares = [whole.share(name) if whole else None for name, _ in COLUMNS]
    figures = ["–" if one is None else wording.percent(one) for one in shares]
    figures.append(wording.number(whole.gaps) if whole else "–")
    return PastRow(day=wording.day(point.day), figures=tuple(figures), remark=point.remark(wording))
