"""One thing that changed between two states of a handbook, in the words of the journey."""

from dataclasses import dataclass, replace
from enum import StrEnum

from journeybook.findings import Span


class Thing(StrEnum):
    """What changed."""

    JOURNEY = "journey"
    STEP = "step"
    NEED = "need"
    QUESTION = "question"
    EMOTION = "emotion"
    EXPECTATION = "expectation"
    TOUCHPOINT = "touchpoint"
    DROP_OFF = "drop-off"
    PERSONA = "persona"
    GOAL = "goal"
    PAIN = "pain"
    PHASE = "phase"
    CHANNEL = "channel"
    ASSET = "asset"
    RESEARCH = "research"
    INSIGHT = "insight"
    ACTION = "action"
    GAP = "gap"
    PROBLEM = "problem"


class What(StrEnum):
    """What happened to it."""

    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"
    MOVED = "moved"
    CHANGED = "changed"


class Tone(StrEnum):
    """Whether the personas are better off, worse off, or it depends."""

    BETTER = "better"
    WORSE = "worse"
    NEUTRAL = "neutral"

    @property
    def mirror(self) -> "Tone":
        """The tone of the change the other way."""
        return _MIRRORED_TONES.get(self, self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a change belongs: a journey and a phase of it, or neither."""

    journey: str | None = None
    phase: str | None = None


NOWHERE = Place()
"""The place of what belongs to no journey."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change; `label` says in English what happened, `text` to what.

    `text`, `before` and `after` are an author's words or values written in the handbook's
    language. `subject` is the id on the later side, or on the earlier one of what was removed,
    and `span` a place on that same side.
    """

    thing: Thing
    what: What
    label: str
    text: str
    subject: str
    weight: int
    span: Span
    tone: Tone = Tone.NEUTRAL
    aspect: str | None = None
    before: str = ""
    after: str = ""
    place: Place = NOWHERE
    personas: tuple[str, ...] = ()

    @property
    def essence(self) -> tuple[str, ...]:
        """What stays comparable when the two sides trade places."""
        return (self.thing, self.what, self.aspect or "", self.tone, self.before, self.after)

    @property
    def rank(self) -> tuple[int, str, str, str, str, str]:
        """The order among the changes of one place: the heaviest first."""
        return -self.weight, self.thing, self.text, self.aspect or "", self.before, self.after


def mirrored(change: Change) -> Change:
    """Give the same change seen from the other side; its label and id stay as they are."""
    return replace(
        change,
        what=_MIRRORED.get(change.what, change.what),
        tone=change.tone.mirror,
        before=change.after,
        after=change.before,
    )


_MIRRORED_TONES = {Tone.BETTER: Tone.WORSE, Tone.WORSE: Tone.BETTER}
_MIRRORED = {What.ADDED: What.REMOVED, What.REMOVED: What.ADDED}
