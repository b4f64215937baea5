"""The coverage index, made once: which content meets whom, when and where, and what it answers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from journeybook.grouping import grouped
from journeybook.handbook.entities import Asset
from journeybook.handbook.fitting.fit import Lack
from journeybook.handbook.fitting.placements import Placement
from journeybook.handbook.journeys import Journey, Question, Touchpoint
from journeybook.handbook.statements import Statement


class AnswerState(StrEnum):
    """How a question stands, the best first.

    Published content answers it, or answers it with a lack; or content on its way will; or
    nothing does.
    """

    ANSWERED = "answered"
    LACKING = "lacking"
    FILLING = "filling"
    OPEN = "open"


_FROM_BEST = tuple(AnswerState)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """How far content serves one persona: the best that is published, and what it lacks.

    It `is_proven` where nothing about that is taken for granted because nobody asked.
    """

    persona: str | None
    state: AnswerState
    asset: str | None = None
    lacks: tuple[Lack, ...] = ()
    is_proven: bool = False


Lacks = Mapping[str, tuple[Lack, ...]]
"""What each asset lacks somewhere, by its id."""

Used = Mapping[tuple[str, str, str], tuple[Touchpoint, ...]]
"""Touchpoints by persona, phase and channel."""


@dataclass(frozen=True, kw_only=True)
class Coverage:
    """Content by persona, phase and channel, by question; and touchpoints by the same.

    `placements` are the facts that all of it is made of, by persona, phase and channel.

    `mentioned` are the assets that something leads to. `lacks` tells what placed content lacks by
    persona and phase, `found` what is published on a channel for those who come there. By the ids
    of questions, drop-offs, expectations and moments of truth, `answered` tells how far content
    serves each persona, `promised` which content on its way will; `helped` are those that are
    answered, countered, met or supported for everybody, be it by content, by a touchpoint that
    goes well or by an action.
    """

    at: Mapping[tuple[str, str], tuple[Asset, ...]] = field(default_factory=dict)
    on: Mapping[tuple[str, str, str], tuple[Asset, ...]] = field(default_factory=dict)
    placements: Mapping[tuple[str, str, str | None], tuple[Placement, ...]] = field(
        default_factory=dict
    )
    used: Used = field(default_factory=dict)
    answers: Mapping[str, tuple[Asset, ...]] = field(default_factory=dict)
    mentioned: frozenset[str] = frozenset()
    lacks: Mapping[tuple[str, str], Lacks] = field(default_factory=dict)
    found: Mapping[tuple[str, str, str], tuple[Asset, ...]] = field(default_factory=dict)
    answered: Mapping[str, tuple[Answer, ...]] = field(default_factory=dict)
    helped: frozenset[str] = frozenset()
    promised: Mapping[str, tuple[Asset, ...]] = field(default_factory=dict)

    def assets_at(self, persona: str, phase: str) -> tuple[Asset, ...]:
        """Give the assets of any status for a persona in a phase."""
        return self.at.get((persona, phase), ())

    def assets_on(self, persona: str, phase: str, channel: str) -> tuple[Asset, ...]:
        """Give the assets of any status for a persona in a phase on a channel."""
        return self.on.get((persona, phase, channel), ())

    def touchpoints_on(self, persona: str, phase: str, channel: str) -> tuple[Touchpoint, ...]:
        """Give the touchpoints of a persona in a phase on a channel."""
        return self.used.get((persona, phase, channel), ())

    def answers_to(self, question: Question) -> tuple[Asset, ...]:
        """Give the assets of any status that answer a question."""
        return self.answers.get(question.id, ())

    def state_of(self, question: Question, persona: str | None = None) -> AnswerState:
        """Tell how a question stands with a persona, or with the one it serves worst."""
        states = [answer.state for answer in self.answers_for(question, persona)]
        return max(states, key=_FROM_BEST.index, default=AnswerState.OPEN)

    def lacks_of(self, question: Question, persona: str | None = None) -> tuple[Lack, ...]:
        """Tell what the best answers to a question lack, for a persona or for any."""
        answers = self.answers_for(question, persona)
        return tuple(dict.fromkeys(lack for answer in answers for lack in answer.lacks))

    def answers_for(self, statement: Statement, persona: str | None = None) -> tuple[Answer, ...]:
        """Give how far content serves a persona with a question or help, or each it is about."""
        answers = self.answered[statement.id]
        if persona is None:
            return answers
        return tuple(answer for answer in answers if answer.persona == persona)

    def lacks_at(self, persona: str, phase: str, asset: Asset) -> tuple[Lack, ...]:
        """Tell what content that is placed for a persona in a phase lacks there."""
        return self.lacks.get((persona, phase), {}).get(asset.id, ())

    def reaching(self, persona: str, phase: str) -> tuple[Asset, ...]:
        """Give the published content that a persona can get to and read in a phase."""
        place = persona, phase
        if place not in self._reaching:
            told = self.lacks.get(place, {})
            self._reaching[place] = tuple(
                asset
                for asset in published(self.assets_at(persona, phase))
                if not any(lack.keeps_away for lack in told.get(asset.id, ()))
            )
        return self._reaching[place]

    def lacks_on(self, persona: str, phase: str, asset: Asset) -> tuple[Lack, ...]:
        """Tell what content lacks for a persona who comes to a channel it stands on."""
        lacks = self.lacks_at(persona, phase, asset)
        return tuple(lack for lack in lacks if lack is not Lack.UNREACHABLE)

    def found_on(self, persona: str, phase: str, channel: str) -> tuple[Asset, ...]:
        """Give what is published on a channel and readable for a persona who comes there."""
        return self.found.get((persona, phase, channel), ())

    def promised_for(self, statement: Statement) -> tuple[Asset, ...]:
        """Give the content on its way that will answer a question or help with a statement."""
        return self.promised.get(statement.id, ())

    # What reaches somebody is counted on many pages.
    @cached_property
    def _reaching(self) -> dict[tuple[str, str], tuple[Asset, ...]]:
        return {}


def published(assets: Iterable[Asset]) -> tuple[Asset, ...]:
    """Give those that customers can find now."""
    return tuple([asset for asset in assets if asset.is_published])


def coming(assets: Iterable[Asset]) -> tuple[Asset, ...]:
    """Give those on their way, the furthest first."""
    found = [asset for asset in assets if asset.status.is_coming]
    order = ("review", "draft", "planned", "idea")
    return tuple(sorted(found, key=lambda asset: order.index(asset.status.value)))


def make_coverage(
    assets: Iterable[Asset],
    journeys: Iterable[Journey],
    answers: Mapping[str, tuple[str, ...]],
    placements: Sequence[Placement],
    mentioned: frozenset[str],
) -> Coverage:
    """Build the index from linked entities; `answers` gives asset ids by question."""
    by_id = {asset.id: asset for asset in assets}
    at: dict[tuple[str, str], dict[str, Asset]] = {}
    on: dict[tuple[str, str, str], dict[str, Asset]] = {}
    for one in placements:
        at.setdefault((one.persona, one.phase), {})[one.asset] = by_id[one.asset]
        if one.channel:
            key = (one.persona, one.phase, one.channel)
            on.setdefault(key, {})[one.asset] = by_id[one.asset]
    return Coverage(
        at={key: tuple(there.values()) for key, there in at.items()},
        on={key: tuple(there.values()) for key, there in on.items()},
        placements=grouped(((one.persona, one.phase, one.channel), one) for one in placements),
        used=touchpoints_used(one for one in journeys if one.is_current),
        answers={key: tuple(by_id[one] for one in found) for key, found in answers.items()},
        mentioned=mentioned,
    )


def touchpoints_used(journeys: Iterable[Journey]) -> Used:
    """Give the touchpoints of some journeys by persona, phase and channel."""
    return grouped(
        ((persona, step.phase, touchpoint.channel), touchpoint)
        for journey in journeys
        for step in journey.steps
        for touchpoint in step.touchpoints
        if step.phase and touchpoint.channel
        for persona in touchpoint.personas
    )


def mentioned_assets(
    assets: Mapping[str, Asset], journeys: Mapping[str, Journey]
) -> frozenset[str]:
    """Give every asset that a touchpoint, a drop-off, an expectation or other content names."""
    found: set[str] = set()
    for one in assets.values():
        found.update(one.next)
    for step in (step for one in journeys.values() for step in one.steps):
        found.update(asset for one in step.touchpoints for asset in one.assets)
        found.update(asset for one in step.drop_offs for asset in one.assets)
        found.update(asset for one in step.expectations for asset in one.met_by_assets)
    return frozenset(found)
