"""The content of the same personas in the same phases, of which many gaps ask the same."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from journeybook.handbook.entities import Asset
from journeybook.handbook.fitting.coverage import coming, published


@dataclass(frozen=True, kw_only=True)
class Nearby:
    """All content of some personas in some phases, and what is known of it."""

    assets: tuple[Asset, ...]

    @cached_property
    def published(self) -> tuple[Asset, ...]:
        """What customers can find now, by its title."""
        found = published(self.assets)
        return tuple(sorted(found, key=lambda one: (one.title.casefold(), one.id)))

    @cached_property
    def types(self) -> frozenset[str | None]:
        """Of which types something is there."""
        return frozenset(one.type for one in self.published)

    @cached_property
    def calls(self) -> Counter[str]:
        """How often it calls to do what."""
        return Counter(one.cta.text for one in self.assets if one.cta)

    @cached_property
    def is_gated(self) -> bool:
        """Whether anything stands, or will stand, behind a form."""
        return any(one.gated for one in (*self.published, *coming(self.assets)))
