"""Sitemaps: the addresses of a site, also where one names others that lie beside it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice
from xml.etree.ElementTree import Element, ParseError

from journeybook.sources.document import SourceFile
from journeybook.sources.records.packed import GZIP, unzipped
from journeybook.sources.records.record import MOST_ROWS, Cell, LeftOut, Reason, Record
from journeybook.sources.records.systems.lines import lines_of_elements, located
from journeybook.sources.records.systems.markup import elements, local, refused, text_below, text_of
from journeybook.sources.records.values import put
from journeybook.sources.sitemap_index import is_index, names_of_sitemap
from journeybook.sources.tables.tables import Unread

Entry = Record | LeftOut
_DEEP = 3


def of_sitemap(data: bytes) -> Iterator[Entry]:
    """Give every address of a sitemap, with the day it was changed and its language.

    Raises:
        ParseError: where it is ill-formed.
    """
    urls = (element for element in elements(data, ("url",)) if local(element) == "url")
    for row, element in enumerate(urls, start=1):
        cells = _cells(element)
        if "loc" in cells:
            yield Record(row=row, cells=cells)
        else:
            yield LeftOut(row=row, reason=Reason.NO_ADDRESS)


def of_index(
    data: bytes, beside: Mapping[str, SourceFile], member: str = "", level: int = 0
) -> Iterator[Entry]:
    """Give every address of the sitemaps that an index names, as far as they lie beside it.

    Raises:
        ParseError: where the index is ill-formed.
    """
    named = (element for element in elements(data, ("sitemap",)) if local(element) == "sitemap")
    rows = 0
    for row, element in enumerate(named, start=1):
        address = text_below(element, "loc")
        file = _beside(address, beside)
        if file is None or file.path == member or level >= _DEEP or rows > MOST_ROWS:
            yield LeftOut(row=row, member=member, reason=Reason.NOT_READ, text=address)
            continue
        try:
            found = tuple(islice(_of_file(file, beside, level + 1), MOST_ROWS + 1 - rows))
        except (ParseError, LookupError, ValueError):
            found = (LeftOut(row=row, member=member, reason=Reason.BROKEN, text=address),)
        rows += len(found)
        yield from found


def _of_file(file: SourceFile, beside: Mapping[str, SourceFile], level: int) -> Iterator[Entry]:
    if refused(file.data):
        raise ValueError(file.path)
    if is_index(file.data):
        return of_index(file.data, beside, file.path, level)
    rows = located(of_sitemap(file.data), lines_of_elements(file.data, "url"))
    return (replace(one, member=file.path) for one in rows)


def _beside(address: str, beside: Mapping[str, SourceFile]) -> SourceFile | None:
    file = next((beside[one] for one in names_of_sitemap(address) if one in beside), None)
    if file is None or not file.data.startswith(GZIP):
        return file
    plain = unzipped(file)
    return None if isinstance(plain, Unread) else plain


def _cells(url: Element) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    address = text_below(url, "loc")
    for part in url:
        if local(part) == "link" and (language := part.get("hreflang")):
            here = part.get("href", "").strip()
            own = here == address and language != "x-default"
            put(cells, "language", language) if own else put(
                cells, "alternates", f"{language} {here}"
            )
        elif len(part):
            for below in part.iter():
                put(cells, f"{local(part)} {local(below)}", text_of(below))
        else:
            put(cells, local(part), text_of(part))
    return cells
