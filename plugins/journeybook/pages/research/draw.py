"""The pages of the research section: all rounds, and what to ask next."""

from collections.abc import Iterator

from journeybook.pages.parts.builder import PageBuilder
from journeybook.pages.parts.filling.renderer import Renderer
from journeybook.pages.parts.page import Page
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.links import Here, download
from journeybook.pages.research.guide import bounds_of, guide, lead_of, survey
from journeybook.pages.research.overview import rounds
from journeybook.pages.research.test_plan import make_plan


def research_pages(site: Site, renderer: Renderer) -> Iterator[Page]:
    """Give the page of all rounds where there are any, and that of the test plan."""
    plan = make_plan(site)
    if site.handbook.research:
        yield _overview(site, renderer, has_plan=bool(plan.items))
    if plan.items:
        page = PageBuilder(site, renderer, site.addresses.test_plan)
        page.prose(otherwise=lead_of(site))
        page.block("downloads", "research/downloads.html", download(site, site.addresses.test_plan))
        for line in bounds_of(plan, site):
            page.lines(line)
        page.heading(2, page.say("Guide for talks"))
        page.lines("\n\n".join(guide(plan.items, site)))
        page.heading(2, page.say("A survey to begin with"))
        page.lines("\n\n".join(survey(plan.items, site)))
        _workshops(page, Here(site=site, uri=site.addresses.test_plan))
        yield page.done(page.say("Test plan"), description=lead_of(site))


def _overview(site: Site, renderer: Renderer, *, has_plan: bool) -> Page:
    here = Here(site=site, uri=site.addresses.research)
    page = PageBuilder(site, renderer, here.uri)
    lead = page.say("Every round of research: what rests on it, and how long it holds.")
    page.prose(otherwise=lead)
    plan = here.page(site.addresses.test_plan, page.say("What to ask next: the test plan"))
    untold = page.say(
        "Since when something is assumed is only known where `since` says so: no history of this "
        "handbook in git is at hand, or it is cut off."
    )
    view = {
        "rows": rounds(site),
        "plan": plan if has_plan else None,
        "untold": "" if site.handbook.has_history else untold,
    }
    page.block("rounds", "research/rounds.html", view, searchable=True)
    _workshops(page, here)
    return page.done(page.say("Research"), description=lead, wide=True)


def _workshops(page: PageBuilder, here: Here) -> None:
    # Where research is planned, a workshop is one way of doing it.
    journeys = [one for one in here.site.handbook.journeys.values() if one.scope]
    pages = ((here.site.addresses.workshop_of(one.id), one.title) for one in journeys)
    if links := tuple(here.page(uri, title) for uri, title in pages):
        page.block("workshops", "research/workshops.html", links)
