"""Reads a file that is no source yet, and proposes what is to be said of it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from urllib.parse import urlsplit

from journeybook.handbook.book import Handbook
from journeybook.handbook.inventories.heading_words import HeadingWords
from journeybook.handbook.inventories.meanings import Meanings
from journeybook.handbook.inventories.named_keys import keys_named, name_content
from journeybook.handbook.inventories.rows import RowReader
from journeybook.handbook.inventories.suggesting import Proposal, proposed
from journeybook.handbook.linking.directory import Directory, directory_of_entities
from journeybook.handbook.linking.linker import Linker
from journeybook.schema import Kind
from journeybook.schema.period import Words
from journeybook.schema.settings.inventory import Source
from journeybook.sources.document import SourceFile
from journeybook.sources.records.record import Record, Records
from journeybook.sources.records.site_files import address_of_site, language_of_site
from journeybook.sources.records.values import plain
from journeybook.sources.settings.inventory import WrittenSource
from journeybook.sources.tables.tables import Unread
from journeybook.sources.yaml.nodes import Tree


def proposal_for(
    place: str,
    files: Sequence[SourceFile],
    handbook: Handbook,
    words: Words,
    title: str | None = None,
) -> Proposal | Unread:
    """Propose the mapping of some files, or tell why they cannot be read.

    `title` is the heading of the column that holds the titles, where somebody says so.
    """
    heads = HeadingWords(handbook.vocabulary)
    lists = partial(name_content, words=heads)
    linker = Linker(_directories(handbook), {}, handbook.today, handbook.vocabulary)

    def opened(**part: str | tuple[str, ...]) -> tuple[Records | Unread, Meanings]:
        given = Source.model_validate({"file": (place,), **part})
        tree = Tree(path="", root=None)
        source = WrittenSource(source=given, at=0, tree=tree, files=tuple(files))
        meanings = Meanings(source, linker, words)
        reader = RowReader(meanings=meanings)
        read = reader.first(lists) if files else Unread(what="missing")
        return read, meanings

    read, meanings = opened()
    if not isinstance(read, Records):
        return read
    if part := part_of(read, heads, files):
        read, meanings = opened(**part)
        if not isinstance(read, Records):
            return read
    host = (address_of_site(files) if read.kind == "site" else "") or usual_host(handbook)
    proposal = proposed(read, meanings, heads, host, title)
    return replace(proposal, constants={**proposal.constants, **part})


def _directories(handbook: Handbook) -> dict[Kind, Directory]:
    fold = handbook.vocabulary.fold
    return {
        kind: directory_of_entities(folder.values(), fold)
        for kind, folder in handbook.entities.items()
    }


def usual_host(handbook: Handbook) -> str:
    """Give where most of the content is that is known."""
    addresses = (urlsplit(one.url) for one in handbook.assets.values() if one.url)
    hosts = Counter(f"{one.scheme}://{one.netloc}" for one in addresses if one.netloc)
    return next((host for host, _ in hosts.most_common(1)), "")


_ADDRESSES = ("slug", "url", "path", "permalink")
_LOOKED_AT = 5_000


def part_of(
    records: Records, words: HeadingWords, files: Sequence[SourceFile]
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
    return _database(records, words) if records.kind == "notion" else {}


def _types(records: Records) -> Mapping[str, tuple[str, ...]]:
    every = {plain(one.cells.get("contentType")): False for one in records.records}
    for one in records.records:
        if any(one.cells.get(name) for name in _ADDRESSES):
            every[plain(one.cells.get("contentType"))] = True
    pages = tuple(sorted(kind for kind, has_address in every.items() if has_address))
    return {"entries": pages} if 0 < len(pages) < len(every) else {}


def _database(records: Records, words: HeadingWords) -> Mapping[str, str]:
    headings: dict[str, dict[str, None]] = {}
    rows: Counter[str] = Counter()
    for _, one in zip(range(_LOOKED_AT), records.records, strict=False):
        rows[one.member] += 1
        headings.setdefault(one.member, {}).update(dict.fromkeys(_filled(one)))
    if len(headings) < 2:  # noqa: PLR2004 - one, or several
        return {}
    known = {name: len(keys_named(told, words)) for name, told in headings.items()}
    best = max(headings, key=lambda name: (known[name], rows[name]))
    return {"member": best.rpartition("/")[2].removesuffix(".csv")}


def _filled(record: Record) -> tuple[str, ...]:
    return tuple(name for name, cell in record.cells.items() if cell)
