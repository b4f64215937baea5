"""Content of which nobody said for whom it is: told once for each source, and not row by row."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from journeybook.codes import Code
from journeybook.findings import Mistake
from journeybook.handbook.entities import Asset
from journeybook.handbook.vocabulary import Status, Vocabulary
from journeybook.sources.settings.inventory_result import SourceResult

_TYPES = 3


def untagged(result: SourceResult, assets: Mapping[str, Asset]) -> tuple[Asset, ...]:
    """Give the content of a source that is for nobody yet, but for what is no longer offered."""
    names = (name for name in result.made if name in assets)
    return tuple(
        asset
        for asset in map(assets.__getitem__, names)
        if not asset.personas and asset.status is not Status.RETIRED
    )


def untagged_mistakes(
    results: Iterable[SourceResult], assets: Mapping[str, Asset], vocabulary: Vocabulary
) -> Iterator[Mistake]:
    """Tell of each source how much of it is for nobody, and of which types most of that is."""
    for result in results:
        rows = untagged(result, assets)
        if not rows:
            continue
        types = Counter(vocabulary.type_label(one.type) for one in rows if one.type)
        told = (f"{label} {number}" for label, number in types.most_common(_TYPES))
        values = {
            "reference": result.name,
            "source": result.name,
            "rows": str(len(rows)),
            "of": str(len(result.made)),
            "types": ", ".join(told),
        }
        yield Mistake(code=Code.UNTAGGED_CONTENT, span=result.at, values=values)
