"""Files in XML that are read: sitemaps, and what WordPress exports."""

from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import ParseError

from journeybook.sources.document import SourceFile
from journeybook.sources.records.entries import made
from journeybook.sources.records.record import Kind, LeftOut, Options, Record, Records
from journeybook.sources.records.systems.lines import lines_of_elements, located
from journeybook.sources.records.systems.markup import elements, ill_formed, local, refused
from journeybook.sources.records.systems.sitemap import of_index, of_sitemap
from journeybook.sources.records.systems.wxr import of_wordpress
from journeybook.sources.tables.tables import Unread

_SHAPES: Mapping[str, Kind] = {"urlset": "sitemap", "sitemapindex": "sitemap", "rss": "wxr"}
_ROWS = {"urlset": "url", "sitemapindex": "sitemap", "rss": "item"}


def read_xml(
    file: SourceFile, options: Options, beside: Mapping[str, SourceFile]
) -> Records | Unread:
    """Read an XML file by its first element."""
    data = file.data.removeprefix(BOM_UTF8).lstrip()
    if wrong := refused(data):
        return wrong
    try:
        name = local(next(elements(data, ())))
        if name not in _SHAPES:
            return Unread(what="shape")
        lines = lines_of_elements(file.data, _ROWS[name])
        return made(_SHAPES[name], located(_entries(name, data, options, beside), lines))
    except ParseError as error:
        above = file.data[: len(file.data) - len(data)].count(b"\n")
        return ill_formed(error, above)
    except (LookupError, ValueError):
        # An encoding that nobody knows.
        return Unread(what="xml", values={"line": "1"})


def _entries(
    name: str, data: bytes, options: Options, beside: Mapping[str, SourceFile]
) -> Iterator[Record | LeftOut]:
    if name == "urlset":
        return of_sitemap(data)
    if name == "sitemapindex":
        return of_index(data, beside)
    return of_wordpress(data, options)
