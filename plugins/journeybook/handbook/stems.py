"""Words by their stems, whatever their endings, in English and Dutch alike."""

import re
from collections.abc import Iterable
from functools import lru_cache
from unicodedata import combining, normalize

_TWICE = re.compile(r"([^\W\d_])\1")
_LONG_VOWEL = re.compile(r"(?:aa|ee|oo|uu)[^\W\d_]t$")
SHORTEST = 4
"""Of how many letters a stem is at least, but for a few."""

# English and Dutch, the longest first. What remains has four letters at least; three after some.
_ENDINGS = (
    *("iteiten", "ations", "heden", "ities", "ation", "iteit", "ments", "ingen", "tjes"),
    *("ment", "heid", "ness", "ings", "ity", "ing", "ies", "ers", "tje"),
    *("ed", "es", "er", "en", "ly", "s", "e", "y", "i"),
)
_BY_LAST = {
    last: tuple(end for end in _ENDINGS if end.endswith(last))
    for last in sorted({end[-1] for end in _ENDINGS})
}
_AFTER_SHORT = frozenset(("ment", "ments", "ing", "ings", "s"))
_VOWELS = frozenset("aeiou")
_TIMES = 3
_SOFT = {"z": "s", "v": "f"}


@lru_cache(20_000)
def stem_of(word: str) -> str:
    """Give what all forms of a word have in common: `betal` for `betaalt` and `betalen`."""
    plain = "".join(one for one in normalize("NFD", word) if not combining(one))
    stem = plain[:-1] if _LONG_VOWEL.search(plain) else plain
    stem = _TWICE.sub(r"\1", stem)
    for at in range(_TIMES):
        whole, last = stem, stem[-1:]
        stem = next(
            (left for end in _BY_LAST.get(last, ()) if (left := _without(end, whole, at))), whole
        )
        stem = stem[:-1] + _SOFT.get(stem[-1:], stem[-1:])
        if stem == whole:
            break
    return stem


def _without(end: str, word: str, at: int) -> str:
    # A word of four letters may lose an `s`, but for one like `huis`.
    left = word.removesuffix(end)
    is_short = not at and end in _AFTER_SHORT and not (end == "s" and left[-1:] in _VOWELS)
    return left if left != word and len(left) >= SHORTEST - is_short else ""


_SURE_BEGINNING = 6


def has_any(words: Iterable[str], text: str) -> bool:
    """Tell whether any of the words, or of the phrases, stands in a text in some form.

    Of a long one the beginning is enough: `terugverdien` stands for `terugverdientijd` too.
    """
    plain = f" {' '.join(_WORD.findall(text.casefold().replace('’', APOSTROPHE)))} "
    return any(_stands(word, plain) for word in words)


APOSTROPHE = "'"
_WORD = re.compile(r"[\w']+")


def _stands(phrase: str, plain: str) -> bool:
    wanted, last = f" {phrase}", phrase.rpartition(" ")[2]
    at = plain.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        whole = last + plain[end : plain.index(" ", end)]
        if len(last) >= _SURE_BEGINNING or stem_of(whole) == stem_of(last):
            return True
        at = plain.find(wanted, end)
    return False
