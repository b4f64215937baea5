"""Sources of an inventory that are called otherwise, known by what they tell of."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from journeybook.handbook.book import Handbook


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """The later name of each source, and the later path of each file or sheet, that is gone."""

    names: Mapping[str, str]
    files: Mapping[str, str]


def followed(before: Handbook, after: Handbook, same: Mapping[str, str]) -> Followed:
    """Find where most of the content of each source is told now; `same` is content, by its ids."""
    names, files = (
        _later((known[0].get(old), known[1].get(new)) for old, new in same.items())
        for known in ((_names(before), _names(after)), (_files(before), _files(after)))
    )
    kept = {one.name for one in after.inventory}
    there = set(_files(after).values())
    return Followed(
        names={old: new for old, new in names.items() if old not in kept},
        files={old: new for old, new in files.items() if old not in there},
    )


def _names(book: Handbook) -> Mapping[str, str]:
    return {
        name: source.name for source in book.inventory for name in (*source.made, *source.joined)
    }


def _files(book: Handbook) -> Mapping[str, str]:
    assets = book.assets.items()
    return {name: one.origin.span.path for name, one in assets if one.origin}


def _later(pairs: Iterable[tuple[str | None, str | None]]) -> Mapping[str, str]:
    often = Counter((old, new) for old, new in pairs if old and new)
    return {old: new for (old, new), _ in reversed(often.most_common())}
