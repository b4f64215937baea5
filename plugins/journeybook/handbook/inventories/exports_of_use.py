"""Exports of how much content is used, read only where a handbook names some."""

from collections.abc import Mapping, Sequence

from journeybook.findings import Mistake
from journeybook.handbook.entities import Asset
from journeybook.handbook.use import UseTold
from journeybook.handbook.vocabulary import Vocabulary
from journeybook.sources.settings.inventory import WrittenUse


def with_use(
    assets: Mapping[str, Asset], written: Sequence[WrittenUse], vocabulary: Vocabulary
) -> tuple[dict[str, Asset], tuple[UseTold, ...], Sequence[Mistake]]:
    """Give the assets with how much they are used, what each export told, and what is wrong."""
    if not written:
        return dict(assets), (), ()
    from journeybook.handbook.inventories.using import joined_with  # noqa: PLC0415 - as above

    joined, using = joined_with(assets, written, vocabulary)
    return joined, tuple(using.told), using.mistakes
