"""The rows of a source by our keys, with all that could not be read or mapped."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import Any

from journeybook.codes import Code
from journeybook.findings import Mistake, Span
from journeybook.handbook.inventories.between import Above, Sections
from journeybook.handbook.inventories.cells import first_words, is_wanted, texts_of
from journeybook.handbook.inventories.headings import Columns, columns_of, options_of_content
from journeybook.handbook.inventories.mapped_row import MappedRow, id_of_row, lines_of_keys
from journeybook.handbook.inventories.meanings import LISTS, NOTHING, Meanings
from journeybook.handbook.inventories.ticks import meant_by
from journeybook.handbook.inventories.web import whole_address
from journeybook.schema.settings.inventory import Key
from journeybook.sources.document import SourceFile
from journeybook.sources.likeness import close_to
from journeybook.sources.records.entries import within
from journeybook.sources.records.reading import read_records
from journeybook.sources.records.record import (
    MOST_MEMBERS,
    LeftOut,
    Lists,
    Reason,
    Record,
    Records,
    plain_name,
)
from journeybook.sources.records.sites.site import read_site
from journeybook.sources.settings.inventory import WrittenSource
from journeybook.sources.settings.inventory_result import Doubt, LeftOutRow, Unmapped
from journeybook.sources.tables.tables import Unread

_Word = tuple[Key, str, str]
_FEW = 5


@dataclass(kw_only=True)
class RowReader:
    """Reads all files of one source; what is met on the way is gathered."""

    meanings: Meanings
    mistakes: list[Mistake] = field(default_factory=list)
    left_out: list[LeftOutRow] = field(default_factory=list)
    columns: dict[Key, tuple[str, ...]] = field(default_factory=dict)
    unused: dict[str, None] = field(default_factory=dict)
    guessed: dict[str, str] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    rows: int = 0
    hostless: int = 0
    _unknown: dict[_Word, list[Span]] = field(default_factory=dict)

    @property
    def written(self) -> WrittenSource:
        """The source as it is written."""
        return self.meanings.written

    def read(self) -> Iterator[MappedRow]:
        """Give the rows that may be content; all others are left out for a reason."""
        for files in self.written.together:
            records, name = self._records(files), files[0].path
            if isinstance(records, Unread):
                self._tell(records.what, "file", file=name, **records.values)
                continue
            for member, encoding in records.guessed.items():
                self.guessed[self._place(name, member)] = encoding
            yield from self._mapped(records, name)

    def _mapped(self, records: Records, name: str) -> Iterator[MappedRow]:
        columns = self._columns(records, name)
        absent: list[str] = []
        empty = {*columns.unused}
        place = partial(self._place, name)
        sections = Sections(records=records, columns=columns, meanings=self.meanings, place=place)
        for entry, above in sections.entries():
            self.rows += 1
            path = place(entry.member)
            if isinstance(entry, LeftOut):
                self._leave(path, entry.row, entry.reason.value, entry.text)
                if records.kind == "sitemap" and entry.reason is Reason.NOT_READ:
                    absent.append(entry.text)
                continue
            empty -= {one for one in empty if entry.cells.get(one)}
            if row := self._row(path, entry, columns, above):
                sections.heed(row.values)
                yield row
        self.doubts.extend(sections.doubts)
        self.unused |= dict.fromkeys(one for one in columns.unused if self._lacks(one, empty))
        if absent:
            self._tell("sitemaps", "file", file=name, known=", ".join(absent[:_FEW]))

    def _place(self, file: str, member: str) -> str:
        # The pages of a folder are files themselves, as are sitemaps that an index names.
        return member if member in self._paths else within(file, member)

    @cached_property
    def _paths(self) -> frozenset[str]:
        return frozenset(one.path for one in self.written.files)

    def first(self, lists: Lists) -> Records | Unread:
        """Open what a source names first, before anything is known of it."""
        return self._records(next(self.written.together), lists)

    @property
    def unmapped(self) -> tuple[Unmapped, ...]:
        """The words that mean nothing here, column by column, the most frequent first."""
        found = [
            Unmapped(
                key=key,
                column=column,
                word=word,
                rows=len(spans),
                span=spans[0],
                suggestion=self.meanings.suggestion(key, word),
                known=self.meanings.known(key),
            )
            for (key, column, word), spans in self._unknown.items()
        ]
        found.sort(key=lambda one: (one.key, one.column, -one.rows, one.span.line, one.word))
        return tuple(found)

    def leave(self, row: MappedRow, reason: str) -> None:
        """Leave out a row that was mapped."""
        self._leave(row.path, row.row, reason, row.name)

    def _leave(self, path: str, row: int, reason: str, text: str = "") -> None:
        self.left_out.append(LeftOutRow(reason=reason, path=path, row=row, text=text))

    def _records(self, files: Sequence[SourceFile], lists: Lists | None = None) -> Records | Unread:
        source, file = self.written.source, files[0]
        known = options_of_content(source, self.meanings.vocabulary, self.meanings.linker.today)
        options = replace(known, lists=lists)
        if file.refused == "large":
            return Unread(what="large", values={"most": f"{source.limit} MB"})
        if any(one.refused == "many" for one in files):
            return Unread(what="members", values={"most": str(MOST_MEMBERS)})
        if len(files) > 1:
            return read_site(files, options)
        return read_records(file, options, self.written.files)

    def _columns(self, records: Records, file: str) -> Columns:
        headers = records.headers
        columns = columns_of(self.written.source, records, self.meanings.vocabulary)
        for key, names in columns.missing.items():
            for name in names:
                near = close_to(name, headers)
                known = ", ".join(headers[:12])
                told = {"file": file, "column": name, "suggestion": near, "known": known}
                self._tell("column", "columns", key, **told)
        for key, found in columns.headings.items():
            self.columns[key] = tuple(dict.fromkeys((*self.columns.get(key, ()), *found)))
        return columns

    def _lacks(self, heading: str, empty: Container[str]) -> bool:
        named = plain_name(self.written.source.id or "")
        return heading not in empty and plain_name(heading) != named

    def _tell(self, what: str, *steps: str, **values: str) -> None:
        mistake = Mistake(
            code=Code.UNREAD_INVENTORY,
            span=self.written.span(*steps),
            values={
                "reference": f"{self.written.name}: {values.get('column', what)}",
                "what": what,
                "suggestion": "",
                **values,
            },
        )
        if mistake not in self.mistakes:
            self.mistakes.append(mistake)

    def _row(self, path: str, record: Record, columns: Columns, above: Above) -> MappedRow | None:
        if not is_wanted(record, self.written.source):
            self._leave(path, record.row, "skipped", first_words(record))
            return None
        values: dict[Key, Any] = {**above}
        for key, names in columns.headings.items():
            value = self._value(key, names, path, record, columns)
            if value is not None:
                values[key] = value
        defaults = self._complete(values)
        identifier = id_of_row(values, record, self.written.source.id)
        if not identifier:
            self._leave(path, record.row, "nameless", first_words(record))
            return None
        return MappedRow(
            path=path,
            row=record.row,
            id=identifier,
            values=values,
            columns=columns,
            lines=lines_of_keys(record, columns),
            defaults=defaults,
        )

    def _value(
        self, key: Key, names: Sequence[str], path: str, record: Record, columns: Columns
    ) -> Any:  # noqa: ANN401 - whatever the key holds
        # Of a hundred thousand cells, nearly all stand alone for their key and mean something.
        cell = record.cells.get(names[0], "") if len(names) == 1 else ()
        if isinstance(cell, str):
            meaning = self.meanings.of(key, cell) if cell else NOTHING
            if not meaning.unknown:
                return meaning.value
        gathered: dict[Any, None] = {}
        for name in names:
            cells = texts_of(record.cells.get(name, ""))
            # Several may look after a page.
            for cell in (", ".join(cells),) if key == "owner" and cells else cells:
                meaning = meant_by(key, cell, name, self.meanings)
                if meaning.unknown:
                    line = record.lines.get(name, record.row)
                    place = Span(path=path, line=line, column=columns.column(name))
                    self._note(key, name, meaning.unknown, place, columns)
                if meaning.value is not None and key not in LISTS:
                    return meaning.value
                gathered |= dict.fromkeys(meaning.value or ())
        return tuple(gathered) or None

    def _note(
        self, key: Key, column: str, words: Sequence[str], place: Span, columns: Columns
    ) -> None:
        for word in words:
            if not self._is_of_another(key, column, word, columns):
                self._unknown.setdefault((key, column, word), []).append(place)

    def _is_of_another(self, key: Key, column: str, word: str, columns: Columns) -> bool:
        # One column may hold both persona and phase: a word of the one is none of the other, and
        # a word that is neither is told of once.
        first, *others = columns.keys_of_headings[column]
        return key != first or any(self.meanings.is_known(one, word) for one in others)

    def _complete(self, values: dict[Key, Any]) -> tuple[Key, ...]:
        constants = self.meanings.constants
        defaults = tuple(key for key in constants if key not in values)
        values |= {key: constants[key] for key in defaults}
        if "url" in values:
            address = whole_address(values["url"], self.written.source.base)
            self.hostless += address.startswith("/")
            values["url"] = address
        return defaults
