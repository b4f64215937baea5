"""The phase that many teams mean by a word, such as TOFU or bewustwording."""

from collections.abc import Iterator

from journeybook.handbook.ids import folded, last_part
from journeybook.handbook.linking.linker import Directory
from journeybook.handbook.vocabulary import Vocabulary
from journeybook.sources.likeness import Names

_LEAST_LETTERS = 5
_NEARLY = 0.85


def phases_meant(
    word: str, phases: Directory, vocabulary: Vocabulary, *, nearly: bool = False
) -> tuple[str, ...]:
    """Give the phases that stand for the same stage as a word, in their order.

    A slip of the pen in a long word does no harm where `nearly` will do.
    """
    stages = _stages(folded(word), vocabulary) or (
        _near(folded(word), vocabulary) if nearly else set()
    )
    return tuple(
        phase
        for phase, names in phases.ids.items()
        if any(stages & _stages(folded(name), vocabulary) for name in (*names, last_part(phase)))
    )


def _near(plain: str, vocabulary: Vocabulary) -> set[str]:
    if len(plain) < _LEAST_LETTERS:
        return set()
    names = (folded(name) for stage, words in vocabulary.stages.items() for name in (stage, *words))
    closest, likeness = Names(dict.fromkeys(names)).closest(plain)
    return _stages(closest, vocabulary) if closest and likeness >= _NEARLY else set()


def _stages(plain: str, vocabulary: Vocabulary) -> set[str]:
    return set(_known(plain, vocabulary))


def _known(plain: str, vocabulary: Vocabulary) -> Iterator[str]:
    for stage, words in vocabulary.stages.items():
        if plain in {folded(word) for word in (stage, *words)}:
            yield stage
