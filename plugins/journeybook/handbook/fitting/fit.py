"""Fit: whether content reaches the one who needs it, there and then, and what it lacks.

This is the only judgement of the kind: answers, countermeasures, what meets expectations or
supports moments of truth, and what stands in a place all rest on it.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from journeybook.handbook.entities import Asset, Phase
from journeybook.handbook.fitting.freshness import fresh_until
from journeybook.handbook.fitting.kin import Kin
from journeybook.handbook.ids import plain_language
from journeybook.handbook.vocabulary import Vocabulary


class Lack(StrEnum):
    """Why content that is there does not serve somebody all the same."""

    OTHER_PERSONA = "other-persona"
    OTHER_PHASE = "other-phase"
    UNREACHABLE = "unreachable"
    OTHER_LANGUAGE = "other-language"
    GATED_OFF = "gated-off"
    STALE = "stale"
    OVERDUE_REVIEW = "overdue-review"
    NOT_YET = "not-yet"

    @property
    def keeps_away(self) -> bool:
        """Whether people do not get to the content at all, or cannot read it."""
        return self in _AWAY


_AWAY = frozenset((Lack.OTHER_PERSONA, Lack.OTHER_PHASE, Lack.UNREACHABLE, Lack.OTHER_LANGUAGE))
_PASSING = frozenset((Lack.STALE, Lack.OVERDUE_REVIEW, Lack.NOT_YET))


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """Somebody in a phase: where they meet us, what they read, and whether a form drives them off.

    What is not known is empty, and lacks nothing; `unasked` are the lacks that nobody can tell
    of, because nobody asked where they meet us or why they leave.
    """

    persona: str | None
    phase: str | None
    journeys: tuple[str, ...] = ()
    channels: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    shuns_gates: bool = False
    unasked: frozenset[Lack] = frozenset()


Overlooked = Callable[[Asset, Occasion], frozenset[Lack]]
"""Gives the lacks that a team does not count for some content on some occasion."""


@dataclass(frozen=True, kw_only=True)
class Fitting:
    """Judges content as of a day."""

    kin: Kin
    vocabulary: Vocabulary
    today: date
    overlooked: Overlooked

    def lacks(self, asset: Asset, occasion: Occasion) -> tuple[Lack, ...]:
        """Give what an asset lacks on an occasion, of what counts there.

        Only what its file states is held against it, never what it takes from what links it.
        """
        lacks = tuple(self._lacks(asset, occasion))
        if not lacks:
            return ()
        overlooked = self.overlooked(asset, occasion)
        return tuple(lack for lack in lacks if lack not in overlooked)

    def is_proven(self, asset: Asset, occasion: Occasion) -> bool:
        """Tell whether what an asset lacks on an occasion is known and not taken for granted."""
        at_stake = (Lack.UNREACHABLE, asset.stated.channels), (Lack.GATED_OFF, asset.gated)
        open_lacks = {lack for lack, said in at_stake if said and lack in occasion.unasked}
        return not open_lacks or open_lacks <= self.overlooked(asset, occasion)

    def will_fit(self, asset: Asset, occasion: Occasion) -> bool:
        """Tell whether content on its way lacks nothing there once it is out."""
        return _PASSING.issuperset(self.lacks(asset, occasion))

    def _lacks(self, asset: Asset, occasion: Occasion) -> Iterator[Lack]:
        stated, persona = asset.stated, occasion.persona
        phases = (occasion.phase,) if occasion.phase else ()
        languages = (plain_language(asset.language),) if asset.language else ()
        if persona and stated.personas and not self.kin.serves(stated.personas, persona):
            yield Lack.OTHER_PERSONA
        if _miss(stated.phases, phases):
            yield Lack.OTHER_PHASE
        if _miss(stated.channels, occasion.channels):
            yield Lack.UNREACHABLE
        if _miss(languages, occasion.languages):
            yield Lack.OTHER_LANGUAGE
        if asset.gated and occasion.shuns_gates:
            yield Lack.GATED_OFF
        if asset.id not in self._times:
            self._times[asset.id] = tuple(self._in_time(asset))
        yield from self._times[asset.id]

    @cached_property
    def _times(self) -> dict[str, tuple[Lack, ...]]:
        # The same content stands in many places, and is as old in each of them.
        return {}

    def _in_time(self, asset: Asset) -> Iterator[Lack]:
        if asset.published and asset.published > self.today:
            yield Lack.NOT_YET
        until = fresh_until(asset, self.vocabulary)
        if until and until < self.today:
            yield Lack.OVERDUE_REVIEW if asset.review_every else Lack.STALE


def _miss(stated: Collection[str], wanted: Collection[str]) -> bool:
    # Where one side says nothing, nothing is lacking.
    return bool(stated and wanted) and not any(one in wanted for one in stated)


def gates_discouraged(phases: Mapping[str, Phase]) -> frozenset[str]:
    """Give the phases without a word on gated content in which it drives people off.

    In the first phase people only look around, and in the last before they are customers they
    want to buy.
    """
    buyers = [phase.id for phase in phases.values() if phase.stage == "buyer"]
    return frozenset((*tuple(phases)[:1], *buyers[-1:]))


def is_gate_discouraged(persona: str | None, phase: Phase, phases: Mapping[str, Phase]) -> bool:
    """Tell whether a phase discourages gated content for a persona, said or not."""
    wanted = phase.expects_of(persona).gated if persona else phase.expects.gated
    if wanted is None:
        return phase.id in gates_discouraged(phases)
    return wanted == "discouraged"
