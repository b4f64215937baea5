"""Pages and posts as HubSpot's API tells them."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from journeybook.sources.records.record import LeftOut, Reason, Record
from journeybook.sources.records.values import flat, plain

_DAYS = frozenset(
    (
        *("publishDate", "created", "updated", "archivedAt", "createdAt", "updatedAt"),
        *("publish_date", "archived_at"),
    )
)
_START = datetime(1970, 1, 1, tzinfo=UTC)
_NEVER = "1970-01-01"
_NOT_READ = frozenset(("postBody", "post_body", "layoutSections", "widgets", "widgetContainers"))
_THOUSANDTHS = 100_000_000_000


def of_hubspot(row: int, item: Mapping[str, Any]) -> Record | LeftOut:
    """Give a page with its fields; its text and its layout stay out."""
    given = {key: value for key, value in item.items() if key not in _NOT_READ}
    days = {key: _day(value) for key, value in given.items() if key in _DAYS}
    # People inside know it by its name, those who read it by its title.
    title = plain(item.get("htmlTitle") or item.get("html_title")) or plain(item.get("name"))
    cells = {**({"title": title} if title else {}), **flat({**given, **days})}
    is_archived = any(cells.get(key) == "true" for key in ("archivedInDashboard", "archived"))
    if is_archived or cells.get("archivedAt") or cells.get("archived_at"):
        name = plain(item.get("name") or item.get("htmlTitle"))
        return LeftOut(row=row, reason=Reason.STATUS, text=name)
    return Record(row=row, cells=cells)


def _day(value: object) -> object:
    # What never happened is told as the first day of counting; older answers count thousandths.
    if isinstance(value, int) and not isinstance(value, bool):
        seconds = value / 1000 if value > _THOUSANDTHS else value
        try:
            value = (_START + timedelta(seconds=seconds)).isoformat()
        except OverflowError:
            return str(value)
    return "" if isinstance(value, str) and value.startswith(_NEVER) else value
