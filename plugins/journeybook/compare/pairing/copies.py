"""New content that says what other content says already."""

from collections.abc import Mapping

from journeybook.compare.pairing.matching import Matches
from journeybook.compare.texts import sentences
from journeybook.grouping import grouped
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Asset
from journeybook.handbook.ids import folded
from journeybook.schema import Kind

_FEWEST_WORDS = 8


def find_copies(after: Handbook, matches: Matches) -> Mapping[str, Asset]:
    """Give the content that each new piece of content is a copy of.

    A text that several pieces share is a form to be filled in, and says nothing yet.
    """
    known = matches.ids[Kind.ASSET].values()
    come = [asset for name, asset in after.assets.items() if name not in set(known)]
    new = [asset for asset in come if not matches.partings.is_part(asset.ref)]
    olds = [after.assets[name] for name in known] if new else []
    texts = grouped((_said(old), old) for old in olds)
    found = {}
    for asset in new:
        said = texts.get(_said(asset), ()) if _says_much(asset) else ()
        same = tuple(old for old in olds if _is_same_place(asset, old))
        if same or len(said) == 1:
            found[asset.id] = (same or said)[0]
    return found


def _is_same_place(new: Asset, old: Asset) -> bool:
    if new.url and old.url:
        return new.url.rstrip("/") == old.url.rstrip("/")
    # A translation may well be called the same.
    return folded(new.title) == folded(old.title) and new.language == old.language


def _says_much(asset: Asset) -> bool:
    return sum(len(one.split()) for one in _said(asset)) >= _FEWEST_WORDS


def _said(asset: Asset) -> tuple[str, ...]:
    return tuple(one.casefold() for one in sentences(asset.body) if not one.startswith("#"))
