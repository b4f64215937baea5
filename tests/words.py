"""The words of every language that ships, for what is read without a handbook."""

from dataclasses import replace

from journeybook.adapters.disk.resources import shipped
from journeybook.handbook.stems import Stems, stems_of
from journeybook.schema.period import Words
from journeybook.sources.records.record import Options
from journeybook.sources.settings.configuration import read_vocabulary, words_of

_LANGUAGES = tuple(map(read_vocabulary, shipped().vocabularies.values()))
WORDS: Words = words_of(_LANGUAGES)
STEMS: Stems = stems_of(one.forms for one in _LANGUAGES)
_OPTIONS = Options(phrases=WORDS.phrases, exports=WORDS.exports)


def with_words(**given: object) -> Options:
    """Give options of a file that is read with all words."""
    return replace(_OPTIONS, **given)  # type: ignore[arg-type]
