"""The words of this handbook: types of content, statuses and feelings, with their other names."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from journeybook.handbook.ids import Endings, folded, title_of
from journeybook.handbook.stems import has_any
from journeybook.schema import configuration as written
from journeybook.schema.fields import Effort
from journeybook.schema.period import Period


class Status(StrEnum):
    """How far a piece of content is."""

    IDEA = "idea"
    PLANNED = "planned"
    DRAFT = "draft"
    REVIEW = "review"
    PUBLISHED = "published"
    RETIRED = "retired"

    @property
    def is_coming(self) -> bool:
        """Whether the content is on its way: neither published nor retired."""
        return self not in (Status.PUBLISHED, Status.RETIRED)


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
    """A word for a status, the status it counts as, and what it means."""

    status: Status
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
    none: frozenset[str] = frozenset()
    own_emotions: frozenset[str] = frozenset()
    small_words: frozenset[str] = frozenset()
    work_labels: Mapping[str, str] = field(default_factory=dict)
    question_forms: tuple[QuestionForm, ...] = ()
    reasons: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    survey: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    stages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

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
        return next((kind for kind in kinds if has_any(self.reasons[kind], reason)), None)

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


def make_vocabulary(
    built_in: Mapping[str, written.LanguageWords], team: written.Configuration
) -> Vocabulary:
    """Join the built-in words of every language with the team's own, which come last and win.

    Names of every language are understood; labels are those of the handbook's language.
    """
    others = [words for language, words in built_in.items() if language != team.language]
    own = [words for language, words in built_in.items() if language == team.language]
    replaced = team.vocabulary.replace
    types = [words.asset_types for words in (*others, *own) if "asset_types" not in replaced]
    statuses = [words.statuses for words in (*others, *own) if "statuses" not in replaced]
    emotions = [words.emotions for words in (*others, *own) if "emotions" not in replaced]
    types.append(team.vocabulary.asset_types)
    statuses.append(team.vocabulary.statuses)
    emotions.append(team.vocabulary.emotions)
    endings = _endings(built_in.values())
    layers = (*others, *own, team.vocabulary)
    return Vocabulary(
        endings=endings,
        none=frozenset(folded(word) for words in built_in.values() for word in words.none),
        asset_types=_asset_types(types),
        statuses=_status_words(statuses),
        emotions={word: score for layer in emotions for word, score in layer.items()},
        type_names=_names(types, endings),
        status_names=_names(
            ({one.value: written.StatusWords() for one in Status}, *statuses), endings
        ),
        own_emotions=frozenset(
            word
            for layer in (*(words.emotions for words in own), team.vocabulary.emotions)
            for word in layer
        ),
        small_words=frozenset(word for words in built_in.values() for word in words.small_words),
        work_labels=_work_labels(layers, endings),
        question_forms=_question_forms(layers, _names(types, endings), endings),
        reasons=_joined(words.reasons for words in built_in.values()),
        survey=_joined(words.survey for words in built_in.values()),
        columns=_joined(words.columns for words in built_in.values()),
        stages=_joined(words.stages for words in built_in.values()),
        emotion_names={folded(word, endings): word for layer in emotions for word in layer},
    )


def _endings(languages: Iterable[written.LanguageWords]) -> Endings:
    # The longest first, so that `ies` is seen before `s`.
    joined = dict(_ending(one) for words in languages for one in words.endings)
    return tuple(sorted(joined.items(), key=lambda pair: (-len(pair[0]), pair[0])))


def _ending(text: str) -> tuple[str, str]:
    plural, _, singular = text.partition(" ")
    return plural, singular.strip()


def _asset_types(layers: Sequence[Mapping[str, written.AssetTypeWords]]) -> dict[str, AssetType]:
    found: dict[str, AssetType] = {}
    for layer in layers:
        for key, words in layer.items():
            before = found.get(key)
            found[key] = AssetType(
                id=key,
                label=words.label or (before.label if before else title_of(key)),
                review_every=words.review_every or (before.review_every if before else None),
                effort=words.effort or (before.effort if before else None),
                definition=words.definition or (before.definition if before else ""),
            )
    return found


def _status_words(layers: Sequence[Mapping[str, written.StatusWords]]) -> dict[str, StatusWord]:
    found = {
        status.value: StatusWord(id=status.value, label=title_of(status.value), status=status)
        for status in Status
    }
    for layer in layers:
        for key, words in layer.items():
            before = found.get(key)
            counts_as = Status(words.counts_as) if words.counts_as else Status.IDEA
            found[key] = StatusWord(
                id=key,
                label=words.label or (before.label if before else title_of(key)),
                status=before.status if before else counts_as,
                definition=words.definition or (before.definition if before else ""),
            )
    return found


def _work_labels(layers: Sequence[written.Vocabulary], endings: Endings) -> dict[str, str]:
    labels: dict[str, str] = {}
    names: dict[str, str] = {}
    for layer in layers:
        for key, words in layer.action_kinds.items():
            labels[key] = words.label or labels.get(key) or title_of(key)
            for name in (key, words.label or key, *words.aliases):
                names[folded(name, endings)] = key
    return {name: labels[key] for name, key in names.items()}


def _question_forms(
    layers: Sequence[written.Vocabulary], type_names: Mapping[str, str], endings: Endings
) -> tuple[QuestionForm, ...]:
    # What a team says comes first, and what it says of a key takes the place of what ships.
    forms: dict[str, QuestionForm] = {}
    for layer in reversed(layers):
        for key, said in layer.questions.items():
            before = forms.get(key, QuestionForm())
            names = (type_names.get(folded(one, endings)) for one in said.types)
            types = before.types or tuple(one for one in names if one)
            forms[key] = QuestionForm(words=(*before.words, *said.words), types=types)
    return tuple(forms.values())


def _joined(lists: Iterable[Mapping[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for words in lists:
        for key, said in words.items():
            found[key] = (*found.get(key, ()), *said)
    return found


def _names(
    layers: Sequence[Mapping[str, written.AssetTypeWords] | Mapping[str, written.StatusWords]],
    endings: Endings,
) -> dict[str, str]:
    found: dict[str, str] = {}
    for layer in layers:
        for key, words in layer.items():
            for name in (key, words.label or key, *words.aliases):
                found[folded(name, endings)] = key
    return found
