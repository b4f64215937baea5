"""Where readers of a new piece come from and go to, chosen by who they are and how far they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nsmallest

from journeybook.gaps.ledger import Entry
from journeybook.handbook.entities import Asset
from journeybook.handbook.index.coverage import published
from journeybook.pages.parts.site import Site

_FEW = 3
_ENOUGH = 2 * _FEW
"""Among so many there are enough that are no way in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """The content that should lead to a new piece, and what it should lead to."""

    sources: tuple[Asset, ...]
    next: tuple[Asset, ...]


def ways_of(entry: Entry, site: Site) -> Ways:
    """Choose what the same readers find before, here and afterwards."""
    phases = tuple(site.handbook.phases)
    here = [phases.index(one) for one in entry.bearing.phases]
    if not here:
        return Ways(sources=(), next=())
    start, end = min(here), max(here)
    before = _found(entry, (*phases[start : start + 1], *reversed(phases[:start])), site)
    after = _found(entry, (*phases[end + 1 :], phases[end]), site)
    return Ways(
        sources=before[:_FEW],
        next=tuple(one for one in after if one not in before[:_FEW])[:_FEW],
    )


def _found(entry: Entry, phases: Sequence[str], site: Site) -> tuple[Asset, ...]:
    # The nearest phase first; within it what was made for these readers, then what answers most.
    readers, coverage = set(entry.bearing.personas), site.handbook.coverage
    found: dict[str, Asset] = {}
    for phase in phases:
        there = {
            asset.id: asset
            for persona in entry.bearing.personas
            for asset in published(coverage.assets_at(persona, phase))
            if not coverage.lacks_at(persona, phase, asset) and asset != entry.bearing.asset
            if asset.path not in site.private
        }
        chosen = nsmallest(
            _ENOUGH,
            there.values(),
            key=lambda one: (
                -len(readers & set(one.stated.personas)),
                -len(one.answers),
                one.title.casefold(),
                one.id,
            ),
        )
        found.update({one.id: one for one in chosen if one.id not in found})
        if len(found) >= _ENOUGH:
            break
    return tuple(found.values())
