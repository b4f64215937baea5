"""What somebody most likely meant by a word: the one way to suggest a name, with one floor."""

from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import cached_property

from journeybook.grouping import grouped

ALIKE = 0.7
"""How much a name must be like a word, from 0 to 1, to be suggested; below, `date` is a `gated`."""

_FEW = 200
_LOOKED_AT = 2_000
_COMPARED = 12


class Names:
    """Names to compare a word with, all in the folded form."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take the names, each once."""
        self._names = tuple(names)

    def closest(self, word: str) -> tuple[str | None, float]:
        """Give the name most like a word, and how much it is, from 0 to 1; None below the floor."""
        matcher = SequenceMatcher(b=word)
        best, likeness = None, ALIKE
        for name in self._candidates(word):
            matcher.set_seq1(name)
            if matcher.real_quick_ratio() < likeness or matcher.quick_ratio() < likeness:
                continue
            # The same letters in another order are a slip of the fingers, however short the word.
            ratio = max(matcher.ratio(), ALIKE if matcher.quick_ratio() == 1 else 0)
            if ratio > likeness or (best is None and ratio >= likeness):
                best, likeness = name, ratio
        return (best, likeness) if best else (None, 0)

    def _candidates(self, word: str) -> Iterable[str]:
        # Among many names only those are compared that share the rarest pairs of letters.
        if len(self._names) <= _FEW:
            return self._names
        shared: Counter[str] = Counter()
        looked_at = 0
        for pair in sorted(_pairs(word), key=lambda one: (len(self._by_pair.get(one, ())), one)):
            names = self._by_pair.get(pair, ())
            if looked_at and looked_at + len(names) > _LOOKED_AT:
                break
            shared.update(names)
            looked_at += len(names)
        return sorted(shared, key=lambda name: (-shared[name], name))[:_COMPARED]

    @cached_property
    def _by_pair(self) -> dict[str, tuple[str, ...]]:
        return grouped((pair, name) for name in self._names for pair in _pairs(name))


def _pairs(word: str) -> set[str]:
    return {word[at : at + 2] for at in range(len(word) - 1)}


def close_to(word: str, known: Iterable[str]) -> str:
    """Give the known word that the author most likely meant, whatever its case, or nothing."""
    folded = {name.casefold(): name for name in known}
    name, _ = Names(folded).closest(word.casefold())
    return folded[name] if name else ""
