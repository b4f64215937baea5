"""What changed in the journeys themselves: their charter, their steps and how they feel."""

from collections.abc import Iterable, Iterator, Mapping

from journeybook.compare.change import Change, Place, Thing, What
from journeybook.compare.feelings import emotion_changes
from journeybook.compare.keys import key_changes
from journeybook.compare.sides import About, Sides
from journeybook.compare.statements import Stated, statement_changes
from journeybook.handbook.journeys import Journey, Step
from journeybook.schema import Kind
from journeybook.schema import journey as written
from journeybook.wording import marked


def journey_changes(sides: Sides) -> Iterator[Change]:
    """Compare every journey with its steps and statements."""
    later = sides.matches.ids[Kind.JOURNEY]
    earlier = {new: old for old, new in later.items()}
    for name, new in sides.after.journeys.items():
        if name in earlier:
            yield from _journey(sides.before.journeys[earlier[name]], new, sides)
        else:
            yield _came(new, What.ADDED, marked("New journey"))
    for name, old in sides.before.journeys.items():
        if name not in later:
            yield _came(old, What.REMOVED, marked("Journey removed"))


def _came(journey: Journey, what: What, label: str) -> Change:
    about = _about_journey(journey)
    values = ("", about.text) if what is What.ADDED else (about.text, "")
    return Sides.change(about, what, label, weight=100, values=values)


def _about_journey(journey: Journey) -> About:
    return About(
        thing=Thing.JOURNEY,
        text=" ".join(journey.title.split()),
        subject=journey.id,
        span=journey.span,
        place=Place(journey=journey.id),
        personas=journey.personas,
    )


def _journey(old: Journey, new: Journey, sides: Sides) -> Iterator[Change]:
    about = _about_journey(new)
    yield from key_changes(about, written.Journey, old, new, sides)
    yield from _steps(old, new, sides)


def _steps(old: Journey, new: Journey, sides: Sides) -> Iterator[Change]:
    later = sides.matches.ids[Kind.STEP]
    olds, news = _by_id(old.steps), _by_id(new.steps)
    kept = {later[name]: step for name, step in olds.items() if later.get(name) in news}
    for name, step in news.items():
        if name in kept:
            yield from _step(kept[name], step, sides)
        else:
            about = _about_step(step)
            yield sides.change(
                about, What.ADDED, marked("New step"), weight=65, values=("", about.text)
            )
    for name, step in olds.items():
        if later.get(name) not in news:
            about = _about_step(step)
            yield sides.change(
                about, What.REMOVED, marked("Step removed"), weight=65, values=(about.text, "")
            )
    yield from statement_changes(_stated(old), _stated(new), sides)


def _by_id(steps: Iterable[Step]) -> Mapping[str, Step]:
    return {step.id: step for step in steps}


def _stated(journey: Journey) -> Iterator[Stated]:
    for step in journey.steps:
        for one in step.statements:
            yield Stated(statement=one, place=_place(step), step=step.id)


def _place(step: Step) -> Place:
    return Place(journey=step.journey, phase=step.phase)


def _about_step(step: Step) -> About:
    return About(
        thing=Thing.STEP,
        text=" ".join(step.title.split()),
        subject=step.id,
        span=step.span,
        place=_place(step),
        personas=step.personas,
    )


def _step(old: Step, new: Step, sides: Sides) -> Iterator[Change]:
    about = _about_step(new)
    yield from key_changes(about, written.Step, old, new, sides)
    yield from emotion_changes(old, new, sides)
