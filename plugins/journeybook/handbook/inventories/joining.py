"""Rows and files of one piece of content become one: who says what, and where they contradict."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from journeybook.codes import Code
from journeybook.findings import Mistake, Span
from journeybook.grouping import grouped
from journeybook.handbook.ids import folded, slug
from journeybook.handbook.inventories.mapped_row import BLANK, MappedRow
from journeybook.handbook.inventories.meanings import LISTS, Meanings
from journeybook.handbook.inventories.web import old_pages, page_of
from journeybook.handbook.linking.asset_links import AssetDocument
from journeybook.handbook.linking.statements import title as title_of
from journeybook.schema import Kind
from journeybook.schema.settings.inventory import Key, Source
from journeybook.sources.document import Document, Origin
from journeybook.sources.settings.inventory import WrittenSource

_EDITORIAL: frozenset[Key] = frozenset(
    ("title", "url", "summary", "tags", "aliases", "old_addresses")
)
"""The keys that may be said in several ways without a contradiction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """A key of which a row and what it is joined with, or a row above it, say something else."""

    key: Key
    row: MappedRow
    said: str
    other: str
    is_of_rows: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """The content that a row tells of, by id; the keys that it gives, and those it contradicts."""

    id: str
    gives: Set[str]
    contradictions: tuple[Contradiction, ...] = ()


class Joining:
    """All content there is, to which source after source is added."""

    def __init__(self, documents: Iterable[AssetDocument]) -> None:
        """Take the content that has files."""
        self.documents = {one.id: one for one in documents}
        self._said: dict[tuple[Key, ...], set[str]] = {}
        self._urls: dict[str, str] = {}
        # Titles are compared where a source asks for it, which costs more than all else.
        self._titles: dict[str, str] | None = None
        for one in self.documents.values():
            self._know(one)

    def known(self, row: MappedRow, written: WrittenSource) -> str | None:
        """Find the content that a row tells of; None where nothing does yet."""
        for way in written.source.match:
            found: str | None = None
            if way == "url" and "url" in row.values:
                found = self._urls.get(page_of(row.values["url"]))
            elif way == "id" and not self._is_elsewhere(row):
                found = row.id if row.id in self.documents else None
            elif way == "title" and "title" in row.values:
                found = self._by_title.get(folded(row.values["title"]))
            if found:
                return found
        return None

    def add(
        self,
        row: MappedRow,
        known: str | None,
        meanings: Meanings,
        own: Set[str] | None = None,
    ) -> Joined:
        """Join a row with the content it tells of, or make new content of it.

        The rows above it in its source say the keys of that content that are its `own`, where they
        tell of it at all; a list of those grows by what the row adds.
        """
        if known is None:
            document = self._made(row, meanings.written)
            joined = Joined(id=document.id, gives=document.fields.model_fields_set)
        else:
            document, joined = _joined(self.documents[known], row, meanings, own)
        if own is None or joined.gives:
            self.documents[document.id] = document
            self._know(document)
        return joined

    def _know(self, document: AssetDocument) -> None:
        if document.fields.url:
            self._urls.setdefault(page_of(document.fields.url), document.id)
        for old in old_pages(document.fields):
            self._urls.setdefault(old, document.id)
        if self._titles is not None:
            self._titles.setdefault(folded(title_of(document)), document.id)

    @property
    def _by_title(self) -> Mapping[str, str]:
        if self._titles is None:
            titles = ((folded(title_of(one)), one.id) for one in self.documents.values())
            self._titles = {}
            for title, name in titles:
                self._titles.setdefault(title, name)
        return self._titles

    def _is_elsewhere(self, row: MappedRow) -> bool:
        # The same id at another address is another page.
        there, address = self.documents.get(row.id), row.values.get("url")
        known = there.fields.url if there else None
        return bool(known and address) and page_of(known or "") != page_of(address)

    def _made(self, row: MappedRow, written: WrittenSource) -> AssetDocument:
        identifier = self._free(row, written)
        span = Span(path=row.path, line=row.row)
        fields = BLANK.model_copy()
        fields.__dict__.update({str(key): value for key, value in row.values.items()})
        # Rows say the same keys over and over; a set for each would be half of all they take.
        said = self._said.setdefault(tuple(row.values), set(map(str, row.values)))
        object.__setattr__(fields, "__pydantic_fields_set__", said)
        return Document(
            kind=Kind.ASSET,
            id=identifier,
            path=f"{row.path}#{identifier}",
            fields=fields,
            tree=row.tree,
            heading=None,
            body="",
            body_line=1,
            known_as=(fields.url,) if fields.url else (),
            origin=Origin(
                source=written.name,
                span=span,
                says=row.columns.says,
                states=row.columns.states,
                has_page=bool(written.source.pages),
            ),
        )

    def _free(self, row: MappedRow, written: WrittenSource) -> str:
        if row.id not in self.documents:
            return row.id
        name = f"{slug(written.name)}/{row.id}"
        names = (name, f"{name}-{_digits(row)}")
        free = (one for one in names if one not in self.documents)
        return next(free, f"{names[-1]}-{row.row}")


def _digits(row: MappedRow) -> str:
    named = f"{row.values.get('url', '')} {row.values.get('title', '')}"
    return sha256(named.encode()).hexdigest()[:6]


def _joined(
    document: AssetDocument, row: MappedRow, meanings: Meanings, own: Set[str] | None
) -> tuple[AssetDocument, Joined]:
    fields, source = document.fields, meanings.written.source
    told: dict[str, Any] = {}
    contradictions: list[Contradiction] = []
    for key, value in row.values.items():
        before = getattr(fields, key) or (document.heading if key == "title" else None)
        is_own = own is not None and key in own
        if before in (None, ()):
            told[key] = value
        elif (is_own and key in row.defaults) or meanings.is_same(key, before, value):
            continue
        elif is_own and key in LISTS:
            told |= _longer(key, before, value, meanings)
        else:
            if key not in _EDITORIAL:
                said, other = _words(value), _words(before)
                contradictions.append(
                    Contradiction(key=key, row=row, said=said, other=other, is_of_rows=is_own)
                )
            if source.wins == "inventory" and not is_own:
                told[key] = value
    joined = replace(
        document,
        fields=fields.model_copy(update=told) if told else fields,
        tree=replace(document.tree, below=(*document.tree.below, row.tree)),
        known_as=_with(document.known_as, row),
        origin=_said_by(document.origin, row, source),
    )
    return joined, Joined(id=document.id, gives=told.keys(), contradictions=tuple(contradictions))


def _longer(
    key: Key, before: Sequence[object], more: Sequence[object], meanings: Meanings
) -> dict[str, Any]:
    new = [
        word for word in more if not any(meanings.is_same(key, (word,), (one,)) for one in before)
    ]
    return {key: (*before, *new)} if new else {}


def _said_by(origin: Origin | None, row: MappedRow, source: Source) -> Origin | None:
    if origin is None:
        return None
    # A table that only adds to what is known, such as accepted suggestions, could say anything.
    more = row.columns.says if source.adds is not False else ()
    return replace(
        origin,
        says=tuple(sorted({*origin.says, *more})),
        states=tuple(one for one in origin.states if one not in row.columns.headings),
        has_page=origin.has_page or bool(source.pages),
    )


def _with(names: Sequence[str], row: MappedRow) -> tuple[str, ...]:
    address = row.values.get("url")
    return tuple(dict.fromkeys((*names, *((address,) if address else ()))))


def _words(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(_words, value))
    return str(getattr(value, "text", value))


def mistakes_of(
    contradictions: Iterable[Contradiction], written: WrittenSource
) -> Iterator[Mistake]:
    """Tell of contradictions, of each key once, with how many there are."""
    found = grouped(((one.key, one.is_of_rows), one) for one in contradictions)
    for (key, is_of_rows), several in found.items():
        first = several[0]
        values = {
            "reference": f"{written.name}: {key}" + (" (rows)" if is_of_rows else ""),
            "key": key,
            "rows": str(len(several)),
            "source": written.name,
            "said": first.said,
            "other": first.other,
            "title": first.row.name,
            "counts": "above" if is_of_rows else written.source.wins,
        }
        yield Mistake(code=Code.CONTRADICTING_ROW, span=first.row.span(key), values=values)
