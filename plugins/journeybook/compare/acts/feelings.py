"""What changed in how personas feel, step by step."""

from collections.abc import Iterable, Iterator

from journeybook.compare.acts.keys import rising
from journeybook.compare.acts.strengths import evidence_changes
from journeybook.compare.change import Change, Place, Thing, Tone, What
from journeybook.compare.edit import About, change
from journeybook.compare.pair import Pair
from journeybook.handbook.book import Handbook
from journeybook.handbook.journeys import Emotion, Step
from journeybook.schema import Kind
from journeybook.wording import marked, signed


def emotion_changes(old: Step, new: Step, pair: Pair) -> Iterator[Change]:
    """Compare how personas feel in a step."""
    # One feeling per group of personas; a step has few, so their order tells the rest.
    waiting = {_later(one.personas, pair): one for one in old.emotions}
    for one in new.emotions:
        # Whom nobody described before changes nothing for the others.
        known = set(pair.matches.ids[Kind.PERSONA].values())
        before = waiting.pop(tuple(sorted(known.intersection(one.personas))), None)
        about = _about(one, new)
        if before is None:
            values = ("", feeling(one, pair.after))
            yield change(about, What.ADDED, marked("New feeling"), weight=50, values=values)
        else:
            yield from _emotion(about, before, one, pair)
    for gone in waiting.values():
        about = _about(gone, old)
        values = (feeling(gone, pair.before), "")
        yield change(about, What.REMOVED, marked("Feeling removed"), weight=50, values=values)


def _later(personas: Iterable[str], pair: Pair) -> tuple[str, ...]:
    # Of those who are still there, or in whose place another is.
    matches = pair.matches
    later = {matches.one(Kind.PERSONA, name) or "" for name in personas}
    return tuple(sorted(later & pair.after.personas.keys()))


def _about(emotion: Emotion, step: Step) -> About:
    return About(
        thing=Thing.EMOTION,
        text=" ".join(step.title.split()),
        subject=emotion.ref,
        span=emotion.span,
        place=Place(journey=step.journey, phase=step.phase),
        personas=emotion.personas,
    )


def _emotion(about: About, old: Emotion, new: Emotion, pair: Pair) -> Iterator[Change]:
    if (old.score, old.label) != (new.score, new.label):
        tone = rising(old.score, new.score)
        distance = abs((new.score or 0) - (old.score or 0))
        label = {
            Tone.BETTER: marked("Feels better"),
            Tone.WORSE: marked("Feels worse"),
            Tone.NEUTRAL: marked("Feels different"),
        }[tone]
        values = (feeling(old, pair.before), feeling(new, pair.after))
        weight = 45 + 10 * distance
        yield change(
            about, What.CHANGED, label, weight=weight, tone=tone, values=values, aspect="emotion"
        )
    targets = (signed(old.target), signed(new.target))
    label = marked("Another target for the feeling")
    yield from pair.compared(about, "target", label, *targets, weight=30)
    yield from evidence_changes(about, old, new, pair)


def feeling(emotion: Emotion, book: Handbook) -> str:
    """Write a feeling with its score, and whose it is where there are several."""
    score = signed(emotion.score)
    label = " ".join((emotion.label or "").split())
    words = f"{score} ({label})" if score and label else score or label
    step = book.step(emotion.id)
    many = step is not None and len(step.personas) > 1 and len(emotion.personas) == 1
    who = book.personas[emotion.personas[0]].title if many else ""
    return f"{who}: {words}" if who else words
