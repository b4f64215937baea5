"""The map of a journey with its changed cells, before and after, ready to be drawn."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from journeybook.compare.change import Change, Thing, What
from journeybook.compare.comparison import Comparison, Group
from journeybook.compare.feelings import feeling
from journeybook.compare.telling import (
    ScoreRow,
    counts,
    detail,
    mark,
    nothing_changed,
    outside,
    personas_of,
    score_rows,
)
from journeybook.compare.words import LANES
from journeybook.handbook.book import Handbook
from journeybook.handbook.journeys import Journey
from journeybook.schema import Kind
from journeybook.wording import Wording, marked


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One change: a sign, what happened, and the values before and after."""

    sign: str
    label: str
    detail: str
    tone: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A statement of a cell: as it is now, with what changed about it."""

    text: str
    state: str
    told: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What stands in a lane at a phase; `changed` says in words how much changed."""

    items: tuple[Item, ...]
    changed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A lane of the map."""

    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyMap:
    """A journey's changes: its scores, its map, and what concerns the journey as a whole."""

    title: str
    personas: str
    number: str
    scores: tuple[ScoreRow, ...]
    phases: tuple[str, ...]
    rows: tuple[Row, ...]
    whole: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The page of a comparison."""

    language: str
    summary: str
    scores: tuple[ScoreRow, ...]
    journeys: tuple[JourneyMap, ...]


_ROWS: Mapping[Thing, str] = {
    Thing.STEP: marked("Step"),
    Thing.NEED: marked("Needs"),
    Thing.QUESTION: marked("Questions"),
    Thing.EMOTION: marked("Feeling"),
    Thing.EXPECTATION: marked("Expectations"),
    Thing.TOUCHPOINT: marked("Touchpoints"),
    Thing.DROP_OFF: marked("Drop-off moments"),
    Thing.ACTION: marked("Improvements"),
    Thing.GAP: marked("Gaps"),
}
_LANE_OF = {labels.thing: lane for lane, labels in LANES.items()}


def review(comparison: Comparison) -> Review:
    """Lay out a comparison as maps."""
    wording = comparison.wording
    empty = not comparison.groups
    return Review(
        language=wording.language,
        summary=nothing_changed(wording) if empty else counts(comparison),
        scores=() if empty else score_rows(comparison.before, comparison.after, wording),
        journeys=tuple(_journey(comparison, group) for group in comparison.groups),
    )


def _journey(comparison: Comparison, group: Group) -> JourneyMap:
    wording = comparison.wording
    both = (group.before, group.after) if group.before and group.after else None
    placed = [phased for phased in group.phases if phased.phase is not None]
    now = comparison.sides.after.journeys.get(group.journey or "")
    names = [*(now.scope if now else ()), *(one.phase for one in placed if one.phase)]
    order = [*comparison.sides.after.phases, *names]
    phases = [one for one in dict.fromkeys(order) if one in names]
    titles = {one.phase: one.title for one in placed}
    rows = _rows(comparison, group, now, phases) if group.journey else ()
    whole = [
        one
        for phased in group.phases
        for one in phased.changes
        if phased.phase is None or not group.journey or one.thing not in _ROWS
    ]
    return JourneyMap(
        title=group.title or outside(wording),
        personas=personas_of(group, wording),
        number=wording.count("{n} change", "{n} changes", len(group.changes)),
        scores=score_rows(*both, wording) if both else (),
        phases=tuple(
            titles.get(one) or comparison.sides.titles_after(Kind.PHASE, [one]) for one in phases
        ),
        rows=tuple(rows),
        whole=tuple(_told(one, wording, text=one.text) for one in whole),
    )


def _rows(
    comparison: Comparison, group: Group, now: Journey | None, phases: list[str]
) -> Iterator[Row]:
    by_phase = {one.phase: one.changes for one in group.phases}
    for thing, label in _ROWS.items():
        cells = [
            _cell(
                comparison,
                tuple(_standing(now, thing, phase, comparison.sides.after)),
                [one for one in by_phase.get(phase, ()) if one.thing is thing],
            )
            for phase in phases
        ]
        if any(cell.items for cell in cells):
            yield Row(label=comparison.wording.text(label), cells=tuple(cells))


def _standing(
    journey: Journey | None, thing: Thing, phase: str, book: Handbook
) -> Iterator[tuple[str, str]]:
    # The statements of a cell as they are now, whether they changed or not.
    lane = _LANE_OF.get(thing)
    for step in journey.steps_in(phase) if journey else ():
        if thing is Thing.EMOTION:
            yield from ((one.id, feeling(one, book)) for one in step.emotions)
        yield from (
            (one.id, " ".join(one.text.split())) for one in step.statements if one.lane is lane
        )


def _cell(
    comparison: Comparison, standing: Iterable[tuple[str, str]], changes: list[Change]
) -> Cell:
    wording = comparison.wording
    items = []
    told: dict[str, list[Change]] = {}
    for one in changes:
        if one.what is not What.REMOVED:
            told.setdefault(one.subject, []).append(one)
    known = dict(standing)
    for subject, text in known.items():
        items.append(_item(text, told.pop(subject, []), wording))
    items += [_item(own[0].text, own, wording) for own in told.values()]
    items += [
        Item(text=one.text, state="removed", told=(_told(one, wording),))
        for one in changes
        if one.what is What.REMOVED
    ]
    number = len(changes)
    return Cell(
        items=tuple(items),
        changed=wording.count("{n} change", "{n} changes", number) if number else "",
    )


def _item(text: str, changes: list[Change], wording: Wording) -> Item:
    if not changes:
        return Item(text=text, state="same")
    state = "added" if changes[0].what is What.ADDED else "changed"
    return Item(text=text, state=state, told=tuple(_told(one, wording) for one in changes))


def _told(change: Change, wording: Wording, text: str = "") -> Told:
    return Told(
        sign=mark(change),
        label=wording.text(change.label),
        detail=detail(change, wording),
        tone=change.tone.value,
        text=text,
    )
