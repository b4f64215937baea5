"""Published content that no row of a list names: gone from there, or never in it."""

from collections.abc import Iterable, Iterator

from journeybook.importing.filing import Filing
from journeybook.importing.heard import Named, Part, Place, Spot, Trouble
from journeybook.importing.plan import shown
from journeybook.schema import Kind
from journeybook.wording import marked

_LEFT_OUT = marked(
    "published content in no row of it: {number}; all stay as they are: where one is gone, write "
    "'status: {retired}' in its file: {titles}"
)


def told_of_left_out(parts: Iterable[Part], files: Filing) -> Iterator[Trouble]:
    """Tell of published content that a list leaves out which names more than half of it."""
    rows = [one for one in parts if isinstance(one, Named) and _is_row(one)]
    named = {files.find(one.kind, shown(one.keys.get("url")), one.title) for one in rows}
    published = [one for one in files.handbook.assets.values() if one.is_published]
    away = [one.title for one in published if one.path not in named]
    if away and len(away) * 2 < len(published):
        retired = files.book.site.wording.value("retired")
        titles = ", ".join(f"“{one}”" for one in away)
        values = {"number": str(len(away)), "titles": titles, "retired": retired}
        yield Trouble(message=_LEFT_OUT, values=values, place=Place())


def _is_row(named: Named) -> bool:
    # What a map names stands at a spot of it, and is no list.
    return named.kind is Kind.ASSET and named.spot == Spot() and bool(named.place.row)
