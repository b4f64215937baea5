"""The phases of a journey with their steps, and the lanes that belong to a phase as a whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from journeybook.handbook.journeys import Step
from journeybook.pages.journeys.map.journey_items import Around, Group
from journeybook.pages.journeys.map.journey_lanes import step_lanes, unasked_lanes
from journeybook.pages.journeys.map.phase_lanes import phase_lanes
from journeybook.pages.parts.discussion import concern_in
from journeybook.pages.parts.entity_parts import Fact, asking_facts, keeper_facts, told_facts
from journeybook.pages.parts.hrefs import relative
from journeybook.pages.parts.pictures import Picture, picture_of
from journeybook.pages.parts.ways.links import NOWHERE, Link, Source
from journeybook.schema import Kind
from journeybook.sources.prose import without_title
from journeybook.sources.shared_page import as_part
from journeybook.wording import marked

STEP_LANES = (
    ("feelings", marked("Feeling")),
    ("needs", marked("Needs")),
    ("questions", marked("Questions")),
    ("touchpoints", marked("Touchpoints")),
    ("expectations", marked("Expectations")),
    ("drop_offs", marked("Drop-offs")),
    ("kpis", marked("KPIs")),
)
PHASE_LANES = (
    ("content", marked("Content")),
    ("actions", marked("Improvements")),
    ("gaps", marked("Gaps")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TitledLane:
    """What is told in one lane of a step or a phase, under its name."""

    key: str
    label: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepColumn:
    """A step of a journey: what is told in each of its lanes, and the author's own words."""

    anchor: str
    title: str
    lanes: tuple[TitledLane, ...]
    body: str = ""
    summary: str = ""
    picture: Picture | None = None
    facts: tuple[Fact, ...] = ()
    source: Source = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseColumn:
    """A phase of a journey; `steps` is never empty, a phase without any has an empty one."""

    id: str
    anchor: str
    link: Link
    stage: str
    summary: str
    steps: tuple[StepColumn, ...]
    lanes: tuple[TitledLane, ...]
    report: str

    @property
    def told(self) -> tuple[StepColumn, ...]:
        """The steps that somebody described."""
        return tuple(one for one in self.steps if one.anchor)

    @property
    def heading(self) -> str:
        """The anchor of its heading; under it stands a step that has no title of its own."""
        only = self.steps[0]
        alone = len(self.steps) == 1 and only.title == self.link.text and only.anchor
        return only.anchor if alone else self.anchor


def journey_phases(around: Around) -> tuple[PhaseColumn, ...]:
    """Give the phases in the scope of a journey, in order."""
    return tuple(_phase(one, around) for one in around.journey.scope)


def _phase(identifier: str, around: Around) -> PhaseColumn:
    here, journey = around.here, around.journey
    phase = here.site.handbook.phases[identifier]
    steps = tuple(_step(one, around) for one in journey.steps_in(identifier))
    empty = StepColumn(
        anchor="",
        title=around.say("Not described yet"),
        lanes=_titled(unasked_lanes(around), STEP_LANES, around),
    )
    return PhaseColumn(
        id=identifier,
        anchor=here.site.addresses.phase_anchor(journey, identifier),
        link=here.phase(identifier),
        stage=phase.stage or "",
        summary=phase.summary or "",
        steps=steps or (empty,),
        lanes=_titled(phase_lanes(identifier, around), PHASE_LANES, around),
        report=here.site.href(here.uri, here.site.addresses.gaps_of(identifier)),
    )


def _step(step: Step, around: Around) -> StepColumn:
    return StepColumn(
        anchor=around.here.site.addresses.step_anchor(step),
        title=step.title,
        lanes=_titled(step_lanes(step, around), STEP_LANES, around),
        body=_told(step, around),
        summary=step.summary or "",
        picture=picture_of(step, around.here),
        facts=(
            *told_facts(around.here, step, Kind.STEP),
            *asking_facts(around.here, step.asks_back),
            *keeper_facts(around.here, step),
        ),
        source=around.here.source(step.span, step.title, concern=concern_in(step)),
    )


def _titled(
    groups: Mapping[str, tuple[Group, ...]], labels: Sequence[tuple[str, str]], around: Around
) -> tuple[TitledLane, ...]:
    return tuple(
        TitledLane(key=key, label=around.say(label), groups=groups[key])
        for key, label in labels
        if key in groups
    )


def _told(step: Step, around: Around) -> str:
    site = around.here.site
    folder = site.uri_of(step.path).rpartition("/")[0]
    way = relative(around.here.uri, f"{folder}/").removeprefix("./")
    # Its title stands above it already.
    text = without_title(step.body, step.title)
    return as_part(text, site.addresses.step_anchor(step), way)
