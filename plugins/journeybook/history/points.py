"""What is measured of a handbook at a moment of its history."""

from dataclasses import dataclass, replace
from datetime import date

from journeybook.counts.counted import Counted
from journeybook.counts.definitions import DEFINITIONS
from journeybook.counts.moves import MOVES, Moves, Trace
from journeybook.wording import Wording

WHOLE = "handbook"
JOURNEY = "journey"
PHASE = "phase"
PERSONA = "persona"
PART = "part"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A commit that can be looked at: its id, the day it was made, and its tags."""

    commit: str
    day: date
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """The figures of a handbook, one of several, or of a part of it; shares as parts of wholes.

    `gaps` are the open ones; `moves` tell what became of gaps since the point before, if any.
    `scores` are what the lines of the trend follow, between 0 and 1, by the name of the share.
    `errors` are those of one of several handbooks.
    """

    scope: str
    id: str
    title: str
    answered: tuple[int, int]
    researched: tuple[int, int]
    positive: tuple[int, int]
    asked: tuple[int, int]
    lacking: int
    gaps: int
    scores: dict[str, float | None]
    moves: Moves | None = None
    errors: int = 0

    def amount(self, name: str) -> int | None:
        """Give a count, or what became of gaps where there is a point before."""
        if name in {"lacking", "gaps"}:
            return self.lacking if name == "lacking" else self.gaps
        return getattr(self.moves, name) if self.moves else None

    def parts(self, name: str) -> tuple[int, int]:
        """Give one of the shares as so many of so many."""
        return {
            "answered": self.answered,
            "researched": self.researched,
            "positive": self.positive,
            "asked": self.asked,
        }[name]

    def told(self, name: str, wording: Wording) -> str:
        """Write a share or an amount."""
        number = wording.number
        if name in dict(COLUMNS):
            part, whole = self.parts(name)
            return f"{number(part)}/{number(whole)}" if whole else "–"
        amount = self.amount(name)
        return "–" if amount is None else number(amount)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """The handbook at one commit; `errors` above zero when it did not compile cleanly.

    At the paths of what is `missing` lies what belongs to it and git holds no text of.
    Where there was no handbook yet, or none any more, nothing was measured. `traces` are its gaps,
    `published` the content that people could find.
    """

    commit: str
    day: date
    tags: tuple[str, ...] = ()
    errors: int = 0
    missing: tuple[str, ...] = ()
    measures: tuple[Measure, ...] = ()
    traces: tuple[Trace, ...] = ()
    published: tuple[str, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether there was a handbook, and nothing in it was wrong."""
        return bool(self.measures) and not self.errors

    def at(self, scope: str, identifier: str = "") -> Measure | None:
        """Give the figures of a journey, a phase, a persona or the whole."""
        found = (one for one in self.measures if (one.scope, one.id) == (scope, identifier))
        return next(found, None)

    def alone(self, scope: str, identifier: str) -> "Point":
        """Give the point as one of several handbooks has it; as it is for what is within one."""
        if scope != PART:
            return self
        found = self.at(scope, identifier)
        return replace(
            self, errors=found.errors if found else 0, measures=(found,) if found else ()
        )

    def remark(self, wording: Wording) -> str:
        """Say what stood in the way of measuring."""
        if not self.measures:
            return wording.text("no handbook")
        if self.errors:
            return wording.count(
                "does not compile: {n} error", "does not compile: {n} errors", self.errors
            )
        if self.missing:
            paths = ", ".join(self.missing)
            return wording.text("without what git holds no text of: {paths}", paths=paths)
        return ""


COLUMNS = (
    ("answered", DEFINITIONS[Counted.ANSWERED]),
    ("researched", DEFINITIONS[Counted.RESEARCHED]),
    ("positive", DEFINITIONS[Counted.LIKED]),
    ("asked", DEFINITIONS[Counted.ASKED]),
)
"""The shares that are followed, with what they are."""

GAP_COLUMNS = (
    ("lacking", DEFINITIONS[Counted.LACKING]),
    ("gaps", DEFINITIONS[Counted.OPEN_GAPS]),
    *MOVES.items(),
)
"""What is followed as a plain count: answers with a lack, open gaps, and what became of gaps."""
