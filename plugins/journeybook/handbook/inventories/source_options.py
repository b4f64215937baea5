"""What is known of the files of a source before they are read."""

from datetime import date

from journeybook.handbook.inventories.headings import all_headings
from journeybook.handbook.vocabulary import Vocabulary
from journeybook.schema.settings.inventory import Source
from journeybook.sources.records.record import Options


def options_of(source: Source, vocabulary: Vocabulary, today: date) -> Options:
    """Give what a source says of its files, and by which headings they are recognised."""
    return Options(
        names=all_headings(source, vocabulary),
        subjects=all_headings(source, vocabulary, ("title", "url")),
        sheet=source.sheet,
        member=source.member or "",
        encoding=source.encoding,
        delimiter=source.delimiter,
        types=frozenset(source.entries),
        language=source.language or "",
        root=source.root or "",
        shape=source.generator,
        today=today,
        phrases=vocabulary.phrases,
        exports=vocabulary.exports,
    )
