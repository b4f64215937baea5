"""What changed in what personas need, ask, expect and meet, and in where they leave."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from journeybook.compare.change import NOWHERE, Change, Place, Tone, What
from journeybook.compare.sides import About, Sides
from journeybook.compare.support import answer_changes, counter_changes, meeting_changes
from journeybook.compare.touchpoints import touchpoint_changes
from journeybook.compare.words import LANES
from journeybook.handbook.journeys import DropOff, Expectation, Question, Touchpoint
from journeybook.handbook.statements import Statement
from journeybook.schema import Kind
from journeybook.wording import marked

_REWORDED = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A statement and the place it stands in."""

    statement: Statement
    place: Place = NOWHERE
    step: str = ""


def statement_changes(
    before: Iterable[Stated], after: Iterable[Stated], sides: Sides
) -> Iterator[Change]:
    """Compare all statements of one journey, persona or research round."""
    olds = {one.statement.ref: one for one in before}
    news = {one.statement.ref: one for one in after}
    later = {old: sides.matches.statements.get(old) for old in olds}
    kept = {new: olds[old] for old, new in later.items() if new in news}
    for name, new in news.items():
        old = kept.get(name)
        if old is None:
            yield _whole(new, What.ADDED, LANES[new.statement.lane].added)
        else:
            yield from _changed(old, new, sides)
    for name, old in olds.items():
        if later[name] not in news:
            yield _whole(old, What.REMOVED, LANES[old.statement.lane].removed)


def _about(stated: Stated) -> About:
    one = stated.statement
    return About(
        thing=LANES[one.lane].thing,
        text=" ".join(one.text.split()),
        subject=one.id,
        span=one.span,
        place=stated.place,
        personas=one.personas,
    )


def _whole(stated: Stated, what: What, label: str) -> Change:
    about = _about(stated)
    values = ("", about.text) if what is What.ADDED else (about.text, "")
    weight = LANES[stated.statement.lane].weight
    return Sides.change(about, what, label, weight=weight, values=values)


def _changed(old: Stated, new: Stated, sides: Sides) -> Iterator[Change]:
    about, before, after = _about(new), old.statement, new.statement
    labels = LANES[after.lane]
    words = (" ".join(before.text.split()), about.text)
    if words[0] != words[1]:
        yield Sides.change(about, What.REWORDED, labels.reworded, weight=_REWORDED, values=words)
    if sides.matches.one(Kind.STEP, old.step) != new.step and new.step:
        steps = (
            sides.titles_before(Kind.STEP, [old.step]),
            sides.titles_after(Kind.STEP, [new.step]),
        )
        yield Sides.change(about, What.MOVED, labels.moved, weight=labels.weight, values=steps)
    yield from evidence(about, before.evidence, after.evidence, sides)
    yield from sides.compared(
        about,
        "personas",
        marked("For others"),
        before.personas,
        after.personas,
        kind=Kind.PERSONA,
    )
    match before, after:
        case Question(), Question():
            yield from answer_changes(about, before, after, sides)
        case Expectation(), Expectation():
            yield from meeting_changes(about, before, after, sides)
        case DropOff(), DropOff():
            yield from counter_changes(about, before, after, sides)
        case Touchpoint(), Touchpoint():
            yield from touchpoint_changes(about, before, after, sides)


def evidence(
    about: About, before: tuple[str, ...], after: tuple[str, ...], sides: Sides
) -> Iterable[Change]:
    """Tell what evidence was gained or lost."""
    label, tone, weight = marked("Other evidence"), Tone.NEUTRAL, 20
    if not before:
        label, tone, weight = marked("Evidence gained"), Tone.BETTER, 35
    elif not after:
        label, tone, weight = marked("Evidence lost, now an assumption"), Tone.WORSE, 37
    return sides.compared(
        about, "evidence", label, before, after, kind=Kind.RESEARCH, weight=weight, tone=tone
    )
