"""The history of a handbook as a part of its pages: drawn, and as a table beside it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from journeybook.history.history import COLUMNS, JOURNEY, PHASE, WHOLE, Point, Row, scopes
from journeybook.history.trend_chart import trend_of
from journeybook.pages.parts.page import Page, heading
from journeybook.pages.parts.renderer import Renderer
from journeybook.pages.parts.site import Site
from journeybook.wording import Wording, marked

_LABELS = {
    WHOLE: marked("How the handbook did"),
    JOURNEY: marked("How the journeys did"),
    PHASE: marked("How the phases did"),
}
"""The headings under which the past is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastRow:
    """One point: whose it is, its day, its figures, and what stood in the way of measuring."""

    name: str
    day: str
    figures: tuple[str, ...]
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PastView:
    """The drawing with the table that says the same, the latest first; `whose` heads the names."""

    title: str
    drawing: Markup
    whose: str
    heads: tuple[str, ...]
    rows: tuple[PastRow, ...]


def with_history(page: Page, points: Sequence[Point], renderer: Renderer, site: Site) -> Page:
    """Add to a page how what it is about did; a page about something else stays as it is.

    The home page tells of the whole handbook, the overview of journeys of each journey, and that
    of gaps of each phase. What is no longer in the handbook is left out.
    """
    addresses, wording = site.addresses, site.wording
    scope = {addresses.home: WHOLE, addresses.journeys: JOURNEY, addresses.gaps: PHASE}.get(
        page.uri
    )
    if scope is None or not points:
        return page
    rows = [one for one in scopes(points) if one[0] == scope and points[-1].at(scope, one[1])]
    if scope == WHOLE:
        rows = [(WHOLE, "", "")]
    if not rows:
        return page
    title = wording.text(_LABELS[scope])
    block = renderer.block("history", "review/history.html", _view(points, rows, title, wording))
    lines = (page.markdown.rstrip(), heading(2, title, "history"), block.marker)
    return replace(page, markdown="\n\n".join(lines) + "\n", blocks=(*page.blocks, block))


def _view(points: Sequence[Point], rows: Sequence[Row], title: str, wording: Wording) -> PastView:
    say = wording.text
    whose = {JOURNEY: say("Journey"), PHASE: say("Phase")}
    return PastView(
        title=title,
        drawing=trend_of(points, wording, title, rows),
        whose=whose.get(rows[0][0], ""),
        heads=(*(say(label) for _, label in COLUMNS), say("Open gaps")),
        rows=tuple(_row(one, row, wording) for row in rows for one in reversed(points)),
    )


def _row(point: Point, row: Row, wording: Wording) -> PastRow:
    scope, identifier, name = row
    found = point.at(scope, identifier)
    shares = [found.share(key) if found else None for key, _ in COLUMNS]
    figures = ["–" if one is None else wording.percent(one) for one in shares]
    figures.append(wording.number(found.gaps) if found else "–")
    return PastRow(
        name=name,
        day=wording.day(point.day),
        figures=tuple(figures),
        remark=point.remark(wording),
    )
