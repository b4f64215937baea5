"""Which part of an export holds content, where it holds other things as well."""

from collections import Counter
from collections.abc import Mapping, Sequence

from journeybook.handbook.inventories.named_keys import keys_named
from journeybook.handbook.vocabulary import Vocabulary
from journeybook.sources.document import SourceFile
from journeybook.sources.records.record import Record, Records
from journeybook.sources.records.site_files import language_of_site
from journeybook.sources.records.values import plain

_ADDRESSES = ("slug", "url", "path", "permalink")
_LOOKED_AT = 5_000


def part_of(
    records: Records, vocabulary: Vocabulary, files: Sequence[SourceFile]
) -> Mapping[str, str | tuple[str, ...]]:
    """Give what is to be said of an export so that its content alone is read, or nothing.

    Of Contentful these are the types of entry that have an address of their own; of Notion the
    database whose properties say most of what is known of content. Of a site it is the language
    that has no folder in its addresses.
    """
    if records.kind == "site" and (language := language_of_site(files)):
        return {"language": language}
    if records.kind == "contentful":
        return _types(records)
    return _database(records, vocabulary) if records.kind == "notion" else {}


def _types(records: Records) -> Mapping[str, tuple[str, ...]]:
    every = {plain(one.cells.get("contentType")): False for one in records.records}
    for one in records.records:
        if any(one.cells.get(name) for name in _ADDRESSES):
            every[plain(one.cells.get("contentType"))] = True
    pages = tuple(sorted(kind for kind, has_address in every.items() if has_address))
    return {"entries": pages} if 0 < len(pages) < len(every) else {}


def _database(records: Records, vocabulary: Vocabulary) -> Mapping[str, str]:
    headings: dict[str, dict[str, None]] = {}
    rows: Counter[str] = Counter()
    for _, one in zip(range(_LOOKED_AT), records.records, strict=False):
        rows[one.member] += 1
        headings.setdefault(one.member, {}).update(dict.fromkeys(_filled(one)))
    if len(headings) < 2:  # noqa: PLR2004 - one, or several
        return {}
    known = {name: len(keys_named(tuple(told), vocabulary)) for name, told in headings.items()}
    best = max(headings, key=lambda name: (known[name], rows[name]))
    return {"member": best.rpartition("/")[2].removesuffix(".csv")}


def _filled(record: Record) -> tuple[str, ...]:
    return tuple(name for name, cell in record.cells.items() if cell)
