"""How a handbook did at points of its history: what is answered, known, felt and missing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from journeybook.codes import Family, Severity
from journeybook.findings import Finding
from journeybook.handbook.index.scores import score
from journeybook.handbook.journeys import Step
from journeybook.pipeline import Judged
from journeybook.wording import Wording, marked

EVERY = ("week", "month", "tag")

WHOLE = "handbook"
JOURNEY = "journey"
PHASE = "phase"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A commit that can be looked at: its id, the day it was made, and its tags."""

    commit: str
    day: date
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """The figures of the handbook, of a journey or of a phase; shares as parts of wholes."""

    scope: str
    id: str
    title: str
    answered: tuple[int, int]
    researched: tuple[int, int]
    positive: tuple[int, int]
    gaps: int

    def share(self, name: str) -> float | None:
        """Give one of the shares, or None where there is nothing to count."""
        part, whole = {
            "answered": self.answered,
            "researched": self.researched,
            "positive": self.positive,
        }[name]
        return part / whole if whole else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """The handbook at one commit; `errors` above zero when it did not compile cleanly.

    Where there was no handbook yet, or none any more, nothing was measured.
    """

    commit: str
    day: date
    tags: tuple[str, ...] = ()
    errors: int = 0
    measures: tuple[Measure, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether there was a handbook, and nothing in it was wrong."""
        return bool(self.measures) and not self.errors

    def at(self, scope: str, identifier: str = "") -> Measure | None:
        """Give the figures of one journey, phase or the whole."""
        found = (one for one in self.measures if (one.scope, one.id) == (scope, identifier))
        return next(found, None)

    def remark(self, wording: Wording) -> str:
        """Say what stood in the way of measuring."""
        if not self.measures:
            return wording.text("no handbook")
        if not self.errors:
            return ""
        return wording.count(
            "does not compile: {n} error", "does not compile: {n} errors", self.errors
        )


def chosen(moments: Sequence[Moment], every: str, since: date | None = None) -> tuple[Moment, ...]:
    """Choose the last commit of every week or month, or those with a tag; the earliest first.

    `moments` stand newest first, as git lists them.
    """
    kept = [one for one in moments if since is None or one.day >= since]
    # A clock that ran wrong may date a commit before its parent.
    kept.reverse()
    kept.sort(key=lambda one: one.day)
    if every == "tag":
        return tuple(one for one in kept if one.tags)
    groups = groupby(kept, key=lambda one: _period(one.day, every))
    return tuple(list(group)[-1] for _, group in groups)


def measured(moment: Moment, judged: Judged) -> Point:
    """Measure a handbook as it was at a moment."""
    book = judged.handbook
    steps = [step for _, step in book.steps]
    gaps = [one for one in judged.findings if one.family is Family.GAP and one.is_open]
    measures = [_measure(WHOLE, "", "", steps, gaps, judged)]
    for journey in book.journeys.values():
        own = [one for one in gaps if one.journey == journey.id]
        title = " ".join(journey.title.split())
        measures.append(_measure(JOURNEY, journey.id, title, journey.steps, own, judged))
    for phase in book.phases.values():
        own = [one for one in gaps if phase.id in (one.phase, *one.phases)]
        within = [step for step in steps if step.phase == phase.id]
        title = " ".join(phase.title.split())
        measures.append(_measure(PHASE, phase.id, title, within, own, judged))
    empty = not (book.journeys or book.personas or book.assets)
    return Point(
        commit=moment.commit,
        day=moment.day,
        tags=moment.tags,
        errors=sum(one.severity is Severity.ERROR for one in judged.findings),
        measures=() if empty else tuple(measures),
    )


Row = tuple[str, str, str]
"""What is followed: the scope, its id, and its latest title."""


def scopes(points: Iterable[Point]) -> Iterator[Row]:
    """Give every scope that was ever measured with its latest title: the whole first."""
    titles: dict[tuple[str, str], str] = {}
    for point in points:
        for one in point.measures:
            titles[one.scope, one.id] = one.title
    order = (WHOLE, JOURNEY, PHASE)
    for scope, identifier in sorted(titles, key=lambda key: order.index(key[0])):
        yield scope, identifier, titles[scope, identifier]


COLUMNS = (
    ("answered", marked("Questions answered")),
    ("researched", marked("Backed by research")),
    ("positive", marked("Touchpoints that please")),
)
"""The shares that are followed, with their labels."""


def _period(day: date, every: str) -> tuple[int, int]:
    return (day.year, day.month) if every == "month" else day.isocalendar()[:2]


def _measure(  # noqa: PLR0917 - one row of figures
    scope: str,
    identifier: str,
    title: str,
    steps: Iterable[Step],
    gaps: Sequence[Finding],
    judged: Judged,
) -> Measure:
    found = score(steps, judged.handbook.coverage)
    return Measure(
        scope=scope,
        id=identifier,
        title=title,
        answered=(found.answered.part, found.answered.whole),
        researched=(found.researched.part, found.researched.whole),
        positive=(found.positive.part, found.positive.whole),
        gaps=len(gaps),
    )
