"""What is counted, by its key; a definition is how it is named and explained."""

from dataclasses import dataclass
from enum import StrEnum


class Counted(StrEnum):
    """The key of everything that is counted."""

    OPEN_GAPS = "open-gaps"
    MINOR_GAPS = "minor-gaps"
    FILLING_GAPS = "gaps-being-filled"
    ACCEPTED_GAPS = "accepted-gaps"
    QUESTIONS = "questions"
    ANSWERED = "questions-answered"
    LACKING = "questions-with-a-lack"
    WAITING = "questions-being-filled"
    UNANSWERED = "open-questions"
    STATEMENTS = "statements"
    RESEARCHED = "statements-researched"
    ASSUMPTIONS = "assumptions"
    ONE_SOURCE = "statements-with-one-source"
    SEVERAL_SOURCES = "statements-with-several-sources"
    VALIDATED = "validated-statements"
    CONTRADICTED = "contradicted-statements"
    OLD_EVIDENCE = "statements-with-old-evidence"
    ABOUT_OTHERS = "statements-with-evidence-about-others"
    FEW_ASKED = "statements-with-few-asked"
    FELT = "felt-touchpoints"
    LIKED = "liked-touchpoints"
    MOMENTS = "moments-of-truth"
    UNSUPPORTED = "moments-without-support"
    UNCOUNTERED = "drop-offs-without-countermeasure"
    TO_ASK = "places-to-ask"
    ASKED = "places-asked"
    PUBLISHED = "assets-published"
    COMING = "assets-coming"
    STALE = "stale-assets"
    REACHING = "assets-within-reach"
    FORMATS = "kinds-of-content"
    PLACES = "places"
    SERVED = "places-served"
    THIN = "thin-places"
    MISSING = "places-with-nothing"
    DECIDING = "deciding-places"
    BARE = "deciding-places-with-nothing"
    WASTED = "wasted-cells"
    TOUCHPOINTS = "touchpoints"
    USERS = "users"
    LOOKERS = "lookers"
    PERSONAS = "personas"
    PHASES = "phases"


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """How something that is counted is named and explained.

    `by` says what it can be counted for, `whole` what it is a part of.
    """

    name: str
    words: tuple[str, str]
    sentence: str
    by: frozenset[str] = frozenset()
    whole: Counted | None = None
