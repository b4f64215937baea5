"""Which key the words of a heading tell of, in whatever order they are put together."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from journeybook.grouping import grouped
from journeybook.handbook.inventories.headings import KEYS, known_headings
from journeybook.handbook.vocabulary import Vocabulary
from journeybook.schema.settings.inventory import Key
from journeybook.sources.likeness import Names
from journeybook.sources.records.record import plain_name, without_accents

_WORD = re.compile(r"[^\W_]+|#")
_DIGITS = "0123456789"
_NEAR = 0.87
_LONG = 5
_SHORTEST = 3
_ORDER: dict[Key | None, int] = {None: -1, **{key: at for at, key in enumerate(KEYS)}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The key that a heading names, None where it is something else; the surest has rank 0."""

    key: Key | None
    rank: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Name:
    # A name of a key: all its words, and those that may not be left out.

    plain: str
    words: frozenset[str]
    needed: frozenset[str]
    named: Named


class HeadingWords:
    """The words of all known headings, by which others are understood.

    `Page name` and `Naam van de pagina` hold a name of the title, and beside it only words for
    content, small ones and those of other names of the title; `Company name` does not.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Take the words by which headings are understood."""
        self.phrases = vocabulary.phrases
        get = self.phrases.get
        self._pieces = frozenset(get("pieces"))
        self._small = frozenset((*get("of-headings"), *get("ordinals")))
        self._around = self._pieces | self._small
        several: dict[Key | None, Iterable[str]] = {
            key: known_headings(key, vocabulary) for key in KEYS
        }
        # What tells of something else is known by its name as well.
        several[None] = vocabulary.columns.get("other", ())
        names = [
            self._name(text, Named(key=key, rank=rank))
            for key, texts in several.items()
            for rank, text in enumerate(texts)
        ]
        self._pages = frozenset(
            chain.from_iterable(
                one.words for one in names if one.named.key == "url" and not one.needed
            )
        )
        words = grouped((one.named.key, one.words) for one in names)
        self._beside = {key: self._around.union(*of_key) for key, of_key in words.items()}
        self._all = frozenset(chain.from_iterable(self._beside.values()))
        whole = [one for one in names if one.needed]
        self._names = grouped((min(one.needed), one) for one in whole)
        self._exact = {one.plain: one.named for one in reversed(whole)}

    def _name(self, text: str, named: Named) -> _Name:
        # `Fase klantreis` is the `fase in de klantreis`, but `who` is not `for whom`.
        words = _words(text)
        told = words - self._small
        needed = told if len(told) > 1 else words
        if self._are_pieces(words):
            needed = frozenset()
        return _Name(plain=plain_name(text), words=words, needed=needed, named=named)

    def _are_pieces(self, words: frozenset[str]) -> bool:
        return bool(words & self._pieces) and words <= self._around

    def exactly(self, plain: str) -> Named | None:
        """Give what is called so; what only says that content stands below it says no more."""
        return self._exact.get(plain)

    def is_piece(self, heading: str) -> bool:
        """Tell whether a heading only says that content stands below it, as `Article` does."""
        return self._are_pieces(self._known(heading))

    def named(self, heading: str) -> Named | None:
        """Give what a heading tells of by its words; what is called exactly so is the surer.

        So `Asset name` comes before `File name`, and that before `H1`.
        """
        exact, told = self.exactly(plain_name(heading)), self.of(heading)
        if told and (exact is None or exact.key == told.key):
            rank = min(one.rank for one in (exact, told) if one)
            return Named(key=told.key, rank=2 * rank + (exact is None))
        return exact and Named(key=exact.key, rank=2 * exact.rank)

    def of(self, heading: str, *, nearly: bool = False) -> Named | None:
        """Give what the words of a heading tell of, the longest name in it first."""
        words = self._known(heading, nearly=nearly)
        fitting = [
            one
            for word in words
            for one in self._names.get(word, ())
            if one.needed <= words <= self._beside[one.named.key]
        ]
        if not fitting:
            return None
        best = max(fitting, key=lambda one: (len(one.needed), -_ORDER[one.named.key]))
        # Whatever it is the name of, an asset name is a name; a title tag is not just a title.
        plain = (one for one in fitting if one is best or words - one.needed <= self._around)
        ranks = (one.named.rank for one in plain if one.named.key == best.named.key)
        return Named(key=best.named.key, rank=min(ranks))

    def of_piece(self, heading: str) -> Named | None:
        """Give what a heading tells of that only says that content stands below it."""
        if not self.is_piece(heading):
            return None
        return Named(key="url" if self._known(heading) & self._pages else "title", rank=0)

    def _known(self, heading: str, *, nearly: bool = False) -> frozenset[str]:
        known = (self._parts(word, nearly=nearly) for word in _words(heading))
        return frozenset(chain.from_iterable(known))

    def _parts(self, word: str, *, nearly: bool) -> tuple[str, ...]:
        # `Paginanaam` is put together of two words that are known, and `contnet` nearly is one.
        if word in self._all or (word := word.rstrip(_DIGITS)) in self._all:
            return (word,)
        for at in range(_SHORTEST, len(word) - _SHORTEST + 1):
            first, second = word[:at], word[at:]
            first = first if first in self._all else first.removesuffix("s")
            if {first, second} <= self._all:
                return first, second
        close, likeness = self._spelt.closest(word) if nearly and len(word) >= _LONG else (None, 0)
        # A slip of the pen is seldom in the first letter: a source is no resource.
        is_slip = likeness >= _NEAR or sorted(close or "") == sorted(word)
        return (close,) if close and close[0] == word[0] and is_slip else (word,)

    @cached_property
    def _spelt(self) -> Names:
        return Names(one for one in sorted(self._all) if len(one) >= _LONG)


def _words(text: str) -> frozenset[str]:
    # A number only tells that there are several.
    plain = without_accents(text).casefold()
    return frozenset(one for one in _WORD.findall(plain) if not one.isdigit())
