"""Tells an export of use from a list of content, and proposes what is to be said of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from journeybook.handbook.book import Handbook
from journeybook.handbook.inventories.heading_words import HeadingWords
from journeybook.handbook.inventories.named_keys import keys_named
from journeybook.handbook.inventories.proposing import usual_host
from journeybook.handbook.vocabulary import Vocabulary
from journeybook.schema.settings.inventory import Key
from journeybook.sources.document import SourceFile
from journeybook.sources.edits.inventory_text import Entry
from journeybook.sources.records.record import Options
from journeybook.sources.records.use.columns import headings_of_use, tells_use
from journeybook.sources.records.use.reading import Given, UseRead, read_use
from journeybook.sources.records.use.tables import tables_of
from journeybook.sources.tables.tables import Unread

# Whatever a page is called in such an export is its address, and a day is that of the figures.
_BESIDE: frozenset[Key] = frozenset(("url", "published"))
_NAMES = frozenset(("name", "label", "page", "pages"))


@dataclass(frozen=True, slots=True, kw_only=True)
class UseProposal:
    """What is written of an export, and what it tells, or what is not known of it yet."""

    entry: Entry
    read: UseRead | Unread


def use_proposal(place: str, files: Sequence[SourceFile], handbook: Handbook) -> UseProposal | None:
    """Propose what to say of an export of use; None where a file is none."""
    if len(files) != 1 or files[0].refused:
        return None
    words = handbook.vocabulary
    options = Options(phrases=words.phrases, exports=words.exports)
    named = replace(options, names=headings_of_use(words.exports))
    tables = tables_of(files[0], named)
    if isinstance(tables, Unread):
        return None
    told = [records.headers for _, records in tables if tells_use(records.headers, words.exports)]
    if not told or any(_is_content(headers, words) for headers in told):
        return None
    read, host = read_use(files[0], options, Given()), usual_host(handbook)
    rows = () if isinstance(read, Unread) else read.rows
    is_inside = bool(host) and any(row.address.startswith("/") for row in rows)
    return UseProposal(entry={"file": place, **({"base": host} if is_inside else {})}, read=read)


def _is_content(headers: Sequence[str], vocabulary: Vocabulary) -> bool:
    named = keys_named(headers, HeadingWords(vocabulary))
    return any(
        key not in _BESIDE and heading.casefold() not in _NAMES for key, heading in named.items()
    )
