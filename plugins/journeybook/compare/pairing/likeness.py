"""How alike two texts are, and which belong together for that."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import product
from typing import TypeVar

from journeybook.grouping import grouped

Item = TypeVar("Item")

ALIKE = 0.55
"""From here on two texts count as two wordings of the same."""

_MOST_COMPARISONS = 2_500
_LONGEST = 300


def likeness(one: str, other: str) -> float:
    """Tell how alike two texts are, from 0 to 1 and the same both ways."""
    first, second = sorted((_plain(one), _plain(other)))
    if first == second:
        return 1.0
    letters = SequenceMatcher(None, first, second, autojunk=False)
    if letters.real_quick_ratio() < ALIKE or letters.quick_ratio() < ALIKE:
        return 0.0
    words = SequenceMatcher(None, first.split(), second.split(), autojunk=False).ratio()
    return (words + letters.ratio()) / 2


def paired_by_key(
    before: Iterable[Item], after: Iterable[Item], key: Callable[[Item], str]
) -> list[tuple[Item, Item]]:
    """Pair what has the same key, where the key is not empty and nobody else on its side has it."""
    olds, news = _unique(before, key), _unique(after, key)
    return [(old, news[name]) for name, old in olds.items() if name in news]


def paired_by_text(
    before: Sequence[Item], after: Sequence[Item], text: Callable[[Item], str], least: float = ALIKE
) -> list[tuple[Item, Item]]:
    """Pair what reads alike, the closest first; too many to compare stay unpaired."""
    if len(before) * len(after) > _MOST_COMPARISONS:
        return []
    close = []
    for at, old in enumerate(before):
        for there, new in enumerate(after):
            score = likeness(text(old), text(new))
            if score >= least:
                words = sorted((text(old), text(new)))
                close.append((-score, words, at, there))
    # Texts that are one and the same pair in their order, whichever side they stand on.
    used: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for *_, at, there in sorted(close):
        if at not in used[0] and there not in used[1]:
            used[0].add(at)
            used[1].add(there)
            pairs.append((before[at], after[there]))
    return pairs


def own_lines(texts: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Give the lines of each text that none of the others has."""
    lines = {name: frozenset(map(str.strip, text.splitlines())) for name, text in texts.items()}
    often = Counter(line for own in lines.values() for line in own)
    return {name: frozenset(one for one in own if often[one] == 1) for name, own in lines.items()}


def paired_by_lines(
    before: Mapping[str, frozenset[str]], after: Mapping[str, frozenset[str]]
) -> list[tuple[str, str]]:
    """Pair texts of whose own lines at least half are the same, the closest first."""
    if len(before) * len(after) > _MOST_COMPARISONS:
        return []
    close = []
    for (name, old), (other, new) in product(before.items(), after.items()):
        whole = max(_length(old), _length(new))
        if whole and _length(old & new) * 2 >= whole:
            close.append((-_length(old & new) / whole, name, other))
    pairs: dict[str, str] = {}
    for _, name, other in sorted(close):
        if name not in pairs and other not in pairs.values():
            pairs[name] = other
    return list(pairs.items())


def _length(lines: frozenset[str]) -> int:
    return sum(map(len, lines))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())[:_LONGEST]


def _unique(items: Iterable[Item], key: Callable[[Item], str]) -> dict[str, Item]:
    found = grouped((key(item), item) for item in items)
    return {name: same[0] for name, same in found.items() if name and len(same) == 1}
