"""What waits for an owner: gaps, and dates, the soonest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from journeybook.counts.within import Within
from journeybook.pages.gaps.neighbours import owner_name, owner_neighbours
from journeybook.pages.gaps.report import GapReport, plain_report
from journeybook.pages.parts.agenda import Task
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.links import Here, Link

SOON = timedelta(days=30)
MOST_DATES = 100
"""So many dates of an owner stand on a page; all of them are in the calendar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """A line of the agenda: the day, how near it is, and what is to be done."""

    day: str
    near: str
    tone: str
    link: Link
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """The next dates of an owner, how many more there are, and the calendar to subscribe to."""

    owner: str
    appointments: tuple[Appointment, ...]
    more: str
    calendar: str


def owner_report(owner: str, site: Site) -> GapReport:
    """Report an owner's gaps."""
    here, say = _here(owner, site), site.wording.text
    return plain_report(
        here,
        say("Gaps of {owner}", owner=owner_name(owner, site)),
        Within(owner=owner),
        lead="",
        label=say("Owners"),
        neighbours=owner_neighbours(here),
    )


def owner_agenda(owner: str, tasks: Sequence[Task], site: Site) -> Agenda:
    """Lay out what an owner has to do by when."""
    here = _here(owner, site)
    return Agenda(
        owner=owner_name(owner, site),
        appointments=tuple(appointment(one, here) for one in tasks[:MOST_DATES]),
        more=site.wording.and_more(len(tasks) - MOST_DATES),
        calendar=site.file_href(here.uri, site.addresses.calendar_beside(here.uri)),
    )


def _here(owner: str, site: Site) -> Here:
    return Here(site=site, uri=site.addresses.gaps_of_owner(site.ledger.owner_slugs[owner]))


def appointment(dated: Task, here: Here) -> Appointment:
    """Show a date, and how near it is."""
    near, tone = _near(dated, here.site)
    return Appointment(
        day=here.site.wording.day(dated.day),
        near=near,
        tone=tone,
        link=here.page(dated.uri, dated.title, dated.anchor),
        words=dated.words,
    )


def _near(dated: Task, site: Site) -> tuple[str, str]:
    say, left = site.wording, (dated.day - site.handbook.today).days
    if left < 0:
        return say.count("{n} day late", "{n} days late", -left), "open"
    if left == 0:
        return say.text("today"), "wait"
    if left <= SOON.days:
        return say.count("in {n} day", "in {n} days", left), "wait"
    return "", ""
