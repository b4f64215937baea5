"""What pages know of earlier days: how much was answered then, and what became of gaps since."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from journeybook.counts.moves import Moves


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """An earlier day: what was answered of all for each persona, and what was published.

    What was answered for everybody stands under an empty name. `moves` tell what became of gaps
    from that day until now.
    """

    day: date
    answered: Mapping[str, tuple[int, int]]
    published: frozenset[str]
    moves: Moves


@dataclass(frozen=True, slots=True, kw_only=True)
class Alteration:
    """What became of a statement since an earlier state: a sign, a word, and what was before."""

    sign: str
    word: str
    told: tuple[str, ...] = ()
