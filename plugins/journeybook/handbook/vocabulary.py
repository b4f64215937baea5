"""The words of this handbook: types of content, statuses and feelings, with their other names."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from journeybook.handbook.ids import Endings, folded
from journeybook.handbook.stems import NO_STEMS, Stems
from journeybook.schema.asset import Verdict
from journeybook.schema.fields import Effort
from journeybook.schema.period import Period
from journeybook.schema.phrases import NO_PHRASES, Phrases


class Status(StrEnum):
    """How far a piece of content is."""

    IDEA = "idea"
    PLANNED = "planned"
    DRAFT = "draft"
    REVIEW = "review"
    PUBLISHED = "published"
    RETIRED = "retired"

    is_coming: bool
    """Whether the content is on its way: neither published nor retired."""

    def __init__(self, word: str) -> None:
        """Work out once what is asked of thousands of pieces of content, place by place."""
        self.is_coming = word not in ("published", "retired")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedWord:
    """A word with its id, and the name people see."""

    id: str
    label: str

    @property
    def word(self) -> str:
        """The word as people of the handbook's language write it."""
        label = self.label.lower()
        return self.id if label.replace(" ", "") == self.id.replace("-", "") else label


@dataclass(frozen=True, slots=True, kw_only=True)
class AssetType(NamedWord):
    """A type of content: how long it stays fresh, its effort, and what it is."""

    review_every: Period | None = None
    effort: Effort | None = None
    definition: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusWord(NamedWord):
    """A word for a status, the status it counts as, what is decided with it, what it means."""

    status: Status
    decision: Verdict | None = None
    definition: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionForm:
    """The types of content that suit a question in which one of the words stands, best first."""

    words: tuple[str, ...] = ()
    types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """All words by id, and all their names in the folded form.

    The feelings of `own_emotions` are those of the handbook's language and of the team.
    """

    asset_types: Mapping[str, AssetType]
    statuses: Mapping[str, StatusWord]
    emotions: Mapping[str, int]
    type_names: Mapping[str, str]
    status_names: Mapping[str, str]
    emotion_names: Mapping[str, str]
    endings: Endings = ()
    stems: Stems = NO_STEMS
    none: frozenset[str] = frozenset()
    own_emotions: frozenset[str] = frozenset()
    small_words: frozenset[str] = frozenset()
    work_labels: Mapping[str, str] = field(default_factory=dict)
    question_forms: tuple[QuestionForm, ...] = ()
    reasons: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    survey: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    phrases: Phrases = NO_PHRASES
    exports: Phrases = NO_PHRASES
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    stages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    media: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def fold(self, name: str) -> str:
        """Bring a name to the form that names are compared by, in any language known here."""
        return folded(name, self.endings)

    def asset_type(self, word: str) -> AssetType | None:
        """Find a type of content by any of its names."""
        return self.asset_types.get(self.type_names.get(self.fold(word), ""))

    def status(self, word: str) -> StatusWord | None:
        """Find a status by any of its names."""
        return self.statuses.get(self.status_names.get(self.fold(word), ""))

    def emotion(self, word: str) -> int | None:
        """Find the score of a feeling, from -2 to 2."""
        return self.emotions.get(self.emotion_names.get(self.fold(word), ""))

    def says_none(self, text: str) -> bool:
        """Tell whether a text says, in any language known here, that there is nothing."""
        return folded(text) in self.none

    def type_label(self, identifier: str | None) -> str:
        """Give the name people see for a type; nothing for an asset without one."""
        found = self.asset_types.get(identifier or "")
        return found.label if found else ""

    @property
    def type_labels(self) -> tuple[str, ...]:
        """The names people see for all types, in order."""
        return tuple(sorted({one.label for one in self.asset_types.values()}))

    def effort_of(self, identifier: str | None) -> Effort | None:
        """Give how much work content of a type is; None where nobody said."""
        known = self.asset_types.get(identifier or "")
        return known.effort if known else None

    def work_label(self, word: str | None) -> str:
        """Give the name people see for a kind of work, which may be a word of the team's own."""
        return self.work_labels.get(self.fold(word or ""), word or "")

    def mended_by(self, reason: str) -> str | None:
        """Tell which kind of work takes away a reason to leave; None where its words tell nothing.

        Where something is not found or understood that is `content`, whatever else is told.
        """
        kinds = sorted(self.reasons, key=lambda kind: kind != "content")
        return next(
            (kind for kind in kinds if self.stems.has_any(self.reasons[kind], reason)), None
        )

    def definitions(self) -> Mapping[str, str]:
        """Give what the words mean, by the name people see; a type goes before a status."""
        words: tuple[StatusWord | AssetType, ...] = (
            *self.statuses.values(),
            *self.asset_types.values(),
        )
        return {one.label: one.definition for one in words if one.definition}

    def status_label(self, status: Status) -> str:
        """Give the name people see for one of the six statuses."""
        return self.statuses[status.value].label if status.value in self.statuses else status.value
