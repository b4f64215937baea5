"""What journeys lead to, and what keeps people in them."""

from collections.abc import Mapping

from journeybook.handbook.entities import Action, Asset
from journeybook.handbook.journeys import DropOff, Journey


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


def countered_drop_offs(
    assets: Mapping[str, Asset], actions: Mapping[str, Action], journeys: Mapping[str, Journey]
) -> frozenset[str]:
    """Give the drop-offs against which content is published, or an action is more than an idea."""
    leaving = (
        one for journey in journeys.values() for step in journey.steps for one in step.drop_offs
    )
    return frozenset(one.id for one in leaving if _is_countered(one, assets, actions))


def _is_countered(one: DropOff, assets: Mapping[str, Asset], actions: Mapping[str, Action]) -> bool:
    return any(assets[asset].is_published for asset in one.assets) or any(
        actions[action].is_live for action in one.actions
    )
