"""The bars a team sets: what a phase expects, and how often something is to be looked at again."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from journeybook.compare.change import Change, Tone, What
from journeybook.compare.edit import About, change
from journeybook.compare.pair import Pair
from journeybook.handbook.entities import Expects, Phase
from journeybook.schema import Kind
from journeybook.schema.kpi import Kpi
from journeybook.schema.period import Period
from journeybook.schema.told import Told
from journeybook.wording import Wording, marked

_EASIER = marked("A target that is easier to reach")
_READ_LESS = marked("A figure to be read less often")
_EXPECTS_LESS = marked("Expects less")
_DAYS_OF_A_MONTH = 30.4
_LOWERED = 99


def lowered(change: Change, label: str) -> Change:
    """Tell a change as a bar that was lowered, which may hide what is missing."""
    return replace(change, label=label, weight=_LOWERED, decided=True, tone=Tone.NEUTRAL)


def rarer(before: Period | None, after: Period | None) -> bool:
    """Tell whether something is to be looked at less often than before."""
    return before is not None and (after is None or _days(after) > _days(before))


def lowered_figures(change: Change, before: tuple[Kpi, ...], after: tuple[Kpi, ...]) -> Change:
    """Tell figures as a bar that was lowered, where one is easier to reach or read less often."""
    later = {kpi.name: kpi for kpi in after}
    kept = [(kpi, later[kpi.name]) for kpi in before if kpi.name in later]
    if any(_is_easier(old, new) for old, new in kept):
        return lowered(change, _EASIER)
    if any(rarer(old.every, new.every) for old, new in kept):
        return lowered(change, _READ_LESS)
    return change


def _is_easier(before: Kpi, after: Kpi) -> bool:
    if before.target is None or before.wants_less is not after.wants_less:
        return before.target is not None
    if after.target is None:
        return True
    return (after.target > before.target) if before.wants_less else after.target < before.target


def _days(period: Period) -> float:
    return period.months * _DAYS_OF_A_MONTH + period.days


def expectation_changes(
    about: About, told: Told, old: Phase, new: Phase, pair: Pair
) -> Iterator[Change]:
    """Compare the content that a phase expects, for everybody and for single personas."""
    # Whoever is called otherwise in both is nobody else.
    persona = partial(pair.matches.one, Kind.PERSONA)
    own = {persona(name) or name: one for name, one in old.expects_by_persona.items()}
    old = replace(old, expects_by_persona=own)
    values = (_expects(old, pair), _expects(new, pair))
    if values[0] == values[1]:
        return
    told_as = change(
        about, What.CHANGED, told.label, weight=told.weight, values=values, aspect="expects"
    )
    people = ("", *old.expects_by_persona, *new.expects_by_persona)
    pairs = [(old.expects_of(name), new.expects_of(name)) for name in people]
    less = any(_asks_less(before, after) for before, after in pairs)
    more = any(_asks_less(after, before) for before, after in pairs)
    told_as = replace(told_as, shrinks=less and not more)
    yield lowered(told_as, _EXPECTS_LESS) if less else told_as


def _asks_less(before: Expects, after: Expects) -> bool:
    return (
        (before.assets or 0) > (after.assets or 0)
        or (before.formats or 0) > (after.formats or 0)
        or not set(before.types) <= set(after.types)
        or (before.gate_fields is not None and _most(after) > before.gate_fields)
        or (before.cta == "required" and after.cta != "required")
        or (before.gated in {"expected", "discouraged"} and after.gated != before.gated)
    )


def _most(expects: Expects) -> float:
    # Where nobody says how many fields a form may ask, it may ask any number.
    return float("inf") if expects.gate_fields is None else expects.gate_fields


def _expects(phase: Phase, pair: Pair) -> str:
    title = partial(pair.title, Kind.PERSONA)
    own = (
        pair.wording.text("for {persona}: {expects}", persona=title(name), expects=text)
        for name, one in phase.expects_by_persona.items()
        if (text := _demands(one, pair))
    )
    return "; ".join(filter(None, (_demands(phase.expects, pair), *own)))


def _demands(expects: Expects, pair: Pair) -> str:
    say, types = pair.wording.text, pair.after.vocabulary.type_label
    parts = (
        *_pieces(expects, pair.wording),
        ", ".join(types(one) or one for one in expects.types),
        say("call to action: {word}", word=pair.values.word(expects.cta)) if expects.cta else "",
        say("form: {word}", word=pair.values.word(expects.gated)) if expects.gated else "",
    )
    return ", ".join(filter(None, parts))


def _pieces(expects: Expects, wording: Wording) -> Iterator[str]:
    if expects.assets is not None:
        yield wording.count("{n} piece of content", "{n} pieces of content", expects.assets)
    if expects.formats is not None:
        yield wording.count("{n} type of content", "{n} types of content", expects.formats)
    if expects.gate_fields is not None:
        yield wording.count(
            "forms of {n} field at most", "forms of {n} fields at most", expects.gate_fields
        )
