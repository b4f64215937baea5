"""Figures on their way: what they are, what they should be, and how they moved."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from journeybook.handbook.entities import Action
from journeybook.handbook.ids import anchor_of
from journeybook.handbook.index.figures import before_and_after
from journeybook.pages.parts.drawing.readings import Point, ReadingsChart, draw_readings
from journeybook.pages.parts.entity_parts import figure_words, target
from journeybook.pages.parts.ways.links import Here, Link
from journeybook.schema.kpi import Kpi


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """An action that should move a figure, and what the figure was before and after."""

    link: Link
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """A figure on its way: where it is, where it should be, and how it is called.

    `kind` and `word` say whether it is there; `read` when it was read last, and `late` that it
    should have been read again.
    """

    name: str
    anchor: str
    actual: str
    target: str
    owner: str
    kind: str
    word: str
    chart: Markup
    read: str = ""
    late: str = ""
    effects: tuple[Effect, ...] = ()
    place: Link | None = None


def progress(
    here: Here,
    kpi: Kpi,
    *,
    key: str = "",
    actions: Iterable[Action] = (),
    owner: str | None = None,
    place: Link | None = None,
) -> Progress:
    """Show a figure with its unit, its readings and what was done; `key` names its drawing."""
    say, moving = here.site.wording.text, tuple(actions)
    has_figure = kpi.actual is not None or kpi.target is not None
    kind, word = _state(here, kpi)
    anchor = anchor_of("figure", key or kpi.name)
    return Progress(
        name=kpi.name if has_figure or not kpi.unit else f"{kpi.name} ({kpi.unit})",
        anchor=anchor,
        actual=say("not measured") if kpi.actual is None else figure_words(here, kpi.actual, kpi),
        target=target(here, kpi) or say("not measured"),
        owner=owner or kpi.owner or "",
        kind=kind,
        word=word,
        chart=draw_readings(_chart(here, kpi, anchor, moving)) if kpi.readings else Markup(),
        read=_read(here, kpi),
        late=_late(here, kpi),
        effects=tuple(_effects(here, kpi, moving)),
        place=place,
    )


def _state(here: Here, kpi: Kpi) -> tuple[str, str]:
    say = here.site.wording.text
    if kpi.actual is None or kpi.target is None:
        return "unused", say("nothing to compare yet")
    return ("open", say("not there yet")) if kpi.misses else ("served", say("on target"))


def _read(here: Here, kpi: Kpi) -> str:
    wording = here.site.wording
    parts = []
    if kpi.readings:
        parts.append(wording.text("read on {day}", day=wording.day(kpi.readings[-1].date)))
    if kpi.every:
        every = wording.period(kpi.every.months, kpi.every.days)
        parts.append(wording.text("to be read every {period}", period=every))
    return " · ".join(parts)


def _late(here: Here, kpi: Kpi) -> str:
    due, wording = kpi.next_reading, here.site.wording
    if due and due < here.site.handbook.today:
        return wording.text("should have been read by {day}", day=wording.day(due))
    return wording.text("never read") if kpi.every and not kpi.readings else ""


def _effects(here: Here, kpi: Kpi, actions: Iterable[Action]) -> Iterator[Effect]:
    for action in actions:
        yield Effect(link=here.action(action.id), words=_moved(here, kpi, _day_of(action)))


def _day_of(action: Action) -> date | None:
    return action.done or (action.due if action.status == "done" else None)


def _moved(here: Here, kpi: Kpi, day: date | None) -> str:
    wording = here.site.wording
    if day is None:
        return wording.text("not done yet")
    before, after = before_and_after(kpi, day)
    if before is None and after is None:
        return wording.text("done on {day}", day=wording.day(day))
    unread = wording.text("not measured")
    return wording.text(
        "done on {day}: {before} before, {after} after",
        day=wording.day(day),
        before=figure_words(here, before.value, kpi) if before else unread,
        after=figure_words(here, after.value, kpi) if after else unread,
    )


def _chart(here: Here, kpi: Kpi, anchor: str, actions: Iterable[Action]) -> ReadingsChart:
    wording, first, last = here.site.wording, kpi.readings[0], kpi.readings[-1]
    days = (day for action in actions if (day := _day_of(action)))
    values = [one.value for one in kpi.readings]
    values.extend([] if kpi.target is None else [kpi.target])
    return ReadingsChart(
        name=anchor,
        title=kpi.name,
        description=" · ".join(
            f"{wording.day(one.date)}: {figure_words(here, one.value, kpi)}" for one in kpi.readings
        ),
        points=tuple(
            Point(
                day=(one.date - first.date).days, value=one.value, label=wording.number(one.value)
            )
            for one in kpi.readings
        ),
        first_day=wording.day(first.date),
        last_day=wording.day(last.date),
        scale=(wording.number(min(values)), wording.number(max(values))),
        target=kpi.target,
        target_label=wording.text("target {figure}", figure=wording.number(kpi.target or 0)),
        marks=tuple((day - first.date).days for day in days if first.date <= day <= last.date),
    )
