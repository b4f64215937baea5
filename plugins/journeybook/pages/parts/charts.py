"""Charts as data: what a drawing shows, and its words for those who cannot see it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A part of a bar: its kind (answered, filling, open, use, published, coming) and length."""

    kind: str
    value: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar with its label and its parts; `total` stands behind it."""

    label: str
    stretches: tuple[Stretch, ...]
    total: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """What a kind of stretch means."""

    kind: str
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarChart:
    """Bars under each other; `name` makes the ids of the drawing."""

    name: str
    title: str
    description: str
    bars: tuple[Bar, ...]
    keys: tuple[Key, ...]

    @property
    def longest(self) -> int:
        """The length of the longest bar."""
        return max((sum(one.value for one in bar.stretches) for bar in self.bars), default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two bars from one line outwards: what is used to the left, what is supplied to the right."""

    label: str
    left: int
    right: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairChart:
    """Pairs of bars under each other, with the words over both sides."""

    name: str
    title: str
    description: str
    left: str
    right: str
    pairs: tuple[Pair, ...]
    keys: tuple[Key, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bubble:
    """Two counts at one place: what is published and what is on its way."""

    published: int
    coming: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BubbleRow:
    """A row of bubbles."""

    label: str
    bubbles: tuple[Bubble, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BubbleChart:
    """A grid of bubbles whose areas are counts."""

    name: str
    title: str
    description: str
    columns: tuple[str, ...]
    rows: tuple[BubbleRow, ...]
    keys: tuple[Key, ...]
