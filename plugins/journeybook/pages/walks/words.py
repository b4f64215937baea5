"""How far somebody gets, in sentences."""

from collections.abc import Iterator

from journeybook.handbook.book import Handbook
from journeybook.handbook.index.walk import Obstacle, Stage, Walk
from journeybook.wording import Wording, marked

_WHY = {
    Obstacle.NOTHING_THERE: marked("nothing is published there for them"),
    Obstacle.KEPT_OUT: marked("they do not get to what is published there"),
    Obstacle.NO_WAY_ON: marked("nothing they find in {before} leads there"),
}


def how_far(walk: Walk, book: Handbook, wording: Wording) -> str:
    """Say how far a persona gets, and why no further."""
    who, goal, broken = book.personas[walk.persona].title, walk.goal, walk.broken
    why = why_not(broken, walk, book, wording) if broken else ""
    if goal is None:
        first = book.phases[walk.stages[0].phase].title
        words = marked("{persona} does not get into {phase}, where it all begins: {why}.")
        return wording.text(words, persona=who, phase=first, why=why)
    there = book.phases[goal.phase].title
    if broken is None:
        return wording.text("{persona} gets all the way to {phase}.", persona=who, phase=there)
    return wording.text(
        "{persona} gets to {phase} and not into {next}: {why}.",
        persona=who,
        phase=there,
        next=book.phases[broken.phase].title,
        why=why,
    )


def why_not(stage: Stage, walk: Walk, book: Handbook, wording: Wording) -> str:
    """Say what keeps a persona from getting into a phase."""
    before = phase_before(stage, walk)
    title = book.phases[before].title if before else ""
    return wording.both(wording.text(_WHY[one], before=title) for one in stage.obstacles)


def phase_before(stage: Stage, walk: Walk) -> str | None:
    """Give the phase before one of a walk."""
    at = walk.stages.index(stage)
    return walk.stages[at - 1].phase if at else None


def ways_out(stage: Stage, walk: Walk, book: Handbook, wording: Wording) -> Iterator[str]:
    """Say what would let a persona into a phase."""
    say = wording.text

    def name(asset: str) -> str:
        return book.assets[asset].title

    for obstacle in stage.obstacles:
        match obstacle:
            case Obstacle.NO_WAY_ON:
                before = walk.stages[walk.stages.index(stage) - 1]
                yield say(
                    "Let “{asset}” lead on to something in {phase}, or give it a call to action.",
                    asset=name(before.ways[0].asset),
                    phase=book.phases[stage.phase].title,
                )
            case Obstacle.KEPT_OUT:
                yield say(
                    "Take away what keeps them from “{asset}”.", asset=name(stage.shut[0].asset)
                )
            case Obstacle.NOTHING_THERE if stage.coming:
                yield say("Publish “{asset}”.", asset=name(stage.coming[0]))
            case Obstacle.NOTHING_THERE:
                channels = wording.both(book.channels[one].title for one in stage.channels)
                yield (
                    say("Offer something there on {channels}.", channels=channels)
                    if (channels)
                    else say("Offer something there.")
                )
