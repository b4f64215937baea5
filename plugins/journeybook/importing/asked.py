"""How a file is read: by which words, for whom where it does not tell, and on which scale."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from journeybook.importing.lanes import Words
from journeybook.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Voting:
    """How votes are read: in which languages, as of which day, and in which they are told."""

    wordings: Sequence[Wording]
    yes: frozenset[str]
    no: frozenset[str]
    today: date
    wording: Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The words for lanes, the persona where none is named, the lowest and the highest feeling.

    `feeling` gives the score of a word for one.
    `is_of_other_scale` where nobody told these, and some feeling lies outside those we know.
    """

    words: Words
    voting: Voting
    feeling: Callable[[str], int | None]
    persona: str = ""
    lowest: float | None = None
    highest: float | None = None
    is_of_other_scale: bool = False
