"""The coordinator's desk: what is overdue, due soon and waiting, and how every owner stands."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from journeybook.gaps.state import GapState
from journeybook.handbook.vocabulary import Status
from journeybook.pages.actions.load import by_month, load_of, load_words, month_of
from journeybook.pages.gaps.neighbours import owner_name
from journeybook.pages.gaps.owner import MOST_DATES, SOON, Appointment, appointment
from journeybook.pages.parts.agenda import Task
from journeybook.pages.parts.builder import PageBuilder
from journeybook.pages.parts.entity_parts import Line, Section, gap_line, joined
from journeybook.pages.parts.filling.renderer import Renderer
from journeybook.pages.parts.page import Page
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.links import Here, Link

_SHOWN = 8
"""So many gaps that nobody owns lie on the desk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnedTask:
    """Something to be done, and whose it is."""

    task: Appointment
    owner: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Tasks:
    """The first of what is to be done, and how much more there is."""

    first: tuple[OwnedTask, ...]
    more: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerRow:
    """How an owner stands: what is late, soon and later, and what is left of this month's work."""

    owner: Link
    late: int
    soon: int
    later: int
    load: str
    is_too_much: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """All that a coordinator looks after."""

    late: Tasks
    soon: Tasks
    waiting: Section
    unowned: Section
    owners: tuple[OwnerRow, ...]


def make_desk(site: Site, dates: Mapping[str, Sequence[Task]]) -> Desk:
    """Put on the desk what is due, and what waits for somebody to decide."""
    here, today = Here(site=site, uri=site.addresses.desk), site.handbook.today
    tasks = sorted(
        (task for own in dates.values() for task in own), key=lambda one: (one.day, one.key)
    )
    return Desk(
        late=_tasks((one for one in tasks if one.day < today), here),
        soon=_tasks((one for one in tasks if _is_soon(one.day, today)), here),
        waiting=Section(title=site.wording.text("Waiting"), lines=tuple(_waiting(here))),
        unowned=Section(title=site.wording.text("Nobody's yet"), lines=tuple(_unowned(here))),
        owners=tuple(_row(owner, own, here) for owner, own in dates.items() if own),
    )


def _unowned(here: Here) -> Iterator[Line]:
    # What nobody owns stays with who coordinates, the heaviest first; nobody else sees it.
    if here.site.handbook.planning.coordinator is None:
        return
    entries = [
        one
        for one in here.site.ledger.entries
        if one.finding.owner is None and one.state is GapState.OPEN
    ]
    yield from (gap_line(here, one) for one in entries[:_SHOWN])


def _is_soon(day: date, today: date) -> bool:
    return today <= day and day - today <= SOON


def _tasks(due: Iterable[Task], here: Here) -> Tasks:
    tasks = list(due)
    return Tasks(
        first=tuple(_owned(one, here) for one in tasks[:MOST_DATES]),
        more=here.site.wording.and_more(len(tasks) - MOST_DATES),
    )


def _owned(task: Task, here: Here) -> OwnedTask:
    return OwnedTask(task=appointment(task, here), owner=_owner(task.owner, here))


def _owner(owner: str, here: Here) -> Link:
    site = here.site
    page = site.addresses.gaps_of_owner(site.ledger.owner_slugs[owner])
    return here.page(page, owner_name(owner, site), "dates")


def _row(owner: str, tasks: Sequence[Task], here: Here) -> OwnerRow:
    site, today = here.site, here.site.handbook.today
    late = sum(one.day < today for one in tasks)
    soon = sum(_is_soon(one.day, today) for one in tasks)
    month = by_month(tasks, today)[month_of(today).isoformat()]
    load = load_of(owner, month, site.handbook.planning)
    return OwnerRow(
        owner=_owner(owner, here),
        late=late,
        soon=soon,
        later=len(tasks) - late - soon,
        load=load_words(load, site),
        is_too_much=load.is_too_much,
    )


def _waiting(here: Here) -> Iterator[Line]:
    say, book = here.site.wording.text, here.site.handbook
    for asset in book.assets.values():
        if asset.status is Status.REVIEW:
            note = joined(asset.status_label, owner_name(asset.owner or "", here.site))
            yield Line(link=here.asset(asset), kind="thin", word=say("to be approved"), note=note)
    for action in book.actions.values():
        if action.status in (None, "idea"):
            tag = say("quick win") if action.is_quick_win else ""
            note = joined(say("to be decided on"), owner_name(action.owner or "", here.site))
            link = here.action(action.id)
            yield Line(link=link, kind="open", word=say("an idea"), tag=tag, note=note)
        elif action.waits and not action.due:
            note = joined(say("due on no day"), owner_name(action.owner or "", here.site))
            yield Line(link=here.action(action.id), kind="thin", word=say("planned"), note=note)


def desk_pages(site: Site, renderer: Renderer) -> Iterator[Page]:
    """Give the desk, where there is anything on it."""
    desk = make_desk(site, site.agendas)
    if not (desk.owners or desk.waiting.lines or desk.unowned.lines):
        return
    page = PageBuilder(site, renderer, site.addresses.desk)
    lead = page.say("What is overdue, due soon and waiting, and how every owner stands.")
    keeper = site.handbook.planning.coordinator
    named = page.say("The desk of {name}, who coordinates this handbook.", name=keeper or "")
    page.prose(otherwise=f"{named} {lead}" if keeper else lead)
    if desk.late.first:
        page.heading(2, page.say("Overdue"), "overdue")
        page.block("late", "actions/tasks.html", desk.late)
    if desk.soon.first:
        page.chapter(page.say("Due in the next 30 days"), "soon", "actions/tasks.html", desk.soon)
    if desk.waiting.lines:
        page.chapter(desk.waiting.title, "waiting", "entities/section.html", desk.waiting)
    if desk.unowned.lines:
        page.chapter(desk.unowned.title, "unowned", "entities/section.html", desk.unowned)
    if desk.owners:
        page.chapter(page.say("By owner"), "owners", "actions/owners.html", desk.owners)
    yield page.done(page.say("The desk"), description=lead)
