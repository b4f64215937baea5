"""The phases of a journey with their steps, and the lanes that belong to a phase as a whole."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import nsmallest

from journeybook.counts.counted import Counted
from journeybook.counts.within import Within
from journeybook.gaps.ledger import Entry
from journeybook.gaps.state import GapState
from journeybook.handbook.entities import Action, Asset
from journeybook.handbook.journeys import Step
from journeybook.pages.journeys.map.journey_items import (
    Around,
    Group,
    Item,
    action_word,
    coming_words,
)
from journeybook.pages.journeys.map.journey_lanes import step_lanes, unasked_lanes
from journeybook.pages.parts.discussion import concern_in, concern_of
from journeybook.pages.parts.entity_parts import Fact, asking_facts, keeper_facts, told_facts
from journeybook.pages.parts.pictures import Picture, picture_of
from journeybook.pages.parts.tallies import tallies
from journeybook.pages.parts.ways.hrefs import relative
from journeybook.pages.parts.ways.links import NOWHERE, Link, Source, in_language
from journeybook.pages.parts.words.states import filling_words, gap_state
from journeybook.schema import Kind
from journeybook.sources.shared_page import as_part
from journeybook.wording import marked

_MOST = 40
"""So much content, and so many gaps, of a phase are named beside it; others stand in lists."""

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
_COUNTS = (
    (Counted.OPEN_GAPS, "open", "gap"),
    (Counted.FILLING_GAPS, "filling", "gap"),
    (Counted.MINOR_GAPS, "unused", "gap"),
    (Counted.ASSUMPTIONS, "unused", "assumption"),
)
"""What is counted of the gaps of a phase, with its shape and the filter that looks for it."""
_CONTENT = {"published": "answered", "retired": "unused"}


@dataclass(frozen=True, slots=True, kw_only=True)
class StepColumn:
    """A step of a journey: what is told in each of its lanes, and the author's own words."""

    anchor: str
    title: str
    lanes: dict[str, tuple[Group, ...]] = field(default_factory=dict)
    body: str = ""
    summary: str = ""
    picture: Picture | None = None
    facts: tuple[Fact, ...] = ()
    source: Source = NOWHERE
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseColumn:
    """A phase of a journey; `steps` is never empty, a phase without any has an empty one."""

    id: str
    anchor: str
    link: Link
    stage: str
    summary: str
    steps: tuple[StepColumn, ...]
    lanes: dict[str, tuple[Group, ...]]
    report: str


def journey_phases(around: Around) -> tuple[PhaseColumn, ...]:
    """Give the phases in the scope of a journey, in order."""
    return tuple(_phase(one, around) for one in around.journey.scope)


def _phase(identifier: str, around: Around) -> PhaseColumn:
    here, journey = around.here, around.journey
    phase = here.site.handbook.phases[identifier]
    steps = tuple(_step(one, around) for one in journey.steps_in(identifier))
    empty = StepColumn(
        anchor="", title=around.say("Not described yet"), lanes=unasked_lanes(around)
    )
    lanes = {
        "content": _content(identifier, around),
        "actions": _actions(identifier, around),
        "gaps": _gaps(identifier, around),
    }
    return PhaseColumn(
        id=identifier,
        anchor=here.site.addresses.phase_anchor(journey, identifier),
        link=here.phase(identifier),
        stage=phase.stage or "",
        summary=phase.summary or "",
        steps=steps or (empty,),
        lanes={key: groups for key, groups in lanes.items() if groups},
        report=here.site.href(here.uri, here.site.addresses.gaps_of(identifier)),
    )


def _step(step: Step, around: Around) -> StepColumn:
    return StepColumn(
        anchor=around.here.site.addresses.step_anchor(step),
        title=step.title,
        lanes=step_lanes(step, around),
        body=_told(step, around),
        summary=step.summary or "",
        picture=picture_of(step, around.here),
        facts=(
            *told_facts(around.here, step, Kind.STEP),
            *asking_facts(around.here, step.asks_back),
            *keeper_facts(around.here, step),
        ),
        source=around.here.source(step.span, step.title, concern=concern_in(step)),
        id=step.id,
    )


def _told(step: Step, around: Around) -> str:
    site = around.here.site
    folder = site.uri_of(step.path).rpartition("/")[0]
    way = relative(around.here.uri, f"{folder}/").removeprefix("./")
    return as_part(step.body, site.addresses.step_anchor(step), way)


def _content(phase: str, around: Around) -> tuple[Group, ...]:
    book, journey = around.here.site.handbook, around.journey
    found: dict[str, Asset] = {}
    for persona in journey.personas:
        found.update((one.id, one) for one in book.coverage.assets_at(persona, phase))
    for step in journey.steps_in(phase):
        used = (each for one in step.touchpoints for each in one.assets)
        found.update((each, book.assets[each]) for each in used)
    order = ("published", "review", "draft", "planned", "idea", "retired")
    ranks = {one.id: order.index(one.status.value) for one in found.values()}
    known = list(found.values())
    # Where there is more than anybody reads, what answers most is shown.
    if more := max(len(known) - _MOST, 0):
        known = nsmallest(
            _MOST, known, key=lambda one: (ranks[one.id], -len(one.answers), one.title, one.id)
        )
    placed = sorted(known, key=lambda one: (ranks[one.id], one.title))
    items = [_asset(one, around) for one in placed]
    if more:
        items.append(_rest(more, phase, around))
    return (Group(items=tuple(items)),) if items else ()


def _rest(number: int, phase: str, around: Around) -> Item:
    personas = around.journey.personas
    readers = {"persona": personas[0]} if len(personas) == 1 else {}
    return _more(number, around.here.catalogue("", phase=phase, **readers).href, around)


def _more(number: int, href: str | None, around: Around) -> Item:
    words = around.here.site.wording.count("and {n} more", "and {n} more", number)
    return Item(text=words, href=href)


def _asset(asset: Asset, around: Around) -> Item:
    label = around.here.site.handbook.vocabulary.type_label(asset.type)
    parts, link = (label, coming_words(around, asset)), around.here.asset(asset)
    return Item(
        text=asset.title,
        href=link.href,
        attributes=in_language(link.lang),
        kind=_CONTENT.get(asset.status.value, "filling"),
        word=asset.status_label,
        note=" · ".join(part for part in parts if part),
    )


def _actions(phase: str, around: Around) -> tuple[Group, ...]:
    book = around.here.site.handbook
    found = [one for one in book.actions.values() if _is_at(one, phase, around)]
    items = []
    for one in found:
        due = around.here.site.wording.day(one.due) if one.due and one.status != "done" else ""
        parts = (action_word(around, one), due, one.owner or "")
        kind = "answered" if one.status == "done" else "filling" if one.is_live else "unused"
        items.append(
            Item(
                text=one.title,
                href=around.here.action(one.id).href,
                kind=kind,
                word=parts[0],
                note=" · ".join(part for part in parts if part),
            )
        )
    return (Group(items=tuple(items)),) if items else ()


def _is_at(action: Action, phase: str, around: Around) -> bool:
    if around.journey.id not in action.journeys:
        return False
    met = (around.here.site.handbook.step(one) for one in action.touchpoints)
    return phase in (action.phases or {step.phase for step in met if step})


def _gaps(phase: str, around: Around) -> tuple[Group, ...]:
    within = Within(journey=around.journey.id, phase=phase)
    rules = around.here.site.rules
    # What is missing about a statement stands beside the statement, so here it is only counted.
    told = [
        one
        for one in around.here.site.counts.gaps(within)
        if not rules[one.finding.code].is_mark and not one.is_quiet and not _is_above(one, around)
    ]
    told.sort(key=lambda one: tuple(GapState).index(one.state))
    items = [*_counted(within, around), *(_gap(one, around) for one in told[:_MOST])]
    if len(told) > _MOST:
        report = around.here.site.addresses.gaps_of(phase)
        items.append(
            _more(len(told) - _MOST, around.here.site.href(around.here.uri, report), around)
        )
    return (Group(items=tuple(items)),) if items else ()


def _counted(within: Within, around: Around) -> Iterator[Item]:
    for what, kind, mark in _COUNTS:
        for made in tallies(around.here, (what,), within):
            yield Item(
                text=made.words,
                href=made.href,
                kind=kind,
                marks=(mark,),
                attributes=made.attributes,
            )


def _is_above(entry: Entry, around: Around) -> bool:
    finding = entry.finding
    has_short = bool(around.here.site.rules[finding.code].short)
    return has_short and finding.journey == around.journey.id and not finding.waived


def _gap(entry: Entry, around: Around) -> Item:
    finding = entry.finding
    kind, word = gap_state(around.here.site, finding)
    filling = finding.being_filled
    note = f"{filling.title}: {filling_words(around.here.site, filling)}" if filling else word
    return Item(
        text=finding.message,
        href=around.here.gap(finding, around.here.site.gap_home(entry)).href,
        kind=kind,
        word=word,
        note=note,
        source=around.here.source(
            finding.span, finding.message, finding.fingerprint, concern_of(finding)
        ),
        marks=() if finding.waived else ("gap",),
    )
