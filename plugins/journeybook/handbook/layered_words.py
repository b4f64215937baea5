"""The vocabulary of a handbook, from that of its languages and what its team adds."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, zip_longest

from journeybook.grouping import grouped
from journeybook.handbook.ids import Endings, folded, title_of
from journeybook.handbook.stems import stems_of
from journeybook.handbook.vocabulary import AssetType, QuestionForm, Status, StatusWord, Vocabulary
from journeybook.schema.phrases import joined
from journeybook.schema.settings import vocabulary as written
from journeybook.schema.settings.configuration import Configuration


def make_vocabulary(
    built_in: Mapping[str, written.LanguageWords], team: Configuration
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
    endings = endings_of(built_in.values())
    layers = (*others, *own, team.vocabulary)
    return Vocabulary(
        endings=endings,
        stems=stems_of(words.forms for words in built_in.values()),
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
        phrases=joined(words.phrases for words in built_in.values()),
        exports=joined(words.exports for words in built_in.values()),
        reasons=_joined(words.reasons for words in built_in.values()),
        survey=_joined(words.survey for words in built_in.values()),
        columns=_in_turn(words.columns for words in built_in.values()),
        stages=_joined(words.stages for words in built_in.values()),
        media=_joined(words.media for words in built_in.values()),
        roles=_joined(words.roles for words in built_in.values()),
        emotion_names={folded(word, endings): word for layer in emotions for word in layer},
    )


def endings_of(languages: Iterable[written.LanguageWords]) -> Endings:
    """Gather the endings of plurals of all languages."""
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
                decision=words.decision or (before.decision if before else None),
                definition=words.definition or (before.definition if before else ""),
            )
    return found


def _work_labels(layers: Sequence[written.Vocabulary], endings: Endings) -> dict[str, str]:
    labels: dict[str, str] = {}
    for layer in layers:
        for key, words in layer.action_kinds.items():
            labels[key] = words.label or labels.get(key) or title_of(key)
    names = _names([layer.action_kinds for layer in layers], endings)
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
    return dict(joined(lists).pairs)


def _in_turn(lists: Iterable[Mapping[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    # Every language tells its surest names first.
    several = grouped(pair for words in lists for pair in words.items())
    return {
        key: tuple(filter(None, chain.from_iterable(zip_longest(*names))))
        for key, names in several.items()
    }


def _names(
    layers: Sequence[
        Mapping[str, written.AssetTypeWords | written.StatusWords | written.WorkWords]
    ],
    endings: Endings,
) -> dict[str, str]:
    found: dict[str, str] = {}
    for layer in layers:
        for key, words in layer.items():
            for name in (key, words.label or key, *words.aliases):
                found[folded(name, endings)] = key
    return found
