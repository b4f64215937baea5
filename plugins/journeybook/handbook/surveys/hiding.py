"""Which groups may be shown: none that is small, and none from which a small one follows.

Who answered is parted by persona and segment. Groups that are too small go into a rest, and so do
more of them until every crossing of a group with a segment holds enough people, or nobody. Whatever
is added and subtracted of what is shown, on whichever page, is then a union of such crossings.
"""

from collections.abc import Mapping
from dataclasses import dataclass

Crossing = tuple[str | None, str | None]
"""A persona and a segment; none where nobody knows which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The personas and segments that may be shown, and whether everybody together may."""

    everybody: bool = False
    personas: frozenset[str] = frozenset()
    segments: frozenset[str] = frozenset()
    hidden: int


def shown_groups(people: Mapping[Crossing, int], least: int) -> Shown:
    """Choose the groups to show of how many people there are in each crossing."""
    total = sum(people.values())
    named = {(at, key[at]) for key, n in people.items() for at in (0, 1) if n and key[at]}
    if total < max(least, 1):
        return Shown(hidden=len(named))
    personas = _kept(_margin(people, 0), least)
    segments = _kept(_margin(people, 1), least)
    while segments and (small := _small(people, personas, segments, least)):
        # The smallest segment in the way joins the rest; where the rest itself is small, any does.
        of_segments = _margin(people, 1)
        in_the_way = {one for one in small if one is not None} or segments
        segments = segments - {min(in_the_way, key=lambda one: (of_segments[one], one))}
    return Shown(
        everybody=True,
        personas=personas,
        segments=segments,
        hidden=len(named) - len(personas) - len(segments),
    )


def _margin(people: Mapping[Crossing, int], at: int) -> dict[str | None, int]:
    found: dict[str | None, int] = {}
    for key, n in people.items():
        found[key[at]] = found.get(key[at], 0) + n
    return found


def _kept(sizes: Mapping[str | None, int], least: int) -> frozenset[str]:
    shown = {name: n for name, n in sizes.items() if name is not None and n >= least}
    rest = sum(sizes.values()) - sum(shown.values())
    while shown and 0 < rest < least:
        smallest = min(shown, key=lambda name: (shown[name], name))
        rest += shown.pop(smallest)
    return frozenset(shown)


def _small(
    people: Mapping[Crossing, int], personas: frozenset[str], segments: frozenset[str], least: int
) -> set[str | None]:
    # The segments of the crossings that hold somebody, and too few.
    sizes: dict[Crossing, int] = {}
    for (persona, segment), n in people.items():
        key = (persona if persona in personas else None, segment if segment in segments else None)
        sizes[key] = sizes.get(key, 0) + n
    return {segment for (_, segment), n in sizes.items() if 0 < n < least}
