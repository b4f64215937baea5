"""The history of a handbook as a table for the terminal, and as CSV for spreadsheets."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup
from pydantic import TypeAdapter

from journeybook.exports.tables import write_table
from journeybook.history.history import Row, scopes
from journeybook.history.points import (
    COLUMNS,
    GAP_COLUMNS,
    JOURNEY,
    PART,
    PERSONA,
    PHASE,
    WHOLE,
    Measure,
    Point,
)
from journeybook.history.trend_chart import trend_of
from journeybook.hosts.annotations import printed
from journeybook.pages.parts.filling.renderer import Renderer
from journeybook.pages.parts.page import Block, Page, heading
from journeybook.pages.parts.site import Site
from journeybook.wording import Wording, marked

_POINTS = TypeAdapter(tuple[Point, ...])
# What is gone through to compare days, and what only one of several handbooks has.
_NOT_TOLD: Any = {"__all__": {"traces": True, "measures": {"__all__": {"errors"}}}}


def trend_text(points: Sequence[Point], wording: Wording) -> str:
    """Write the figures of the whole handbook, a line per point."""
    say = wording.text
    if not points:
        return say("No commit to look at.") + "\n"
    labels = [say(each.name) for _, each in (*COLUMNS, *GAP_COLUMNS)]
    head = (say("Date"), say("Commit"), *labels, "")
    rows = [head, *(_row(one, wording) for one in points)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(head))]
    return "".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        + "\n"
        for row in rows
    )


def trend_csv(points: Sequence[Point], wording: Wording) -> bytes:
    """Write all figures, a line per point and scope, in a form that spreadsheets open."""
    shares = [part for name, _ in COLUMNS for part in (name, f"{name}_of")]
    gaps = [str(name) for name, _ in GAP_COLUMNS]
    head = ("date", "commit", "tags", "scope", "id", "title", *shares, *gaps, "remark")
    titles = {(scope, name): title for scope, name, title in scopes(points)}
    rows = (line for point in points for line in _lines(point, titles, wording))
    return write_table(head, rows, wording)


def trend_json(points: Sequence[Point]) -> bytes:
    """Write all figures as JSON."""
    return _POINTS.dump_json(tuple(points), indent=1, exclude=_NOT_TOLD) + b"\n"


def _row(point: Point, wording: Wording) -> tuple[str, ...]:
    whole = point.at(WHOLE)
    remark = ", ".join(filter(None, (*map(printed, point.tags), point.remark(wording))))
    return point.day.isoformat(), point.commit[:8], *_figures(whole, wording), remark


def _figures(measure: Measure | None, wording: Wording) -> tuple[str, ...]:
    names = (str(name) for name, _ in (*COLUMNS, *GAP_COLUMNS))
    return tuple(measure.told(name, wording) if measure else "–" for name in names)


def _lines(
    point: Point, titles: dict[tuple[str, str], str], wording: Wording
) -> Iterator[list[str | int]]:
    start: list[str | int] = [point.day.isoformat(), point.commit, " ".join(point.tags)]
    remark = point.remark(wording)
    if not point.measures:
        empty = [""] * (2 * len(COLUMNS) + len(GAP_COLUMNS))
        yield [*start, WHOLE, "", "", *empty, remark]
    for one in point.measures:
        title = titles[one.scope, one.id]
        shares = (part for name, _ in COLUMNS for part in one.parts(name))
        amounts = (one.amount(name) for name, _ in GAP_COLUMNS)
        gaps = ("" if amount is None else amount for amount in amounts)
        yield [*start, one.scope, one.id, title, *shares, *gaps, remark]


_LABELS = {
    WHOLE: marked("How the handbook did"),
    JOURNEY: marked("How the journeys did"),
    PHASE: marked("How the phases did"),
    PERSONA: marked("How the personas did"),
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
    """The drawing with the table that says the same, the latest first.

    `whose` heads the names; every other head has its sentence beside it.
    """

    title: str
    drawing: Markup
    whose: str
    heads: tuple[tuple[str, str], ...]
    rows: tuple[PastRow, ...]


def with_history(page: Page, points: Sequence[Point], renderer: Renderer, site: Site) -> Page:
    """Add to a page how what it is about did; a page about something else stays as it is.

    The home page tells of the whole handbook, the overview of journeys of each journey, that of
    gaps of each phase, and that of personas of each persona. What is no longer in the handbook is
    left out.
    """
    addresses, wording = site.addresses, site.wording
    scope = {
        addresses.home: WHOLE,
        addresses.journeys: JOURNEY,
        addresses.gaps: PHASE,
        addresses.personas: PERSONA,
    }.get(page.uri)
    if scope is None or not points:
        return page
    rows = [one for one in scopes(points) if one[0] == scope and points[-1].at(scope, one[1])]
    if scope == WHOLE:
        rows = [(WHOLE, "", "")]
    if not rows:
        return page
    title = wording.text(_LABELS[scope])
    block = past_block(points, rows, title, renderer, wording)
    lines = (page.markdown.rstrip(), heading(2, title, "history"), block.marker)
    return replace(page, markdown="\n\n".join(lines) + "\n", blocks=(*page.blocks, block))


def past_block(
    points: Sequence[Point], rows: Sequence[Row], title: str, renderer: Renderer, wording: Wording
) -> Block:
    """Draw how something did, with the table that says the same."""
    return renderer.block("history", "review/history.html", _view(points, rows, title, wording))


def _view(points: Sequence[Point], rows: Sequence[Row], title: str, wording: Wording) -> PastView:
    say = wording.text
    whose = {
        JOURNEY: say("Journey"),
        PHASE: say("Phase"),
        PERSONA: say("Persona"),
        PART: say("Handbook"),
    }
    return PastView(
        title=title,
        drawing=trend_of(points, wording, title, rows),
        whose=whose.get(rows[0][0], ""),
        heads=tuple((say(each.name), say(each.sentence)) for _, each in (*COLUMNS, *GAP_COLUMNS)),
        rows=tuple(
            _history_block_row(one, row, wording) for row in rows for one in reversed(points)
        ),
    )


def _history_block_row(point: Point, row: Row, wording: Wording) -> PastRow:
    scope, identifier, name = row
    found = point.at(scope, identifier)
    return PastRow(
        name=name,
        day=wording.day(point.day),
        figures=_figures(found, wording),
        remark=point.alone(scope, identifier).remark(wording),
    )
