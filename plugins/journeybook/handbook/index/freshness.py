"""How long content stays fresh."""

from datetime import date

from journeybook.handbook.entities import Asset
from journeybook.handbook.vocabulary import Vocabulary


def fresh_until(asset: Asset, vocabulary: Vocabulary) -> date | None:
    """Give the last day an asset counts as fresh; None where it never grows stale."""
    kind = vocabulary.asset_types.get(asset.type or "")
    every = asset.review_every or (kind.review_every if kind else None)
    seen = max((day for day in (asset.published, asset.reviewed) if day), default=None)
    return every.after(seen) if every and seen else None
