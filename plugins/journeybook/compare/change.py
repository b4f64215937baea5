"""One thing that changed between two states of a handbook, in the words of the journey."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from journeybook.findings import Finding, Ref, Span
from journeybook.handbook.ids import owner_of


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
    RULE = "rule"
    WAIVER = "waiver"
    SETTING = "setting"
    FILE = "file"
    PAGE = "page"


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


class Deed(StrEnum):
    """What somebody did, which decides what the gaps mean that close or open with it."""

    GIVES = "gives"
    TAKES = "takes"
    CHANGES = "changes"
    ASKS = "asks"
    MOVES = "moves"
    DECIDES = "decides"
    BREAKS = "breaks"
    COPIES = "copies"
    RELABELS = "relabels"


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
    language. `subject` is what it is about on the later side, or on the earlier one where it was
    removed, and `span` a place on that same side; `spans` are further places. A `decided` change
    is named in the first lines: it may hide others. What was split or merged is `parted`, and so
    is what follows from that, by its earlier name. One that `shrinks` names fewer than before, or
    asks less. `findings` are the gaps or problems that it is.
    """

    thing: Thing
    what: What
    label: str
    text: str
    subject: Ref | None
    weight: int
    span: Span
    tone: Tone = Tone.NEUTRAL
    aspect: str | None = None
    before: str = ""
    after: str = ""
    place: Place = NOWHERE
    personas: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    decided: bool = False
    parted: Ref | None = None
    shrinks: bool = False
    findings: tuple[Finding, ...] = field(default=(), repr=False)

    @property
    def finding(self) -> Finding | None:
        """The gap or problem it is about, where it is one."""
        return self.findings[0] if len(self.findings) == 1 else None

    @property
    def deed(self) -> Deed:
        """What somebody did."""
        if self.aspect == UNREADABLE:
            return Deed.BREAKS
        if self.thing in _DECISIONS or self.decided:
            return Deed.DECIDES
        if self.aspect == COPIED:
            return Deed.COPIES
        if self.thing is Thing.ASSET and self.aspect in {"type", "language"} and self.after:
            return Deed.RELABELS
        return self._edit if self.what is What.CHANGED else _DEEDS[self.what]

    @property
    def asks_less(self) -> bool:
        """Whether a bar was lowered, which takes nothing away and may hide what is missing."""
        return self.decided and self.shrinks

    @property
    def notes(self) -> bool:
        """Whether it only notes something, so that nothing else counts more or less for it."""
        return self.what in {What.CHANGED, What.REWORDED} and self.aspect in _NOTES

    @property
    def is_of_whole(self) -> bool:
        """Whether it happened to all of a file, and not to one thing that it says."""
        subject = self.subject
        says = subject is not None and owner_of(subject.id) != subject.id
        return subject is None or (self.what is not What.CHANGED and not says)

    @property
    def _edit(self) -> Deed:
        postponed = self.aspect == "due" and self.before and self.after
        if postponed or self.aspect in _DEMANDS.get(self.thing, ()):
            return Deed.ASKS
        if self.tone is Tone.WORSE or self.shrinks or (self.before and not self.after):
            # Who says less is no better off.
            return Deed.TAKES
        fills = not self.before and (self.thing in _SAID or self.aspect in _LEADS_ON)
        return Deed.GIVES if self.tone is Tone.BETTER or fills else Deed.CHANGES

    @property
    def rank(self) -> tuple[int, str, str, str, str, str]:
        """The order among the changes of one place: the heaviest first."""
        return -self.weight, self.thing, self.text, self.aspect or "", self.before, self.after

    @property
    def rank_as_effect(self) -> tuple[int, tuple[int, str, str, str, str, str]]:
        """The order among what follows from an act: first what is worse."""
        return _TONES.index(self.tone), self.rank


PARTED = "parted"
"""The aspect of what was split, merged or replaced by another."""

RENAMED = "path"
"""The aspect of a file that has another path."""

NAMED = "named"
"""The aspect of places that still name what is gone."""

COPIED = "copied"
"""The aspect of new content that says what other content says already."""

OF_THE_SITE = "site"
"""The aspect of a setting in the configuration of the site."""

NAVIGATION = "navigation"
"""The aspect of an entry of the navigation that a team wrote by hand."""

UNREADABLE = "unreadable"
"""The aspect of files of which not all can be read any more."""

_DECISIONS = (Thing.RULE, Thing.WAIVER, Thing.SETTING)
_DEMANDS: Mapping[Thing, Collection[str]] = {
    Thing.PERSONA: ("role", "weight", "channels", "language", "phases", "extends"),
    Thing.JOURNEY: ("personas", "scope"),
    Thing.PHASE: ("order", "stage", "expects"),
    Thing.CHANNEL: ("type",),
    Thing.STEP: ("none",),
    Thing.TOUCHPOINT: ("moment-of-truth", "importance", "personas"),
    Thing.DROP_OFF: ("because", "importance", "personas"),
    **dict.fromkeys((Thing.NEED, Thing.QUESTION, Thing.EXPECTATION), ("importance", "personas")),
}
"""What decides how much is asked for: more or less of it makes nobody better or worse off."""

_SAID = (
    Thing.NEED,
    Thing.QUESTION,
    Thing.EMOTION,
    Thing.EXPECTATION,
    Thing.TOUCHPOINT,
    Thing.DROP_OFF,
)
"""What is said of customers: to say more of it brings to light what was there before."""

_LEADS_ON = ("cta", "next")
"""What content says of where to go from it: to say it for the first time is to give it."""

_NOTES = frozenset(
    {"date", "done", "due", "effort", "lesson", "old-addresses", "owner", "picture", "quote"}
    | {"reviewed", "speed", "summary", "tags", "text", "title", "url", "use"}
)
"""Days, words and names that are noted where something counts already."""

_TONES = (Tone.WORSE, Tone.BETTER, Tone.NEUTRAL)
_DEEDS = {
    What.ADDED: Deed.GIVES,
    What.REMOVED: Deed.TAKES,
    What.MOVED: Deed.MOVES,
    What.REWORDED: Deed.CHANGES,
    What.CHANGED: Deed.CHANGES,
}
