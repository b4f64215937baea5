"""What changed at a touchpoint: where it happens, how it feels, and what decides there."""

from collections.abc import Iterator

from journeybook.compare.change import Change
from journeybook.compare.keys import key_changes
from journeybook.compare.sides import About, Sides
from journeybook.handbook.journeys import Touchpoint
from journeybook.schema import statement as written
from journeybook.wording import marked


def touchpoint_changes(
    about: About, before: Touchpoint, after: Touchpoint, sides: Sides
) -> Iterator[Change]:
    """Compare a touchpoint before and after."""
    yield from key_changes(about, written.Touchpoint, before, after, sides)
    label = marked("Becomes a moment of truth")
    if before.moment_of_truth:
        label = marked("No longer a moment of truth")
    decides = (before.moment_of_truth, after.moment_of_truth)
    yield from sides.compared(about, "moment-of-truth", label, *decides, weight=75)
