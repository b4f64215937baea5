"""The page of a journey: its head, figures, map, flow, and the story phase by phase."""

from collections.abc import Iterator
from dataclasses import dataclass

from journeybook.handbook.journeys import Journey
from journeybook.pages.journeys.going_on import weakest_words
from journeybook.pages.journeys.journey_change import would_change
from journeybook.pages.journeys.journey_flow import FlowView, journey_flow
from journeybook.pages.journeys.journey_glance import GlanceView, journey_glance
from journeybook.pages.journeys.journey_head import HeadView, journey_head
from journeybook.pages.journeys.journey_minute import Sentence, minute, write_next
from journeybook.pages.journeys.journey_scores import journey_scores
from journeybook.pages.journeys.map.journey_items import Around, Item, StepList, looked_at
from journeybook.pages.journeys.map.journey_lanes import kpi_item
from journeybook.pages.journeys.map.journey_map import MapView, journey_map
from journeybook.pages.journeys.map.journey_phases import PhaseColumn, journey_phases
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.journey_titles import journey_title
from journeybook.pages.parts.ways.links import Link
from journeybook.pages.parts.words.states import Figure
from journeybook.wording import marked

VIEWS = (
    ("overview", marked("Overview")),
    ("map", marked("All lanes")),
    ("flow", marked("Flow")),
    ("story", marked("Story")),
    ("content", marked("Content")),
)
"""The views of a journey: the anchor of each, and what it is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawings:
    """The files of a journey's drawings, by their path inside the content folder."""

    map: str
    curve: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyView:
    """Everything on the page of a journey."""

    uri: str
    title: str
    summary: str
    onward: str
    source: str
    head: HeadView
    minute: tuple[Sentence, ...]
    next: tuple[Link, str] | None
    views: tuple[Link, ...]
    glance: GlanceView
    scores: tuple[Figure, ...]
    map: MapView
    flow: FlowView
    drawings: Drawings
    story: tuple[PhaseColumn, ...]
    kpis: tuple[Item, ...]
    change: StepList | None = None
    share: tuple[Link, ...] = ()


def journey_view(journey: Journey, site: Site) -> JourneyView:
    """Make the page of a journey."""
    around = looked_at(journey, site)
    here = around.here
    phases = journey_phases(around)
    drawn, flow = journey_map(around, phases), journey_flow(around)
    return JourneyView(
        uri=here.uri,
        title=journey_title(journey, site),
        summary=journey.summary or "",
        onward=weakest_words(journey, here),
        source=here.site.uri_of(journey.path),
        head=journey_head(journey, here),
        minute=minute(around),
        next=write_next(around),
        views=tuple(
            here.page(here.uri, around.say(text), anchor)
            for anchor, text in VIEWS
            if anchor != "flow" or flow.is_drawn
        ),
        glance=journey_glance(around, drawn),
        scores=journey_scores(around),
        map=drawn,
        flow=flow,
        story=phases,
        kpis=tuple(kpi_item(one, around) for one in journey.kpis),
        change=would_change(around),
        drawings=Drawings(
            map=site.addresses.drawing_of("map", journey.id),
            curve=site.addresses.drawing_of("curve", journey.id),
        ),
        share=tuple(_share(around)),
    )


def _share(around: Around) -> Iterator[Link]:
    here, addresses, shape = around.here, around.here.site.addresses, around.here.site.shape
    frame = "" if shape.to_sources else addresses.frame_of(here.uri)
    for words, file in (
        (around.say("Map as a picture (SVG)"), addresses.drawing_of("map", around.journey.id)),
        (around.say("Curve as a picture (SVG)"), addresses.drawing_of("curve", around.journey.id)),
        (around.say("Map for a frame on another site"), frame),
    ):
        if file and (href := here.site.file_href(here.uri, file)):
            yield Link(text=words, href=href)
