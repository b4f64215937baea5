"""The acts of a comparison, journey by journey, the heaviest first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from journeybook.compare.change import Change, Deed, Place
from journeybook.compare.pair import Pair
from journeybook.schema import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What somebody did, and what follows from it, the heaviest first.

    Without a `change` it stands for several, of which none alone explains what follows.
    """

    change: Change | None
    effects: tuple[Change, ...] = ()

    @property
    def changes(self) -> tuple[Change, ...]:
        """What was done, and what follows."""
        return (self.change, *self.effects) if self.change else self.effects

    @property
    def rank(self) -> tuple[bool, int, str]:
        """The order among acts: the heaviest first, and last what several acts explain."""
        weight = max(one.weight for one in self.changes)
        return self.change is None, -weight, self.changes[0].text


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The acts of one journey, or all outside journeys."""

    title: str
    personas: tuple[str, ...]
    acts: tuple[Act, ...]


def grouped(acts: Iterable[Act], pair: Pair) -> tuple[Group, ...]:
    """Put acts together by journey; first those that decide what is seen of the others."""
    found: dict[tuple[bool, str | None], list[Act]] = {}
    acts = tuple(acts)
    hides = any(act.change and act.change.decided for act in acts)
    for act in acts:
        # Settings that hide nothing stand with those that may, where there are such.
        decided = act.change is not None and (
            act.change.decided or (hides and act.change.deed is Deed.DECIDES)
        )
        # What follows from several acts may be about several journeys.
        own = (act.change,) if act.change else act.effects
        journeys = {_journey(one.place, pair) for one in own}
        journey = None if decided or len(journeys) > 1 else journeys.pop()
        found.setdefault((not decided, journey), []).append(act)
    groups = [
        (first, _group(journey, sorted(own, key=lambda act: act.rank), pair))
        for (first, journey), own in found.items()
    ]
    order = sorted(groups, key=lambda group: (group[0], group[1].acts[0].rank))
    return tuple(group for _, group in order)


def _journey(place: Place, pair: Pair) -> str | None:
    # What is told in the words of the earlier state stands where that journey is now.
    if place.journey is None or place.journey in pair.after.journeys:
        return place.journey
    return pair.matches.one(Kind.JOURNEY, place.journey)


def _group(journey: str | None, acts: Sequence[Act], pair: Pair) -> Group:
    now = pair.after.journeys.get(journey or "")
    known = now or pair.before.journeys.get(journey or "")
    titles = pair.titles[1 if now else 0][Kind.PERSONA]
    return Group(
        title=" ".join(known.title.split()) if known else "",
        personas=tuple(titles.get(one, one) for one in known.personas) if known else (),
        acts=tuple(acts),
    )
