"""Placements: which content meets whom, when and where, and what says so."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import product

from journeybook.grouping import grouped
from journeybook.handbook.entities import Asset
from journeybook.handbook.fitting.kin import Kin
from journeybook.handbook.journeys import Journey

Answers = Mapping[str, tuple[str, ...]]
"""The ids of the assets that answer each question."""


class Source(StrEnum):
    """What says that content is there: its own file, a touchpoint, or a question it answers."""

    FILE = "file"
    TOUCHPOINT = "touchpoint"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Content for a persona in a phase, on a channel where one is known; `by` is what says so."""

    asset: str
    persona: str
    phase: str
    channel: str | None
    source: Source
    by: str


def make_placements(
    assets: Iterable[Asset], journeys: Iterable[Journey], answers: Answers, kin: Kin
) -> tuple[Placement, ...]:
    """Place all content as its files say, and as touchpoints and answers of today say.

    The lists of a file stand for their product. A touchpoint or an answer places content for its
    own persona, phase and channel only, and nowhere that the file leaves out by naming others.
    """
    uses = grouped((use.asset, use) for use in _uses(journeys, answers))
    return tuple(
        placement
        for asset in assets
        for placement in (*_by_file(asset, kin), *_by_use(asset, uses.get(asset.id, ()), kin))
    )


def placed(
    assets: Mapping[str, Asset], answers: Answers, placements: Iterable[Placement]
) -> dict[str, Asset]:
    """Give each asset its answers, and the personas, phases and channels its file leaves out."""
    answered = grouped((name, question) for question, ids in answers.items() for name in ids)
    places = grouped((one.asset, one) for one in placements)
    return {
        asset.id: _placed(asset, places.get(asset.id, ()), answered.get(asset.id, ()))
        for asset in assets.values()
    }


def _placed(asset: Asset, places: Iterable[Placement], answers: tuple[str, ...]) -> Asset:
    stated = asset.stated
    personas = stated.personas or tuple(dict.fromkeys(one.persona for one in places))
    phases = stated.phases or tuple(dict.fromkeys(one.phase for one in places))
    channels = stated.channels or tuple(dict.fromkeys(one.channel for one in places if one.channel))
    known = (asset.answers, asset.personas, asset.phases, asset.channels)
    # An inventory brings thousands that no journey uses, which stay as they are.
    if known == (answers, personas, phases, channels):
        return asset
    return replace(asset, answers=answers, personas=personas, phases=phases, channels=channels)


def _by_file(asset: Asset, kin: Kin) -> Iterator[Placement]:
    stated = asset.stated
    people = kin.served(stated.personas) if stated.phases else ()
    for persona, phase, channel in product(people, stated.phases, stated.channels or (None,)):
        yield Placement(
            asset=asset.id,
            persona=persona,
            phase=phase,
            channel=channel,
            source=Source.FILE,
            by=asset.id,
        )


def _by_use(asset: Asset, uses: Iterable[Placement], kin: Kin) -> Iterator[Placement]:
    stated = asset.stated
    is_placed = bool(stated.personas and stated.phases)
    for use in uses:
        if stated.personas and not kin.serves(stated.personas, use.persona):
            continue
        if stated.phases and use.phase not in stated.phases:
            continue
        if use.channel and (not stated.channels or use.channel in stated.channels):
            yield use
        elif not is_placed:
            # Which of its channels people find it on there, nobody says.
            yield from (replace(use, channel=one) for one in stated.channels or (None,))


def _uses(journeys: Iterable[Journey], answers: Answers) -> Iterator[Placement]:
    for journey in journeys:
        for step in journey.steps if journey.is_current else ():
            if step.phase is None:
                continue
            for question in step.questions:
                for asset, persona in product(answers.get(question.id, ()), question.personas):
                    yield Placement(
                        asset=asset,
                        persona=persona,
                        phase=step.phase,
                        channel=None,
                        source=Source.ANSWER,
                        by=question.id,
                    )
            for touchpoint in step.touchpoints:
                for asset, persona in product(touchpoint.assets, touchpoint.personas):
                    yield Placement(
                        asset=asset,
                        persona=persona,
                        phase=step.phase,
                        channel=touchpoint.channel,
                        source=Source.TOUCHPOINT,
                        by=touchpoint.id,
                    )
