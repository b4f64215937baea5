"""Whether it is known how much content was used in the last months, and how much that is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from journeybook.grouping import grouped
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Asset
from journeybook.handbook.fitting.use import months_before
from journeybook.handbook.use import USED, last_stretch, total


@dataclass(frozen=True, slots=True, kw_only=True)
class Unused:
    """A stretch of time in which content was used less than was asked."""

    since: date
    until: date
    number: int


def unused(asset: Asset, book: Handbook, months: int, least: int) -> Unused | None:
    """Tell since when content was hardly used; None where it was, or where nobody counted.

    Sources may count otherwise, so each of those that know enough has to say the same.
    """
    found = [
        _used(asset, source, stretch, months) for source, stretch in _stretches(asset, book, months)
    ]
    if not found or any(one.number >= least for one in found):
        return None
    return found[0]


def _stretches(
    asset: Asset, book: Handbook, months: int
) -> Iterable[tuple[str, tuple[date, date]]]:
    # What an export leaves out was not used; what a file does not tell, nobody knows.
    told = {one.source for one in book.use}
    whole = ((one.source, (one.since, one.until)) for one in book.use if one.is_whole)
    used = ((one.source, (one.since, one.until)) for one in asset.use if one.source not in told)
    for source, known in grouped((*whole, *used)).items():
        last = last_stretch(known)
        recent = months_before(book.today, months)
        if last and last[1] >= recent and last[0] <= months_before(last[1], months):
            yield source, last


def _used(asset: Asset, source: str, stretch: tuple[date, date], months: int) -> Unused:
    since, until = months_before(stretch[1], months), stretch[1]
    figures = [one for one in asset.use if one.source == source and one.until > since]
    number = max(total(figures, measure) or 0 for measure in USED)
    return Unused(since=since, until=until, number=number)
