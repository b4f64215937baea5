"""Every figure of a handbook: where it stands, who reads it, and which actions should move it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from journeybook.findings import Ref, RefKind
from journeybook.grouping import grouped
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Action
from journeybook.handbook.ids import folded, slug, statement_id
from journeybook.handbook.journeys import Journey, Step
from journeybook.schema.kpi import Kpi, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure with the journey, step or action that tells of it, and whom it concerns, by id."""

    kpi: Kpi
    place: Journey | Step | Action
    owner: str | None
    personas: tuple[str, ...] = ()
    journeys: tuple[str, ...] = ()
    phases: tuple[str, ...] = ()
    actions: tuple[Action, ...] = ()

    @property
    def ref(self) -> Ref:
        """What names it, told apart from all other figures."""
        identifier = statement_id(self.place.id, slug(self.kpi.name), "kpis")
        return Ref(kind=RefKind.FIGURE, id=identifier)


def all_figures(handbook: Handbook) -> Iterator[Figure]:
    """Give every figure once: those of journeys, of steps, and those of actions alone."""
    actions = handbook.actions.values()
    moving = grouped((folded(kpi.name), action) for action in actions for kpi in action.kpis)
    known: set[str] = set()
    for journey in handbook.journeys.values():
        for figure in _of_journey(journey, moving):
            known.add(folded(figure.kpi.name))
            yield figure
    for action in handbook.actions.values():
        for kpi in action.kpis:
            if folded(kpi.name) not in known:
                yield Figure(
                    kpi=kpi,
                    place=action,
                    owner=kpi.owner or action.owner,
                    journeys=action.journeys,
                    phases=action.phases,
                    actions=(action,),
                )


def _of_journey(journey: Journey, moving: Mapping[str, Sequence[Action]]) -> Iterator[Figure]:
    places: tuple[Journey | Step, ...] = (journey, *journey.steps)
    for place in places:
        phase = place.phase if isinstance(place, Step) else None
        for kpi in place.figures:
            yield Figure(
                kpi=kpi,
                place=place,
                owner=kpi.owner or place.owner or journey.owner,
                personas=journey.personas,
                journeys=(journey.id,),
                phases=(phase,) if phase else (),
                actions=tuple(
                    action
                    for action in moving.get(folded(kpi.name), ())
                    if not action.journeys or journey.id in action.journeys
                ),
            )


def before_and_after(kpi: Kpi, day: date) -> tuple[Reading | None, Reading | None]:
    """Give the last reading before a day, and the last one since."""
    before = [one for one in kpi.readings if one.date < day]
    after = [one for one in kpi.readings if one.date >= day]
    return (before[-1] if before else None, after[-1] if after else None)
