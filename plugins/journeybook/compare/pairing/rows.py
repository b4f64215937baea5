"""What a handbook has of the rows of its inventory."""

from collections.abc import Mapping

from journeybook.handbook.book import Handbook


def rows_in(book: Handbook) -> Mapping[tuple[str, int], str]:
    """Give the path of the content that each row is, by the file and the line of the row."""
    return {one.span.order[:2]: one.path for one in book.assets.values() if one.origin}


def told_in_rows(book: Handbook) -> frozenset[str]:
    """Give the ids of the content of which some row tells, whether or not it has a file."""
    return frozenset(name for source in book.inventory for name in (*source.made, *source.joined))
