"""What the defaults of a folder say otherwise: told once, and not of each file below it."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace

from journeybook.compare.change import What
from journeybook.compare.groups import Act
from journeybook.grouping import grouped
from journeybook.sources.names import is_defaults
from journeybook.wording import Wording

_NAMED = 3


def told_once(acts: Iterable[Act], wording: Wording) -> list[Act]:
    """Put acts together that one line of a folder's defaults did, with all that follows of them."""
    found = grouped((_line(act), act) for act in acts)
    return [own[0] if len(own) == 1 else _together(own, wording) for own in found.values()]


def _line(act: Act) -> Hashable:
    change = act.change
    if change is None or change.what is not What.CHANGED or not is_defaults(change.span.path):
        return id(act)
    return (
        change.span,
        change.thing,
        change.label,
        change.aspect,
        change.before,
        change.after,
        change.place.journey,
    )


def _together(acts: Sequence[Act], wording: Wording) -> Act:
    changes = [act.change for act in acts if act.change]
    effects = [effect for act in acts for effect in act.effects]
    personas = dict.fromkeys(persona for one in changes for persona in one.personas)
    told = replace(
        changes[0],
        subject=None,
        text=_names([one.text for one in changes], wording),
        place=replace(changes[0].place, phase=_common([one.place.phase for one in changes])),
        personas=tuple(personas),
    )
    return Act(change=told, effects=tuple(sorted(effects, key=lambda one: one.rank_as_effect)))


def _names(texts: Sequence[str], wording: Wording) -> str:
    # One more is named rather than counted.
    if len(texts) <= _NAMED + 1:
        return ", ".join(texts)
    left = len(texts) - _NAMED
    return ", ".join((*texts[:_NAMED], wording.count("{n} more", "{n} more", left)))


def _common(phases: Sequence[str | None]) -> str | None:
    return phases[0] if len(set(phases)) == 1 else None
