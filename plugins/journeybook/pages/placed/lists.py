"""Lists and matrices that authors place in their own pages."""

from dataclasses import dataclass, replace

from journeybook.counts.within import Within
from journeybook.gaps.state import GapState
from journeybook.handbook.entities import PlacedView
from journeybook.handbook.index.matrix_facts import Scope
from journeybook.handbook.index.matrix_scopes import everybody, of_journey, of_persona
from journeybook.handbook.journeys import Step
from journeybook.pages.home.draw import NextGap, next_gap
from journeybook.pages.journeys.map.journey_items import Around, ListedStep, StepList, looked_at
from journeybook.pages.journeys.map.journey_lanes import step_lanes
from journeybook.pages.matrix.matrix import make_matrix
from journeybook.pages.matrix.matrix_extras import make_extras
from journeybook.pages.matrix.matrix_page import MatrixPage
from journeybook.pages.matrix.matrix_panels import make_panels
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.links import Here, Link
from journeybook.pages.parts.words.asked import nothing_open
from journeybook.wording import marked


def placed_matrix(placed: PlacedView, site: Site, uri: str) -> MatrixPage:
    """Make the matrix that a placed asks for, without the ways to the others."""
    here = Here(site=site, uri=uri)
    title, scope = _scope(placed, here)
    matrix, cells = make_matrix(here, scope, title)
    return MatrixPage(
        uri=uri,
        title=title,
        choices=(),
        matrix=matrix,
        panels=tuple(make_panels(here, scope, cells)),
        downloads=(),
        extras=make_extras(here, scope, cells),
    )


def _scope(placed: PlacedView, here: Here) -> tuple[str, Scope]:
    book, say = here.site.handbook, here.site.wording.text
    if placed.journey:
        journey = book.journeys[placed.journey]
        title = say("Channel matrix of the journey: {subject}", subject=journey.title)
        return title, of_journey(book, journey)
    if placed.persona:
        persona = book.personas[placed.persona]
        title = say("Channel matrix: {subject}", subject=persona.title)
        return title, of_persona(book, persona.id)
    return say("Channel matrix"), everybody(book)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedGaps:
    """Gaps to close, the most pressing first."""

    gaps: tuple[NextGap, ...]
    all_gaps: Link
    nothing: str


def placed_list(placed: PlacedView, site: Site, uri: str) -> StepList:
    """List the questions or touchpoints that a placed asks for."""
    say = site.wording.text
    return StepList(
        title=say("Questions") if placed.view == "questions" else say("Touchpoints"),
        parts=tuple(
            part
            for journey in site.handbook.journeys.values()
            if placed.journey in (None, journey.id)
            for part in _parts(placed, looked_at(journey, site, uri))
        ),
        nothing=say("Nothing is described here yet."),
    )


def placed_gaps(placed: PlacedView, site: Site, uri: str) -> PlacedGaps:
    """List the open gaps that a placed asks for."""
    here = Here(site=site, uri=uri)
    say = site.wording.text
    within = Within(journey=placed.journey, persona=placed.persona, phase=placed.phase)
    found = [one for one in site.counts.gaps(within) if one.state is GapState.OPEN]
    return PlacedGaps(
        gaps=tuple(next_gap(one, here) for one in found),
        all_gaps=here.page(
            site.addresses.gaps_of(placed.phase) if placed.phase else site.addresses.gaps,
            say("All gaps"),
        ),
        nothing=nothing_open(site, within, marked("No open gaps.")),
    )


def _parts(placed: PlacedView, around: Around) -> list[ListedStep]:
    found = []
    for step in around.journey.steps:
        if step.phase is None or placed.phase not in (None, step.phase):
            continue
        groups = step_lanes(_only(step, placed), around).get(placed.view, ())
        if groups:
            phase = around.here.site.handbook.phases[step.phase].title
            found.append(ListedStep(step=around.here.step(step), phase=phase, groups=groups))
    return found


def _only(step: Step, placed: PlacedView) -> Step:
    persona = placed.persona
    if persona is None:
        return step
    return replace(
        step,
        questions=tuple(one for one in step.questions if persona in one.personas),
        touchpoints=tuple(one for one in step.touchpoints if persona in one.personas),
        # These may name a touchpoint that has just been left out, and are not listed.
        expectations=(),
        drop_offs=(),
    )
