"""What changed at a touchpoint: where it happens, how it feels, and what decides there."""

from collections.abc import Iterator

from journeybook.compare.change import Aspect, Change, Tone
from journeybook.compare.sides import About, Sides
from journeybook.handbook.journeys import Touchpoint
from journeybook.schema import Kind
from journeybook.wording import marked


def touchpoint_changes(
    about: About, before: Touchpoint, after: Touchpoint, sides: Sides
) -> Iterator[Change]:
    """Compare a touchpoint before and after."""
    yield from sides.compared(
        about,
        Aspect.CHANNEL,
        marked("Moved to another channel"),
        before.channel,
        after.channel,
        kind=Kind.CHANNEL,
        weight=45,
    )
    if before.moment_of_truth != after.moment_of_truth:
        label = marked("Becomes a moment of truth")
        if before.moment_of_truth:
            label = marked("No longer a moment of truth")
        yield from sides.compared(
            about,
            Aspect.MOMENT_OF_TRUTH,
            label,
            before.moment_of_truth,
            after.moment_of_truth,
            weight=75,
        )
    yield from sides.compared(
        about,
        Aspect.FEELING,
        marked("Feels different"),
        before.emotion,
        after.emotion,
        weight=40,
        tone=rising(before.emotion, after.emotion),
    )
    yield from sides.compared(
        about,
        Aspect.IMPORTANCE,
        marked("Importance"),
        before.importance,
        after.importance,
        weight=30,
    )
    yield from sides.compared(
        about,
        Aspect.SATISFACTION,
        marked("Satisfaction"),
        before.satisfaction,
        after.satisfaction,
        weight=35,
        tone=rising(before.satisfaction, after.satisfaction),
    )
    yield from sides.compared(
        about,
        Aspect.SUPPORT,
        marked("Content used here"),
        before.assets,
        after.assets,
        kind=Kind.ASSET,
        weight=30,
    )


def rising(before: float | None, after: float | None) -> Tone:
    """Tell the tone of a figure that is better when it is higher."""
    if before is None or after is None or before == after:
        return Tone.NEUTRAL
    return Tone.BETTER if after > before else Tone.WORSE
