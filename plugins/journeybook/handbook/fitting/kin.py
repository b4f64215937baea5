"""Who takes after whom: content for a persona serves those it extends and those that extend it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from journeybook.grouping import grouped
from journeybook.handbook.entities import Persona


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """All personas with those who take after them.

    In `order` everybody stands before those who take after them, and these side by side, so that
    two places tell for each persona who they are, however long the line is. `is_plain` where
    nobody takes after anybody.
    """

    order: Sequence[str]
    places: Mapping[str, tuple[int, int]]
    is_plain: bool

    def serves(self, stated: Sequence[str], persona: str) -> bool:
        """Tell whether content for some personas is also for this one."""
        if self.is_plain:
            return persona in stated
        return any(self._is_above(one, persona) or self._is_above(persona, one) for one in stated)

    def served(self, stated: Sequence[str]) -> tuple[str, ...]:
        """Give all whom content for some personas is for, those that are stated first."""
        first = dict.fromkeys(stated)
        if not self.is_plain:
            first.update((one, None) for one in self.order if self.serves(stated, one))
        return tuple(first)

    def _is_above(self, parent: str, child: str) -> bool:
        first, behind = self.places[parent]
        return first <= self.places[child][0] < behind


def kin_of(personas: Mapping[str, Persona]) -> Kin:
    """Find the kin of every persona; circles were cut when the personas were linked."""
    children = grouped((child.extends or "", child.id) for child in personas.values())
    order: list[str] = []
    first: dict[str, int] = {}
    places: dict[str, tuple[int, int]] = {}
    waiting = [(root, False) for root in reversed(children.get("", ()))]
    while waiting:
        persona, is_done = waiting.pop()
        if is_done:
            places[persona] = (first[persona], len(order))
            continue
        first[persona] = len(order)
        order.append(persona)
        waiting.append((persona, True))
        waiting.extend((name, False) for name in reversed(children.get(persona, [])))
    return Kin(order=tuple(order), places=places, is_plain=len(children.get("", ())) == len(order))


def ancestors(persona: str, personas: Mapping[str, Persona]) -> Iterator[str]:
    """Give what a persona extends, the nearest first."""
    parent = personas[persona].extends
    while parent is not None:
        yield parent
        parent = personas[parent].extends
