"""Opens a file by what it holds, and gives its records."""

from journeybook.sources.document import SourceFile
from journeybook.sources.records.record import Options, Records
from journeybook.sources.records.rows import read_table
from journeybook.sources.tables import Unread


def read_records(file: SourceFile, options: Options) -> Records | Unread:
    """Read a file of rows by what it holds, not by what it is called."""
    return read_table(file, options)
