"""What a matrix shows: rows, cells and totals."""

from dataclasses import dataclass

from journeybook.pages.parts.tallies import Tally
from journeybook.pages.parts.ways.links import Link
from journeybook.pages.parts.words.bands import Band
from journeybook.pages.parts.words.states import Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """Something that stands out in a cell: its mark and its words."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixCell:
    """A cell; `panel` is the id of what opens behind it, empty where there is nothing."""

    state: str
    word: str
    supply: tuple[Tally, ...]
    use: tuple[Tally, ...]
    use_words: str
    moment_of_truth: bool
    flags: tuple[Flag, ...]
    panel: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """A channel with its cells, and what it offers and reaches in all."""

    channel: Link
    cells: tuple[MatrixCell, ...]
    supply: tuple[Tally, ...]
    use: tuple[Tally, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixGroup:
    """Channels of one type."""

    title: str
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StateCount:
    """How many places are in a state; where nobody comes, how many cells."""

    state: str
    word: str
    meaning: str
    count: Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseTotal:
    """What a phase offers over all channels, and how many of its places are in which state."""

    supply: tuple[Tally, ...]
    states: tuple[StateCount, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """A whole matrix with its head, its totals and its legend.

    What is `rowless` is in the totals alone.
    The `unseen` states are those of places alone: where they are, the cell has a worse one of
    somebody else.
    """

    caption: str
    bands: tuple[Band, ...]
    phases: tuple[Link, ...]
    groups: tuple[MatrixGroup, ...]
    totals: tuple[PhaseTotal, ...]
    total: tuple[Tally, ...]
    rowless: str
    states: tuple[StateCount, ...]
    unseen: tuple[StateCount, ...]
    figures: tuple[Figure, ...]
    is_tall: bool
