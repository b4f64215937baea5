"""Opens a file by what it holds, and gives its records."""

from collections.abc import Iterable, Mapping
from posixpath import basename

from journeybook.sources.document import SourceFile
from journeybook.sources.records.archive import read_archive
from journeybook.sources.records.book import read_sheets_of_book
from journeybook.sources.records.crawl import as_crawl
from journeybook.sources.records.packed import GZIP, ZIP, is_workbook, unzipped
from journeybook.sources.records.record import Options, Records
from journeybook.sources.records.rows import read_table
from journeybook.sources.records.site_files import PAGES
from journeybook.sources.records.sites.site import read_site
from journeybook.sources.records.systems.json_files import read_json
from journeybook.sources.records.systems.xml_files import read_xml
from journeybook.sources.tables.tables import POINTER, READ, Unread

_UNSEEN = b"\xef\xbb\xbf \t\r\n"
_JSON = (b"{", b"[")


def read_records(
    file: SourceFile, options: Options, beside: Iterable[SourceFile] = ()
) -> Records | Unread:
    """Read a file of rows by what it holds, not by what it is called.

    Files that lie `beside` it are read where it names them, as the index of a sitemap does.
    """
    return _read(file, options, {basename(one.path): one for one in beside})


def _read(file: SourceFile, options: Options, beside: Mapping[str, SourceFile]) -> Records | Unread:
    if not file.data.strip():
        return Unread(what="refused" if file.refused else "empty")
    if file.data.startswith(POINTER):
        return Unread(what="pointer")
    if file.data.startswith(ZIP) and not is_workbook(file.data):
        return read_archive(file, options, lambda one, given: _plain(one, given, beside))
    return _plain(file, options, beside)


def _plain(
    file: SourceFile, options: Options, beside: Mapping[str, SourceFile]
) -> Records | Unread:
    if file.data.startswith(GZIP):
        unpacked = unzipped(file)
        if isinstance(unpacked, Unread):
            return unpacked
        file = unpacked
    name, start = file.path.casefold(), file.data[:200].lstrip(_UNSEEN)
    if name.endswith(PAGES):
        return read_site((file,), options)
    if start.startswith(b"<") or name.endswith(".xml"):
        return read_xml(file, options, beside)
    if start.startswith(_JSON) and not name.endswith(READ):
        return read_json(file, options)
    is_book = is_workbook(file.data) and name.endswith(READ)
    records = read_sheets_of_book(file, options) if is_book else read_table(file, options)
    return records if isinstance(records, Unread) else as_crawl(records, options.exports)
