"""The sheets of an export that somebody may have edited: which they are, and their rows."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from journeybook.exports.office.editable import BASE, FILE, LANE, LANES, PLACE
from journeybook.importing.edited_values import cells_of, is_known
from journeybook.importing.heard import Place, Trouble
from journeybook.importing.lanes import Words
from journeybook.importing.sheets import LOOKED_AT, Sheet
from journeybook.schema import MODELS, Kind
from journeybook.sources.records.headings import letters_of
from journeybook.wording import marked

_ABOVE = marked("this stands above the headings, where nothing is read")
_NO_HEAD = marked(
    "nothing of this sheet is read, since no column is called '{key}' any more; call it so again"
)
_NO_COLUMN = marked("nothing is called '{key}' here, so what stands below it stays behind")

Key = tuple[str, str, int]
"""What names a row: its file, the list in it, and the place in that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A row as somebody left it: what names it, its cells by their keys, and where they stand."""

    key: Key
    kind: Kind | None
    is_said: bool
    cells: Mapping[str, str]
    columns: Mapping[str, str]
    place: Place

    @property
    def file(self) -> str:
        """The file that it names, in the folder of the handbook."""
        return self.key[0]

    def at(self, name: str) -> Place:
        """Give the place of one of its cells."""
        return replace(self.place, column=self.columns[name])


def is_export(sheets: Sequence[Sheet]) -> bool:
    """Tell whether sheets are an export that may be brought back."""
    return any(sheet.name == BASE for sheet in sheets)


def is_torn_out(sheets: Iterable[Sheet], files: Collection[str]) -> bool:
    """Tell whether sheets were made to be edited, and what they held is not beside them."""
    return any(_head_of(sheet) is not None and _names(sheet, files) for sheet in sheets)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Reads the rows of sheets.

    It knows the kinds of all files by their path, and the folder and the `keys` of what was
    exported.
    """

    kinds: Mapping[str, Kind]
    content: str
    keys: Collection[str]
    words: Words

    def read(self, sheet: Sheet) -> Iterator[Given | Trouble]:
        """Give the rows of a sheet, and what of it is not read."""
        head = _head_of(sheet)
        if sheet.name == BASE or not self.has(sheet):
            return
        if head is None:
            first = _first_cells(sheet)
            key = (LANE if PLACE in first else "title") if FILE in first else FILE
            yield Trouble(message=_NO_HEAD, values={"key": key}, place=Place(sheet=sheet.name))
            return
        above = (sheet.place(at, 0) for at in range(head) if any(sheet.rows[at]))
        yield from (Trouble(message=_ABOVE, place=one) for one in above)
        yield from self._rows(replace(sheet, rows=sheet.rows[head:], first=sheet.first + head))

    def has(self, sheet: Sheet) -> bool:
        """Tell whether a sheet was made to be edited, or keeps what was exported."""
        return sheet.name == BASE or _head_of(sheet) is not None or _names(sheet, self._files)

    def unread(self, sheet: Sheet) -> Iterator[tuple[str, bool]]:
        """Give the files that a sheet names which is not read, and whether it is of statements."""
        if sheet.name != BASE and _head_of(sheet) is None:
            is_said = bool({LANE, PLACE} & _first_cells(sheet))
            cells = {cell for row in sheet.rows for cell in row}
            yield from ((f"{self.content}{one}", is_said) for one in self._files & cells)

    @property
    def _files(self) -> Set[str]:
        return {path.removeprefix(self.content) for path in self.kinds}

    def _rows(self, sheet: Sheet) -> Iterator[Given | Trouble]:
        is_said = LANE in sheet.rows[0]
        files = (self._path(row[sheet.rows[0].index(FILE)]) for row in sheet.rows[1:])
        # A sheet for each kind of file; statements are of several.
        kinds = () if is_said else (self.kinds[one] for one in files if one in self.kinds)
        kind = next(iter(kinds), None)
        keys = {*self.keys, *(MODELS[kind].model_fields if kind else ())} - {*sheet.rows[0]}
        heads = [self._meant(head, kind, sorted(keys)) for head in sheet.rows[0]]
        for at, name in enumerate(heads):
            is_used = any(row[at] for row in sheet.rows[1:])
            if name and is_used and name not in self.keys and not is_known(name, kind):
                place = sheet.place(0, at)
                yield Trouble(message=_NO_COLUMN, values={"key": sheet.rows[0][at]}, place=place)
                heads[at] = ""
        columns = {name: letters_of(sheet.left + at) for at, name in enumerate(heads) if name}
        for at, row in enumerate(sheet.rows[1:], start=1):
            told = {head: cell for head, cell in zip(heads, row, strict=False) if head}
            if any(told.values()):
                yield self._given(told, columns, sheet.place(at, 0), kind, is_said=is_said)

    def _given(
        self,
        told: Mapping[str, str],
        columns: Mapping[str, str],
        place: Place,
        kind: Kind | None,
        *,
        is_said: bool,
    ) -> Given:
        file, number = told.get(FILE, ""), told.get(PLACE, "")
        path = self._path(file) if file else ""
        own = self.kinds.get(path, kind)
        lane = self._lane(told.get(LANE, "").casefold(), own)
        return Given(
            key=(path, lane, int(number) if number.isdecimal() else 0),
            kind=own,
            is_said=is_said,
            cells=cells_of(own, lane, told),
            columns=columns,
            place=place,
        )

    def _lane(self, word: str, kind: Kind | None) -> str:
        # A team may write its own word for a list too, of those that its file can have.
        lanes = [one for one in LANES if kind and one in MODELS[kind].model_fields]
        return word if word in LANES else self.words.first(word, lanes) or word

    def _path(self, file: str) -> str:
        return f"{self.content}{file.removeprefix(self.content)}"

    def _meant(self, head: str, kind: Kind | None, keys: Sequence[str]) -> str:
        # A team may write its own word above a column, for a key that stands above no other.
        if not head or head in self.keys or is_known(head, kind):
            return head
        return self.words.first(head, keys) or head


def _head_of(sheet: Sheet) -> int | None:
    # Somebody may move the columns, or write something above them.
    rows = enumerate(sheet.rows[:LOOKED_AT])
    return next((at for at, row in rows if FILE in row and {"title", LANE} & {*row}), None)


def _first_cells(sheet: Sheet) -> Set[str]:
    return {cell for row in sheet.rows[:LOOKED_AT] for cell in row}


def _names(sheet: Sheet, files: Collection[str]) -> bool:
    return any(cell in files for row in sheet.rows for cell in row)
