"""The page of all figures: journey by journey, how they moved and what was done."""

from collections.abc import Iterator
from dataclasses import dataclass

from journeybook.handbook.entities import Action
from journeybook.handbook.index.figures import Figure, all_figures
from journeybook.handbook.journeys import Journey, Step
from journeybook.pages.parts.builder import PageBuilder
from journeybook.pages.parts.figures import Progress, progress
from journeybook.pages.parts.links import Here, Link
from journeybook.pages.parts.page import Page
from journeybook.pages.parts.renderer import Renderer
from journeybook.pages.parts.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureGroup:
    """The figures of a journey, or of all actions that stand alone."""

    title: str
    figures: tuple[Progress, ...]


def figure_groups(site: Site) -> tuple[FigureGroup, ...]:
    """Give all figures by journey, in the order of the journeys."""
    here, found = Here(site=site, uri=site.addresses.kpis), dict[str, list[Progress]]()
    for figure in all_figures(site.handbook):
        found.setdefault(_heading(figure, site), []).append(_shown(figure, here))
    return tuple(FigureGroup(title=title, figures=tuple(all_)) for title, all_ in found.items())


def _heading(figure: Figure, site: Site) -> str:
    if isinstance(figure.place, Action):
        return site.wording.text("Of actions alone")
    return site.handbook.journeys[figure.journeys[0]].title


def _shown(figure: Figure, here: Here) -> Progress:
    return progress(
        here,
        figure.kpi,
        key=figure.ref.id,
        actions=figure.actions,
        owner=figure.owner,
        place=_place(figure.place, here),
    )


def _place(place: Journey | Step | Action, here: Here) -> Link:
    match place:
        case Journey():
            return here.journey(place)
        case Step():
            return here.step(place)
        case _:
            return here.action(place.id)


def kpi_pages(site: Site, renderer: Renderer) -> Iterator[Page]:
    """Give the page of all figures, where there are any."""
    groups = figure_groups(site)
    if not groups:
        return
    page = PageBuilder(site, renderer, site.addresses.kpis)
    page.prose(otherwise=page.say("Every figure of every journey, and what was done to move it."))
    for at, group in enumerate(groups):
        page.heading(2, group.title)
        page.block(f"figures-{at}", "entities/progress.html", group.figures, searchable=True)
    yield page.done(
        page.say("Key figures"),
        description=page.say("Every figure of every journey, and what was done to move it."),
        wide=True,
    )
