"""Lists that authors place in their own pages: questions, touchpoints and gaps."""

from dataclasses import dataclass, replace

from journeybook.handbook.journeys import Step
from journeybook.handbook.placements import Placement
from journeybook.views.addresses import GAPS, gaps_of
from journeybook.views.gap_ledger import OPEN, Entry, Ledger
from journeybook.views.home import NextGap, next_gap
from journeybook.views.journey_items import Around, Group, looked_at
from journeybook.views.journey_lanes import step_lanes
from journeybook.views.links import Here, Link


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedPart:
    """What one step has to tell, under its title."""

    step: Link
    phase: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedList:
    """Questions or touchpoints, step by step."""

    title: str
    parts: tuple[PlacedPart, ...]
    nothing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedGaps:
    """Gaps to close, the most pressing first."""

    gaps: tuple[NextGap, ...]
    all_gaps: Link
    nothing: str


def placed_list(placement: Placement, ledger: Ledger, uri: str) -> PlacedList:
    """List the questions or touchpoints that a placement asks for."""
    say = ledger.site.wording.text
    return PlacedList(
        title=say("Questions") if placement.view == "questions" else say("Touchpoints"),
        parts=tuple(
            part
            for journey in ledger.site.handbook.journeys.values()
            if placement.journey in (None, journey.id)
            for part in _parts(placement, looked_at(journey, ledger, uri))
        ),
        nothing=say("Nothing is described here yet."),
    )


def placed_gaps(placement: Placement, ledger: Ledger, uri: str) -> PlacedGaps:
    """List the open gaps that a placement asks for."""
    here = Here(site=ledger.site, uri=uri)
    say = ledger.site.wording.text
    found = [one for one in ledger.entries if _is_asked(one, placement)]
    return PlacedGaps(
        gaps=tuple(next_gap(one, here) for one in found),
        all_gaps=here.page(gaps_of(placement.phase) if placement.phase else GAPS, say("All gaps")),
        nothing=say("No open gaps."),
    )


def _is_asked(entry: Entry, placement: Placement) -> bool:
    if entry.state != OPEN or entry.is_quiet:
        return False
    journey = placement.journey in (None, entry.finding.journey)
    persona = placement.persona is None or placement.persona in entry.bearing.personas
    return journey and persona and (placement.phase in (None, *entry.bearing.phases))


def _parts(placement: Placement, around: Around) -> list[PlacedPart]:
    found = []
    for step in around.journey.steps:
        if step.phase is None or placement.phase not in (None, step.phase):
            continue
        groups = step_lanes(_only(step, placement), around).get(placement.view, ())
        if groups:
            phase = around.here.site.handbook.phases[step.phase].title
            found.append(PlacedPart(step=around.here.step(step), phase=phase, groups=groups))
    return found


def _only(step: Step, placement: Placement) -> Step:
    persona = placement.persona
    if persona is None:
        return step
    return replace(
        step,
        questions=tuple(one for one in step.questions if persona in one.personas),
        touchpoints=tuple(one for one in step.touchpoints if persona in one.personas),
    )
