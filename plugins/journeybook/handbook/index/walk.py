"""A walk through the journey: how far what is offered really leads a persona, phase by phase.

A persona starts at its first touchpoint and follows only what is there: content for them on a
channel that they use in the phase, in their language and without a form that makes them leave;
and from there what it leads on to, or its call to action, into a later phase.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from journeybook.grouping import grouped
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Asset
from journeybook.handbook.fitting.coverage import coming, published
from journeybook.handbook.fitting.fit import Lack
from journeybook.handbook.journeys import Touchpoint


class Obstacle(StrEnum):
    """Why somebody does not get into a phase."""

    NOTHING_THERE = "nothing-there"
    KEPT_OUT = "kept-out"
    NO_WAY_ON = "no-way-on"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """What content offers next: other content, or its call to action where `to` names none.

    `phases` are those further on into which it leads; none where it comes to nothing.
    """

    to: str | None
    phases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Content that somebody gets to in a phase, on which of their channels, and its leads."""

    asset: str
    channels: tuple[str, ...]
    leads: tuple[Lead, ...]

    def into(self, phase: str) -> bool:
        """Tell whether it leads into a phase."""
        return any(phase in lead.phases for lead in self.leads)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shut:
    """Published content that somebody does not get to in a phase, and why not."""

    asset: str
    lacks: tuple[Lack, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A phase of the walk: the channels used there, the ways through it, and what is not one.

    `obstacles` keep somebody who stands in the phase before from getting in.
    """

    phase: str
    channels: tuple[str, ...]
    ways: tuple[Way, ...]
    shut: tuple[Shut, ...]
    coming: tuple[str, ...]
    obstacles: tuple[Obstacle, ...]
    is_reached: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """How far a persona gets; `start` is its first touchpoint, where one is known."""

    persona: str
    start: Touchpoint | None
    stages: tuple[Stage, ...]

    @property
    def length(self) -> int:
        """How many phases lie behind them where they get no further; one may be passed by."""
        return max((at for at, one in enumerate(self.stages, 1) if one.is_reached), default=0)

    @property
    def goal(self) -> Stage | None:
        """The furthest phase they get to."""
        return self.stages[self.length - 1] if self.length else None

    @property
    def broken(self) -> Stage | None:
        """The phase they should get into next, and do not; none where they get through."""
        return self.stages[self.length] if self.length < len(self.stages) else None


def walks(book: Handbook) -> Mapping[str, Walk]:
    """Walk with every persona that has a journey of today."""
    made = ((persona, walk(book, persona)) for persona in book.personas)
    return {persona: one for persona, one in made if one}


def walk(book: Handbook, persona: str) -> Walk | None:
    """Walk with a persona through its journeys of today; nothing where it has none."""
    phases, start = _road(book, persona)
    places = [_place(book, persona, phase) for phase in phases]
    stages: list[Stage] = []
    for at, place in enumerate(places):
        behind = [one for one in stages if one.is_reached]
        is_led = not at or any(way.into(place.phase) for one in behind for way in one.ways)
        stages.append(
            Stage(
                phase=place.phase,
                channels=place.channels,
                ways=tuple(_ways(place, places[at + 1 :], book)),
                shut=place.shut,
                coming=tuple(asset.id for asset in coming(place.assets)),
                obstacles=tuple(_obstacles(place, stages[-1] if stages else None)),
                is_reached=bool(place.open) and is_led,
            )
        )
    return Walk(persona=persona, start=start, stages=tuple(stages)) if stages else None


def _road(book: Handbook, persona: str) -> tuple[tuple[str, ...], Touchpoint | None]:
    # What lies before the first touchpoint, nobody has told of.
    if not any(journey.is_current for journey in book.journeys_of(persona)):
        return (), None
    phases = tuple(phase for phase in book.phases if (persona, phase) in book.asked.missing)
    for at, phase in enumerate(phases):
        for _, step in book.steps_by_phase.get(phase, ()):
            for touchpoint in step.touchpoints:
                if persona in touchpoint.personas:
                    return phases[at:], touchpoint
    return phases, None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    # A persona in a phase: all that is made for them, and what they get to of it, by channel.
    phase: str
    channels: tuple[str, ...]
    assets: tuple[Asset, ...]
    open: Mapping[str, tuple[str, ...]]
    shut: tuple[Shut, ...]


_STOPS = frozenset(lack for lack in Lack if lack.keeps_away or lack is Lack.GATED_OFF)


def _place(book: Handbook, persona: str, phase: str) -> _Place:
    coverage = book.coverage
    met = (one for one in book.channels if coverage.touchpoints_on(persona, phase, one))
    channels = tuple(met) or book.personas[persona].channels.all
    found = grouped(
        (asset.id, channel)
        for channel in channels or book.channels
        for asset in coverage.assets_on(persona, phase, channel)
    )
    assets = coverage.assets_at(persona, phase)
    told = coverage.lacks.get((persona, phase), {})
    lacks = {
        asset.id: tuple(one for one in told.get(asset.id, ()) if one in _STOPS)
        for asset in published(assets)
    }
    return _Place(
        phase=phase,
        channels=channels,
        assets=assets,
        open={asset: found.get(asset, ()) for asset, lack in lacks.items() if not lack},
        shut=tuple(Shut(asset=asset, lacks=lack) for asset, lack in lacks.items() if lack),
    )


def _ways(place: _Place, ahead: Sequence[_Place], book: Handbook) -> Iterator[Way]:
    for asset, channels in place.open.items():
        leads = tuple(_leads(book.assets[asset], ahead, book))
        yield Way(asset=asset, channels=channels, leads=leads)


def _leads(asset: Asset, ahead: Sequence[_Place], book: Handbook) -> Iterator[Lead]:
    called = _called(asset, book)
    for to in dict.fromkeys((*asset.next, *called)):
        yield Lead(to=to, phases=tuple(one.phase for one in ahead if to in one.open))
    if asset.cta and not called:
        # Where it leads nobody says: to where they look next.
        yield Lead(to=None, phases=tuple(one.phase for one in ahead[:1] if one.open))


def _called(asset: Asset, book: Handbook) -> tuple[str, ...]:
    # The content to whose address a call to action leads.
    url = asset.cta.url if asset.cta else None
    return tuple(one for one in book.assets_by_url.get(url or "", ()) if one != asset.id)


def _obstacles(place: _Place, before: Stage | None) -> Iterator[Obstacle]:
    if not place.open:
        yield Obstacle.KEPT_OUT if place.shut else Obstacle.NOTHING_THERE
    if before and before.ways and not any(way.into(place.phase) for way in before.ways):
        # What leads to something that is there but not open leads on once that is.
        waiting = {asset.id for asset in place.assets}
        calls = (lead for way in before.ways for lead in way.leads)
        if place.open or not any(lead.to is None or lead.to in waiting for lead in calls):
            yield Obstacle.NO_WAY_ON
