"""The calendar: what is due by month, owner and phase, with the work against who can do it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from journeybook.pages.actions.load import (
    LATE,
    LATER,
    Load,
    by_month,
    load_of,
    load_words,
    months_from,
)
from journeybook.pages.gaps.neighbours import owner_name
from journeybook.pages.gaps.owner import Appointment, appointment
from journeybook.pages.parts.agenda import Task
from journeybook.pages.parts.builder import PageBuilder
from journeybook.pages.parts.filling.renderer import Renderer
from journeybook.pages.parts.page import Page
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.links import Here, Link

_MOST = 20
"""So many dates stand in a cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadCell:
    """How much work falls into a month; `tone` is open where it is too much."""

    words: str
    tone: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarCell:
    """What is due in a month, and how much more than is shown."""

    appointments: tuple[Appointment, ...]
    more: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarRow:
    """What is due in a phase, a cell per column."""

    phase: str
    cells: tuple[CalendarCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerMonths:
    """The months of an owner: the work in each, and what is due by phase."""

    owner: Link
    loads: tuple[LoadCell, ...]
    rows: tuple[CalendarRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """All owners, month by month."""

    columns: tuple[str, ...]
    owners: tuple[OwnerMonths, ...]


def make_calendar(site: Site, dates: Mapping[str, Sequence[Task]]) -> Calendar:
    """Lay out the dates of every owner who has any."""
    here = Here(site=site, uri=site.addresses.calendar)
    say, today = site.wording, site.handbook.today
    used = _used_columns(dates, today)
    heads = {LATE: say.text("Overdue"), LATER: say.text("Later")}
    heads |= {month.isoformat(): say.month(month) for month in months_from(today)}
    owners = (_owner(owner, tasks, used, here) for owner, tasks in dates.items() if tasks)
    return Calendar(columns=tuple(heads[one] for one in used), owners=tuple(owners))


def _used_columns(dates: Mapping[str, Sequence[Task]], today: date) -> tuple[str, ...]:
    # A column without anything late or far off would only take room; a month stays.
    tasks = tuple(task for own in dates.values() for task in own)
    columns = by_month(tasks, today)
    return tuple(one for one in columns if columns[one] or one not in (LATE, LATER))


def _owner(owner: str, tasks: Sequence[Task], used: Sequence[str], here: Here) -> OwnerMonths:
    site = here.site
    page = site.addresses.gaps_of_owner(site.ledger.owner_slugs[owner])
    columns = by_month(tasks, site.handbook.today)
    return OwnerMonths(
        owner=here.page(page, owner_name(owner, site), "dates"),
        loads=tuple(_load(owner, one, columns[one], site) for one in used),
        rows=tuple(_rows(columns, used, here)),
    )


def _load(owner: str, column: str, tasks: Sequence[Task], site: Site) -> LoadCell:
    load = load_of(owner, tasks, site.handbook.planning)
    if column in (LATE, LATER):
        load = Load(days=load.days, capacity=None)
    note = site.wording.text("more than can be done") if load.is_too_much else ""
    return LoadCell(
        words=load_words(load, site), tone="open" if load.is_too_much else "", note=note
    )


def _rows(
    columns: Mapping[str, Sequence[Task]], used: Sequence[str], here: Here
) -> Iterator[CalendarRow]:
    book, say = here.site.handbook, here.site.wording.text
    titles = {one.id: one.title for one in book.phases.values()} | {"": say("no phase")}
    for phase, title in titles.items():
        due = [[task for task in columns[one] if _first(task) == phase] for one in used]
        if any(due):
            yield CalendarRow(phase=title, cells=tuple(_cell(tasks, here) for tasks in due))


def _cell(tasks: Sequence[Task], here: Here) -> CalendarCell:
    return CalendarCell(
        appointments=tuple(appointment(task, here) for task in tasks[:_MOST]),
        more=here.site.wording.and_more(len(tasks) - _MOST),
    )


def _first(task: Task) -> str:
    # What is due once stands once, in the first of its phases.
    return task.phases[0] if task.phases else ""


def calendar_pages(site: Site, renderer: Renderer) -> Iterator[Page]:
    """Give the calendar, where anything is due."""
    calendar = make_calendar(site, site.agendas)
    if not calendar.owners:
        return
    page = PageBuilder(site, renderer, site.addresses.calendar)
    lead = page.say("What is due by month, owner and phase, and whether it can be done.")
    page.prose(otherwise=lead)
    page.block("calendar", "actions/calendar.html", calendar)
    yield page.done(page.say("Calendar"), description=lead, wide=True)
