"""The map of a journey: phases as columns under their bands, lanes as rows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from journeybook.pages.journeys.journey_curve import CurveView, journey_curve
from journeybook.pages.journeys.map.journey_items import Around, Group
from journeybook.pages.journeys.map.journey_paper import paper_scale
from journeybook.pages.journeys.map.journey_phases import (
    PHASE_LANES,
    STEP_LANES,
    PhaseColumn,
    TitledLane,
)
from journeybook.pages.parts.hrefs import with_query
from journeybook.pages.parts.ways.links import Link
from journeybook.pages.parts.words.bands import Band, bands
from journeybook.pages.parts.words.strengths import NAMES, WEAK
from journeybook.wording import marked

MANY = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseHead:
    """The head of a phase, over as many columns as it has steps."""

    key: str
    label: str
    href: str
    span: int
    stage: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepHead:
    """The head of a step: its title, and where it is told."""

    title: str
    href: str | None
    phase: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What stands in a lane at a phase or step."""

    anchor: str
    groups: tuple[Group, ...]
    span: int
    phase: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A row of the map; `key` is what the address calls it."""

    key: str
    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MapView:
    """The whole map; `strengths` are those of which something stands on it, with their names."""

    title: str
    bands: tuple[Band, ...]
    phases: tuple[PhaseHead, ...]
    steps: tuple[StepHead, ...]
    curve: CurveView
    lanes: tuple[Lane, ...]
    has_steps: bool = True
    paper: float = 1.0
    compare: Link | None = None
    strengths: tuple[tuple[str, str], ...] = ()


def journey_map(around: Around, phases: tuple[PhaseColumn, ...]) -> MapView:
    """Make the map of a journey from its phases."""
    journey, here, say = around.journey, around.here, around.say
    lanes = (
        *(_step_lane(key, say(label), phases) for key, label in STEP_LANES),
        *(_phase_lane(key, say(label), phases) for key, label in PHASE_LANES),
    )
    return MapView(
        title=say("Journey map: {title}", title=journey.title),
        bands=tuple(bands(here, ((one.stage, len(one.steps)) for one in phases))),
        phases=tuple(
            PhaseHead(
                key=one.id,
                label=one.link.text,
                href=_told(around, one.anchor),
                span=len(one.steps),
                stage=one.stage,
            )
            for one in phases
        ),
        steps=tuple(
            StepHead(
                title=step.title,
                href=_told(around, step.anchor) if step.anchor else None,
                phase=one.id,
            )
            for one in phases
            for step in one.steps
        ),
        curve=journey_curve(journey, here),
        lanes=tuple(lane for lane in lanes if any(cell.groups for cell in lane.cells)),
        has_steps=any(step.title != one.link.text for one in phases for step in one.steps),
        paper=paper_scale(
            (((cell.groups, cell.span) for cell in lane.cells) for lane in lanes),
            sum(len(one.steps) for one in phases),
        ),
        compare=_compare(around),
        strengths=tuple(_strengths(lanes, around)),
    )


def _strengths(lanes: Iterable[Lane], around: Around) -> Iterator[tuple[str, str]]:
    # Those of which something stands on the map, by which it can be narrowed down.
    groups = (group for lane in lanes for cell in lane.cells for group in cell.groups)
    marks = {mark for group in groups for item in group.items for mark in item.marks}
    names = {**{one.value: name for one, name in NAMES.items()}, WEAK: marked("with a lack")}
    yield from ((key, around.say(name)) for key, name in names.items() if key in marks)


def _told(around: Around, anchor: str) -> str:
    here = around.here
    return here.site.href(here.uri, here.site.addresses.journey(around.journey.id), anchor)


def _compare(around: Around) -> Link | None:
    here = around.here
    if len(here.site.handbook.journeys) < MANY:
        return None
    href = here.site.href(here.uri, here.site.addresses.compare)
    text = around.say("Compare with another journey")
    return Link(text=text, href=with_query(href, a=around.journey.id))


def _step_lane(key: str, label: str, phases: tuple[PhaseColumn, ...]) -> Lane:
    return Lane(
        key=key.replace("_", "-"),
        label=label,
        cells=tuple(
            Cell(
                anchor=f"map-{step.anchor or one.anchor}-{key.replace('_', '-')}",
                groups=_groups(step.lanes, key),
                span=1,
                phase=one.id,
                label=step.title if len(one.steps) > 1 else "",
            )
            for one in phases
            for step in one.steps
        ),
    )


def _groups(lanes: Iterable[TitledLane], key: str) -> tuple[Group, ...]:
    return next((lane.groups for lane in lanes if lane.key == key), ())


def _phase_lane(key: str, label: str, phases: tuple[PhaseColumn, ...]) -> Lane:
    return Lane(
        key=key,
        label=label,
        cells=tuple(
            Cell(
                anchor=f"map-{one.anchor}-{key}",
                groups=_groups(one.lanes, key),
                span=len(one.steps),
                phase=one.id,
                label="",
            )
            for one in phases
        ),
    )
