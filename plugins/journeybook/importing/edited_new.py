"""Rows that somebody added to an export: statements for files there are, and files to begin."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from journeybook.exports.office.editable import SHORT, TEXT, Row
from journeybook.importing.edited_sheets import Given
from journeybook.importing.edited_values import UNKNOWN, Parts, value_of
from journeybook.importing.heard import Named, Place, Trouble
from journeybook.importing.plan import Offer
from journeybook.schema import MODELS, Kind
from journeybook.sources.edits.change import Change
from journeybook.sources.yaml.nodes import Value
from journeybook.wording import marked

NO_KEY = marked("there is no key {key} here; the text under it stays behind")
"""What is said of a cell under a key that there is not."""
_NO_FILE = marked("this row names no file of the handbook; say in which it belongs")
_UNKNOWN_FILE = marked(
    "the handbook has no file {file}; name one that it has, or none for new content"
)
_NO_TITLE = marked("this row names nothing; give it a title, and bring it in again")
_TWICE = marked(
    "another row stands for {file} already; take the name of the file out where this is something "
    "new"
)
_NO_LANE = marked("{path} has no place for '{row}'; write a key that its kind of file has")
_NO_TEXT = marked("this row says nothing; write its text")
_NO_GROUP = marked(
    "'{text}' under {key} stays behind: this row says the same in another column already; write it "
    "in one of the two"
)
_NO_STEP = marked("a step is no row of its own; begin its file first: journeybook new step")


@dataclass(slots=True)
class Found:
    """What comes of the rows of an export."""

    offers: list[Offer] = field(default_factory=list)
    named: list[Named] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)

    def tell(self, message: str, place: Place, **values: str) -> None:
        """Tell what is wrong at a place."""
        self.troubles.append(Trouble(message=message, values=values, place=place))


class NewRows:
    """Takes rows that were not exported."""

    def __init__(
        self,
        found: Found,
        content: str,
        kinds: Mapping[str, Kind],
        rows: Mapping[tuple[str, str], Sequence[Row]],
        parts: Parts,
    ) -> None:
        """Take where it goes, the folder of the handbook, its files, lists and names."""
        self.found = found
        self.content = content
        self.kinds = kinds
        self.rows = rows
        self.parts = parts
        self.added: dict[tuple[str, str], int] = {}

    def statement(self, given: Given) -> None:
        """Take a statement for a file that there is."""
        path, lane, _ = given.key
        kind, cells = self.kinds.get(path), given.cells
        if kind is None:
            self._no_file(given)
            return
        # A feeling is a score or a word, and has no text.
        others = (text for text in cells.values() if text) if lane == "emotion" else ()
        said = cells.get(TEXT) or ", ".join(others)
        if lane not in MODELS[kind].model_fields or not said:
            self.found.tell(_NO_LANE if said else _NO_TEXT, given.place, path=path, row=lane)
            return
        rows = self.rows.get((path, lane), ())
        if any(row.cells.get(TEXT) == said or (row.cells == _filled(cells)) for row in rows):
            return
        short = SHORT.get(lane, TEXT)
        told = self._keys(given, kind, lane)
        item = {short if name == TEXT else name: value for name, value in told.items()}
        at = len(rows) + self.added.get((path, lane), 0)
        self.added[path, lane] = self.added.get((path, lane), 0) + 1
        new: Value = item[short] if item.keys() == {short} else dict(item)
        change = Change(keys=(lane, at), value=new, short=short)
        self.found.offers.append(Offer(path=path, change=change, after=said, place=given.place))

    def _keys(self, given: Given, kind: Kind, lane: str) -> dict[str, Value]:
        keys: dict[str, Value] = {}
        for name, text in given.cells.items():
            value = value_of(kind, lane, name, text, self.parts) if text else None
            if value is UNKNOWN:
                self.found.tell(NO_KEY, given.place, key=name)
            elif value is not None and not _put(keys, name.split("."), value):
                self.found.tell(_NO_GROUP, given.at(name), key=name, text=text)
        return keys

    def _no_file(self, given: Given) -> None:
        if given.file:
            file = given.file.removeprefix(self.content)
            self.found.tell(_UNKNOWN_FILE, given.place, file=file)
        else:
            self.found.tell(_NO_FILE, given.place)

    def file(self, given: Given) -> None:
        """Take something that has no file yet."""
        kind, title = given.kind, given.cells.get("title", "")
        if given.file in self.kinds:
            self.found.tell(_TWICE, given.place, file=given.file.removeprefix(self.content))
        elif kind is Kind.STEP:
            self.found.tell(_NO_STEP, given.place)
        elif given.file or kind is None:
            self._no_file(given)
        elif not title:
            self.found.tell(_NO_TITLE, given.place)
        else:
            keys = self._keys(given, kind, "")
            del keys["title"]
            self.found.named.append(Named(kind=kind, title=title, keys=keys, place=given.place))


def _put(keys: dict[str, Value], path: Sequence[str], value: Value) -> bool:
    # Whether there was room: a key that holds a text is no group as well.
    key, *inside = path
    if not inside:
        return keys.setdefault(key, value) is value
    group = keys.setdefault(key, {})
    return isinstance(group, dict) and _put(group, inside, value)


def _filled(cells: Mapping[str, str]) -> dict[str, str]:
    return {name: text for name, text in cells.items() if text}
