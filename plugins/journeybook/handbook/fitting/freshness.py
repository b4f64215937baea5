"""How long content stays fresh."""

from datetime import date

from journeybook.handbook.entities import Asset
from journeybook.handbook.vocabulary import Vocabulary
from journeybook.schema.period import Period


def fresh_until(asset: Asset, vocabulary: Vocabulary) -> date | None:
    """Give the last day an asset counts as fresh; None where it never grows stale."""
    every = looked_at_every(asset, vocabulary)
    if every is None:
        return None
    published, reviewed = asset.published, asset.reviewed
    seen = max(published, reviewed) if published and reviewed else published or reviewed
    return every.after(seen) if seen else None


def looked_at_every(asset: Asset, vocabulary: Vocabulary) -> Period | None:
    """Give how often an asset is to be looked at: as it says, or else as its type does."""
    kind = vocabulary.asset_types.get(asset.type or "")
    return asset.review_every or (kind.review_every if kind else None)
