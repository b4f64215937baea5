"""What ships with Journeybook and what a team installs beside it, and the words in it.

Words are made once in a process of the files that they stand in; whoever reads a second handbook,
or one that was saved, finds them made.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from journeybook.handbook.layered_words import make_vocabulary
from journeybook.handbook.vocabulary import Vocabulary
from journeybook.pages.parts.area import Area
from journeybook.rules.engine.rule import Rule
from journeybook.schema.period import Words
from journeybook.schema.settings import vocabulary as written
from journeybook.schema.settings.configuration import Configuration
from journeybook.sources.settings.configuration import own_values, read_vocabulary, words_of
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


def languages_of(resources: Resources) -> Mapping[str, written.LanguageWords]:
    """Give the words of every language that is spoken here, or in which files are read."""
    return {code: read_vocabulary(data) for code, data in resources.vocabularies.items()}


def all_words(resources: Resources) -> Words:
    """Give the words of all languages that may stand in a file."""
    return _words(tuple(resources.vocabularies.values()))


def vocabulary_of(team: Configuration, resources: Resources) -> Vocabulary:
    """Give the vocabulary of a team; most add no words of their own to what ships."""
    if team.vocabulary == written.Vocabulary():
        return _vocabulary(team.language, tuple(resources.vocabularies.items()))
    return make_vocabulary(languages_of(resources), team)


def wording_of(language: str, resources: Resources) -> Wording:
    """Give what we say in a language, and the words its authors write."""
    catalogues = resources.catalogues.get(language, ())
    return _wording(language, tuple(catalogues), resources.vocabularies.get(language))


@lru_cache(_KEPT)
def _words(vocabularies: tuple[bytes, ...]) -> Words:
    return words_of(map(read_vocabulary, vocabularies))


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
