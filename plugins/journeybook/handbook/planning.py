"""What a team can do in a month, and how much work an effort is."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from journeybook.handbook.ids import owner_key
from journeybook.schema.fields import Effort
from journeybook.schema.period import Period
from journeybook.schema.settings.configuration import Configuration

USUAL: Effort = "medium"
"""The effort of what nobody judged."""

_DAYS: Mapping[Effort, float] = {"small": 1, "medium": 3, "large": 10}
_WITHIN: Mapping[Effort, Period] = {
    "small": Period(days=14),
    "medium": Period(days=42),
    "large": Period(months=3),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Planning:
    """The days that owners can work in a month; the days of an effort, and until it is done.

    The `coordinator` looks after the whole handbook.
    """

    capacity: Mapping[str, float] = field(default_factory=dict)
    coordinator: str | None = None
    days: Mapping[Effort, float] = field(default_factory=lambda: _DAYS)
    within: Mapping[Effort, Period] = field(default_factory=lambda: _WITHIN)

    def capacity_of(self, owner: str) -> float | None:
        """Give the days that an owner can work in a month; None where nobody said."""
        return self.capacity.get(owner_key(owner))


def make_planning(team: Configuration) -> Planning:
    """Take what a team decided; what it left open is as usual."""
    said = team.effort
    days = {key: words.days for key, words in said.items() if words.days is not None}
    within = {key: words.within for key, words in said.items() if words.within}
    capacity = {owner_key(owner): can for owner, can in team.capacity.items()}
    return Planning(
        coordinator=team.coordinator,
        capacity=capacity,
        days={**_DAYS, **days},
        within={**_WITHIN, **within},
    )
