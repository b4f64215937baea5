"""Words of all languages that are understood, by what they say; patterns are made of them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

_NAME = re.compile(r"\{([a-z][a-z-]*)\}")


@dataclass(frozen=True)
class Phrases:
    """Words by what they say, in the order of their languages; two of the same words are equal."""

    pairs: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[str, ...]]:
        return dict(self.pairs)

    def get(self, name: str, otherwise: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Give the words that say something."""
        return self._by_name.get(name, otherwise)

    def pattern(self, text: str) -> re.Pattern[str]:
        """Make a pattern in which `{and}` stands for any word that says so, in either case."""
        return _compiled(self, text)

    def either(self, name: str) -> str:
        """Give the part of a pattern that fits any word that says something, or nothing at all."""
        words = sorted(self.get(name), key=len, reverse=True)
        return f"(?:{'|'.join(map(_spaced, words)) or '(?!)'})"


NO_PHRASES = Phrases()
"""Where no language is known."""


@lru_cache(200)
def _compiled(phrases: Phrases, text: str) -> re.Pattern[str]:
    return re.compile(_NAME.sub(lambda name: phrases.either(name[1]), text), re.IGNORECASE)


def _spaced(words: str) -> str:
    return r"\s+".join(map(re.escape, words.split()))


def joined(lists: Iterable[Mapping[str, tuple[str, ...]]]) -> Phrases:
    """Join the words of several languages."""
    found: dict[str, tuple[str, ...]] = {}
    for words in lists:
        for name, said in words.items():
            found[name] = (*found.get(name, ()), *said)
    return Phrases(tuple(found.items()))
