"""How a handbook did at points of its history: what is answered, known, felt and missing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from journeybook.codes import Code, Severity
from journeybook.counts.counted import Counted
from journeybook.counts.counting import Counts
from journeybook.counts.moves import Trace, moves
from journeybook.counts.steps import places_within
from journeybook.counts.within import Within
from journeybook.gaps.ledger import Entry
from journeybook.handbook.fitting.asked import FIVE
from journeybook.history.points import JOURNEY, PERSONA, PHASE, WHOLE, Measure, Moment, Point
from journeybook.pipeline import Judged

EVERY = ("week", "month", "tag")

_FEW, _ENOUGH = 6, 3


def chosen(moments: Sequence[Moment], every: str, since: date | None = None) -> tuple[Moment, ...]:
    """Choose the last commit of every week or month, or those with a tag; the earliest first.

    `moments` stand newest first, as git lists them.
    """
    kept = [one for one in moments if since is None or one.day >= since]
    # A clock that ran wrong may date a commit before its parent.
    kept.reverse()
    kept.sort(key=lambda one: one.day)
    if every == "tag":
        return tuple(one for one in kept if one.tags)
    groups = groupby(kept, key=lambda one: _period(one.day, every))
    return tuple(list(group)[-1] for _, group in groups)


def telling(moments: Sequence[Moment], most: int) -> tuple[Moment, ...]:
    """Choose the moments that tell most of a past by themselves: the last ones, no more than that.

    Months, and weeks or days where there are few of them; none where there are few commits.
    """
    if len(moments) < _FEW:
        return ()
    periods = (chosen(moments, every) for every in ("month", "week", "day"))
    found = next((one for one in periods if len(one) >= _ENOUGH), chosen(moments, "day"))
    return found[-most:] if len(found) > 1 else ()


def measured(moment: Moment, judged: Judged, missing: tuple[str, ...] = ()) -> Point:
    """Measure a handbook as it was at a moment, but for what is `missing` at some paths."""
    book, counts = judged.handbook, judged.site.counts
    measures = (
        _measure(WHOLE, "", "", Within(), counts),
        *(
            _measure(JOURNEY, one.id, one.title, Within(journey=one.id), counts)
            for one in book.journeys.values()
        ),
        *(
            _measure(PHASE, one.id, one.title, Within(phase=one.id), counts)
            for one in book.phases.values()
        ),
        *(
            _measure(PERSONA, one.id, one.title, Within(persona=one.id), counts)
            for one in book.personas.values()
        ),
    )
    empty = not (book.journeys or book.personas or book.assets)
    return Point(
        commit=moment.commit,
        day=moment.day,
        tags=moment.tags,
        errors=sum(
            one.severity is Severity.ERROR and not (missing and one.code == Code.UNREAD_INVENTORY)
            for one in judged.findings
        ),
        missing=missing,
        measures=() if empty else measures,
        traces=() if empty else traces_of(judged),
        published=tuple(one.id for one in book.assets.values() if one.is_published),
    )


def traces_of(judged: Judged) -> tuple[Trace, ...]:
    """Give the gaps of a handbook as they are compared with those of another day."""
    return tuple(map(_trace, judged.site.ledger.entries))


def with_moves(points: Iterable[Point]) -> tuple[Point, ...]:
    """Tell for every point what became of the gaps of the point before at which there were any."""
    told: list[Point] = []
    before: tuple[Trace, ...] | None = None
    for point in points:
        measures = tuple(_moved(one, before, point.traces) for one in point.measures)
        told.append(replace(point, measures=measures))
        before = point.traces if point.measures else before
    return tuple(told)


def _moved(measure: Measure, before: tuple[Trace, ...] | None, after: tuple[Trace, ...]) -> Measure:
    if before is None:
        return measure
    old, new = ([one for one in traces if _concerns(one, measure)] for traces in (before, after))
    return replace(measure, moves=moves(old, new))


def _concerns(trace: Trace, measure: Measure) -> bool:
    if measure.scope == WHOLE:
        return True
    parts = {JOURNEY: trace.journeys, PHASE: trace.phases, PERSONA: trace.personas}
    return measure.id in parts[measure.scope]


def _trace(entry: Entry) -> Trace:
    return Trace(
        fingerprint=entry.finding.fingerprint,
        state=entry.state,
        journeys=entry.bearing.journeys,
        phases=entry.bearing.phases,
        personas=entry.bearing.personas,
    )


Row = tuple[str, str, str]
"""What is followed: the scope, its id, and its latest title."""


def scopes(points: Iterable[Point]) -> Iterator[Row]:
    """Give every scope that was ever measured with its latest title: the whole first."""
    titles: dict[tuple[str, str], str] = {}
    for point in points:
        for one in point.measures:
            titles[one.scope, one.id] = one.title
    order = (WHOLE, JOURNEY, PHASE, PERSONA)
    for scope, identifier in sorted(titles, key=lambda key: order.index(key[0])):
        yield scope, identifier, titles[scope, identifier]


def _period(day: date, every: str) -> tuple[int, ...]:
    if every == "day":
        return (day.toordinal(),)
    return (day.year, day.month) if every == "month" else day.isocalendar()[:2]


def _measure(scope: str, identifier: str, title: str, within: Within, counts: Counts) -> Measure:
    scores = counts.scores(within)
    asked = counts.of(Counted.ASKED, within)
    places = places_within(counts.handbook, within)
    return Measure(
        scope=scope,
        id=identifier,
        title=" ".join(title.split()),
        answered=(scores.answered.part, scores.answered.whole),
        researched=(scores.researched.part, scores.researched.whole),
        positive=(scores.positive.part, scores.positive.whole),
        asked=(asked, counts.of(Counted.TO_ASK, within)),
        lacking=scores.lacking,
        scores={
            "answered": scores.answered.value,
            "researched": scores.researched.value,
            "positive": scores.positive.value,
            # What is in scope may shrink; all places in which they take part do not.
            "asked": asked / (len(FIVE) * len(places)) if places else None,
        },
        gaps=counts.of(Counted.OPEN_GAPS, within),
    )
