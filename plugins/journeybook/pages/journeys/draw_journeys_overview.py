"""The overview of journeys, and the page that compares them."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from journeybook.pages.journeys.compare import CompareView, compare_view
from journeybook.pages.journeys.journeys_overview import (
    JourneyCard,
    OverviewView,
    journeys_overview,
)
from journeybook.pages.journeys.svg_spark import draw_spark
from journeybook.pages.parts.drawing import Parts
from journeybook.pages.parts.links import Link
from journeybook.pages.parts.page import Page
from journeybook.pages.parts.renderer import Renderer
from journeybook.pages.parts.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnCards:
    """Cards of journeys, each with its curve drawn small."""

    cards: tuple[tuple[JourneyCard, Markup], ...]
    compare: Link | None = None


def drawn_cards(cards: tuple[JourneyCard, ...], compare: Link | None = None) -> DrawnCards:
    """Draw the curve of every card."""
    return DrawnCards(cards=tuple((one, draw_spark(one.curve)) for one in cards), compare=compare)


def overview_pages(site: Site, renderer: Renderer) -> Iterator[Page]:
    """Give the overview, and the comparison where there is more than one journey."""
    if not site.handbook.journeys:
        return
    yield _overview(journeys_overview(site), site, renderer)
    if len(site.handbook.journeys) > 1:
        yield _compare(compare_view(site), site, renderer)


def _overview(view: OverviewView, site: Site, renderer: Renderer) -> Page:
    parts = Parts(site, renderer, view.uri)
    parts.block("cards", "journey/cards.html", drawn_cards(view.cards, view.compare))
    parts.heading(2, parts.say("Who is served where"), "personas")
    parts.block("overview", "journey/overview.html", view)
    if view.roles:
        parts.heading(2, view.group_title, "buying-group")
        parts.block("group", "journey/group.html", view)
    return Page(
        uri=view.uri, title=view.title, markdown=parts.markdown, blocks=parts.blocks, wide=True
    )


def _compare(view: CompareView, site: Site, renderer: Renderer) -> Page:
    parts = Parts(site, renderer, view.uri)
    parts.block("compare", "journey/compare.html", view)
    return Page(
        uri=view.uri,
        title=view.title,
        markdown=parts.markdown,
        blocks=parts.blocks,
        wide=True,
        listed=False,
    )
