"""Actions, linked."""

from collections.abc import Iterator, Mapping, Sequence

from journeybook.codes import Code
from journeybook.handbook.entities import Action
from journeybook.handbook.journeys import Journey
from journeybook.handbook.linking.directory import Directory, directory_of_statements
from journeybook.handbook.linking.figures import measured, named
from journeybook.handbook.linking.linker import Linker
from journeybook.handbook.linking.statements import common
from journeybook.schema import Kind
from journeybook.schema import action as written
from journeybook.sources.document import Document

_UNKNOWN = {
    "touchpoint": Code.UNKNOWN_TOUCHPOINT,
    "touchpoints": Code.UNKNOWN_TOUCHPOINT,
    "expectations": Code.UNKNOWN_EXPECTATION,
}


def link_actions(
    documents: Mapping[str, Document[written.Action]],
    journeys: Mapping[str, Journey],
    linker: Linker,
) -> dict[str, Action]:
    """Link all actions, each to what it improves."""
    return {one.id: _action(one, journeys, linker) for one in documents.values()}


def _action(
    document: Document[written.Action], journeys: Mapping[str, Journey], linker: Linker
) -> Action:
    fields, tree = document.fields, document.tree
    own = (
        *linker.many(Kind.JOURNEY, fields.journey, tree, "journey"),
        *linker.many(Kind.JOURNEY, fields.journeys, tree, "journeys"),
    )
    phases = (
        *linker.many(Kind.PHASE, fields.phase, tree, "phase"),
        *linker.many(Kind.PHASE, fields.phases, tree, "phases"),
    )
    searched = [journeys[journey] for journey in own] or list(journeys.values())
    steps = [
        step for journey in searched for step in journey.steps if not phases or step.phase in phases
    ]
    met = directory_of_statements(one for step in steps for one in step.touchpoints)
    expected = directory_of_statements(one for step in steps for one in step.expectations)
    touchpoints = (
        *_statements(document, "touchpoint", fields.touchpoint, met, linker),
        *_statements(document, "touchpoints", fields.touchpoints, met, linker),
    )
    written_kpis = (
        *measured(fields.kpi, document, "kpi", linker),
        *measured(fields.kpis, document, "kpis", linker),
    )
    kpis = named(written_kpis, searched)
    return Action(
        **common(document),
        journeys=tuple(dict.fromkeys(own)),
        phase=phases[0] if phases else None,
        phases=tuple(dict.fromkeys(phases)),
        touchpoints=tuple(dict.fromkeys(touchpoints)),
        expectations=tuple(
            _statements(document, "expectations", fields.expectations, expected, linker)
        ),
        assets=linker.many(Kind.ASSET, fields.assets, tree, "assets"),
        work=None if fields.kind in tuple(Kind) else fields.kind,
        effort=fields.effort,
        impact=fields.impact,
        term=fields.term,
        due=fields.due,
        status=fields.status,
        done=fields.done,
        kpi=kpis[0] if kpis else None,
        kpis=kpis,
        lesson=fields.lesson,
    )


def _statements(
    document: Document[written.Action],
    key: str,
    references: Sequence[str],
    known: Directory,
    linker: Linker,
) -> Iterator[str]:
    for at, reference in enumerate(references):
        ids = known.find(reference)
        if len(ids) == 1:
            yield ids[0]
        elif ids:
            linker.ambiguous(reference, ids, document.span(key, at))
        else:
            linker.unknown(_UNKNOWN[key], reference, known, document.tree, key, at)
