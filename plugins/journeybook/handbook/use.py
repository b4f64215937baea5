"""How much content is used: figures with the stretch of time that they are of, and their source."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from journeybook.findings import Span
from journeybook.grouping import grouped
from journeybook.schema import asset as written
from journeybook.schema.period import Period

MEASURES = ("views", "visits", "visitors", "clicks", "impressions", "conversions")
"""What is counted of the use of content."""

USED = MEASURES[:4]
"""What tells that somebody used it, the one that tells most first."""

_NEAR = timedelta(days=4)
"""So much may lie between two stretches of time that follow each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """How much a piece of content was used from one day until another, as a source tells."""

    since: date
    until: date
    source: str = ""
    views: int | None = None
    visits: int | None = None
    visitors: int | None = None
    clicks: int | None = None
    impressions: int | None = None
    conversions: int | None = None

    def of(self, measure: str) -> int | None:
        """Give one of the figures."""
        value: int | None = getattr(self, measure)
        return value


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What people searched for, and how often that led to us or showed us."""

    text: str
    clicks: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class UseTold:
    """A file of an export of use: the time that it tells of, and what was searched for.

    `is_whole` where content that it does not name was not used. Of its rows some tell of `assets`;
    `strangers` are the addresses of the others, the most used first, `left_out` tells how many are
    no figures by the reason, and `unused` are the headings of what is not kept.
    """

    source: str
    span: Span
    since: date
    until: date
    is_whole: bool
    searches: tuple[Search, ...] = ()
    path: str = ""
    rows: int = 0
    assets: int = 0
    strangers: tuple[tuple[str, int], ...] = ()
    left_out: Mapping[str, int] = field(default_factory=dict)
    unused: tuple[str, ...] = ()


def use_of(told: Iterable[written.Use]) -> tuple[Used, ...]:
    """Give the figures that a file tells, the earliest first."""
    found = (
        Used(
            since=one.month.replace(day=1),
            until=end_of_month(one.month),
            source=one.source or "",
            views=one.views,
            visits=one.visits,
            visitors=one.visitors,
            clicks=one.clicks,
            impressions=one.impressions,
            conversions=one.conversions,
        )
        for one in told
    )
    return in_order(found)


def in_order(figures: Iterable[Used]) -> tuple[Used, ...]:
    """Sort figures by their time."""
    return tuple(sorted(figures, key=lambda one: (one.since, one.until, one.source)))


def end_of_month(day: date) -> date:
    """Give the last day of the month of a day."""
    return Period(months=1).after(day.replace(day=1)) - timedelta(days=1)


def by_source(figures: Iterable[Used]) -> dict[str, tuple[Used, ...]]:
    """Give the figures of each source, in their order."""
    return grouped((one.source, one) for one in in_order(figures))


def total(figures: Iterable[Used], measure: str) -> int | None:
    """Add up a figure; None where nobody counted it."""
    counted = [number for one in figures if (number := one.of(measure)) is not None]
    return sum(counted) if counted else None


def last_stretch(stretches: Iterable[tuple[date, date]]) -> tuple[date, date] | None:
    """Join stretches of time that follow each other; give the last of what they make."""
    last: tuple[date, date] | None = None
    for since, until in sorted(stretches):
        if last and since <= last[1] + _NEAR:
            last = last[0], max(last[1], until)
        else:
            last = since, until
    return last


def measures_in(figures: Iterable[Used]) -> Iterator[tuple[str, int]]:
    """Give every figure that was counted, added up."""
    every = tuple(figures)
    for measure in MEASURES:
        number = total(every, measure)
        if number is not None:
            yield measure, number
