"""Personas, phases, channels and the rest: which of their sides can change, and what is said."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from journeybook.compare.change import Aspect, Thing, Tone
from journeybook.compare.sides import Value
from journeybook.handbook.entities import Action, Asset, Phase
from journeybook.schema import Kind
from journeybook.wording import marked


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of an entity that can change: how it is read, and ids of which kind it holds."""

    aspect: Aspect
    label: str
    read: Callable[[Any], Value]
    kind: Kind | None = None
    weight: int = 15
    tone: Callable[[Any, Any], Tone] = lambda _before, _after: Tone.NEUTRAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort:
    """A kind of entity: what is said when one comes or goes, and its sides."""

    thing: Thing
    added: str
    removed: str
    weight: int
    sides: tuple[Side, ...]


_ORDER = ("retired", "idea", "planned", "draft", "review", "published")
_DOING = ("dropped", "idea", "planned", "doing", "done")


def _by_status(before: Asset, after: Asset) -> Tone:
    return _risen(_ORDER, before.status.value, after.status.value)


def _by_progress(before: Action, after: Action) -> Tone:
    return _risen(_DOING, before.status or "idea", after.status or "idea")


def _risen(words: tuple[str, ...], before: str, after: str) -> Tone:
    was, is_ = words.index(before), words.index(after)
    return Tone.NEUTRAL if was == is_ else Tone.BETTER if is_ > was else Tone.WORSE


def _expects(phase: Phase) -> Value:
    one = phase.expects
    known = {"assets": one.assets, "formats": one.formats, "types": ", ".join(one.types)}
    words = {**known, "cta": one.cta, "gated": one.gated}
    return ", ".join(f"{key}: {value}" for key, value in words.items() if value not in (None, ""))


def _cta(asset: Asset) -> Value:
    if asset.cta is None:
        return None
    return f"{asset.cta.text} ({asset.cta.url})" if asset.cta.url else asset.cta.text


_TITLE = Side(aspect=Aspect.TITLE, label=marked("New title"), read=lambda one: one.title)
_OWNER = Side(aspect=Aspect.OWNER, label=marked("Owner"), read=lambda one: one.owner, weight=10)
_PERSONAS = Side(
    aspect=Aspect.PERSONAS,
    label=marked("Personas"),
    read=lambda one: one.personas,
    kind=Kind.PERSONA,
)
_TYPE = Side(aspect=Aspect.TYPE, label=marked("Type"), read=lambda one: one.type, weight=20)
_DUE = Side(aspect=Aspect.DUE, label=marked("Due"), read=lambda one: one.due, weight=20)

_PERSONA_SIDES = (
    _TITLE,
    Side(aspect=Aspect.ROLE, label=marked("Role"), read=lambda one: one.roles, weight=40),
    Side(aspect=Aspect.SEGMENT, label=marked("Segment"), read=lambda one: one.segment, weight=30),
    Side(aspect=Aspect.QUOTE, label=marked("Quote"), read=lambda one: one.quote),
    Side(
        aspect=Aspect.CHANNELS,
        label=marked("Preferred channels"),
        read=lambda one: one.channels.all,
        kind=Kind.CHANNEL,
        weight=35,
    ),
    Side(
        aspect=Aspect.LANGUAGE, label=marked("Languages"), read=lambda one: one.languages, weight=30
    ),
    _OWNER,
)
_ASSET_SIDES = (
    _TITLE,
    Side(
        aspect=Aspect.STATUS,
        label=marked("Status"),
        read=lambda one: one.status_label,
        weight=50,
        tone=_by_status,
    ),
    Side(aspect=Aspect.CTA, label=marked("Call to action"), read=_cta, weight=40),
    Side(aspect=Aspect.GATED, label=marked("Gated"), read=lambda one: one.gated, weight=40),
    _TYPE,
    _PERSONAS,
    Side(
        aspect=Aspect.PHASES, label=marked("Phases"), read=lambda one: one.phases, kind=Kind.PHASE
    ),
    Side(
        aspect=Aspect.CHANNELS,
        label=marked("Channels"),
        read=lambda one: one.channels,
        kind=Kind.CHANNEL,
        weight=25,
    ),
    Side(
        aspect=Aspect.NEXT, label=marked("Leads on to"), read=lambda one: one.next, kind=Kind.ASSET
    ),
    Side(aspect=Aspect.URL, label=marked("Address"), read=lambda one: one.url),
    Side(
        aspect=Aspect.LANGUAGE, label=marked("Language"), read=lambda one: one.language, weight=25
    ),
    Side(aspect=Aspect.DATE, label=marked("Published"), read=lambda one: one.published, weight=10),
    _DUE,
    _OWNER,
)
_ACTION_SIDES = (
    _TITLE,
    Side(
        aspect=Aspect.STATUS,
        label=marked("Status"),
        read=lambda one: one.status,
        weight=45,
        tone=_by_progress,
    ),
    Side(
        aspect=Aspect.JOURNEY,
        label=marked("Journey"),
        read=lambda one: one.journey,
        kind=Kind.JOURNEY,
    ),
    Side(aspect=Aspect.PHASE, label=marked("Phase"), read=lambda one: one.phase, kind=Kind.PHASE),
    Side(aspect=Aspect.IMPACT, label=marked("Impact"), read=lambda one: one.impact, weight=20),
    Side(aspect=Aspect.TERM, label=marked("Term"), read=lambda one: one.term),
    _DUE,
    Side(aspect=Aspect.KPI, label=marked("Key figure"), read=lambda one: one.kpi),
    Side(aspect=Aspect.LESSON, label=marked("Lesson"), read=lambda one: one.lesson),
    _OWNER,
)
SORTS: Mapping[Kind, Sort] = {
    Kind.PERSONA: Sort(
        thing=Thing.PERSONA,
        added=marked("New persona"),
        removed=marked("Persona removed"),
        weight=95,
        sides=_PERSONA_SIDES,
    ),
    Kind.PHASE: Sort(
        thing=Thing.PHASE,
        added=marked("New phase"),
        removed=marked("Phase removed"),
        weight=90,
        sides=(
            _TITLE,
            Side(aspect=Aspect.ORDER, label=marked("Another order"), read=lambda one: one.order),
            Side(aspect=Aspect.STAGE, label=marked("Stage"), read=lambda one: one.stage, weight=40),
            Side(aspect=Aspect.EXPECTS, label=marked("Expects"), read=_expects, weight=45),
            _OWNER,
        ),
    ),
    Kind.CHANNEL: Sort(
        thing=Thing.CHANNEL,
        added=marked("New channel"),
        removed=marked("Channel removed"),
        weight=60,
        sides=(_TITLE, _TYPE, _OWNER),
    ),
    Kind.ASSET: Sort(
        thing=Thing.ASSET,
        added=marked("New content"),
        removed=marked("Content removed"),
        weight=55,
        sides=_ASSET_SIDES,
    ),
    Kind.RESEARCH: Sort(
        thing=Thing.RESEARCH,
        added=marked("New research"),
        removed=marked("Research removed"),
        weight=50,
        sides=(
            _TITLE,
            Side(aspect=Aspect.METHOD, label=marked("Method"), read=lambda one: one.method),
            Side(aspect=Aspect.DATE, label=marked("Date"), read=lambda one: one.date),
            Side(
                aspect=Aspect.PARTICIPANTS,
                label=marked("Participants"),
                read=lambda one: one.participants,
            ),
            _PERSONAS,
            _OWNER,
        ),
    ),
    Kind.ACTION: Sort(
        thing=Thing.ACTION,
        added=marked("New improvement"),
        removed=marked("Improvement removed"),
        weight=50,
        sides=_ACTION_SIDES,
    ),
}
