"""Where statements belong that were read: in the lanes of new files, or as changes of others."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from journeybook.exports.office.editable import SHORT
from journeybook.handbook.ids import folded
from journeybook.importing.gathered import Gathered, words_in
from journeybook.importing.heard import Keys, Place, Rated, Said, Trouble
from journeybook.importing.plan import shown
from journeybook.schema import Kind
from journeybook.sources.edits.change import Change
from journeybook.sources.likeness import ALIKE
from journeybook.sources.yaml.nodes import Value
from journeybook.wording import marked

_FEELING = "label"


class Matching:
    """The statements of a lane, each of which is met once."""

    def __init__(self, written: Sequence[Value], short: str) -> None:
        """Take the items as they stand in the file, and the key of a plain text."""
        self._written = written
        self._short = short
        self.items: list[Mapping[str, Value]] = [
            item if isinstance(item, dict) else {short: item} for item in written
        ]
        self._free = set(range(len(self.items)))
        self._added = 0
        self._new: list[Keys] = []

    def find(self, keys: Keys) -> int | None:
        """Find the place of a statement; None where it is new."""
        wanted, own = keys.get("id"), self._text(keys)
        for at in sorted(self._free):
            item = self.items[at]
            if (wanted and item.get("id") == wanted) or (own and self._text(item) == own):
                return self._met(at)
        if self._short == _FEELING and len(self.items) == 1 and self._free:
            # Of one feeling there is one; it is only told otherwise.
            return self._met(0)
        likeness = {at: self._likeness(self.items[at], own) for at in self._free}
        best = max(sorted(likeness), key=lambda at: likeness[at], default=None)
        return self._met(best) if best is not None and likeness[best] >= ALIKE else None

    def has(self, keys: Keys) -> bool:
        """Tell whether the lane says the same already: a sheet may say it twice."""
        text = self._text(keys)
        return bool(text) and any(self._text(one) == text for one in (*self.items, *self._new))

    def not_said(self, keys: Keys) -> Keys:
        """Give what is told of a statement that the lane says already, and not told there."""
        text = self._text(keys)
        alike = [one for one in (*self.items, *self._new) if self._text(one) == text]
        return {
            key: value
            for key, value in keys.items()
            if key != self._short and all(one.get(key) != value for one in alike)
        }

    def new(self, lane: str, keys: Keys) -> Change:
        """Give the change that adds a statement, as a plain text where it says no more."""
        self._added += 1
        self._new.append(keys)
        at = len(self.items) + self._added - 1
        item: Value = keys[self._short] if keys.keys() == {self._short} else dict(keys)
        return Change(keys=(lane, at), value=item, short=self._short)

    def change(self, lane: str, at: int, key: str, value: Value) -> Change:
        """Give the change that sets a key of a statement."""
        is_plain = not isinstance(self._written[at], dict) and key == self._short
        keys = (lane, at) if is_plain else (lane, at, key)
        return Change(keys=keys, value=value, short=self._short)

    def _met(self, at: int) -> int:
        self._free.discard(at)
        return at

    def _text(self, keys: Keys) -> str:
        text = keys.get(self._short) or keys.get("score")
        return folded(text) or text if isinstance(text, str) else ""

    def _likeness(self, item: Keys, text: str) -> float:
        return SequenceMatcher(None, self._text(item), text).ratio() if text else 0


_NO_STATEMENT = marked("no statement is called '{text}' any more; its votes are not taken")


class Statements:
    """Settles statements in the files that were found for them."""

    def __init__(self, gathered: Gathered) -> None:
        """Take what is gathered."""
        self._gathered = gathered
        self._files = gathered.files
        self._reasons: defaultdict[str, int] = defaultdict(int)
        self._matchings: dict[tuple[str, str], Matching] = {}

    def said(self, path: str, said: Said) -> None:
        """Take a statement for a file."""
        keys = dict(said.keys)
        if said.lane == "touchpoints":
            title, channel = shown(keys.get("title")), shown(keys.get("channel"))
            if not channel and self._files.find(Kind.CHANNEL, title):
                channel = title
            if channel:
                keys["channel"] = self._files.id_of(Kind.CHANNEL, channel)
            if channel and channel == title and self._uses(path, keys["channel"]):
                self._gathered.same += 1
                return
        if path in self._files.new:
            self._files.add(path, said.lane, keys)
        else:
            self._statement(path, said.lane, keys, said.place)

    def reason(self, path: str, said: Said) -> None:
        """Take a reason: reasons stand below the drop-offs, one for each, in the same order."""
        reason = said.keys["why"]
        drop_offs, at = self._files.lane(path, "drop_offs"), self._reasons[path]
        self._reasons[path] += 1
        written = [one.get("why") for one in drop_offs if isinstance(one, dict)]
        if path not in self._files.new and reason in written:
            self._gathered.same += 1
            return
        item = drop_offs[at] if path in self._files.new and at < len(drop_offs) else None
        own: Mapping[str, Value] = item if isinstance(item, dict) else {"text": item}
        if item is None or own.get("why"):
            heading = self._gathered.book.site.wording.text("Why they leave")
            self._gathered.keep(path, heading, shown(reason), said.place)
            return
        drop_offs[at] = {**own, "why": reason}
        self._files.new[path].keys["drop_offs"] = drop_offs

    def rated(self, rated: Rated) -> None:
        """Take what was voted of a statement that the handbook has."""
        gathered, book = self._gathered, self._gathered.book
        said = (one for _, step in book.handbook.all_steps for one in step.statements)
        found = next((one for one in said if one.id == rated.statement), None)
        at = book.place_of(found) if found else None
        if found is None or at is None:
            values = {"text": rated.statement}
            trouble = Trouble(message=_NO_STATEMENT, values=values, place=rated.place)
            gathered.troubles.append(trouble)
            return
        short = SHORT.get(found.lane.value, "text")
        matching = Matching(self._files.lane(found.span.path, found.lane.value), short)
        before = matching.items[at].get(rated.key)
        if before == rated.value:
            gathered.same += 1
        else:
            change = matching.change(found.lane.value, at, rated.key, rated.value)
            gathered.offer(found.span.path, change, before, rated.place)

    def _uses(self, path: str, channel: Value) -> bool:
        items = self._files.lane(path, "touchpoints")
        return any(isinstance(one, dict) and one.get("channel") == channel for one in items)

    def _statement(self, path: str, lane: str, keys: Keys, place: Place) -> None:
        short, gathered = SHORT.get(lane, "text"), self._gathered
        key = path, lane
        if key not in self._matchings:
            self._matchings[key] = Matching(self._files.lane(path, lane), short)
        matching = self._matchings[key]
        at = matching.find(keys)
        if at is None and matching.has(keys):
            gathered.same += 1
            # The sheet says it twice, and may tell something else of it the second time.
            for name, value in matching.not_said(keys).items():
                gathered.keep(path, f"{shown(keys.get(short))}: {name}", shown(value), place)
            return
        if at is None:
            gathered.offer(path, matching.new(lane, keys), None, place)
            return
        own = matching.items[at]
        for name, value in keys.items():
            if words_in(own.get(name)) == words_in(value):
                gathered.same += 1
            else:
                gathered.offer(path, matching.change(lane, at, name, value), own.get(name), place)
