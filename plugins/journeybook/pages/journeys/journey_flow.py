"""The journey as a flow of touchpoints from phase to phase, with drop-offs branching off."""

from dataclasses import dataclass

from journeybook.handbook.journeys import DropOff, Step, Touchpoint
from journeybook.pages.journeys.map.journey_items import Around
from journeybook.pages.parts.drawing.svg_boxes import FlowNode
from journeybook.pages.parts.words.states import feeling_kind


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowColumn:
    """One step of the flow."""

    phase: str
    title: str
    nodes: tuple[FlowNode, ...]
    leaving: tuple[FlowNode, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowView:
    """The columns of the flow, with what they say in words."""

    name: str
    title: str
    description: str
    columns: tuple[FlowColumn, ...]

    @property
    def is_drawn(self) -> bool:
        """Whether there is anything to draw."""
        return any(column.nodes or column.leaving for column in self.columns)


def journey_flow(around: Around) -> FlowView:
    """Make the flow of a journey."""
    journey, say = around.journey, around.say
    steps = [step for phase in journey.scope for step in journey.steps_in(phase)]
    columns = tuple(_column(step, around) for step in steps)
    return FlowView(
        name=f"flow-{around.here.site.addresses.drawing_name(journey)}",
        title=say("Flow of touchpoints of {title}", title=journey.title),
        description=" ".join(
            f"{column.phase}: {'; '.join(node.text for node in column.nodes)}."
            for column in columns
            if column.nodes
        ),
        columns=columns,
    )


def _column(step: Step, around: Around) -> FlowColumn:
    here = around.here
    phase = here.site.handbook.phases[step.phase or ""].title
    page = here.site.addresses.journey(step.journey)
    return FlowColumn(
        phase=phase,
        title=step.title,
        nodes=tuple(_node(one, page, around) for one in step.touchpoints),
        leaving=tuple(_leaving(one, page, around) for one in step.drop_offs),
    )


def _node(one: Touchpoint, page: str, around: Around) -> FlowNode:
    here = around.here
    kind, feeling = feeling_kind(here.site, one.emotion)
    channel = here.site.handbook.channels[one.channel].title if one.channel else ""
    return FlowNode(
        text=one.text,
        label=channel,
        kind=kind,
        href=here.site.href(here.uri, page, here.site.addresses.anchor(one)),
        moment=one.moment_of_truth,
        said=(
            feeling if one.emotion else "",
            around.say("moment of truth") if one.moment_of_truth else "",
        ),
    )


def _leaving(one: DropOff, page: str, around: Around) -> FlowNode:
    here, say = around.here, around.say
    countered = one.id in here.site.handbook.coverage.helped
    return FlowNode(
        text=one.text,
        label=say("drop-off") if countered else say("open drop-off"),
        kind="leave",
        href=here.site.href(here.uri, page, here.site.addresses.anchor(one)),
        countered=countered,
    )
