"""What phases are called in a file that is brought in, and the place of one that begins."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence

from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Phase
from journeybook.handbook.inventories.likely import phases_meant
from journeybook.handbook.linking.directory import Directory
from journeybook.importing.lanes import without_number
from journeybook.schema import Kind

_NUMBER = re.compile(r"\d{1,9}(?:\.\d{1,9})?")


class PhaseNames:
    """The phases of a handbook beside those that a file speaks of, in its order."""

    def __init__(self, handbook: Handbook, find: Callable[[Kind, str], str | None]) -> None:
        """Take the handbook, and what finds the file of a phase by its name."""
        self.handbook = handbook
        self.find = find
        self.told: tuple[str, ...] = ()
        phases = handbook.phases.values()
        self.orders = {one.path: one.order for one in phases if one.order is not None}
        self._numbered: dict[str, str] = {}
        self._guessed: set[str] = set()

    def unnumbered(self, title: str) -> str:
        """Give a name without its number, unless two differ in nothing else."""
        plain = without_number(title, self.handbook.vocabulary.phrases)
        first = self._numbered.setdefault(self.handbook.vocabulary.fold(plain), title)
        return plain if first == title else title

    def meant(self, title: str) -> tuple[Phase, ...]:
        """Give the phases that a name may mean: `Decision` may be what is called Purchase here.

        Not those that the file speaks of too.
        """
        phases = self.handbook.phases
        named = {self.find(Kind.PHASE, one) for one in self.told}
        free = [one for one in phases.values() if one.path not in named]
        directory = Directory((one.id, (one.title, *one.aliases)) for one in free)
        return tuple(
            phases[one] for one in phases_meant(title, directory, self.handbook.vocabulary)
        )

    def guess(self, path: str, order: float) -> None:
        """Take the place that a phase gets since nobody told one, by its file."""
        self.orders[path] = order
        self._guessed.add(path)

    def put(self, path: str, order: str) -> bool:
        """Take the place that somebody tells; False where one was told before, or it is none."""
        if path not in self._guessed or not _NUMBER.fullmatch(order):
            return False
        self._guessed.remove(path)
        self.orders[path] = float(order)
        return True

    def order_of(self, title: str) -> float:
        """Give the place that a phase gets among the others."""
        paths = {one: self.find(Kind.PHASE, one) for one in self.told}
        known = {one: self.orders[path] for one, path in paths.items() if path in self.orders}
        near = next((one.order for one in self.meant(title) if one.order), 0)
        return order_of(title, self.told, known, self.orders.values(), near)


def order_of(
    name: str,
    names: Sequence[str],
    known: Mapping[str, float],
    there: Collection[float],
    near: float = 0,
) -> float:
    """Give the order of a phase: after the one before it in a file, else before the one below it.

    `names` are all phases of that file, `known` the orders of those that have one, and `there` all
    orders of the handbook. What a file does not put beside others comes last; and behind that
    `near` it in meaning, where the file allows it.
    """
    at = names.index(name) if name in names else len(names)
    before = [known[one] for one in names[:at] if one in known]
    below = [known[one] for one in names[at:] if one in known]
    every = sorted({*there, *known.values()})
    if near and all(one <= near for one in before) and all(near < one for one in below):
        start = near
    elif before:
        start = before[-1]
    else:
        start = max((one for one in every if not below or one < below[0]), default=0)
    end = next((one for one in every if one > start), None)
    return int(start) + 1 if end is None else (start + end) / 2
