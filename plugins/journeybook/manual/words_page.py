"""The manual's page of built-in words: types of content, statuses and feelings."""

from collections.abc import Mapping

from journeybook.schema.period import Period
from journeybook.schema.settings.vocabulary import AssetTypeWords, LanguageWords, StatusWords
from journeybook.wording import Wording

_INTRO = """\
# Every word

The words that Journeybook knows from the start. All of them are understood whatever the language of
the interface; case, spaces, hyphens and the plural do not matter. A team adds its own in
[journeybook.yml](settings.md#journeybook-yml).
"""

_TYPES = """\
## Types of content {#types}

What `type` of an asset, and `types` of what a phase expects, may say. *Fresh for* is how long
such content goes without a review before it counts as stale.
"""

_STATUSES = """\
## Statuses {#statuses}

What `status` of an asset may say.
"""

_FEELINGS = """\
## Feelings {#feelings}

What `emotion` of a step may say in one word, with the score that the word stands for.
"""

_SCORES = {-2: "very bad", -1: "bad", 0: "neither", 1: "good", 2: "very good"}
_IN_ENGLISH = Wording()

Vocabularies = Mapping[str, LanguageWords]
Named = AssetTypeWords | StatusWords


def words_page(vocabularies: Vocabularies) -> str:
    """Write the page of every built-in word, in Markdown, from the vocabulary of each language."""
    types = {language: words.asset_types for language, words in vocabularies.items()}
    statuses = {language: words.statuses for language, words in vocabularies.items()}
    fresh = {
        key: _length(words.review_every)
        for layer in types.values()
        for key, words in layer.items()
        if words.review_every
    }
    blocks = (
        _INTRO,
        _TYPES,
        _names(types, "Type", fresh),
        _STATUSES,
        _names(statuses, "Status"),
        _FEELINGS,
        _feelings(vocabularies),
    )
    return "\n\n".join(block.strip("\n") for block in blocks) + "\n"


def _names(
    layers: Mapping[str, Mapping[str, Named]], head: str, fresh: Mapping[str, str] | None = None
) -> str:
    more = ("Fresh for",) if fresh else ()
    lines = [_line(head, *(_IN_ENGLISH.language_name(language) for language in layers), *more)]
    lines.append("|---" * (1 + len(layers) + len(more)) + "|")
    for key in dict.fromkeys(key for layer in layers.values() for key in layer):
        names = (_said(layer.get(key)) for layer in layers.values())
        lines.append(_line(f"`{key}`", *names, *((fresh.get(key, ""),) if fresh else ())))
    return "\n".join(lines)


def _length(period: Period) -> str:
    # In months throughout, so that the eye can compare.
    return f"{period.months} months" if period.months else str(period)


def _said(words: Named | None) -> str:
    return ", ".join((words.label or "", *words.aliases)).strip(", ") if words else ""


def _feelings(vocabularies: Vocabularies) -> str:
    lines = [_line("Score", *(_IN_ENGLISH.language_name(language) for language in vocabularies))]
    lines.append("|---" * (1 + len(vocabularies)) + "|")
    for score, meaning in _SCORES.items():
        found = (_of_score(words, score) for words in vocabularies.values())
        lines.append(_line(f"{score}, {meaning}", *found))
    return "\n".join(lines)


def _of_score(words: LanguageWords, score: int) -> str:
    return ", ".join(word for word, value in words.emotions.items() if value == score)


def _line(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
