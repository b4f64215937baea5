"""What changed in how personas feel, step by step."""

from collections.abc import Iterator

from journeybook.compare.change import Change, Place, Thing, Tone, What
from journeybook.compare.keys import rising
from journeybook.compare.sides import About, Sides
from journeybook.compare.statements import evidence
from journeybook.handbook.book import Handbook
from journeybook.handbook.journeys import Emotion, Step
from journeybook.schema import Kind
from journeybook.wording import marked


def emotion_changes(old: Step, new: Step, sides: Sides) -> Iterator[Change]:
    """Compare how personas feel in a step."""
    # One feeling per group of personas; a step has few, so their order tells the rest.
    matches = sides.matches
    waiting = {
        tuple(sorted(filter(None, (matches.one(Kind.PERSONA, who) for who in one.personas)))): one
        for one in old.emotions
    }
    for one in new.emotions:
        before = waiting.pop(tuple(sorted(one.personas)), None)
        about = _about(one, new)
        if before is None:
            values = ("", feeling(one, sides.after))
            yield sides.change(about, What.ADDED, marked("New feeling"), weight=50, values=values)
        else:
            yield from _emotion(about, before, one, sides)
    for gone in waiting.values():
        about = _about(gone, old)
        values = (feeling(gone, sides.before), "")
        yield sides.change(about, What.REMOVED, marked("Feeling removed"), weight=50, values=values)


def _about(emotion: Emotion, step: Step) -> About:
    return About(
        thing=Thing.EMOTION,
        text=" ".join(step.title.split()),
        subject=emotion.id,
        span=emotion.span,
        place=Place(journey=step.journey, phase=step.phase),
        personas=emotion.personas,
    )


def _emotion(about: About, old: Emotion, new: Emotion, sides: Sides) -> Iterator[Change]:
    if (old.score, old.label) != (new.score, new.label):
        tone = rising(old.score, new.score)
        distance = abs((new.score or 0) - (old.score or 0))
        label = {
            Tone.BETTER: marked("Feels better"),
            Tone.WORSE: marked("Feels worse"),
            Tone.NEUTRAL: marked("Feels different"),
        }[tone]
        values = (feeling(old, sides.before), feeling(new, sides.after))
        weight = 45 + 10 * distance
        yield sides.change(
            about,
            What.CHANGED,
            label,
            weight=weight,
            tone=tone,
            values=values,
            aspect="emotion",
        )
    yield from sides.compared(
        about,
        "target",
        marked("Another target for the feeling"),
        old.target,
        new.target,
        weight=30,
    )
    yield from evidence(about, old.evidence, new.evidence, sides)


def feeling(emotion: Emotion, book: Handbook) -> str:
    """Write a feeling with its score, and whose it is where there are several."""
    score = f"{emotion.score:+d}" if emotion.score else "" if emotion.score is None else "0"
    label = " ".join((emotion.label or "").split())
    found = f"{score} ({label})" if score and label else score or label
    step = book.step(emotion.id)
    many = step is not None and len(step.personas) > 1 and len(emotion.personas) == 1
    who = book.personas[emotion.personas[0]].title if many else ""
    return f"{who}: {found}" if who else found
