"""What became of gaps from one point in time to the next."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from journeybook.counts.counted import Definition
from journeybook.gaps.state import GapState
from journeybook.wording import marked, marked_count


class Move(StrEnum):
    """What happened to a gap."""

    OPENED = "opened"
    FILLED = "filled"
    CLOSED = "closed"


MOVES: Mapping[Move, Definition] = {
    Move.OPENED: Definition(
        name=marked("Gaps opened"),
        words=marked_count("{n} gap opened", "{n} gaps opened"),
        sentence=marked(
            "Opened: gaps that are open now and were not at the point before, whether they are new "
            "or were minor, being filled or accepted."
        ),
    ),
    Move.FILLED: Definition(
        name=marked("Gaps now being filled"),
        words=marked_count("{n} gap now being filled", "{n} gaps now being filled"),
        sentence=marked(
            "Now being filled: gaps that were open at the point before and that content on its way "
            "will close."
        ),
    ),
    Move.CLOSED: Definition(
        name=marked("Gaps closed"),
        words=marked_count("{n} gap closed", "{n} gaps closed"),
        sentence=marked(
            "Closed: gaps that were open or being filled at the point before and are gone, for "
            "example because the content they waited for is published."
        ),
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """A gap as it was at a point in time: its state, and whom and what it concerns."""

    fingerprint: str
    state: GapState
    journeys: tuple[str, ...] = ()
    phases: tuple[str, ...] = ()
    personas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Moves:
    """How many gaps were opened, began to be filled and were closed since the point before."""

    opened: int
    filled: int
    closed: int


def moves(before: Iterable[Trace], after: Iterable[Trace]) -> Moves:
    """Compare the gaps of two points in time, gap by gap."""
    old = {one.fingerprint: one.state for one in before}
    new = {one.fingerprint: one.state for one in after}
    kinds = Counter(_move(old.get(name), new.get(name)) for name in {**old, **new})
    return Moves(opened=kinds[Move.OPENED], filled=kinds[Move.FILLED], closed=kinds[Move.CLOSED])


def _move(before: GapState | None, after: GapState | None) -> Move | None:
    if after is GapState.OPEN and before is not GapState.OPEN:
        return Move.OPENED
    if before is GapState.OPEN and after is GapState.FILLING:
        return Move.FILLED
    if before in {GapState.OPEN, GapState.FILLING} and after is None:
        return Move.CLOSED
    return None
