"""An export that was edited, brought back: what somebody changed in it, as changes of files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from journeybook.exports.office.editable import (
    BASE,
    FILE,
    LANE,
    PLACE,
    SHORT,
    TEXT,
    Row,
    read_base,
    rows_of,
)
from journeybook.importing.edited_values import UNKNOWN, as_cell, cells_of, value_of
from journeybook.importing.heard import Named, Place, Trouble
from journeybook.importing.plan import Offer
from journeybook.importing.sheets import LOOKED_AT, Sheet
from journeybook.importing.statements import Matching
from journeybook.pipeline import Judged
from journeybook.schema import MODELS, Kind
from journeybook.sources.edits.change import Change
from journeybook.sources.records.headings import letters_of
from journeybook.sources.yaml.nodes import Step, Value
from journeybook.wording import marked

_GONE = marked(
    "{number} rows were taken out; that deletes nothing: delete the file, or empty the text of the "
    "statement"
)
_NO_FILE = marked("this row names no file of the handbook; say in which it belongs")
_NO_LANE = marked("{path} has no place for '{row}'; write a key that its kind of file has")
_NO_TEXT = marked("this row says nothing; write its text")
_MOVED = marked("{path} does not say this any more; it was changed since the export")
_NO_KEY = marked("there is no key {key} here; the text under it stays behind")

_ABOVE = marked("this stands above the headings, where nothing is read")

_Key = tuple[str, str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """What was changed in an export: for files there are, and files to begin."""

    offers: tuple[Offer, ...]
    named: tuple[Named, ...]
    troubles: tuple[Trouble, ...]
    rows: int


def is_export(sheets: Sequence[Sheet]) -> bool:
    """Tell whether sheets are an export that may be brought back."""
    return any(sheet.name == BASE for sheet in sheets)


def read_edited(sheets: Sequence[Sheet], book: Judged) -> Edited:
    """Compare the sheets of an export with what it held, and with what the files say now."""
    base = read_base(next(sheet.rows for sheet in sheets if sheet.name == BASE))
    reading = _Edited(book, base)
    for sheet in sheets:
        head = _head_of(sheet) if sheet.name != BASE else None
        if head is not None:
            above = [sheet.place(at, 0) for at in range(head) if any(sheet.rows[at])]
            reading.troubles.extend(Trouble(message=_ABOVE, place=one) for one in above)
            reading.take(replace(sheet, rows=sheet.rows[head:], first=sheet.first + head))
    return reading.result()


def _head_of(sheet: Sheet) -> int | None:
    # Somebody may move the columns, or write something above them.
    rows = enumerate(sheet.rows[:LOOKED_AT])
    return next((at for at, row in rows if FILE in row and {"title", LANE} & {*row}), None)


class _Edited:
    def __init__(self, book: Judged, base: Mapping[_Key, Mapping[str, str]]) -> None:
        self.base = base
        self.content = f"{book.handbook.content}/"
        self.kinds = {one.path: one.kind for one in book.documents}
        self.now: dict[_Key, Row] = {row.key: row for row in rows_of(book.documents)}
        self.met: set[_Key] = set()
        self.offers: list[Offer] = []
        self.named: list[Named] = []
        self.troubles: list[Trouble] = []
        self.kind: Kind | None = None
        self.added: dict[tuple[str, str], int] = {}

    def take(self, sheet: Sheet) -> None:
        """Take one sheet, row by row."""
        heads = sheet.rows[0]
        if LANE not in heads:
            files = (f"{self.content}{row[0]}" for row in sheet.rows[1:] if row)
            self.kind = next((self.kinds[one] for one in files if one in self.kinds), None)
        for at, row in enumerate(sheet.rows[1:], start=sheet.first + 1):
            told = {head: cell for head, cell in zip(heads, row, strict=False) if head}
            if any(told.values()):
                place = Place(sheet=sheet.name, row=at, column="A")
                self._row(told, heads, place, has_lanes=LANE in heads)

    def result(self) -> Edited:
        """Give what was changed."""
        gone = len(self.base.keys() - self.met)
        if gone and self.met:
            self._tell(_GONE, Place(), number=str(gone))
        return Edited(
            offers=tuple(self.offers),
            named=tuple(self.named),
            troubles=tuple(self.troubles),
            rows=len(self.met),
        )

    def _row(
        self, told: Mapping[str, str], heads: Sequence[str], place: Place, *, has_lanes: bool
    ) -> None:
        file, lane = told.get(FILE, ""), told.get(LANE, "")
        number = told.get(PLACE, "")
        key = f"{self.content}{file}", lane, int(number) if number.isdecimal() else 0
        cells = cells_of(self.kinds.get(key[0], self.kind), lane, told)
        before = self.base.get(key)
        if before is not None and key not in self.met:
            self.met.add(key)
            self._changes(key, before, cells, heads, place)
        elif has_lanes:
            self._new_statement(key, cells, place)
        else:
            self._new_file(file, cells, place)

    def _changes(
        self,
        key: _Key,
        before: Mapping[str, str],
        cells: Mapping[str, str],
        heads: Sequence[str],
        place: Place,
    ) -> None:
        changed = {
            name: text for name, text in cells.items() if text != as_cell(before.get(name, ""))
        }
        if not changed:
            return
        row = self._row_now(key, before)
        if row is None and key[1] and self._is_said(key, cells.get(TEXT, "")):
            return
        if row is None:
            self._tell(_MOVED, place, path=key[0])
            return
        for name, text in changed.items():
            where = Place(sheet=place.sheet, row=place.row, column=letters_of(heads.index(name)))
            now = row.cells.get(name, "")
            if as_cell(now) == text:
                continue
            offer = self._offer(row, name, text, where, before.get(name, ""))
            if offer:
                self.offers.append(offer)

    def _is_said(self, key: _Key, text: str) -> bool:
        # By now the file says what the sheet says, or no more of it.
        rows = self._rows(*key[:2])
        return not text or any(as_cell(row.cells.get(TEXT, "")) == text for row in rows)

    def _rows(self, path: str, lane: str) -> list[Row]:
        return [row for key, row in self.now.items() if key[:2] == (path, lane)]

    def _tell(self, message: str, place: Place, **values: str) -> None:
        self.troubles.append(Trouble(message=message, values=values, place=place))

    def _row_now(self, key: _Key, before: Mapping[str, str]) -> Row | None:
        # A statement may stand at another place by now.
        path, lane, _ = key
        if not lane:
            return self.now.get(key)
        rows = self._rows(path, lane)
        matching = Matching([dict(row.cells) for row in rows], TEXT)
        at = matching.find(before)
        return rows[at] if at is not None else None

    def _offer(self, row: Row, name: str, text: str, place: Place, base: str) -> Offer | None:
        keys = self._keys(row, name)
        value = value_of(self.kinds[row.path], row.lane, name, text)
        if value is UNKNOWN:
            self._tell(_NO_KEY, place, key=name)
            return None
        short = SHORT.get(row.lane, TEXT)
        now = row.cells.get(name, "")
        is_whole = row.lane and name == TEXT and not text
        return Offer(
            path=row.path,
            change=Change(keys=keys[:2] if is_whole else keys, value=value, short=short),
            before=now,
            after=text,
            place=place,
            is_disputed=as_cell(now) != as_cell(base),
        )

    def _keys(self, row: Row, name: str) -> tuple[Step, ...]:
        if not row.lane:
            return tuple(name.split("."))
        short = SHORT.get(row.lane, TEXT)
        around: tuple[Step, ...] = (row.lane, row.place - 1)
        is_plain = row.cells.keys() == {TEXT} and name == TEXT and row.lane != "emotion"
        return around if is_plain else (*around, *(short if name == TEXT else name).split("."))

    def _new_statement(self, key: _Key, cells: Mapping[str, str], place: Place) -> None:
        path, lane, _ = key
        kind = self.kinds.get(path)
        if kind is None:
            self._tell(_NO_FILE, place)
            return
        # A feeling is a score or a word, and has no text.
        others = (text for text in cells.values() if text) if lane == "emotion" else ()
        said = cells.get(TEXT) or ", ".join(others)
        if lane not in MODELS[kind].model_fields or not said:
            self._tell(_NO_LANE if said else _NO_TEXT, place, path=path, row=lane)
            return
        rows = self._rows(path, lane)
        if any(row.cells.get(TEXT) == said or (row.cells == _filled(cells)) for row in rows):
            return
        short = SHORT.get(lane, TEXT)
        item: dict[str, Value] = {}
        for name, text in cells.items():
            value = value_of(kind, lane, name, text) if text else None
            if value is UNKNOWN:
                self._tell(_NO_KEY, place, key=name)
            elif value is not None:
                item[short if name == TEXT else name] = value
        at = len(rows) + self.added.get((path, lane), 0)
        self.added[path, lane] = self.added.get((path, lane), 0) + 1
        new: Value = item[short] if item.keys() == {short} else dict(item)
        change = Change(keys=(lane, at), value=new, short=short)
        self.offers.append(Offer(path=path, change=change, after=said, place=place))

    def _new_file(self, file: str, cells: Mapping[str, str], place: Place) -> None:
        kind, title = self.kind, cells.get("title", "")
        if file or kind is None or kind is Kind.STEP or not title:
            self._tell(_NO_FILE, place)
            return
        keys: dict[str, Value] = {}
        for name, text in cells.items():
            value = value_of(kind, "", name, text) if text and name != "title" else None
            if value is not None and value is not UNKNOWN:
                keys[name] = value
        self.named.append(Named(kind=kind, title=title, keys=keys, place=place))


def _filled(cells: Mapping[str, str]) -> dict[str, str]:
    return {name: text for name, text in cells.items() if text}
