"""How strong statements are, in words: the shape, its name, and what their research lacks."""

from collections.abc import Mapping
from dataclasses import dataclass

from journeybook.handbook.journeys import Emotion, Touchpoint
from journeybook.handbook.statements import Statement
from journeybook.handbook.strength import Shortcoming, Strength, Support
from journeybook.pages.parts.site import Site
from journeybook.wording import Wording, marked

NAMES: Mapping[Strength, str] = {
    Strength.ASSUMPTION: marked("assumption"),
    Strength.ONE_SOURCE: marked("one source"),
    Strength.SEVERAL_SOURCES: marked("several sources"),
    Strength.VALIDATED: marked("validated"),
    Strength.CONTRADICTED: marked("contradicted"),
}
SHORTCOMINGS: Mapping[Shortcoming, str] = {
    Shortcoming.OLD: marked("old"),
    Shortcoming.ABOUT_OTHERS: marked("about others"),
    Shortcoming.FEW: marked("few asked"),
}
WEAK = "weak"
"""The filter for what research shows with a lack."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Strong:
    """The strength of a statement: its shape, its words, and those that stand even on a map."""

    kind: str
    word: str
    loud: str = ""

    @property
    def is_assumption(self) -> bool:
        """Whether nothing shows it yet."""
        return self.kind == Strength.ASSUMPTION.value


def strength_of(site: Site, one: Statement | Emotion) -> Strong:
    """Say how strong a statement is; of an assumption, since when it is one."""
    support, wording = one.support, site.wording
    word = strength_words(support, wording)
    if one.since:
        day = wording.day(one.since)
        since = marked("{strength} since {day}")
        written = marked("{strength}, written {day}")
        word = wording.text(since if support.is_assumption else written, strength=word, day=day)
    loud = word if support.is_contradicted else _lacks(support, wording)
    return Strong(kind=support.strength.value, word=word, loud=loud)


def strength_words(support: Support, wording: Wording) -> str:
    """Name a strength and what lacks, such as `one source · old`."""
    parts = (wording.text(NAMES[support.strength]), _lacks(support, wording))
    return " · ".join(part for part in parts if part)


def strength_marks(one: Statement | Emotion) -> tuple[str, ...]:
    """Give the words by which a filter finds a statement of this strength."""
    support = one.support
    of_marks = (one.importance_support, one.emotion_support) if isinstance(one, Touchpoint) else ()
    contradicted = any(each.is_contradicted for each in of_marks)
    found = (
        support.strength.value,
        Strength.CONTRADICTED.value if contradicted else "",
        WEAK if support.lacks else "",
    )
    return tuple(dict.fromkeys(word for word in found if word))


def mark_words(site: Site, one: Touchpoint) -> tuple[str, str]:
    """Say how strong importance and feeling of a touchpoint are where that is not its own."""
    words = (
        strength_words(each, site.wording) if each != one.support else ""
        for each in (one.importance_support, one.emotion_support)
    )
    importance, emotion = words
    return importance, emotion


def _lacks(support: Support, wording: Wording) -> str:
    return ", ".join(wording.text(SHORTCOMINGS[lack]) for lack in support.lacks)
