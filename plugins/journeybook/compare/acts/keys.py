"""What changed under the keys of an entity or a touchpoint, from the table of all fields."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from pydantic import BaseModel

from journeybook.compare.acts.bars import expectation_changes, lowered, lowered_figures, rarer
from journeybook.compare.acts.figures import figures_apart, tone_of_figures
from journeybook.compare.change import Change, Tone, What
from journeybook.compare.edit import About, Value, change
from journeybook.compare.pair import Pair
from journeybook.handbook.entities import Asset, Channel, Persona, Phase, RankedChannels
from journeybook.handbook.fitting.freshness import looked_at_every
from journeybook.handbook.journeys import Journey, Step, Touchpoint
from journeybook.handbook.research import Research
from journeybook.handbook.statements import Entity
from journeybook.handbook.use import by_source
from journeybook.rules.engine.use_words import use_words
from journeybook.schema import Kind
from journeybook.schema.told import Told, told_keys
from journeybook.schema.types import choices
from journeybook.wording import marked, signed

_FIGURES = {"kpis", "moves_on"}
_ATTRIBUTES = {"role": "roles", "kind": "work"}


def key_changes(
    about: About, model: type[BaseModel], old: object, new: object, pair: Pair
) -> Iterator[Change]:
    """Compare all that the model's table tells of, before and after."""
    document = pair.documents[1].get(about.span.path)
    for name, told in told_keys(model).items():
        if told.weight and _is_written_anew(name, old, new, pair):
            of_key = about
            if document and isinstance(new, Entity):
                of_key = replace(about, span=document.span(name))
            yield from _key(of_key, model, name, told, (old, new), pair)


def rising(before: float | None, after: float | None) -> Tone:
    """Tell the tone of a figure that is better when it is higher."""
    if before is None or after is None or before == after:
        return Tone.NEUTRAL
    return Tone.BETTER if after > before else Tone.WORSE


def _is_written_anew(name: str, old: object, new: object, pair: Pair) -> bool:
    # On a site, the day of a line in its history stands where nobody wrote one.
    if name == "since" and any(one.bench.settings.line_days for one in pair.judged):
        return False
    # What follows from other files, such as what a persona inherits, is no edit of this one. The
    # phase of a step may follow from the name of its file.
    if name == "phase" or not isinstance(old, Entity) or not isinstance(new, Entity):
        return True
    before, after = pair.documents[0].get(old.path), pair.documents[1].get(new.path)
    if before is None or after is None:
        return True
    if name == "title":
        # A step without a title of its own is called after its phase.
        return any(one.fields.title or one.heading for one in (before, after))
    keys = (name, name.removesuffix("s"))
    return any(
        getattr(before.fields, key, None) != getattr(after.fields, key, None) for key in keys
    )


def _key(  # noqa: PLR0917 - one key of one model, before and after
    about: About,
    model: type[BaseModel],
    name: str,
    told: Told,
    states: tuple[object, object],
    pair: Pair,
) -> Iterator[Change]:
    match states:
        case (Phase() as old, Phase() as new) if name == "expects":
            yield from expectation_changes(about, told, old, new, pair)
            return
        case (Persona() as old, Persona() as new) if name == "channels":
            yield from _ranks(about, told, old, new, pair)
            return
    before, after = (getattr(state, name, None) for state in states)
    tone = _tone(told, before, after)
    if name in _FIGURES:
        shown: tuple[Value, ...] = figures_apart(before or (), after or (), pair.values)
        tone = tone_of_figures(before or (), after or ())
    else:
        before, after = shown = tuple(_value(state, name, model, pair) for state in states)
    for one in pair.compared(
        about,
        told.aspect or name.replace("_", "-"),
        told.label,
        *shown,
        kind=told.kind,
        weight=told.weight,
        tone=tone,
    ):
        yield _judged(one, name, before, after)


def _judged(told: Change, name: str, before: Any, after: Any) -> Change:  # noqa: ANN401 - of any field
    if name == "review_every" and rarer(before, after):
        return lowered(replace(told, shrinks=True), marked("To be reviewed less often"))
    return lowered_figures(told, before, after) if name in _FIGURES else told


def _tone(told: Told, before: Any, after: Any) -> Tone:  # noqa: ANN401 - of any field
    if told.rises:
        return rising(before, after)
    if told.rising:
        return rising(_place(told, before), _place(told, after))
    return Tone.NEUTRAL


def _place(told: Told, word: str | None) -> int:
    # A status that is not written counts as an idea.
    return told.rising.index(word or "idea")


def _value(entity: object, name: str, model: type[BaseModel], pair: Pair) -> Value:
    if shown := _SHOWN.get((type(entity), name)):
        return shown(entity, pair)
    value: Value = getattr(entity, _ATTRIBUTES.get(name, name))
    words = value if isinstance(value, tuple) else (value,)
    if name in _chosen(model):
        return tuple(pair.values.word(str(word)) for word in words if word)
    if name in {"language", "languages"}:
        return tuple(pair.wording.language_name(str(word)) for word in words if word)
    return value


@cache
def _chosen(model: type[BaseModel]) -> frozenset[str]:
    fields = model.model_fields.items()
    return frozenset(name for name, field in fields if choices(field.annotation))


def _ranks(about: About, told: Told, old: Persona, new: Persona, pair: Pair) -> Iterator[Change]:
    before = [pair.kept(Kind.CHANNEL, rank) for rank in _by_rank(old.channels).values()]
    if before == list(_by_rank(new.channels).values()):
        return
    values = (
        _ranked(old.channels, pair, pair.titles[0][Kind.CHANNEL]),
        _ranked(new.channels, pair, pair.titles[1][Kind.CHANNEL]),
    )
    yield change(
        about, What.CHANGED, told.label, weight=told.weight, values=values, aspect="channels"
    )


def _by_rank(channels: RankedChannels) -> Mapping[str, tuple[str, ...]]:
    return {
        marked("first: {channels}"): channels.primary,
        marked("next: {channels}"): channels.secondary,
        marked("rarely: {channels}"): channels.tertiary,
    }


def _ranked(channels: RankedChannels, pair: Pair, titles: Mapping[str, str]) -> str:
    return "; ".join(
        pair.wording.text(rank, channels=", ".join(titles.get(one, one) for one in ids))
        for rank, ids in _by_rank(channels).items()
        if ids
    )


def _quotes(research: Research, pair: Pair) -> Value:
    return tuple(
        ", ".join(
            (
                f"“{one.text}”",
                *filter(None, (one.role, one.segment)),
                *_statements(one.statements, pair),
            )
        )
        for one in research.quotes
    )


def _statements(names: tuple[str, ...], pair: Pair) -> tuple[str, ...]:
    texts = {**pair.statements[0], **pair.statements[1]}
    return tuple(texts[name].text if name in texts else name for name in names)


def _others(place: Touchpoint | Step, pair: Pair) -> Value:
    return tuple(
        ", ".join(
            (
                one.name,
                *filter(None, (pair.values.shown(one.satisfaction), one.text)),
                *(pair.title(Kind.RESEARCH, name) for name in one.evidence),
            )
        )
        for one in place.others
    )


def _asking(place: Step | Channel, _pair: Pair) -> Value:
    one = place.asks_back
    return tuple(filter(None, (one.when, one.how, one.then, one.reward))) if one else None


def _speed(asset: Asset, pair: Pair) -> Value:
    one = asset.speed
    if one is None:
        return None
    say, shown = pair.wording.text, pair.values.shown
    seconds = say("{n} seconds", n=shown(one.seconds)) if one.seconds else ""
    score = say("score {n}", n=shown(one.score)) if one.score is not None else ""
    shift = say("moves by {n}", n=shown(one.shift)) if one.shift else ""
    return tuple(filter(None, (seconds, score, shift, shown(one.date))))


def _use(asset: Asset, pair: Pair) -> Value:
    return tuple(
        use_words(source, one, pair.wording) for source, one in by_source(asset.use).items()
    )


def _cta(asset: Asset, _pair: Pair) -> Value:
    cta = asset.cta
    return f"{cta.text} ({cta.url})" if cta and cta.url else cta.text if cta else None


_SHOWN: Mapping[tuple[type, str], Callable[[Any, Pair], Value]] = {
    (Journey, "scope"): lambda journey, _pair: journey.stated_scope,
    (Asset, "status"): lambda asset, _pair: asset.status_label,
    (Asset, "type"): lambda asset, pair: pair.after.vocabulary.type_label(asset.type) or asset.type,
    (Asset, "cta"): _cta,
    (Asset, "review_every"): lambda asset, pair: looked_at_every(asset, pair.after.vocabulary),
    (Touchpoint, "emotion"): lambda one, _pair: signed(one.emotion),
    (Research, "quotes"): _quotes,
    (Research, "supports"): lambda one, pair: _statements(one.supports, pair),
    (Research, "contradicts"): lambda one, pair: _statements(one.contradicts, pair),
    (Research, "departments"): lambda one, _pair: tuple(
        f"{each.department} {each.people}" for each in one.departments
    ),
    (Asset, "gate"): lambda asset, _pair: asset.gate.fields if asset.gate else None,
    (Asset, "speed"): _speed,
    (Asset, "use"): _use,
    (Channel, "asks_back"): _asking,
    (Step, "asks_back"): _asking,
    (Touchpoint, "others"): _others,
    (Step, "others"): _others,
}
"""The values that read otherwise than they are kept."""
