"""Things put together by what they share, and names in a line."""

from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

_FEW = 6

_Key = TypeVar("_Key", bound=Hashable)
_Item = TypeVar("_Item")


def grouped(pairs: Iterable[tuple[_Key, _Item]]) -> dict[_Key, tuple[_Item, ...]]:
    """Give all that comes with each key, in the order in which it comes."""
    found: dict[_Key, list[_Item]] = {}
    for key, item in pairs:
        found.setdefault(key, []).append(item)
    return {key: tuple(items) for key, items in found.items()}


def a_few(names: Sequence[str]) -> str:
    """Give the first of some names, and a sign that there are more where there are."""
    return ", ".join(names[:_FEW]) + (", …" if len(names) > _FEW else "")
