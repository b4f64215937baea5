"""What a file says that does not go together: with itself, with today, or with its neighbours."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from math import floor
from typing import Any

from journeybook.codes import Code
from journeybook.findings import Mistake
from journeybook.handbook.entities import Asset, Phase
from journeybook.handbook.fitting.asked import Part, said_in
from journeybook.handbook.journeys import Journey
from journeybook.handbook.journeys import Step as LinkedStep
from journeybook.handbook.linking.statements import Documents
from journeybook.handbook.vocabulary import Status
from journeybook.schema import Entity, Kind, asset, phase
from journeybook.schema.action import Action
from journeybook.schema.research import Research
from journeybook.sources.document import Document
from journeybook.sources.yaml.nodes import Step

_DONE = frozenset({Status.PUBLISHED, Status.RETIRED})


def contradictions(
    documents: Documents,
    assets: Mapping[str, Asset],
    phases: Mapping[str, Phase],
    journeys: Iterable[Journey],
    today: date,
) -> Iterator[Mistake]:
    """Find content that leads to itself or is out before it is ready, and the like."""
    for journey in journeys:
        for step in journey.steps:
            yield from _none_beside_some(step)
    for written in documents.of(Kind.ASSET, asset.Asset).values():
        yield from _of_asset(written, assets[written.id], today)
    for kind in Kind:
        for document in documents.of(kind, Entity).values():
            yield from _ahead(document, "reviewed", document.fields.reviewed, today)
    for action in documents.of(Kind.ACTION, Action).values():
        yield from _ahead(action, "done", action.fields.done, today)
    for research in documents.of(Kind.RESEARCH, Research).values():
        yield from _ahead(research, "date", research.fields.date, today)
    yield from _unordered(documents.of(Kind.PHASE, phase.Phase), phases.values())


def _none_beside_some(step: LinkedStep) -> Iterator[Mistake]:
    for one in step.none:
        beside = said_in(step, Part(one.lane.value))
        if any({*one.personas} & {*other.personas} or not other.personas for other in beside):
            values = {"what": "none", "text": one.text, "where": one.lane.value}
            yield Mistake(code=Code.CONTRADICTION, span=one.span, values=values)


def _ahead(document: Document[Any], key: str, day: date | None, today: date) -> Iterator[Mistake]:
    if day and day > today:
        yield _mistake(document, key, key, day=day)


def _of_asset(document: Document[asset.Asset], linked: Asset, today: date) -> Iterator[Mistake]:
    if linked.id in linked.next:
        yield _mistake(document, "next", "next")
    if document.fields.gate and document.fields.gated is False:
        yield _mistake(document, "gated", "gated")
    if document.fields.speed and (measured := document.fields.speed.date) and measured > today:
        yield _mistake(document, "measured", "speed", "date", day=measured)
    # Content systems write a date beside drafts too.
    day = None if document.origin else document.fields.published
    if day and day <= today and linked.status not in _DONE and document.fields.status:
        yield _mistake(document, "published", "published", day=day, status=document.fields.status)


def _unordered(
    documents: Mapping[str, Document[phase.Phase]], phases: Iterable[Phase]
) -> Iterator[Mistake]:
    # One phase alone needs no place among others.
    taken: dict[float, str] = {}
    row = tuple(phases) if len(documents) > 1 else ()
    free = floor(max((one.order for one in row if one.order is not None), default=0)) + 1
    for one in row:
        document, values = documents[one.id], {"phase": one.id, "free": str(free)}
        if one.order is None:
            yield Mistake(code=Code.UNORDERED_PHASE, span=document.start, values=values)
            continue
        first = taken.setdefault(one.order, one.title)
        if taken[one.order] is not one.title:
            values["first"] = first
            yield Mistake(code=Code.UNORDERED_PHASE, span=document.span("order"), values=values)


def _mistake(document: Document[Any], what: str, *place: Step, **values: object) -> Mistake:
    told = {"what": what, **{name: str(value) for name, value in values.items()}}
    return Mistake(code=Code.CONTRADICTION, span=document.span(*place), values=told)
