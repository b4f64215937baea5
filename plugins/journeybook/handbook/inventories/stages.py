"""The phase that many teams mean by a word, such as TOFU or bewustwording."""

from collections.abc import Iterator

from journeybook.handbook.ids import folded, last_part
from journeybook.handbook.linking.linker import Directory
from journeybook.handbook.vocabulary import Vocabulary


def phases_meant(word: str, phases: Directory, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Give the phases that stand for the same stage as a word, in their order."""
    stages = _stages(folded(word), vocabulary)
    return tuple(
        phase
        for phase, names in phases.ids.items()
        if any(stages & _stages(folded(name), vocabulary) for name in (*names, last_part(phase)))
    )


def _stages(plain: str, vocabulary: Vocabulary) -> set[str]:
    return set(_known(plain, vocabulary))


def _known(plain: str, vocabulary: Vocabulary) -> Iterator[str]:
    for stage, words in vocabulary.stages.items():
        if plain in {folded(word) for word in (stage, *words)}:
            yield stage
