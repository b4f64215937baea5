"""Actions and research, linked."""

from collections.abc import Mapping

from journeybook.findings import Code
from journeybook.handbook.entities import Action, Lane, Research
from journeybook.handbook.ids import name_of
from journeybook.handbook.journeys import Journey
from journeybook.handbook.linking.documents import common
from journeybook.handbook.linking.linker import Directory, Linker
from journeybook.handbook.linking.statements import StatementMaker
from journeybook.schema import Kind
from journeybook.schema import action as written
from journeybook.schema import research as written_research
from journeybook.sources.document import Document


def link_research(
    documents: Mapping[str, Document[written_research.Research]], linker: Linker
) -> dict[str, Research]:
    """Link all rounds of research."""
    return {one.id: _research(one, linker) for one in documents.values()}


def link_actions(
    documents: Mapping[str, Document[written.Action]],
    journeys: Mapping[str, Journey],
    linker: Linker,
) -> dict[str, Action]:
    """Link all actions, each to the touchpoint it improves."""
    return {one.id: _action(one, journeys, linker) for one in documents.values()}


def _research(document: Document[written_research.Research], linker: Linker) -> Research:
    fields, tree = document.fields, document.tree
    personas = linker.everybody_or(Kind.PERSONA, fields.personas, tree, "personas")
    maker = StatementMaker(document.id, personas, tree, linker)
    return Research(
        **common(document),
        method=fields.method,
        date=fields.date,
        participants=fields.participants,
        personas=personas,
        findings=maker.plain(Lane.FINDINGS, fields.findings),
    )


def _action(
    document: Document[written.Action], journeys: Mapping[str, Journey], linker: Linker
) -> Action:
    fields, tree = document.fields, document.tree
    journey = linker.one(Kind.JOURNEY, fields.journey, tree, "journey")
    phase = linker.one(Kind.PHASE, fields.phase, tree, "phase")
    searched = [journeys[journey]] if journey else list(journeys.values())
    return Action(
        **common(document),
        journey=journey,
        phase=phase,
        touchpoint=_touchpoint(document, searched, phase, linker),
        impact=fields.impact,
        term=fields.term,
        due=fields.due,
        status=fields.status,
        kpi=fields.kpi,
        lesson=fields.lesson,
    )


def _touchpoint(
    document: Document[written.Action],
    journeys: list[Journey],
    phase: str | None,
    linker: Linker,
) -> str | None:
    reference = document.fields.touchpoint
    if reference is None:
        return None
    found = Directory(
        (one.id, (one.text, name_of(one.id)))
        for journey in journeys
        for step in journey.steps
        if phase is None or step.phase == phase
        for one in step.touchpoints
    )
    ids = found.find(reference)
    if len(ids) == 1:
        return ids[0]
    if ids:
        linker.ambiguous(reference, ids, document.tree, "touchpoint")
    else:
        linker.unknown(Code.UNKNOWN_TOUCHPOINT, reference, found, document.tree, "touchpoint")
    return None
