"""Types of content, by any of their names."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from journeybook.codes import Code
from journeybook.findings import Mistake
from journeybook.handbook.linking.linker import Linker, directory_of
from journeybook.handbook.vocabulary import Vocabulary
from journeybook.schema.settings.vocabulary import QuestionWords
from journeybook.sources.yaml.nodes import Step, Tree


def asset_types(
    words: Iterable[str], vocabulary: Vocabulary, tree: Tree, linker: Linker, *path: Step
) -> tuple[str, ...]:
    """Give the ids of the types that are meant, telling of every word that means none."""
    return tuple(dict.fromkeys(_known(words, vocabulary, tree, linker, *path)))


def unknown_types(
    written: Mapping[str, QuestionWords], vocabulary: Vocabulary, tree: Tree
) -> Sequence[Mistake]:
    """Tell of the types that a team names for questions and that there are not."""
    linker = Linker({}, {}, date.min, phrases=vocabulary.phrases)
    for key, question in written.items():
        path = ("vocabulary", "questions", key, "types")
        asset_types(question.types, vocabulary, tree, linker, *path)
    return linker.mistakes


def _known(
    words: Iterable[str], vocabulary: Vocabulary, tree: Tree, linker: Linker, *path: Step
) -> Iterator[str]:
    for at, word in enumerate(words):
        if known := vocabulary.asset_type(word):
            yield known.id
        else:
            types = vocabulary.asset_types.values()
            names = directory_of(types, vocabulary.fold)
            linker.unknown(Code.UNKNOWN_ASSET_TYPE, word, names, tree, *path, at)
