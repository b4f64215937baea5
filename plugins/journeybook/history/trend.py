"""The history of a handbook as a table for the terminal, and as CSV for spreadsheets."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from pydantic import TypeAdapter

from journeybook.history.history import COLUMNS, WHOLE, Measure, Point, scopes
from journeybook.hosts.neutral import printed
from journeybook.wording import Wording

_POINTS = TypeAdapter(tuple[Point, ...])
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def trend_text(points: Sequence[Point], wording: Wording) -> str:
    """Write the figures of the whole handbook, a line per point."""
    say = wording.text
    if not points:
        return say("No commit to look at.") + "\n"
    labels = [say(label) for _, label in COLUMNS]
    head = (say("Date"), say("Commit"), *labels, say("Open gaps"), "")
    rows = [head, *(_row(one, wording) for one in points)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(head))]
    return "".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        + "\n"
        for row in rows
    )


def trend_csv(points: Sequence[Point], wording: Wording) -> bytes:
    """Write all figures, a line per point and scope, in a form that spreadsheets open."""
    file = StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    shares = [part for name, _ in COLUMNS for part in (name, f"{name}_of")]
    writer.writerow(["date", "commit", "tags", "scope", "id", "title", *shares, "gaps", "remark"])
    titles = {(scope, name): title for scope, name, title in scopes(points)}
    for point in points:
        writer.writerows(_lines(point, titles, wording))
    return b"\xef\xbb\xbf" + file.getvalue().encode("utf-8", "replace")


def trend_json(points: Sequence[Point]) -> bytes:
    """Write all figures as JSON."""
    return _POINTS.dump_json(tuple(points), indent=1) + b"\n"


def _row(point: Point, wording: Wording) -> tuple[str, ...]:
    whole = point.at(WHOLE)
    shares = [_percent(whole, name, wording) for name, _ in COLUMNS]
    gaps = wording.number(whole.gaps) if whole else "–"
    remark = ", ".join(filter(None, (*map(printed, point.tags), point.remark(wording))))
    return point.day.isoformat(), point.commit[:8], *shares, gaps, remark


def _percent(measure: Measure | None, name: str, wording: Wording) -> str:
    share = measure.share(name) if measure else None
    return "–" if share is None else wording.percent(share)


def _lines(
    point: Point, titles: dict[tuple[str, str], str], wording: Wording
) -> Iterator[list[str | int]]:
    start: list[str | int] = [point.day.isoformat(), point.commit, _cell(" ".join(point.tags))]
    remark = point.remark(wording)
    if not point.measures:
        empty = [""] * (2 * len(COLUMNS))
        yield [*start, WHOLE, "", "", *empty, "", remark]
    for one in point.measures:
        title = _cell(titles[one.scope, one.id])
        shares = (*one.answered, *one.researched, *one.positive)
        yield [*start, one.scope, _cell(one.id), title, *shares, one.gaps, remark]


def _cell(text: str) -> str:
    # A spreadsheet takes a text that starts like a formula for one.
    return f"'{text}" if text.startswith(_FORMULA) else text
