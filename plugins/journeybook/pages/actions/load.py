"""The months ahead and how much work falls into them, for every owner."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from math import ceil

from journeybook.handbook.planning import Planning
from journeybook.pages.parts.agenda import Task
from journeybook.pages.parts.site import Site

MONTHS = 6
"""How many months are laid out, the one of today included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """The days of work of an owner in a month, and how many there are to give."""

    days: float
    capacity: float | None

    @property
    def is_too_much(self) -> bool:
        """Whether more is planned than can be done."""
        return self.capacity is not None and self.days > self.capacity


def months_from(today: date) -> tuple[date, ...]:
    """Give the first days of the months ahead; fewer at the end of all calendars."""
    at = today.year * 12 + today.month - 1
    months = (divmod(at + more, 12) for more in range(MONTHS))
    return tuple(date(year, month + 1, 1) for year, month in months if year <= date.max.year)


def month_of(day: date) -> date:
    """Give the first day of a month."""
    return day.replace(day=1)


def load_of(owner: str, tasks: Iterable[Task], planning: Planning) -> Load:
    """Add up the days of work of an owner's tasks."""
    days = sum(planning.days[one.effort] for one in tasks if one.effort)
    return Load(days=days, capacity=planning.capacity_of(owner))


def load_words(load: Load, site: Site) -> str:
    """Say how much work it is, and of how much."""
    say = site.wording
    if load.capacity is None:
        days = ceil(load.days)
        return say.count("{n} day of work", "{n} days of work", days) if days else ""
    return say.text(
        "{days} of {capacity} days",
        days=say.number(round(load.days, 1)),
        capacity=say.number(load.capacity),
    )


def by_month(tasks: Iterable[Task], today: date) -> Mapping[str, tuple[Task, ...]]:
    """Sort tasks into columns: late, each month by its first day, and later."""
    months = {month.isoformat(): list[Task]() for month in months_from(today)}
    columns: dict[str, list[Task]] = {LATE: [], **months, LATER: []}
    for task in tasks:
        if task.day < today:
            columns[LATE].append(task)
        else:
            columns.get(month_of(task.day).isoformat(), columns[LATER]).append(task)
    return {column: tuple(inside) for column, inside in columns.items()}


LATE = "late"
LATER = "later"
