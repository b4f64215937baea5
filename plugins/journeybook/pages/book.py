"""All pages of a handbook."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from journeybook.pages.actions.calendar import calendar_pages
from journeybook.pages.actions.desk import desk_pages
from journeybook.pages.actions.draw import actions_pages
from journeybook.pages.actions.kpis import kpi_pages
from journeybook.pages.actions.lessons import lesson_pages
from journeybook.pages.alignment.draw import alignment_pages
from journeybook.pages.catalogue.draw import catalogue_pages
from journeybook.pages.coverage.draw import coverage_pages
from journeybook.pages.entities.draw import entity_pages
from journeybook.pages.fronts.draw import front_pages
from journeybook.pages.gaps.brief_page import brief_pages
from journeybook.pages.gaps.draw import gaps_pages
from journeybook.pages.home.draw import home_pages
from journeybook.pages.journeys.draw import journey_pages, overview_pages
from journeybook.pages.matrix.matrix_page import matrix_pages
from journeybook.pages.outlook.draw import what_if_pages
from journeybook.pages.parts.area import Area
from journeybook.pages.parts.filling.late import with_late
from journeybook.pages.parts.filling.renderer import Renderer
from journeybook.pages.parts.page import Page
from journeybook.pages.parts.site import Site
from journeybook.pages.placed.draw import with_placed
from journeybook.pages.problems.draw import problem_pages
from journeybook.pages.research.draw import research_pages
from journeybook.pages.walks.draw import walk_pages
from journeybook.pages.workshop.draw import workshop_pages

AREAS: Mapping[str, Area] = {
    "home": Area(pages=home_pages),
    "journeys-overview": Area(pages=overview_pages),
    "gaps": Area(pages=gaps_pages),
    "what-if": Area(pages=what_if_pages),
    "briefs": Area(pages=brief_pages),
    "problems": Area(pages=problem_pages),
    "journeys": Area(pages=journey_pages, page=journey_pages),
    "alignment": Area(pages=alignment_pages),
    "walks": Area(pages=walk_pages),
    "matrix": Area(pages=matrix_pages),
    "catalogue": Area(pages=catalogue_pages),
    "entities": Area(pages=entity_pages, page=entity_pages),
    "fronts": Area(pages=front_pages),
    "research": Area(pages=research_pages),
    "workshops": Area(pages=workshop_pages),
    "coverage": Area(pages=coverage_pages),
    "actions": Area(pages=actions_pages),
    "desk": Area(pages=desk_pages),
    "calendar": Area(pages=calendar_pages),
    "figures": Area(pages=kpi_pages),
    "lessons": Area(pages=lesson_pages),
}
"""The areas of a site by name; a team's own of the same name takes the place of one."""


def render_book(
    site: Site, templates: Mapping[str, str], added: Mapping[str, Area]
) -> Iterator[Page]:
    """Give every page that is made or added to; `templates` take the place of an area's own."""
    areas = {**AREAS, **added}
    own = {name: text for area in areas.values() for name, text in area.templates.items()}
    renderer = Renderer({**own, **templates}, site.wording)
    pages = (
        replace(page, area=name)
        for name, area in areas.items()
        for page in area.pages(site, renderer)
    )
    return map(with_late, with_placed(pages, site, renderer))


def draw_page(site: Site, templates: Mapping[str, str], page: Page) -> Page | None:
    """Make one page as it is in another state of the handbook, if its area still makes it."""
    renderer = Renderer(templates, site.wording)
    made = with_placed(_made_at(page, site, renderer), site, renderer)
    found = next((one for one in made if one.uri == page.uri), None)
    return replace(with_late(found), area=page.area) if found else None


def _made_at(page: Page, site: Site, renderer: Renderer) -> Iterator[Page]:
    area = AREAS.get(page.area)
    if area is None:
        return iter(())
    return area.page(site, renderer, page.uri) if area.page else area.pages(site, renderer)
