"""A fix: one piece of work, with every gap that it closes."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from journeybook.findings import Ref, RefKind
from journeybook.fixes.offers import Offer
from journeybook.gaps.ledger import Entry
from journeybook.rules.engine.rule import FixKind

COSTS = {"small": 1, "medium": 2, "large": 4}
"""How much work each effort is beside the others."""


@dataclass(frozen=True, kw_only=True)
class Fix:
    """A piece of work that closes `entries`, the heaviest first; `about` is what is worked on.

    `value` is what all its gaps together are worth, `effort` how much work it is, `offers` content
    that is there or coming and probably answers what is asked.
    """

    kind: FixKind
    about: Ref | None
    entries: tuple[Entry, ...]
    value: float
    effort: str
    owner: str | None = None
    due: date | None = None
    offers: tuple[Offer, ...] = ()

    @property
    def fingerprint(self) -> str:
        """The fingerprint of its first gap, by which it can be named."""
        return self.entries[0].finding.fingerprint

    @property
    def worth(self) -> float:
        """Its value for the work it is: what comes first among quick wins."""
        return round(self.value / COSTS[self.effort], 1)

    @cached_property
    def is_quiet(self) -> bool:
        """Whether all its gaps weigh so little that they are told folded."""
        return all(entry.is_quiet for entry in self.entries)

    @cached_property
    def personas(self) -> tuple[str, ...]:
        """Everybody it is done for."""
        return tuple(dict.fromkeys(one for entry in self.entries for one in entry.bearing.sharing))

    @cached_property
    def phases(self) -> tuple[str, ...]:
        """Every phase it is done in."""
        return tuple(dict.fromkeys(one for entry in self.entries for one in entry.bearing.phases))

    @cached_property
    def questions(self) -> tuple[str, ...]:
        """The questions that it answers, by id."""
        # To research or decide something about a question answers nobody.
        entries = self.entries if self.kind.is_writing else ()
        subjects = (entry.finding.subject for entry in entries)
        return tuple(
            dict.fromkeys(one.id for one in subjects if one and one.kind is RefKind.QUESTION)
        )

    @property
    def is_finishing(self) -> bool:
        """Whether what probably answers is not out yet, so that it is finished and then linked."""
        return bool(self.offers) and not self.offers[0].is_there

    @property
    def is_quick_win(self) -> bool:
        """Whether it is little work that counts."""
        return self.effort == "small" and not self.is_quiet


def most(names: Iterable[str | None]) -> str | None:
    """Give the name that comes most often; of equals the first in the alphabet."""
    counts = Counter(name for name in names if name)
    return min(counts, key=lambda name: (-counts[name], name), default=None)
