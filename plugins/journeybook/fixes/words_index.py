"""Texts found again by their words, whatever their endings and in whatever language they are.

Words are compared by their stems, so that `pricing` is found in `prices` and `betaalt` in
`betalen`, and `content` is not in `contract`. A compound is known by its halves too, which finds
`kosten` in `leasekosten`; that tells half as much. Rare words count more than common ones.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import log

from journeybook.grouping import grouped
from journeybook.handbook.stems import SHORTEST, Stems

_WORD = re.compile(r"[^\W_]{3,}")
_HALF = 0.5
_MOST = 100
"""A word that stands in more texts leads to none of them."""


def halves_of(stem: str) -> Iterator[str]:
    """Give what a compound may be made of: its beginnings and ends of at least four letters."""
    for at in range(SHORTEST, len(stem) - SHORTEST + 1):
        yield stem[:at]
        yield stem[at:]


# A title is asked about in several places.
@lru_cache(20_000)
def words_of(text: str, small: frozenset[str]) -> tuple[str, ...]:
    """Give the words of a text that say something, each once."""
    return tuple(dict.fromkeys(one for one in _WORD.findall(text.casefold()) if one not in small))


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How much of a text is found in another, 0 to 1, and in which of its words.

    `whole` are those words that stand there themselves, and not as half of a compound.
    """

    key: str
    share: float
    words: tuple[str, ...]
    whole: tuple[str, ...]


class WordsIndex:
    """Finds the texts in which most of the words of another come back.

    The work for a text is that of its rare words alone, however many texts there are.
    """

    def __init__(
        self, texts: Mapping[str, Iterable[tuple[str, float]]], small: frozenset[str], stems: Stems
    ) -> None:
        """Take texts by key, each in parts with how much a word in that part tells.

        Words that are `small` tell nothing. Compounds are looked into where a part tells much.
        """
        self._small = small
        self._stem_of = stems.of
        self._stems: dict[str, dict[str, float]] = {}
        for key, parts in texts.items():
            for text, weight in parts:
                for word in words_of(text, small) if text else ():
                    there = self._stems.setdefault(stems.of(word), {})
                    there[key] = max(there.get(key, 0.0), weight)
        self._number = max(len(texts), 1)

    @cached_property
    def _halves(self) -> Mapping[str, Sequence[str]]:
        """The stems of compounds by what they may be made of: there are far fewer than words."""
        return grouped(
            (half, stem)
            for stem, there in self._stems.items()
            if any(weight > _HALF for weight in there.values())
            for half in dict.fromkeys(halves_of(stem))
        )

    def _with_half(self, half: str) -> Mapping[str, float]:
        found: dict[str, float] = {}
        for stem in self._halves.get(half, ()):
            for key, weight in self._stems[stem].items():
                if weight > _HALF:
                    found[key] = max(found.get(key, 0.0), weight * _HALF)
        return found

    def like(self, text: str) -> tuple[Likeness, ...]:
        """Give the texts that have much of this one, the likest first."""
        shares: dict[str, dict[str, float]] = {}
        standing: dict[str, list[str]] = {}
        whole = 0.0
        for word in words_of(text, self._small):
            stem = self._stem_of(word)
            found = self._found(stem)
            weight = 1 + log(self._number / max(len(found), 1))
            whole += weight
            for key, share in found.items():
                shares.setdefault(key, {})[word] = weight * share
                if key in self._stems.get(stem, ()):
                    standing.setdefault(key, []).append(word)
        likest = (
            Likeness(
                key=key,
                share=sum(own.values()) / whole,
                words=tuple(own),
                whole=tuple(standing.get(key, ())),
            )
            for key, own in shares.items()
        )
        return tuple(sorted(likest, key=lambda one: -one.share))

    def _found(self, stem: str) -> Mapping[str, float]:
        # A word that stands nearly everywhere would lead to every text there is.
        parts = [(1.0, self._stems.get(stem, {})), (1.0, self._with_half(stem))]
        parts += [(_HALF, self._stems.get(half, {})) for half in halves_of(stem)]
        found: dict[str, float] = {}
        for tells, there in parts:
            if len(there) <= _MOST:
                for key, share in there.items():
                    found[key] = max(found.get(key, 0.0), tells * share)
        return found
