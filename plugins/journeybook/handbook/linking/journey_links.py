"""Journeys and steps, linked."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from journeybook.codes import Code
from journeybook.findings import Span
from journeybook.grouping import grouped
from journeybook.handbook.entities import Phase
from journeybook.handbook.ids import journey_of, title_of
from journeybook.handbook.journeys import Journey, JourneyState, Step
from journeybook.handbook.linking.figures import measured
from journeybook.handbook.linking.linker import Linker
from journeybook.handbook.linking.statements import common
from journeybook.handbook.linking.step_links import Surroundings, link_step
from journeybook.schema import Kind
from journeybook.schema import journey as written
from journeybook.sources.document import Document
from journeybook.wording import by_number

Journeys = Mapping[str, Document[written.Journey]]
Steps = Iterable[Document[written.Step]]


def link_journeys(journeys: Journeys, steps: Steps, around: Surroundings) -> dict[str, Journey]:
    """Link all journeys with their steps; a folder of steps without `index.md` is one as well."""
    folders = grouped((journey_of(step.id), step) for step in steps)
    found: dict[str, Journey] = {}
    for identifier in sorted({*journeys, *folders}, key=lambda one: (by_number(one), one)):
        document = journeys.get(identifier)
        own = folders.get(identifier, ())
        journey = (
            _journey(document, around)
            if document
            else Journey(id=identifier, title=title_of(identifier), path=own[0].path)
        )
        _tell_without_persona(journey, document, around.linker)
        linked = [link_step(one, journey, around) for one in own]
        found[identifier] = _with_steps(journey, linked, around)
    return found


def _journey(document: Document[written.Journey], around: Surroundings) -> Journey:
    fields, linker = document.fields, around.linker
    personas = (
        *linker.many(Kind.PERSONA, fields.persona, document.tree, "persona"),
        *linker.many(Kind.PERSONA, fields.personas, document.tree, "personas"),
    )
    scope = linker.everybody_or(Kind.PHASE, fields.scope, document.tree, "scope")
    return Journey(
        **common(document),
        personas=tuple(dict.fromkeys(personas)),
        state=JourneyState(fields.state or JourneyState.CURRENT),
        scope=scope,
        stated_scope=scope,
        audience=fields.audience,
        purpose=fields.purpose,
        usage=fields.usage,
        department=fields.department,
        across=fields.across,
        kpis=measured(fields.kpis, document, "kpis", linker),
    )


def _tell_without_persona(
    journey: Journey, document: Document[written.Journey] | None, linker: Linker
) -> None:
    # A persona that is written but unknown is reported as such, and not a second time here.
    if document and (document.fields.persona or document.fields.personas):
        return
    index, span = "" if document else f"{journey.id}/index.md", Span(path=journey.path)
    linker.tell(Code.JOURNEY_WITHOUT_PERSONA, span, journey=journey.id, index=index)


def _with_steps(journey: Journey, steps: list[Step], around: Surroundings) -> Journey:
    _tell_of_double_steps(steps, around.linker)
    order = {phase: at for at, phase in enumerate(around.phases)}
    covered = {step.phase for step in steps}
    scope = tuple(
        one for one in order if not journey.scope or one in journey.scope or one in covered
    )
    placed = sorted(
        steps, key=lambda step: (order.get(step.phase or "", len(order)), step.order or 0, step.id)
    )
    whole = replace(journey, scope=scope)
    return replace(whole, steps=tuple(_with_ways_on(one, whole, around.phases) for one in placed))


def _with_ways_on(step: Step, journey: Journey, phases: Mapping[str, Phase]) -> Step:
    # A figure of going on is called after the two phases, unless somebody gave it a name.
    ends = (step.phase, journey.phase_after(step.phase))
    way = " → ".join(phases[one].title if one else "…" for one in ends)
    named = (
        one
        if one.name
        else one.model_copy(update={"name": way if one.is_share else f"{way} ({one.unit})"})
        for one in step.moves_on
    )
    return replace(step, moves_on=tuple(named)) if step.moves_on else step


def _tell_of_double_steps(steps: Iterable[Step], linker: Linker) -> None:
    taken: dict[tuple[str, float | None], Step] = {}
    for step in steps:
        if step.phase is None:
            continue
        first = taken.setdefault((step.phase, step.order), step)
        if first is not step:
            linker.tell(Code.DUPLICATE_STEP, step.span, phase=step.phase, first=first.path)
