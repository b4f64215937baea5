"""Words by their stems, whatever their endings, in all languages alike."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from unicodedata import combining, normalize

from journeybook.schema.settings.vocabulary import WordForms

APOSTROPHE = "'"
SHORTEST = 4
"""Of how many letters a stem is at least, but for a few."""

_TWICE = re.compile(r"([^\W\d_])\1")
_WORD = re.compile(r"[\w']+")
_VOWELS = frozenset("aeiou")
_TIMES = 3
_SURE_BEGINNING = 6


@dataclass(frozen=True, kw_only=True)
class Stems:
    """What forms of words end in, in all languages; each stem is worked out once.

    An ending leaves four letters, three where it is `short`; `long` are what may stand at the end
    behind a long vowel and a letter, and `soft` the letters that stand for another there.
    """

    endings: tuple[str, ...] = ()
    short: frozenset[str] = frozenset()
    long_vowels: tuple[str, ...] = ()
    long: tuple[str, ...] = ()
    soft: tuple[tuple[str, str], ...] = ()

    @cached_property
    def of(self) -> Callable[[str], str]:
        """Give what all forms of a word have in common: `betal` for `betaalt` and `betalen`."""
        return lru_cache(20_000)(self._stem)

    def has_any(self, words: Iterable[str], text: str) -> bool:
        """Tell whether any of the words, or of the phrases, stands in a text in some form.

        Of a long one the beginning is enough: `terugverdien` stands for `terugverdientijd` too.
        """
        plain = f" {' '.join(_WORD.findall(text.casefold().replace('’', APOSTROPHE)))} "
        return any(self._stands(word, plain) for word in words)

    def _stands(self, phrase: str, plain: str) -> bool:
        wanted, last = f" {phrase}", phrase.rpartition(" ")[2]
        at = plain.find(wanted)
        while at >= 0:
            end = at + len(wanted)
            whole = last + plain[end : plain.index(" ", end)]
            if len(last) >= _SURE_BEGINNING or self.of(whole) == self.of(last):
                return True
            at = plain.find(wanted, end)
        return False

    def _stem(self, word: str) -> str:
        plain = "".join(one for one in normalize("NFD", word) if not combining(one))
        found = self._after_long.search(plain)
        stem = _TWICE.sub(r"\1", plain[: found.start("end")] if found else plain)
        for at in range(_TIMES):
            whole, last = stem, stem[-1:]
            ends = self._by_last.get(last, ())
            stem = next((left for end in ends if (left := self._without(end, whole, at))), whole)
            stem = stem[:-1] + self._softened.get(stem[-1:], stem[-1:])
            if stem == whole:
                break
        return stem

    def _without(self, end: str, word: str, at: int) -> str:
        # A word of four letters may lose an `s`, but for one like `huis`.
        left = word.removesuffix(end)
        is_short = not at and end in self.short and not (end == "s" and left[-1:] in _VOWELS)
        return left if left != word and len(left) >= SHORTEST - is_short else ""

    @cached_property
    def _by_last(self) -> Mapping[str, Sequence[str]]:
        longest_first = sorted(self.endings, key=len, reverse=True)
        return {
            last: [end for end in longest_first if end.endswith(last)]
            for last in {end[-1] for end in self.endings}
        }

    @cached_property
    def _after_long(self) -> re.Pattern[str]:
        vowels, ends = (
            "|".join(map(re.escape, some)) or r"\Z." for some in (self.long_vowels, self.long)
        )
        return re.compile(rf"({vowels})\1[^\W\d_](?P<end>{ends})\Z")

    @cached_property
    def _softened(self) -> Mapping[str, str]:
        return dict(self.soft)


NO_STEMS = Stems()
"""Words as they are, of no language."""


def stems_of(languages: Iterable[WordForms]) -> Stems:
    """Gather how words of all languages end."""
    forms = tuple(languages)
    endings = {end for one in forms for end in one.endings}
    pairs = (pair.partition(" ") for one in forms for pair in one.soft)
    return _same(
        Stems(
            endings=tuple(sorted(endings)),
            short=frozenset(end for one in forms for end in one.short),
            long_vowels=tuple(sorted({vowel for one in forms for vowel in one.long_vowels})),
            long=tuple(sorted({end for one in forms for end in one.long})),
            soft=tuple(sorted({(letter, other.strip()) for letter, _, other in pairs})),
        )
    )


@lru_cache(8)
def _same(stems: Stems) -> Stems:
    # What was worked out for one handbook serves the next.
    return stems
