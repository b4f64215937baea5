"""What bringing a file in comes to so far: files that are begun, and changes that are offered."""

from collections import Counter
from collections.abc import Iterator, Sequence

from journeybook.handbook.ids import folded
from journeybook.importing.cells import is_list
from journeybook.importing.filing import Filing
from journeybook.importing.heard import Keys, Named, Part, Place, Rated, Remark, Said, Trouble
from journeybook.importing.plan import Offer, Plan, shown
from journeybook.pipeline import Judged
from journeybook.schema import MODELS
from journeybook.schema.types import model_in
from journeybook.sources.edits.change import Change
from journeybook.sources.yaml.nodes import Step, Value
from journeybook.wording import marked

_MARK = "<!-- "
_A_ROW = marked(
    "this content stands in {file}, which the handbook reads where it lies, so nothing is taken: "
    "change it there"
)
_OTHERWISE = marked(
    "{key} of “{title}” is '{other}' already, further up, so '{said}' goes into the prose; if this "
    "is another one, give it a title of its own"
)
_SHORT = ("text", "title", "name", "label")


class Gathered:
    """Takes values and texts for files; whatever a file has no room for is kept in its prose."""

    def __init__(self, book: Judged, name: str) -> None:
        """Take the handbook as it is, and the name of the file that is brought in."""
        self.book = book
        self.name = name
        self.files = Filing(book)
        self.troubles: list[Trouble] = []
        self.same = 0
        self._rows = {one.path: one.origin.span.path for one in book.documents if one.origin}
        self._offers: dict[tuple[str, tuple[Step, ...] | str], Offer] = {}
        self._left: set[Place] = set()
        self._kept = Counter[str]()

    def plan(self, parts: Sequence[Part]) -> Plan:
        """Give what it all comes to."""
        said = [part for part in parts if isinstance(part, Said | Named | Rated)]
        taken = (part for part in parts if part.place not in self._left)
        self._kept.update(heading for part in taken for heading in _in_prose(part))
        return Plan(
            new={path: file.text for path, file in self.files.new.items()},
            offers=tuple({(one.path, one.id): one for one in self._offers.values()}.values()),
            troubles=tuple(self.troubles),
            said=len(said),
            same=self.same,
            in_prose=dict(self._kept),
        )

    def value(self, path: str, key: str, value: Value, place: Place) -> None:
        """Take a value of a key of a file."""
        if path in self.files.new:
            own, kind = self.files.new[path].keys, self.files.new[path].kind
            if kind and own.get(key) and not is_list(MODELS[kind], key):
                # Of this there can be one, and the first row has told it.
                if words_in(value) != words_in(own[key]):
                    self._otherwise(path, key, value, place)
                return
            own[key] = joined(own.get(key), value)
            return
        before = self.files.written[path].get(key)
        if isinstance(before, dict):
            self._in_group(path, key, before, value, place)
            return
        offered = self._offers.get((path, (key,)))
        now = offered.change.value if offered and offered.change else before
        if set(words_in(value)) <= set(words_in(now)):
            self.same += 1
        elif isinstance(value, list):
            self.offer(path, Change(keys=(key,), value=joined(now, value)), before, place)
        elif offered:
            self.keep(path, key, shown(value), place)
        else:
            self.offer(path, Change(keys=(key,), value=value), before, place)

    def _in_group(self, path: str, key: str, group: Keys, value: Value, place: Place) -> None:
        if isinstance(value, dict):
            for name, inner in value.items():
                if set(words_in(inner)) <= set(words_in(group.get(name))):
                    self.same += 1
                else:
                    change = Change(keys=(key, name), value=inner)
                    self.offer(path, change, group.get(name), place)
            return
        # A text says only the first of a group: where a call to action leads stays as it is.
        kind = next(one.kind for one in self.book.documents if one.path == path)
        model = model_in(MODELS[kind].model_fields[key].annotation)
        short = next((one for one in _SHORT if model and one in model.model_fields), "")
        if not short:
            self.keep(path, key, shown(value), place)
        elif words_in(value) == words_in(group.get(short)):
            self.same += 1
        else:
            self.offer(path, Change(keys=(key, short), value=value), group.get(short), place)

    def offer(self, path: str, change: Change, before: Value, place: Place) -> None:
        """Offer a change of a file; a later one of the same key takes the place of the first."""
        if self._is_row(path, place):
            return
        told, new = shown(before), shown(change.value)
        self._offers[path, change.keys] = Offer(
            path=path, change=change, before=told, after=new, place=place
        )

    def keep(self, path: str, heading: str, text: str, place: Place) -> None:
        """Keep what no key has room for any more in the prose of a file, counted."""
        self._kept[heading] += 1
        remark = Remark(heading=heading, text=text, place=place)
        self.prose(path, self.marked(remark), place)

    def _otherwise(self, path: str, key: str, value: Value, place: Place) -> None:
        own, said = self.files.new[path].keys, shown(value)
        names = {"key": key, "title": shown(own.get("title")) or path, "other": shown(own[key])}
        told = Trouble(message=_OTHERWISE, values={"said": said, **names}, place=place)
        self.troubles.append(told)
        self._kept[""] += 1
        self.prose(path, self.marked(Remark(heading=key, text=said, place=place)), place)

    def prose(self, path: str, text: str, place: Place) -> None:
        """Take a text for the end of a file."""
        if path in self.files.new:
            self.files.new[path].prose.append(text)
        elif text in self.files.body(path) or (text.startswith(_MARK) and self.files.says(text)):
            self.same += 1
        elif not self._is_row(path, place):
            self._offers[path, text] = Offer(path=path, after=text, place=place)

    def _is_row(self, path: str, place: Place) -> bool:
        # Content that another file tells of has no file that could be changed.
        file = self._rows.get(path)
        if file and place not in self._left:
            self._left.add(place)
            self.troubles.append(Trouble(message=_A_ROW, values={"file": file}, place=place))
        return file is not None

    def marked(self, remark: Remark) -> str:
        """Write a remark with where it comes from, so that somebody can give it its place."""
        where = f"{self.name} {remark.place.shown}".strip().replace("--", "- -")
        heading = f"## {remark.heading}\n\n" if remark.heading else ""
        text = remark.text if remark.is_markdown else remark.text.replace("\n", "\n\n")
        return f"{_MARK}{where} -->\n\n{heading}{text}"


def _in_prose(part: Part) -> Iterator[str]:
    # The headings of all texts that no key has a place for.
    if isinstance(part, Remark):
        yield part.heading
    elif isinstance(part, Named):
        yield from (heading for heading, _ in part.notes)
        yield from [""] if part.prose else ()


def joined(before: Value, after: Value) -> Value:
    """Put two values together: several cells may say for whom one thing is."""
    both = [*items_of(before), *(one for one in items_of(after) if one not in items_of(before))]
    return both if len(both) > 1 or isinstance(after, list) else after


def items_of(value: Value) -> list[Value]:
    """Give what a value holds, be it one or several."""
    return value if isinstance(value, list) else [value] if value else []


def words_in(value: Value) -> list[str]:
    """Give what a value holds, by what is compared."""
    return [folded(shown(one)) or shown(one) for one in items_of(value)]
