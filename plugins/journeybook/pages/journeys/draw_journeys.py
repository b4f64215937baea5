"""The pages of journeys: one per journey, and the overview of all."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from journeybook.pages.journeys.journey import JourneyView, StoryPhase, StoryStep, journey_view
from journeybook.pages.journeys.journey_curve import CurveView
from journeybook.pages.journeys.journey_map import MapView
from journeybook.pages.journeys.svg_curve import draw_curve, shape
from journeybook.pages.journeys.svg_flow import draw_flow
from journeybook.pages.parts.page import PROSE, Block, Page, heading
from journeybook.pages.parts.renderer import Renderer
from journeybook.pages.parts.site import Site
from journeybook.sources.prose import headings_below


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A view with its drawing, and the keys to the lines in it."""

    view: object
    drawing: Markup
    keys: tuple[tuple[Markup, str], ...] = ()


def journey_pages(site: Site, renderer: Renderer) -> Iterator[Page]:
    """Give the page of every journey."""
    for journey in site.handbook.journeys.values():
        yield _page(journey_view(journey, site), site, renderer)


def drawn_map(view: MapView) -> Drawn:
    """Draw the curve of a map."""
    curve = drawn_curve(view.curve)
    return Drawn(view=view, drawing=curve.drawing, keys=curve.keys)


def drawn_curve(view: CurveView) -> Drawn:
    """Draw a curve; several lines get a key each."""
    keys = tuple((shape(at), line.persona) for at, line in enumerate(view.lines))
    drawing = draw_curve(view) if view.is_drawn else Markup("")
    return Drawn(view=view, drawing=drawing, keys=keys if len(keys) > 1 else ())


def _page(view: JourneyView, site: Site, renderer: Renderer) -> Page:
    head = renderer.block("head", "journey/head.html", view, searchable=True)
    chart = renderer.block("map", "journey/map.html", drawn_map(view.map))
    flow = Drawn(view=view.flow, drawing=draw_flow(view.flow))
    blocks = [head, chart]
    parts = []
    if view.summary:
        blocks.append(renderer.block("lede", "journey/lede.html", view, searchable=True))
        parts.append(blocks[-1].marker)
    if view.uri in site.authored:
        parts.append(PROSE)
    parts.append(head.marker)
    say = site.wording.text
    parts.extend((heading(2, say("Map"), "map"), chart.marker))
    if view.flow.is_drawn:
        blocks.append(renderer.block("flow", "journey/flow.html", flow))
        parts.extend((heading(2, say("Flow"), "flow"), blocks[-1].marker))
    contents = renderer.block("contents", "journey/contents.html", view)
    blocks.append(contents)
    parts.append(contents.marker)
    for phase in view.story:
        story, found = _story(phase, renderer)
        parts.extend(story)
        blocks.extend(found)
    return Page(
        uri=view.uri,
        title=view.title,
        markdown="\n\n".join(parts),
        blocks=tuple(blocks),
        source=view.source,
        description=view.summary,
        wide=True,
    )


def _story(phase: StoryPhase, renderer: Renderer) -> tuple[list[str], list[Block]]:
    lead = renderer.block(f"lead-{phase.anchor}", "journey/lead.html", phase)
    parts, blocks = [heading(2, phase.title, phase.heading), lead.marker], [lead]
    for step in phase.steps:
        facts = renderer.block(f"step-{step.anchor}", "journey/facts.html", step, searchable=True)
        if step.anchor != phase.heading:
            parts.append(heading(3, step.title, step.anchor))
        parts.extend((_prose(step), facts.marker))
        blocks.append(facts)
    if phase.lanes:
        facts = renderer.block(
            f"facts-{phase.anchor}", "journey/phase.html", phase, searchable=True
        )
        parts.append(facts.marker)
        blocks.append(facts)
    return parts, blocks


def _prose(step: StoryStep) -> str:
    return headings_below(step.body, 3).strip("\n")
