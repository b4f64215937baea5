"""Addresses at which content stood before it moved."""

from collections.abc import Iterable, Iterator

from journeybook.handbook.entities import Asset
from journeybook.handbook.inventories.web import old_pages, page_of
from journeybook.handbook.vocabulary import Status


def same_old_addresses(assets: Iterable[Asset]) -> Iterator[tuple[Asset, int, Asset]]:
    """Find old addresses of content at which other content stands, or stood: which of them."""
    live = [one for one in assets if one.status is not Status.RETIRED]
    taken = {page_of(one.url): one for one in live if one.url}
    for asset in live:
        for at, page in enumerate(old_pages(asset)):
            other = taken.setdefault(page, asset)
            if other is not asset:
                yield asset, at, other
