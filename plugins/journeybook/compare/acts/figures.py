"""Figures that a team watches, before and after: of each only what is otherwise."""

from collections.abc import Iterable, Mapping, Sequence

from journeybook.compare.change import Tone
from journeybook.compare.values import Values
from journeybook.grouping import grouped
from journeybook.schema.kpi import Kpi
from journeybook.wording import marked

_Figures = Mapping[str, Sequence[tuple[str, ...]]]


def figures_apart(before: Iterable[Kpi], after: Iterable[Kpi], values: Values) -> tuple[str, str]:
    """Write what only one of two states says of figures, those of the same name side by side."""
    olds, news = (grouped(_parts(kpi, values) for kpi in kpis) for kpis in (before, after))
    return _told(olds, news), _told(news, olds)


def tone_of_figures(before: Iterable[Kpi], after: Iterable[Kpi]) -> Tone:
    """Tell whether what was measured is better or worse now; neither, where it is now both."""
    olds = {(kpi.name, kpi.unit): kpi.actual for kpi in before}
    moved = {
        (kpi.actual < old) is kpi.wants_less
        for kpi in after
        if kpi.actual is not None
        and (old := olds.get((kpi.name, kpi.unit))) not in {None, kpi.actual}
    }
    if len(moved) != 1:
        return Tone.NEUTRAL
    return Tone.BETTER if moved.pop() else Tone.WORSE


def _told(figures: _Figures, others: _Figures) -> str:
    return "; ".join(
        _figure(name, parts, known=others.get(name, ()))
        for name, same in figures.items()
        for parts in same
        if parts not in others.get(name, ())
    )


def _figure(name: str, parts: Sequence[str], known: Iterable[Sequence[str]]) -> str:
    own = ", ".join(part for part in parts if not any(part in other for other in known))
    return f"{name}: {own}" if own else name


def _parts(kpi: Kpi, values: Values) -> tuple[str, tuple[str, ...]]:
    say, shown = values.wording.text, values.shown
    numbers = ((marked("target"), kpi.target), (marked("actual"), kpi.actual))
    parts = (
        values.word(kpi.kind),
        *(f"{say(word)} {shown(number)}" for word, number in numbers if number is not None),
        values.word(kpi.better or kpi.direction),
        say("to be read every {period}", period=shown(kpi.every)) if kpi.every else "",
        *(f"{shown(one.date)}: {shown(one.value)}" for one in kpi.readings),
        say("owner: {owner}", owner=kpi.owner) if kpi.owner else "",
    )
    name = f"{kpi.name} ({kpi.unit})" if kpi.unit else kpi.name
    return name, tuple(filter(None, parts))
