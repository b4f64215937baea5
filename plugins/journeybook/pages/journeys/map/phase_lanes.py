"""The lanes of a journey that belong to a phase as a whole: its content, improvements and gaps."""

from collections.abc import Iterator
from heapq import nsmallest

from journeybook.counts.counted import Counted
from journeybook.counts.within import Within
from journeybook.findings import only
from journeybook.gaps.ledger import Entry
from journeybook.gaps.state import GapState
from journeybook.handbook.entities import Action, Asset
from journeybook.pages.journeys.map.journey_items import (
    Around,
    Group,
    Item,
    action_word,
    coming_words,
)
from journeybook.pages.parts.discussion import concern_of
from journeybook.pages.parts.tallies import tallies
from journeybook.pages.parts.ways.links import in_language
from journeybook.pages.parts.words.states import filling_words, gap_state

_MOST = 40
"""So much content, and so many gaps, of a phase are named beside it; others stand in lists."""


_COUNTS = (
    (Counted.OPEN_GAPS, "open", "gap"),
    (Counted.FILLING_GAPS, "filling", "gap"),
    (Counted.MINOR_GAPS, "unused", "gap"),
    (Counted.ASSUMPTIONS, "unused", "assumption"),
)
"""What is counted of the gaps of a phase, with its shape and the filter that looks for it."""


_CONTENT = {"published": "answered", "retired": "unused"}


def phase_lanes(phase: str, around: Around) -> dict[str, tuple[Group, ...]]:
    """Give what stands in each lane of a phase; empty lanes are left out."""
    lanes = {
        "content": _content(phase, around),
        "actions": _actions(phase, around),
        "gaps": _gaps(phase, around),
    }
    return {key: groups for key, groups in lanes.items() if groups}


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
    persona = only(around.journey.personas)
    readers = {"persona": persona} if persona else {}
    return _more(number, around.here.catalogue("", phase=phase, **readers).href, around)


def _more(number: int, href: str | None, around: Around) -> Item:
    return Item(text=around.here.site.wording.and_more(number), href=href)


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
        href=around.here.gap(entry).href,
        kind=kind,
        word=word,
        note=note,
        source=around.here.source(
            finding.span, finding.message, finding.fingerprint, concern_of(finding)
        ),
        marks=() if finding.waived else ("gap",),
    )
