"""An export that was edited, brought back: what somebody changed in it, as changes of files."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from journeybook.exports.office.editable import BASE, LONGEST, SHORT, TEXT, Row, read_base, rows_of
from journeybook.grouping import a_few, grouped
from journeybook.handbook.linking.directory import directory_of_entities
from journeybook.importing.edited_beside import left_behind
from journeybook.importing.edited_new import NO_KEY, Found, NewRows
from journeybook.importing.edited_sheets import Given, Key, Reader
from journeybook.importing.edited_values import UNKNOWN, as_cell, is_same, value_of
from journeybook.importing.heard import Named, Place, Trouble
from journeybook.importing.lanes import Words
from journeybook.importing.plan import Offer
from journeybook.importing.sheets import Sheet
from journeybook.importing.statements import Matching
from journeybook.pipeline import Judged
from journeybook.schema import Kind
from journeybook.sources.edits.change import Change
from journeybook.sources.yaml.nodes import Step
from journeybook.wording import marked

_GONE = marked(
    "rows taken out: {number} ({rows}); that deletes nothing: delete the file, or empty the text "
    "of the statement"
)
_SAME = marked(
    "the sheets to edit say what the files say; the other sheets only tell, and are not read"
)
_MOVED = marked("{path} does not say this any more; it was changed since the export")
_FILE_GONE = marked("{path} is not there any more; it was renamed or deleted since the export")
_CUT = marked("this text was too long for its cell and cut off there; change it in {path}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """What was changed in an export: for files there are, and files to begin."""

    offers: tuple[Offer, ...]
    named: tuple[Named, ...]
    troubles: tuple[Trouble, ...]
    rows: int


def read_edited(sheets: Sequence[Sheet], book: Judged, words: Words) -> Edited:
    """Compare the sheets of an export with what it held, and with what the files say now."""
    base = read_base(next(sheet.rows for sheet in sheets if sheet.name == BASE))
    editing = _Editing(book, base)
    reader = Reader(
        kinds=editing.kinds,
        content=editing.content,
        keys=frozenset(name for cells in base.values() for name in cells),
        words=words,
    )
    found = [one for sheet in sheets for one in reader.read(sheet)]
    editing.found.troubles.extend(one for one in found if isinstance(one, Trouble))
    editing.unread.update(one for sheet in sheets for one in reader.unread(sheet))
    editing.take([one for one in found if isinstance(one, Given)])
    edited, beside = editing.result(), left_behind(sheets, reader, book.site)
    return replace(edited, troubles=(*edited.troubles, *beside))


class _Editing:
    def __init__(self, book: Judged, base: Mapping[Key, Mapping[str, str]]) -> None:
        self.base = base
        self.unread: set[tuple[str, bool]] = set()
        self.content = f"{book.handbook.content}/"
        self.kinds = {one.path: one.kind for one in book.documents}
        self.now: dict[Key, Row] = {row.key: row for row in rows_of(book.documents)}
        self.met: set[Key] = set()
        self.found = Found()
        self.rows = grouped((key[:2], row) for key, row in self.now.items())
        self.words = book.handbook.vocabulary
        self.known = {
            kind: directory_of_entities(own.values(), self.words.fold)
            for kind, own in book.handbook.entities.items()
        }
        self.new = NewRows(self.found, self.content, self.kinds, self.rows, self.parts)

    def parts(self, kind: Kind, text: str) -> Sequence[str]:
        """Give the names in a text that holds several of a kind, where each is known."""
        known = self.known[kind]
        return () if known.find(text) else known.parts(text, self.words.phrases)

    def take(self, rows: Sequence[Given]) -> None:
        """Take all rows, each as what was exported or as something new."""
        known = {id(one) for one in self._exported(rows)}
        for row in rows:
            if id(row) in known:
                self.met.add(row.key)
                self._changes(row, self.base[row.key])
            elif row.is_said:
                self.new.statement(row)
            else:
                self.new.file(row)

    def _exported(self, rows: Iterable[Given]) -> Iterable[Given]:
        # Who copies a row to write another leaves two with one name: the exported one is that
        # which says most of what it said.
        found = grouped((row.key, row) for row in rows if row.key in self.base)
        for key, own in found.items():
            before = self.base[key]
            yield max(own, key=lambda row: _likeness(row.cells, before))

    def result(self) -> Edited:
        """Give what was changed."""
        # What stands on a sheet that is not read was not taken out.
        away = self.base.keys() - self.met
        gone = sorted(key for key in away if (key[0], bool(key[1])) not in self.unread)
        if gone and self.met:
            rows = a_few([self._row_named(key) for key in gone])
            self.found.tell(_GONE, Place(), number=str(len(gone)), rows=rows)
        if not (self.found.offers or self.found.named or self.found.troubles):
            self.found.tell(_SAME, Place())
        return Edited(
            offers=tuple(self.found.offers),
            named=tuple(self.found.named),
            troubles=tuple(self.found.troubles),
            rows=len(self.met),
        )

    def _changes(self, given: Given, before: Mapping[str, str]) -> None:
        cells = given.cells
        changed = [name for name in cells if cells[name] != as_cell(before.get(name, ""))]
        if not changed:
            return
        row = self._row_now(given.key, before)
        if self._is_said(given, changed, row):
            return
        if row is None:
            path = given.file
            self.found.tell(_MOVED if path in self.kinds else _FILE_GONE, given.place, path=path)
            return
        if row.lane and not (any(cells.values()) if row.lane == "emotion" else cells.get(TEXT)):
            self._emptied(row, given, before)
            return
        for name in changed:
            now, was = row.cells.get(name, ""), before.get(name, "")
            kind = self.kinds[row.path]
            if not is_same(kind, row.lane, name, (now, cells[name]), self.parts):
                self._offer(row, name, given, is_disputed=as_cell(now) != as_cell(was))

    def _emptied(self, row: Row, given: Given, before: Mapping[str, str]) -> None:
        name = TEXT if TEXT in row.cells else next(iter(row.cells), TEXT)
        self.found.offers.append(
            Offer(
                path=row.path,
                change=Change(keys=(row.lane, row.place - 1), value=None),
                before=row.cells.get(name, ""),
                after="",
                place=given.at(name) if name in given.columns else given.place,
                is_disputed={**row.cells} != {**before},
            )
        )

    def _row_named(self, key: Key) -> str:
        path, lane, _ = key
        return f"{path}: “{self.base[key].get(TEXT, '')}”" if lane else path

    def _is_said(self, given: Given, changed: Iterable[str], row: Row | None) -> bool:
        # By now the file says there what the sheet says, or elsewhere, or no more of it.
        path, lane, _ = given.key
        there = self.now.get(given.key)
        if not lane or path not in self.kinds:
            return False
        text, kind = given.cells.get(TEXT, ""), self.kinds[path]
        if there and all(
            is_same(kind, lane, name, (there.cells.get(name, ""), given.cells[name]), self.parts)
            for name in changed
        ):
            return True
        others = self.rows.get((path, lane), ())
        return row is None and (
            not text or any(as_cell(one.cells.get(TEXT, "")) == text for one in others)
        )

    def _row_now(self, key: Key, before: Mapping[str, str]) -> Row | None:
        # A statement may stand at another place by now.
        path, lane, _ = key
        if not lane:
            return self.now.get(key)
        rows = self.rows.get((path, lane), ())
        matching = Matching([dict(row.cells) for row in rows], TEXT)
        at = matching.find(before)
        return rows[at] if at is not None else None

    def _offer(self, row: Row, name: str, given: Given, *, is_disputed: bool) -> None:
        text, now = given.cells[name], row.cells.get(name, "")
        value = value_of(self.kinds[row.path], row.lane, name, text, self.parts)
        if value is UNKNOWN:
            self.found.tell(NO_KEY, given.at(name), key=name)
        elif len(now) >= LONGEST:
            self.found.tell(_CUT, given.at(name), path=row.path)
        else:
            short = row.plain or SHORT.get(row.lane, TEXT)
            change = Change(keys=_keys(row, name), value=value, short=short)
            offer = Offer(
                path=row.path,
                change=change,
                before=now,
                after=text,
                place=given.at(name),
                is_disputed=is_disputed,
            )
            self.found.offers.append(offer)


def _likeness(cells: Mapping[str, str], before: Mapping[str, str]) -> tuple[bool, int]:
    same = [name for name, text in before.items() if cells.get(name) == as_cell(text)]
    return "title" in same or TEXT in same, len(same)


def _keys(row: Row, name: str) -> tuple[Step, ...]:
    if not row.lane:
        return tuple(name.split("."))
    key = SHORT.get(row.lane, TEXT) if name == TEXT else name
    around: tuple[Step, ...] = (row.lane, row.place - 1)
    return around if key == row.plain else (*around, *key.split("."))
