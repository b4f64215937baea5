"""What journeys lead to."""

from collections.abc import Mapping

from journeybook.handbook.entities import Asset
from journeybook.handbook.journeys import Journey


def mentioned_assets(
    assets: Mapping[str, Asset], journeys: Mapping[str, Journey]
) -> frozenset[str]:
    """Give every asset that a touchpoint, a drop-off, an expectation or other content names."""
    found: set[str] = set()
    for one in assets.values():
        found.update(one.next)
    for step in (step for one in journeys.values() for step in one.steps):
        found.update(asset for one in step.touchpoints for asset in one.assets)
        found.update(asset for one in step.drop_offs for asset in one.assets)
        found.update(asset for one in step.expectations for asset in one.met_by_assets)
    return frozenset(found)
