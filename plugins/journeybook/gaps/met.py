"""The touchpoints that a gap is about, and what is known of them."""

from dataclasses import dataclass
from functools import cached_property

from journeybook.handbook.journeys import Step, Touchpoint


@dataclass(frozen=True, kw_only=True)
class Met:
    """The touchpoints that a gap is about: never all of its step."""

    touchpoints: tuple[Touchpoint, ...] = ()

    @cached_property
    def is_moment_of_truth(self) -> bool:
        """Whether a deal or a customer is won or lost there."""
        return any(one.moment_of_truth for one in self.touchpoints)

    @cached_property
    def heaviest(self) -> Touchpoint | None:
        """The most important to the customer."""
        marked = (one for one in self.touchpoints if one.importance)
        return max(marked, key=lambda one: (one.importance, one.text), default=None)

    @property
    def importance(self) -> int:
        """The highest importance to the customer, 1 to 5; 0 where nobody judged it."""
        return (self.heaviest and self.heaviest.importance) or 0

    @cached_property
    def satisfaction(self) -> int | None:
        """How well it goes where it goes worst, 1 to 5; None where nobody judged it."""
        marks = (one.satisfaction for one in self.touchpoints if one.satisfaction)
        return min(marks, default=None)

    @cached_property
    def feeling(self) -> int | None:
        """How it feels where it feels worst, -2 to 2; None where nobody said."""
        return min(
            (one.emotion for one in self.touchpoints if one.emotion is not None), default=None
        )

    @cached_property
    def poorest(self) -> Touchpoint | None:
        """The most important of those that satisfy least; None where none lets down."""
        poor = (one for one in self.touchpoints if one.satisfies_little)
        return min(
            poor, key=lambda one: (one.satisfaction, -(one.importance or 0), one.text), default=None
        )


def touchpoints_of(
    named: tuple[str, ...],
    assets: tuple[str, ...],
    channels: tuple[str, ...],
    steps: tuple[Step, ...],
) -> tuple[Touchpoint, ...]:
    """Give the touchpoints that are named, else those that share content, else a channel."""
    near = [one for step in steps for one in step.touchpoints]
    found = (
        [one for one in near if one.id in named],
        [one for one in near if not set(assets).isdisjoint(one.assets)],
        [one for one in near if one.channel in channels],
    )
    return next((tuple(one) for one in found if one), ())
