"""The page of what was learned from actions, whether they worked or not, the latest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from journeybook.handbook.entities import Action
from journeybook.pages.entities.action_page import KINDS, STATES
from journeybook.pages.parts.builder import PageBuilder
from journeybook.pages.parts.entity_parts import joined
from journeybook.pages.parts.figures import Effect, progress
from journeybook.pages.parts.filling.renderer import Renderer
from journeybook.pages.parts.page import Page
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.links import Here, Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """What an action taught: its state, when and where it was, and how its figures moved."""

    link: Link
    kind: str
    word: str
    note: str
    text: str
    figures: tuple[Effect, ...]


def lessons(site: Site) -> tuple[Lesson, ...]:
    """Give every lesson, the latest first; those of no known day stand last."""
    here = Here(site=site, uri=site.addresses.lessons)
    told = [one for one in site.handbook.actions.values() if one.lesson]
    told.sort(key=lambda one: (-(_day(one) or date.min).toordinal(), one.title, one.id))
    return tuple(_lesson(here, one) for one in told)


def _day(action: Action) -> date | None:
    return action.done or action.due


def _lesson(here: Here, action: Action) -> Lesson:
    site, status = here.site, action.status or ""
    journeys = (site.handbook.journeys[one].title for one in action.journeys)
    day = action.done or (action.due if status == "done" else None)
    return Lesson(
        link=here.action(action.id),
        kind=KINDS.get(status, "unused"),
        word=site.wording.text(STATES[status]) if status in STATES else "",
        note=joined(
            site.wording.day(day) if day else "",
            site.handbook.vocabulary.work_label(action.work),
            *journeys,
            action.owner or "",
        ),
        text=action.lesson or "",
        figures=tuple(_effects(here, action)),
    )


def _effects(here: Here, action: Action) -> Iterator[Effect]:
    for kpi in action.kpis:
        shown = progress(here, kpi, actions=(action,))
        moved = shown.effects[0].words if kpi.readings else ""
        yield Effect(
            link=Link(text=kpi.name),
            words=moved
            or here.site.wording.text(
                "now {actual}, should be {target}", actual=shown.actual, target=shown.target
            ),
        )


def lesson_pages(site: Site, renderer: Renderer) -> Iterator[Page]:
    """Give the page of all lessons, where there are any."""
    told = lessons(site)
    if not told:
        return
    page = PageBuilder(site, renderer, site.addresses.lessons)
    lead = page.say("What was tried, whether it worked, and what to do otherwise next time.")
    page.prose(otherwise=lead)
    page.block("lessons", "actions/lessons.html", told, searchable=True)
    yield page.done(page.say("Lessons learned"), description=lead)
