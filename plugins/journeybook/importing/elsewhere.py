"""Files that other programs keep, which the handbook reads where they lie."""

import re

from journeybook.handbook.inventories.headings import options_of_content
from journeybook.handbook.inventories.proposing_use import use_proposal
from journeybook.importing.heard import Place, Trouble
from journeybook.pipeline import Judged
from journeybook.schema.settings.inventory import Source
from journeybook.sources.document import SourceFile
from journeybook.sources.records.reading import read_records
from journeybook.sources.records.record import Records
from journeybook.sources.tables.tables import Unread
from journeybook.wording import marked

_OURS = re.compile(rb'\s*\{\s*"schema_version":')
_CRAWL = marked(
    "this is what a crawler saw, so pictures, redirects and pages that are gone become content "
    "here too; to leave them out, have it read where it lies: journeybook inventory --suggest "
    "{file} --write"
)


def is_our_data(file: SourceFile) -> bool:
    """Tell whether a file is what a handbook says of itself to other programs."""
    return _OURS.match(file.data) is not None


def is_read_elsewhere(file: SourceFile, book: Judged) -> bool:
    """Tell whether the inventory of a handbook can read a file, as content or as its use."""
    is_use = use_proposal(file.path, (file,), book.handbook) is not None
    return is_use or not isinstance(_records(file, book), Unread)


def told_of_crawl(file: SourceFile, book: Judged) -> tuple[Trouble, ...]:
    """Tell of a sheet that a crawler wrote what becomes of it, and how it is read better."""
    records = _records(file, book)
    if isinstance(records, Unread) or records.kind != "crawl":
        return ()
    return (Trouble(message=_CRAWL, values={"file": file.path}, place=Place()),)


def _records(file: SourceFile, book: Judged) -> Records | Unread:
    source = Source.model_validate({"file": (file.path,)})
    known = options_of_content(source, book.handbook.vocabulary, book.handbook.today)
    return read_records(file, known)
