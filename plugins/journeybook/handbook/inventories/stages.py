"""What many teams mean by a word: a stage such as TOFU or bewustwording, or a job title."""

from collections.abc import Mapping

from journeybook.handbook.ids import folded, last_part
from journeybook.handbook.linking.linker import Directory
from journeybook.handbook.vocabulary import Vocabulary
from journeybook.sources.likeness import Names

_LEAST_LETTERS = 5
_NEARLY = 0.85

Groups = Mapping[str, tuple[str, ...]]


def phases_meant(
    word: str, phases: Directory, vocabulary: Vocabulary, *, nearly: bool = False
) -> tuple[str, ...]:
    """Give the phases that stand for the same stage as a word, in their order.

    A slip of the pen in a long word does no harm where `nearly` will do.
    """
    return _meant(word, phases, vocabulary.stages, nearly=nearly)


def personas_meant(word: str, personas: Directory, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Give the persona who has the role of a job title, where there is only one."""
    found = _meant(word, personas, vocabulary.roles)
    return found if len(found) == 1 else ()


def _meant(
    word: str, directory: Directory, groups: Groups, *, nearly: bool = False
) -> tuple[str, ...]:
    wanted = _known(folded(word), groups) or (_near(folded(word), groups) if nearly else set())
    return tuple(
        identifier
        for identifier, names in directory.ids.items()
        if any(wanted & _known(folded(name), groups) for name in (*names, last_part(identifier)))
    )


def _near(plain: str, groups: Groups) -> set[str]:
    if len(plain) < _LEAST_LETTERS:
        return set()
    names = (folded(name) for one, words in groups.items() for name in (one, *words))
    closest, likeness = Names(dict.fromkeys(names)).closest(plain)
    return _known(closest, groups) if closest and likeness >= _NEARLY else set()


def _known(plain: str, groups: Groups) -> set[str]:
    return {
        one for one, words in groups.items() if plain in {folded(word) for word in (one, *words)}
    }
