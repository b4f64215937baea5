"""All pages of a handbook."""

from collections.abc import Collection, Iterable, Iterator, Mapping
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
from journeybook.pages.gaps.brief_page import brief_pages, briefs_telling
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
    "briefs": Area(pages=brief_pages, page=brief_pages),
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


def draw_pages(site: Site, renderer: Renderer, pages: Iterable[Page]) -> Iterator[Page]:
    """Make some pages as they are in another state of the handbook, where it still makes them."""
    areas = {page.uri: page.area for page in pages}
    for page in with_placed(_made_at(areas, site, renderer), site, renderer):
        if page.uri in areas:
            yield replace(with_late(page), area=areas[page.uri])


def _made_at(areas: Mapping[str, str], site: Site, renderer: Renderer) -> Iterator[Page]:
    for name in dict.fromkeys(areas.values()):
        area = AREAS.get(name)
        if area and area.page:
            for uri in (one for one, made_in in areas.items() if made_in == name):
                yield from area.page(site, renderer, uri)
        elif area:
            yield from area.pages(site, renderer)


def telling(site: Site, steps: Collection[str]) -> Iterator[str]:
    """Tell which pages show something of the prose of steps, by the paths of their files."""
    told = site.told_steps
    yield from (told[uri][0] for uri in map(site.uri_of, steps) if uri in told)
    for entry in briefs_telling(site, steps):
        yield site.addresses.brief_of(entry.finding.fingerprint)
