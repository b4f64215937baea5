"""Counts everything that is counted, in the whole handbook or somewhere in it."""

from dataclasses import dataclass
from functools import cached_property

from journeybook.counts.counted import Counted
from journeybook.counts.definitions import DEFINITIONS
from journeybook.counts.found import Found
from journeybook.counts.ways import WAYS
from journeybook.counts.within import EVERYTHING, Within


@dataclass(frozen=True, kw_only=True)
class Counts(Found):
    """The numbers of a handbook; whatever is asked twice is counted once."""

    def of(self, what: Counted, within: Within = EVERYTHING) -> int:
        """Count something somewhere.

        Raises:
            ValueError: when it is not counted by what is named.
        """
        key = (what, within)
        known = self._known.get(key)
        if known is None:
            if unknown := {name for name, _ in within.named} - DEFINITIONS[what].by:
                raise ValueError(f"{what} is not counted by {', '.join(sorted(unknown))}")
            known = self._known[key] = WAYS[what](self, within)
        return known

    def whole_of(self, what: Counted, within: Within = EVERYTHING) -> int | None:
        """Count what something is a part of; None where it is a part of nothing."""
        whole = DEFINITIONS[what].whole
        return None if whole is None else self.of(whole, within)

    # What is counted is asked for on many pages.
    @cached_property
    def _known(self) -> dict[tuple[Counted, Within], int]:
        return {}
