"""Texts found again by their words, whatever their endings and in whatever language they are.

Words are compared by how they begin, and long ones by how they end too, which finds `kosten` in
`leasekosten` and `price` in `pricing` without a dictionary. Rare words count more than common ones.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import log

_WORD = re.compile(r"[^\W_]{3,}")
_SHORT, _LONG, _COMPOUND = 4, 6, 9
_HALF = 0.5


def features(word: str) -> tuple[tuple[str, float], ...]:
    """Give the parts that a word in the singular is known by, each with how much it tells."""
    found = {word[:_SHORT]: _HALF, f"{word[:_LONG]}$": 1.0}
    if len(word) >= _COMPOUND:
        found[word[-_LONG:][:_SHORT]] = _HALF
        found[f"{word[-_LONG:]}$"] = 1.0
    return tuple(found.items())


def words_of(text: str, small: frozenset[str]) -> tuple[str, ...]:
    """Give the words of a text that say something, each once."""
    return tuple(dict.fromkeys(one for one in _WORD.findall(text.casefold()) if one not in small))


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How much of a text is found in another, 0 to 1, and in which of its words."""

    key: str
    share: float
    words: tuple[str, ...]


class WordsIndex:
    """Finds the texts in which most of the words of another come back.

    The work for a text is that of its rare words alone, however many texts there are.
    """

    def __init__(
        self,
        texts: Mapping[str, Iterable[tuple[str, float]]],
        small: frozenset[str],
        fold: Callable[[str], str],
    ) -> None:
        """Take texts by key, each in parts with how much a word in that part tells.

        Words that are `small` tell nothing; `fold` gives the singular of a word.
        """
        self._small = small
        self._fold = fold
        self._features: dict[str, tuple[tuple[str, float], ...]] = {}
        self._postings: dict[str, dict[str, float]] = {}
        for key, parts in texts.items():
            for text, weight in parts:
                for word in words_of(text, small):
                    self._add(key, word, weight)
        self._number = max(len(texts), 1)

    def _add(self, key: str, word: str, weight: float) -> None:
        for part, tells in self._parts(word):
            there = self._postings.setdefault(part, {})
            there[key] = max(there.get(key, 0.0), weight * tells)

    def like(self, text: str) -> tuple[Likeness, ...]:
        """Give the texts that have much of this one, the likest first."""
        words = words_of(text, self._small)
        shares: dict[str, dict[str, float]] = {}
        whole = 0.0
        for word in words:
            weight, found = self._of(word)
            whole += weight
            for key, share in found.items():
                shares.setdefault(key, {})[word] = weight * share
        likest = (
            Likeness(key=key, share=sum(own.values()) / whole, words=tuple(own))
            for key, own in shares.items()
        )
        return tuple(sorted(likest, key=lambda one: -one.share))

    def _of(self, word: str) -> tuple[float, Mapping[str, float]]:
        # A word that stands nearly everywhere would lead to every text there is.
        parts = [(part, self._postings.get(part, {})) for part, _ in self._parts(word)]
        parts = [(part, there) for part, there in parts if len(there) <= _MOST]
        found: dict[str, float] = {}
        for _, there in parts:
            for key, share in there.items():
                found[key] = max(found.get(key, 0.0), share)
        return 1 + log(self._number / max(len(found), 1)), found

    def _parts(self, word: str) -> tuple[tuple[str, float], ...]:
        if word not in self._features:
            self._features[word] = features(self._fold(word))
        return self._features[word]


_MOST = 100
"""A word that stands in more texts leads to none of them."""
