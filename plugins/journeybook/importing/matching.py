"""Which statement of a file a statement that was read is: by its id, its text, or one like it."""

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from journeybook.handbook.ids import folded
from journeybook.importing.heard import Keys
from journeybook.sources.edits.change import Change
from journeybook.sources.likeness import ALIKE
from journeybook.sources.yaml.nodes import Value

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
