"""What ships with Journeybook and what a team installs beside it, and the words in it.

Words are made once in a process of the files that they stand in; whoever reads a second handbook,
or one that was saved, finds them made.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

from journeybook.handbook.layered_words import make_vocabulary
from journeybook.handbook.vocabulary import Vocabulary
from journeybook.pages.parts.area import Area
from journeybook.rules.engine.rule import Rule
from journeybook.schema import MODELS
from journeybook.schema.period import Words
from journeybook.schema.settings import vocabulary as written
from journeybook.schema.settings.configuration import Configuration
from journeybook.schema.told import label_of
from journeybook.schema.types import models_beneath
from journeybook.sources.settings.configuration import own_values, read_vocabulary, words_of
from journeybook.sources.validation import plain_word
from journeybook.wording import Wording, read_wording

# All handbooks of a process have one set of files, in a language or two.
_KEPT = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Resources:
    """What ships, by name: templates, catalogues and vocabularies; and what a team installed."""

    templates: Mapping[str, str] = field(default_factory=dict)
    catalogues: Mapping[str, tuple[bytes, ...]] = field(default_factory=dict)
    vocabularies: Mapping[str, bytes] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()
    areas: Mapping[str, Area] = field(default_factory=dict)

    @property
    def spoken(self) -> tuple[str, ...]:
        """The languages of the interface; of others only words are known, to read files by."""
        return tuple(one for one in self.vocabularies if one == "en" or self.catalogues.get(one))


def languages_of(resources: Resources, language: str = "en") -> Mapping[str, written.LanguageWords]:
    """Give the words of every language that is spoken here, or in which files are read.

    Those of a `language`, and of English, are also what pages and forms call the keys.
    """
    return _languages(tuple(resources.vocabularies.items()), _labelled(language, resources))


def all_words(resources: Resources, language: str = "en") -> Words:
    """Give the words of all languages that may stand in a file, labels in one among them."""
    return _words(tuple(resources.vocabularies.items()), _labelled(language, resources))


def vocabulary_of(team: Configuration, resources: Resources) -> Vocabulary:
    """Give the vocabulary of a team; most add no words of their own to what ships."""
    if team.vocabulary == written.Vocabulary():
        return _vocabulary(team.language, tuple(resources.vocabularies.items()))
    return make_vocabulary(languages_of(resources), team)


def wording_of(language: str, resources: Resources) -> Wording:
    """Give what we say in a language, and the words its authors write."""
    catalogues = resources.catalogues.get(language, ())
    return _wording(language, tuple(catalogues), resources.vocabularies.get(language))


def _labelled(language: str, resources: Resources) -> tuple[tuple[str, tuple[bytes, ...]], ...]:
    # The languages whose labels are known, with the catalogues that these stand in.
    codes = [one for one in dict.fromkeys(("en", language)) if one in resources.vocabularies]
    return tuple((code, tuple(resources.catalogues.get(code, ()))) for code in codes)


@lru_cache(_KEPT)
def _words(
    vocabularies: tuple[tuple[str, bytes], ...],
    labelled: tuple[tuple[str, tuple[bytes, ...]], ...],
) -> Words:
    return words_of(_languages(vocabularies, labelled).values())


@lru_cache(_KEPT)
def _languages(
    vocabularies: tuple[tuple[str, bytes], ...],
    labelled: tuple[tuple[str, tuple[bytes, ...]], ...],
) -> Mapping[str, written.LanguageWords]:
    made = {code: read_vocabulary(data) for code, data in vocabularies}
    for code, catalogues in labelled:
        say, keys = read_wording(code, catalogues).text, dict(made[code].keys)
        for label, meant in _labels().items():
            word = plain_word(say(label))
            keys[word] = tuple(dict.fromkeys((*keys.get(word, ()), *meant)))
        made[code] = made[code].model_copy(update={"keys": keys})
    return made


@cache
def _labels() -> Mapping[str, tuple[str, ...]]:
    # What people call keys on pages and in forms, in English, with the keys that it stands for.
    found: dict[str, dict[str, None]] = {}
    beneath = (inner for model in MODELS.values() for _, inner in models_beneath(model))
    for model in dict.fromkeys((*MODELS.values(), *beneath)):
        for key in model.model_fields:
            found.setdefault(label_of(model, key), {})[key] = None
    return {label: tuple(keys) for label, keys in found.items()}


@lru_cache(_KEPT)
def _vocabulary(language: str, vocabularies: tuple[tuple[str, bytes], ...]) -> Vocabulary:
    built_in = {code: read_vocabulary(data) for code, data in vocabularies}
    return make_vocabulary(built_in, Configuration(language=language))


@lru_cache(_KEPT)
def _wording(language: str, catalogues: tuple[bytes, ...], vocabulary: bytes | None) -> Wording:
    said = read_wording(language, catalogues)
    # What a key of few choices takes is English by itself.
    if vocabulary is None or language == "en":
        return said
    return replace(said, values=own_values(read_vocabulary(vocabulary)))
