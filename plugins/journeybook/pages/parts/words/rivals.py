"""How we stand beside others, in words and shapes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from journeybook.handbook.fitting.rivals import (
    Rival,
    Standing,
    not_compared,
    rivals,
    standing_of,
    worst,
)
from journeybook.handbook.journeys import Other, Step
from journeybook.pages.parts.ways.links import Here, Link
from journeybook.wording import Wording, marked

WORDS: Mapping[Standing, str] = {
    Standing.BEHIND: marked("behind"),
    Standing.LEVEL: marked("level"),
    Standing.AHEAD: marked("ahead"),
}
_BESIDE: Mapping[Standing, str] = {
    Standing.BEHIND: marked("behind {name}"),
    Standing.LEVEL: marked("level with {name}"),
    Standing.AHEAD: marked("ahead of {name}"),
}
_MARKS: Mapping[Standing, str] = {
    Standing.BEHIND: marked("behind {name}: {own} against {mark}"),
    Standing.LEVEL: marked("level with {name}: {own} against {mark}"),
    Standing.AHEAD: marked("ahead of {name}: {own} against {mark}"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """One other at a place: the shape and the words, what it does, and what shows it."""

    kind: str
    words: str
    text: str
    evidence: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """How a persona sees us in a phase: the shape, its word, and beside whom."""

    kind: str
    word: str
    words: str


def beside(others: Iterable[Other], own: float | None, here: Here) -> tuple[Beside, ...]:
    """Tell how we stand beside each other at a place where customers give us a mark."""
    return tuple(
        Beside(
            kind=standing.value if (standing := standing_of(one, own)) else "unasked",
            words=_words(one, own, here.site.wording),
            text=one.text or "",
            evidence=tuple(here.research(name) for name in one.evidence),
        )
        for one in others
    )


def stand_of(steps: Sequence[Step], persona: str, wording: Wording) -> Stand | None:
    """Tell how a persona sees us beside all others in some steps; None where nobody knows."""
    found = rivals(steps, persona)
    standing = worst(found)
    if standing is None:
        return None
    # Whoever is ahead of some is not seen to be ahead of those that nobody knows.
    unknown = (_words(other, own, wording) for other, own in not_compared(steps, persona))
    return Stand(
        kind=standing.value,
        word=wording.text(WORDS[standing]),
        words=", ".join((*_named(found, wording), *unknown)),
    )


def _named(found: Iterable[Rival], wording: Wording) -> Iterator[str]:
    for one in found:
        words = wording.text(_BESIDE[one.standing], name=one.name)
        yield wording.text("{words} (assumed)", words=words) if one.is_assumed else words


def _words(one: Other, own: float | None, wording: Wording) -> str:
    standing = standing_of(one, own)
    if standing and own is not None and one.satisfaction is not None:
        marks = {"own": wording.number(round(own, 1)), "mark": wording.number(one.satisfaction)}
        words = wording.text(_MARKS[standing], name=one.name, **marks)
        return words if one.evidence else wording.text("{words} (assumed)", words=words)
    if one.satisfaction is None:
        return wording.text("{name}: satisfaction not known", name=one.name)
    return wording.text(
        "{name}: satisfaction {mark}, and ours is not known", name=one.name, mark=one.satisfaction
    )
