"""The coverage index, made once: which content meets whom, when and where, and what it answers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from journeybook.handbook.entities import Asset
from journeybook.handbook.index.placements import Placement
from journeybook.handbook.journeys import Journey, Question, Touchpoint


class AnswerState(StrEnum):
    """Whether published content answers a question, content on its way will, or nothing does."""

    ANSWERED = "answered"
    FILLING = "filling"
    OPEN = "open"


Used = Mapping[tuple[str, str, str], tuple[Touchpoint, ...]]
"""Touchpoints by persona, phase and channel."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Content by persona, phase and channel, by question; and touchpoints by the same.

    `placements` are the facts that all of it is made of, by persona, phase and channel.

    `mentioned` are the assets that something leads to, `countered` the drop-offs against which
    there is published content, or an action that is planned, under way or done.
    """

    at: Mapping[tuple[str, str], tuple[Asset, ...]] = field(default_factory=dict)
    on: Mapping[tuple[str, str, str], tuple[Asset, ...]] = field(default_factory=dict)
    placements: Mapping[tuple[str, str, str | None], tuple[Placement, ...]] = field(
        default_factory=dict
    )
    used: Used = field(default_factory=dict)
    answers: Mapping[str, tuple[Asset, ...]] = field(default_factory=dict)
    mentioned: frozenset[str] = frozenset()
    countered: frozenset[str] = frozenset()

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

    def state_of(self, question: Question) -> AnswerState:
        """Tell whether a question is answered, will be, or is open."""
        found = self.answers_to(question)
        if any(asset.is_published for asset in found):
            return AnswerState.ANSWERED
        return AnswerState.FILLING if coming(found) else AnswerState.OPEN


def published(assets: Iterable[Asset]) -> tuple[Asset, ...]:
    """Give those that customers can find now."""
    return tuple(asset for asset in assets if asset.is_published)


def coming(assets: Iterable[Asset]) -> tuple[Asset, ...]:
    """Give those on their way, the furthest first."""
    found = [asset for asset in assets if asset.status.is_coming]
    order = ("review", "draft", "planned", "idea")
    return tuple(sorted(found, key=lambda asset: order.index(asset.status.value)))


def make_coverage(  # noqa: PLR0917 - everything that is linked
    assets: Iterable[Asset],
    journeys: Iterable[Journey],
    answers: Mapping[str, tuple[str, ...]],
    placements: Iterable[Placement],
    mentioned: frozenset[str],
    countered: frozenset[str],
) -> Coverage:
    """Build the index from linked entities; `answers` gives asset ids by question."""
    by_id = {asset.id: asset for asset in assets}
    at: dict[tuple[str, str], dict[str, Asset]] = {}
    on: dict[tuple[str, str, str], dict[str, Asset]] = {}
    facts: dict[tuple[str, str, str | None], list[Placement]] = {}
    for one in placements:
        at.setdefault((one.persona, one.phase), {})[one.asset] = by_id[one.asset]
        facts.setdefault((one.persona, one.phase, one.channel), []).append(one)
        if one.channel:
            key = (one.persona, one.phase, one.channel)
            on.setdefault(key, {})[one.asset] = by_id[one.asset]
    return Coverage(
        at={key: tuple(there.values()) for key, there in at.items()},
        on={key: tuple(there.values()) for key, there in on.items()},
        placements={key: tuple(there) for key, there in facts.items()},
        used=touchpoints_used(one for one in journeys if one.is_current),
        answers={key: tuple(by_id[one] for one in found) for key, found in answers.items()},
        mentioned=mentioned,
        countered=countered,
    )


def touchpoints_used(journeys: Iterable[Journey]) -> Used:
    """Give the touchpoints of some journeys by persona, phase and channel."""
    used: dict[tuple[str, str, str], list[Touchpoint]] = {}
    for journey in journeys:
        for step in journey.steps:
            for touchpoint in step.touchpoints:
                if step.phase is None or touchpoint.channel is None:
                    continue
                for persona in touchpoint.personas:
                    key = (persona, step.phase, touchpoint.channel)
                    used.setdefault(key, []).append(touchpoint)
    return {key: tuple(found) for key, found in used.items()}
