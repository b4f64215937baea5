"""The page of all figures: journey by journey, how they moved and what was done."""

from collections.abc import Iterator
from dataclasses import dataclass

from journeybook.grouping import grouped
from journeybook.handbook.entities import Action
from journeybook.handbook.index.figures import Figure, all_figures
from journeybook.handbook.journeys import Journey, Step
from journeybook.pages.parts.builder import PageBuilder
from journeybook.pages.parts.entity_parts import figure_words, joined, target
from journeybook.pages.parts.figures import Progress, progress
from journeybook.pages.parts.filling.renderer import Renderer
from journeybook.pages.parts.page import Page
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.links import Here, Link
from journeybook.schema.kpi import Kpi
from journeybook.wording import marked

KINDS = {
    "repeat-purchase": marked("Buys again"),
    "recommendation": marked("Recommends us"),
    "satisfaction": marked("Is content"),
}
"""The kinds of figures after the sale, in the order in which they come about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureGroup:
    """The figures of a journey, or of all actions that stand alone."""

    title: str
    figures: tuple[Progress, ...]


def figure_groups(site: Site) -> tuple[FigureGroup, ...]:
    """Give all figures by journey, in the order of the journeys."""
    here = Here(site=site, uri=site.addresses.kpis)
    figures = all_figures(site.handbook)
    found = grouped((_heading(one, site), _shown(one, here)) for one in figures)
    return tuple(FigureGroup(title=title, figures=all_) for title, all_ in found.items())


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


@dataclass(frozen=True, slots=True, kw_only=True)
class KindRow:
    """A journey with its figures of each kind; nothing where none is measured."""

    journey: Link
    figures: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinds:
    """The figures that can be compared over journeys: their kinds, and a row per journey."""

    kinds: tuple[str, ...]
    rows: tuple[KindRow, ...]


def kinds_of(site: Site) -> Kinds:
    """Give the figures of each kind that any journey has, journey by journey."""
    here, book = Here(site=site, uri=site.addresses.kpis), site.handbook
    found = [
        (journey, kpi)
        for journey in book.journeys.values()
        for figures in (journey.figures, *(step.figures for step in journey.steps))
        for kpi in figures
        if kpi.kind
    ]
    kinds = tuple(kind for kind in KINDS if any(kpi.kind == kind for _, kpi in found))
    return Kinds(
        kinds=tuple(site.wording.text(KINDS[kind]) for kind in kinds),
        rows=tuple(
            KindRow(
                journey=here.journey(journey),
                figures=tuple(
                    tuple(
                        _of_a_kind(kpi, here)
                        for of, kpi in found
                        if of is journey and kpi.kind == kind
                    )
                    for kind in kinds
                ),
            )
            for journey in book.journeys.values()
            if journey.is_current
        ),
    )


def _of_a_kind(kpi: Kpi, here: Here) -> str:
    say = here.site.wording.text
    now = say("not measured") if kpi.actual is None else figure_words(here, kpi.actual, kpi)
    aim = say("should be {target}", target=target(here, kpi)) if kpi.target is not None else ""
    return joined(now, aim, kpi.name)


def kpi_pages(site: Site, renderer: Renderer) -> Iterator[Page]:
    """Give the page of all figures, where there are any."""
    groups = figure_groups(site)
    if not groups:
        return
    page = PageBuilder(site, renderer, site.addresses.kpis)
    page.prose(otherwise=page.say("Every figure of every journey, and what was done to move it."))
    kinds = kinds_of(site)
    if kinds.kinds:
        page.heading(2, page.say("Compared over journeys"), "compared")
        page.block("kinds", "actions/kinds.html", kinds, searchable=True)
    for at, group in enumerate(groups):
        page.heading(2, group.title)
        page.block(f"figures-{at}", "entities/progress.html", group.figures, searchable=True)
    yield page.done(
        page.say("Key figures"),
        description=page.say("Every figure of every journey, and what was done to move it."),
        wide=True,
    )
