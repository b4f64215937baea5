"""Where readers of a new piece come from and go to, chosen by who they are and how far they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nsmallest

from journeybook.gaps.ledger import Entry
from journeybook.handbook.entities import Asset
from journeybook.handbook.fitting.coverage import published
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
        sources=before[:_FEW], next=tuple(one for one in after if one not in before[:_FEW])[:_FEW]
    )


def _found(entry: Entry, phases: Sequence[str], site: Site) -> tuple[Asset, ...]:
    # The nearest phase first.
    found: dict[str, Asset] = {}
    for phase in phases:
        fitting = _fitting(entry.bearing.personas, phase, site)
        there = [one for one in fitting if one != entry.bearing.asset][:_ENOUGH]
        found.update({one.id: one for one in there if one.id not in found})
        if len(found) >= _ENOUGH:
            break
    return tuple(found.values())


def _fitting(personas: tuple[str, ...], phase: str, site: Site) -> tuple[Asset, ...]:
    # What was made for these readers first, then what answers most; one more than is needed, since
    # one of them may be what the ways are for. Many gaps ask for the same.
    if (personas, phase) not in site.fitting:
        readers, coverage = set(personas), site.handbook.coverage
        there = {
            asset.id: asset
            for persona in personas
            for asset in published(coverage.assets_at(persona, phase))
            if not coverage.lacks_at(persona, phase, asset) and asset.path not in site.private
        }
        chosen = nsmallest(
            _ENOUGH + 1,
            there.values(),
            key=lambda one: (
                -len(readers & set(one.stated.personas)),
                -len(one.answers),
                one.title.casefold(),
                one.id,
            ),
        )
        site.fitting[personas, phase] = tuple(chosen)
    return site.fitting[personas, phase]
